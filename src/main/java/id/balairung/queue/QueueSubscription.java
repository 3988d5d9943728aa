package id.balairung.queue;

/**
 * A screen's subscription to the feed.
 *
 * @param <T> the projection
 */
public interface QueueSubscription<T> extends AutoCloseable {

    /** The projection as it is now: the feed's newest, or read from the database when nobody followed before. */
    T current();

    /** Ends the subscription; no delivery begins afterwards. Closing twice does no harm. */
    @Override
    void close();
}
