package id.balairung.agency;

/** Whether a service takes new tickets on a day. */
public enum ServiceState {
    /** It takes them. */
    OPEN,
    /** It, its agency or the mall doesn't open on that day. */
    CLOSED_TODAY,
    /** It is paused by its agency. */
    PAUSED,
    /** It has given out as many numbers as it may on that day. Only who counts the numbers can tell. */
    FULL,
    /** Its agency takes no part at present. */
    SUSPENDED,
    /** Its agency offers it no more. */
    WITHDRAWN
}
