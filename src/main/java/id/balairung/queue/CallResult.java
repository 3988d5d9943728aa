package id.balairung.queue;

/** What came of calling the next ticket. */
public sealed interface CallResult {

    /**
     * A ticket was called.
     *
     * @param act what was done
     */
    record Called(Act act) implements CallResult {}

    /** Nobody waits at the counter's services. */
    record NobodyWaiting() implements CallResult {}
}
