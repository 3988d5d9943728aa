package id.balairung.counter;

/** Tells whether a counter has somebody called or served. Implemented by the module that keeps the tickets. */
public interface CounterOccupancy {

    /**
     * Whether a ticket is called or served at the counter.
     *
     * @param counter the counter
     */
    boolean occupied(CounterId counter);
}
