package id.balairung.satisfaction;

/** What a follow-up goes back to. */
public enum FollowUpKind {
    /** A rating of 1. */
    RATING,
    /** An unsur that a month found low. */
    UNSUR,
    /** A complaint, with the law's clock. */
    COMPLAINT,
    /** An admin's own idea. */
    OWN;

    /** Whether it opens by itself, without words of anybody's. */
    public boolean opensByItself() {
        return this == RATING || this == UNSUR;
    }
}
