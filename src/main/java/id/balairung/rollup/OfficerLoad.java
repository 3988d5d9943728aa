package id.balairung.rollup;

import java.util.Collection;

/**
 * How the work was spread over the officers, without anybody's name: one quantity for each officer and day on which he or she served.
 * Adds up over days and agencies.
 *
 * @param turns how many turns an officer served on a day
 * @param serving how long an officer served on a day, in milliseconds
 */
public record OfficerLoad(Spread turns, Spread serving) {

    /** Of fewer officers' days it would tell what one person did. */
    private static final int FEWEST = 5;

    /** Of days on which nobody served. */
    public static final OfficerLoad NONE = new OfficerLoad(Spread.NONE, Spread.NONE);

    /** All of them together. */
    public static OfficerLoad sum(Collection<OfficerLoad> all) {
        return new OfficerLoad(
                Spread.sum(() -> all.stream().map(OfficerLoad::turns)),
                Spread.sum(() -> all.stream().map(OfficerLoad::serving)));
    }

    /** Whether it may be told: nobody's own work shows in it. */
    public boolean tells() {
        return turns.n() >= FEWEST;
    }
}
