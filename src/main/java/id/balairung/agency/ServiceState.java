package id.balairung.agency;

/** Whether a service takes new tickets on a day. */
public enum ServiceState {
    /** It takes them. */
    OPEN,
    /** Its agency doesn't open on that day. */
    CLOSED_TODAY,
    /** It is paused by its agency. */
    PAUSED
}
