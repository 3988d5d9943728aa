package id.balairung.rollup;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Counts by weekday and hour of the mall's zone: tickets issued then, and the turns that entered their queue then as far as they are
 * judged. Adds up with any other.
 */
public final class WeekHours {

    static final int HOURS = 24;

    static final WeekHours NONE = new WeekHours(new long[Kind.values().length][DayOfWeek.values().length * HOURS]);

    private final long[][] counts;

    /** What is counted. */
    public enum Kind {
        /** Tickets issued. */
        ARRIVALS,
        /** Turns that the share within target is about. */
        JUDGED,
        /** Those within target. */
        WITHIN_TARGET
    }

    private WeekHours(long[][] counts) {
        this.counts = counts;
    }

    /** How many there were in an hour of a weekday. */
    public long count(Kind kind, DayOfWeek weekday, int hour) {
        return counts[kind.ordinal()][cell(weekday, hour)];
    }

    /** How many there were in all. */
    public long total(Kind kind) {
        return Arrays.stream(counts[kind.ordinal()]).sum();
    }

    static WeekHours sum(Stream<WeekHours> all) {
        Sum sum = new Sum();
        all.forEach(one -> {
            for (int kind = 0; kind < sum.counts.length; kind++) {
                for (int cell = 0; cell < sum.counts[kind].length; cell++) {
                    sum.counts[kind][cell] += one.counts[kind][cell];
                }
            }
        });
        return sum.result();
    }

    private static int cell(DayOfWeek weekday, int hour) {
        return weekday.ordinal() * HOURS + hour;
    }

    /** For the database: of each cell that isn't empty how far it lies from the last one, and its counts. */
    byte[] encoded() {
        Packed.Writer written = new Packed.Writer();
        int last = -1;
        for (int cell = 0; cell < counts[0].length; cell++) {
            int here = cell;
            if (Arrays.stream(counts).anyMatch(kind -> kind[here] > 0)) {
                written.number(cell - last);
                for (long[] kind : counts) {
                    written.number(kind[cell]);
                }
                last = cell;
            }
        }
        return written.bytes();
    }

    /** As it is kept. */
    static WeekHours of(byte[] encoded) {
        Sum sum = new Sum();
        Packed.Reader kept = new Packed.Reader(encoded);
        int cell = -1;
        while (kept.more()) {
            cell += (int) kept.number();
            for (long[] kind : sum.counts) {
                kind[cell] = kept.number();
            }
        }
        return sum.result();
    }

    /** Counts them. */
    static final class Sum {

        private final long[][] counts = new long[Kind.values().length][DayOfWeek.values().length * HOURS];

        void count(Kind kind, DayOfWeek weekday, int hour) {
            counts[kind.ordinal()][cell(weekday, hour)]++;
        }

        WeekHours result() {
            return new WeekHours(counts);
        }
    }
}
