package id.balairung.satisfaction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What an unsur counts for in the index: an exact fraction. Nine unsur of equal weight are a ninth each; the 0.11 that is printed in
 * forms would cap the index at 99.
 *
 * @param numerator at least 1
 * @param denominator at least 1, and not below the numerator
 */
public record Weight(int numerator, int denominator) {

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\d{1,6})");
    private static final Pattern DECIMAL = Pattern.compile("[01]?[.,]\\d{1,6}|1");

    /**
     * A weight, in its lowest terms.
     *
     * @throws IllegalArgumentException when it isn't above 0 and at most 1
     */
    public Weight {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("No weight: " + numerator + "/" + denominator);
        }
        int common = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .intValueExact();
        numerator = numerator / common;
        denominator = denominator / common;
    }

    /**
     * What somebody typed: a fraction (1/9) or a decimal number of at most six places (0,15 or 0.15).
     *
     * @return empty when it isn't a weight
     */
    public static Optional<Weight> typed(String text) {
        String typed = text.strip();
        Matcher fraction = FRACTION.matcher(typed);
        if (fraction.matches()) {
            return of(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2)));
        }
        if (!DECIMAL.matcher(typed).matches()) {
            return Optional.empty();
        }
        BigDecimal decimal = new BigDecimal(typed.replace(',', '.'));
        return of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    private static Optional<Weight> of(BigInteger numerator, BigInteger denominator) {
        boolean weight = numerator.signum() > 0 && numerator.compareTo(denominator) <= 0;
        return weight
                ? Optional.of(new Weight(numerator.intValueExact(), denominator.intValueExact()))
                : Optional.empty();
    }

    BigFraction exact() {
        return BigFraction.of(numerator, denominator);
    }

    @Override
    public String toString() {
        return numerator == denominator ? "1" : numerator + "/" + denominator;
    }
}
