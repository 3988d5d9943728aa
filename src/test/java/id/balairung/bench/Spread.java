package id.balairung.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long each of many calls took.
 *
 * @param sorted milliseconds, the shortest first
 */
record Spread(double[] sorted) {

    private static final long PACE_MILLIS = 100;

    /** What is measured. */
    interface OneCall {
        /** Does it and says how many milliseconds it took. */
        double millis() throws Exception;
    }

    /** Measures so many calls, one after the other with a pause between them. */
    static Spread of(int calls, OneCall call) throws Exception {
        double[] took = new double[calls];
        for (int number = 0; number < calls; number++) {
            took[number] = call.millis();
            Thread.sleep(PACE_MILLIS);
        }
        Arrays.sort(took);
        return new Spread(took);
    }

    /** The smallest that so many per cent don't exceed. */
    double at(int percent) {
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }

    /** How many calls took longer. */
    long over(double millis) {
        return Arrays.stream(sorted).filter(took -> took > millis).count();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f, p95 %.1f, p99 %.1f ms", at(50), at(95), at(99));
    }
}
