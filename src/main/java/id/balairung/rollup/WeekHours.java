package id.balairung.rollup;

import java.io.ByteArrayOutputStream;
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

    private static final int SEVEN = 7;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = -1;
        for (int cell = 0; cell < counts[0].length; cell++) {
            int here = cell;
            if (Arrays.stream(counts).anyMatch(kind -> kind[here] > 0)) {
                write(bytes, cell - last);
                for (long[] kind : counts) {
                    write(bytes, kind[cell]);
                }
                last = cell;
            }
        }
        return bytes.toByteArray();
    }

    /** As it is kept. */
    static WeekHours of(byte[] encoded) {
        Sum sum = new Sum();
        int place = 0;
        int cell = -1;
        long[] read = new long[1];
        while (place < encoded.length) {
            place = read(encoded, place, read);
            cell += (int) read[0];
            for (long[] kind : sum.counts) {
                place = read(encoded, place, read);
                kind[cell] = read[0];
            }
        }
        return sum.result();
    }

    private static void write(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while (rest > LOW) {
            bytes.write((int) (rest & LOW) | MORE);
            rest >>>= SEVEN;
        }
        bytes.write((int) rest);
    }

    private static int read(byte[] bytes, int from, long[] number) {
        number[0] = 0;
        int place = from;
        int shift = 0;
        while ((bytes[place] & MORE) != 0) {
            number[0] |= (long) (bytes[place] & LOW) << shift;
            shift += SEVEN;
            place++;
        }
        number[0] |= (long) bytes[place] << shift;
        return place + 1;
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
