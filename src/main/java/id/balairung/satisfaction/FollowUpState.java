package id.balairung.satisfaction;

/** Where a follow-up stands. */
public enum FollowUpState {
    /** Nobody began. */
    OPEN,
    /** Somebody is at it. */
    RUNNING,
    /** It is done, with a result. */
    DONE
}
