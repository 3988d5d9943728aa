package id.balairung.queue;

import id.balairung.agency.MallRules;
import java.time.Duration;

/** How a visitor is ranked. Every class but the general one is a vulnerable group that the law asks to put first. */
public enum PriorityClass {
    /** Umum. */
    GENERAL,
    /** Lansia. */
    ELDERLY,
    /** Disabilitas. */
    DISABILITY,
    /** Ibu hamil atau menyusui. */
    MATERNAL,
    /** Membawa balita. */
    TODDLER;

    /** Whether the class earns its turn faster and has a maximum wait. */
    public boolean vulnerable() {
        return this != GENERAL;
    }

    /**
     * How long somebody of the class may wait: no longer than the service's target, nor a vulnerable group than the mall's
     * maximum, whichever is reached first. The figures of kpi.md know only the target.
     *
     * @param target the service's target wait
     * @param rules the mall's rules
     */
    public Duration limit(Duration target, MallRules rules) {
        Duration maximum = rules.vulnerableMaximumWait();
        return vulnerable() && maximum.compareTo(target) < 0 ? maximum : target;
    }
}
