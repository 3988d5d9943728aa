package id.balairung.queue;

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
}
