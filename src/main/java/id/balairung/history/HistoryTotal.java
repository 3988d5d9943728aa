package id.balairung.history;

/**
 * How many turns there are. Beyond {@value #MOST_COUNTED} they aren't counted: that would take long, and nobody reads so many.
 *
 * @param turns how many, or {@value #MOST_COUNTED}
 * @param more whether there are more than that
 * @param overTarget how many of those counted waited longer than their target
 */
public record HistoryTotal(int turns, boolean more, int overTarget) {

    /** As far as is counted. */
    public static final int MOST_COUNTED = 10_000;
}
