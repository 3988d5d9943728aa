package id.balairung.queue;

import java.time.Instant;

/**
 * What the feed tells a screen.
 *
 * @param <T> the projection
 */
public sealed interface QueueUpdate<T> {

    /**
     * The newest projection.
     *
     * @param projection what is true now
     * @param <T> the projection
     */
    record Current<T>(T projection) implements QueueUpdate<T> {}

    /**
     * The database can't be reached: what the screen shows is from then, and acts would fail.
     *
     * @param since from when the screen's data is, UTC
     * @param <T> the projection
     */
    record Interrupted<T>(Instant since) implements QueueUpdate<T> {}
}
