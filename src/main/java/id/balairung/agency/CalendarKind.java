package id.balairung.agency;

/** Why the mall differs from its week on a day. */
public enum CalendarKind {
    /** Libur nasional. */
    NATIONAL_HOLIDAY,
    /** Cuti bersama. */
    COLLECTIVE_LEAVE,
    /** Libur setempat. */
    LOCAL_HOLIDAY,
    /** Buka khusus: every agency is open, in hours that the day has. */
    SPECIAL_OPENING;

    /** Whether agencies are closed then unless they decide otherwise. */
    public boolean closes() {
        return this != SPECIAL_OPENING;
    }
}
