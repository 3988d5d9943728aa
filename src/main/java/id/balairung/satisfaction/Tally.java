package id.balairung.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How often each answer was given to one question.
 *
 * @param ones how many said 1, tidak baik
 * @param twos how many said 2, kurang baik
 * @param threes how many said 3, baik
 * @param fours how many said 4, sangat baik
 */
public record Tally(long ones, long twos, long threes, long fours) {

    /** No answer yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    private static final int PLACES = 2;

    /**
     * Counts answers.
     *
     * @throws IllegalArgumentException when a count is negative
     */
    public Tally {
        if (ones < 0 || twos < 0 || threes < 0 || fours < 0) {
            throw new IllegalArgumentException("Fewer answers than none");
        }
    }

    /** So many times the same answer, from 1 to 4. */
    public static Tally of(int answer, long times) {
        return switch (answer) {
            case 1 -> new Tally(times, 0, 0, 0);
            case 2 -> new Tally(0, times, 0, 0);
            case 3 -> new Tally(0, 0, times, 0);
            case 4 -> new Tally(0, 0, 0, times);
            default -> throw new IllegalArgumentException("No answer: " + answer);
        };
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(ones + other.ones, twos + other.twos, threes + other.threes, fours + other.fours);
    }

    /** How many answers. */
    public long count() {
        return ones + twos + threes + fours;
    }

    /** Their sum. */
    public long sum() {
        return ones + 2 * twos + 3 * threes + 4 * fours;
    }

    /** How many gave this answer, from 1 to 4. */
    public long of(int answer) {
        return switch (answer) {
            case 1 -> ones;
            case 2 -> twos;
            case 3 -> threes;
            case 4 -> fours;
            default -> throw new IllegalArgumentException("No answer: " + answer);
        };
    }

    /**
     * The mean, from 1.00 to 4.00, rounded half up to two places for people to read (NRR, "nilai rata-rata"); the index is never
     * reckoned from it. Empty without an answer.
     */
    public Optional<BigDecimal> mean() {
        return exactMean().map(mean -> rounded(mean, PLACES));
    }

    /** Empty without an answer. */
    Optional<BigFraction> exactMean() {
        return count() == 0 ? Optional.empty() : Optional.of(BigFraction.of(sum(), count()));
    }

    static BigDecimal rounded(BigFraction exact, int places) {
        return exact.bigDecimalValue(places, RoundingMode.HALF_UP);
    }
}
