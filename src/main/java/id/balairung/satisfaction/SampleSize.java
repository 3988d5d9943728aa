package id.balairung.satisfaction;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How many responses a population needs, by Krejcie and Morgan: S = X2 N P Q / (d2 (N - 1) + X2 P Q) with X2 = 3.841, P = Q = 0.5
 * and d = 0.05, reckoned exactly and rounded to the nearest whole, a half up.
 */
public final class SampleSize {

    /** X2 P Q = 3.841 / 4. */
    private static final BigFraction SPREAD = BigFraction.of(3841, 4000);

    /** d2 = 0.05 x 0.05. */
    private static final BigFraction ERROR = BigFraction.of(1, 400);

    private SampleSize() {}

    /**
     * The needed sample.
     *
     * @param population how many were served
     * @return how many responses; never more than the population, and none of none
     * @throws IllegalArgumentException when the population is negative
     */
    public static long needed(long population) {
        if (population < 0) {
            throw new IllegalArgumentException("No population: " + population);
        }
        if (population == 0) {
            return 0;
        }
        BigInteger all = BigInteger.valueOf(population);
        return SPREAD.multiply(all)
                .divide(ERROR.multiply(all.subtract(BigInteger.ONE)).add(SPREAD))
                .bigDecimalValue(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
