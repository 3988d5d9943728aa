package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.common.InputCheck;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import java.util.Set;

/**
 * What an agency's admin fills in for a counter.
 *
 * @param number its number in the mall
 * @param label what it is called besides, e.g. "Prioritas"; may be empty
 * @param area where it stands in the building, e.g. "Podium lantai 1"; may be empty
 * @param services what can be served there, at least one
 */
public record CounterDraft(int number, TypedText label, TypedText area, Set<ServiceId> services) {

    /** The highest number: it is shown and called with two or three digits. */
    static final int HIGHEST_NUMBER = 9_999;

    static final String NUMBER = "number";
    static final String SERVICES = "services";
    private static final int LONGEST = 60;

    /** Keeps the services. */
    public CounterDraft {
        services = Set.copyOf(services);
    }

    /**
     * Checks all fields.
     *
     * @param offered the agency's services
     * @throws InvalidInput when any of them can't be taken
     */
    void check(Set<ServiceId> offered) {
        new InputCheck()
                .that(number >= 1 && number <= HIGHEST_NUMBER, NUMBER, "counter.refused.number-range", HIGHEST_NUMBER)
                .optionalWords(label, LONGEST, "label")
                .optionalWords(area, LONGEST, "area")
                .that(!services.isEmpty(), SERVICES, "counter.refused.no-service")
                .that(offered.containsAll(services), SERVICES, "counter.refused.service-not-ours")
                .orThrow();
    }
}
