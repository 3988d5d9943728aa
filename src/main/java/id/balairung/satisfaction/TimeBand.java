package id.balairung.satisfaction;

/** When the service was finished, as the SKM form tells it. */
public enum TimeBand {
    /** Before noon of the mall's zone; the form's 08-12. */
    MORNING,
    /** From noon on; the form's 13-17. */
    AFTERNOON;

    private static final int NOON = 12;

    /** The band of an hour of the mall's zone, from 0 to 23. */
    static TimeBand of(int hour) {
        return hour < NOON ? MORNING : AFTERNOON;
    }
}
