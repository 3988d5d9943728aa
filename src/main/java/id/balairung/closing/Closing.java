package id.balairung.closing;

import java.time.Instant;

/**
 * When and how often a day was reckoned.
 *
 * @param builtAt when it was last, UTC
 * @param version how often: 1 until something of the day changed after it was closed
 */
public record Closing(Instant builtAt, int version) {

    /** Of both together. */
    Closing and(Closing other) {
        return new Closing(builtAt.isAfter(other.builtAt) ? builtAt : other.builtAt, version + other.rebuilds());
    }

    /** How often it was reckoned anew because something of the day changed. */
    public int rebuilds() {
        return version - 1;
    }
}
