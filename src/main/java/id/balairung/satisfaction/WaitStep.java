package id.balairung.satisfaction;

/** How long somebody had waited before the service that they rated. */
public enum WaitStep {
    /** Under 5 minutes. */
    UNDER_5(0),
    /** 5 to under 15 minutes. */
    FROM_5(5),
    /** 15 to under 30 minutes. */
    FROM_15(15),
    /** 30 to under 60 minutes. */
    FROM_30(30),
    /** An hour and more. */
    FROM_60(60);

    static final int FIVE = 5;

    private final int least;

    WaitStep(int least) {
        this.least = least;
    }

    /** The step of so many whole minutes. */
    static WaitStep ofMinutes(int minutes) {
        WaitStep found = UNDER_5;
        for (WaitStep step : values()) {
            if (minutes >= step.least) {
                found = step;
            }
        }
        return found;
    }
}
