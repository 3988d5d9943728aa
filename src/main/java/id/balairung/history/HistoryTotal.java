package id.balairung.history;

/**
 * How many turns there are, as far as is counted: {@value #MOST_COUNTED} at most, for nobody reads so many, and no longer than a
 * moment.
 *
 * @param turns how many were counted, the newest first
 * @param more whether there may be more than those
 * @param overTarget how many of those counted missed their target, as {@link WaitFigure#MISSED} has it
 */
public record HistoryTotal(int turns, boolean more, int overTarget) {

    /** As far as is counted. */
    public static final int MOST_COUNTED = 10_000;

    /** How many more may be counted. */
    int uncounted() {
        return MOST_COUNTED - turns;
    }

    HistoryTotal plus(HistoryTotal older) {
        return new HistoryTotal(turns + older.turns(), older.more(), overTarget + older.overTarget());
    }

    HistoryTotal andMore() {
        return new HistoryTotal(turns, true, overTarget);
    }
}
