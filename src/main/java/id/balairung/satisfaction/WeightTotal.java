package id.balairung.satisfaction;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What the weights of a questionnaire sum to, exactly. It has to be 1.
 *
 * @param sum the sum
 */
public record WeightTotal(BigFraction sum) {

    /**
     * What weights sum to, as they are typed.
     *
     * @param weights as in 1/9 or 0,15
     * @return empty while one of them isn't a weight
     */
    public static Optional<WeightTotal> of(Collection<String> weights) {
        List<Weight> known =
                weights.stream().flatMap(text -> Weight.typed(text).stream()).toList();
        return known.size() == weights.size()
                ? Optional.of(new WeightTotal(SatisfactionIndex.total(known)))
                : Optional.empty();
    }

    /** Whether it is what it has to be. */
    public boolean isOne() {
        return sum.equals(BigFraction.ONE);
    }

    /** Whether it is more than 1. */
    public boolean isOver() {
        return sum.compareTo(BigFraction.ONE) > 0;
    }

    /** How far it is from 1, in lowest terms, as in 7/180. */
    public String apart() {
        return text(sum.subtract(BigFraction.ONE).abs());
    }

    /** In lowest terms, as in 1 or 8/9. */
    @Override
    public String toString() {
        return text(sum);
    }

    private static String text(BigFraction number) {
        return number.getDenominator().bitLength() == 1
                ? number.getNumerator().toString()
                : number.getNumerator() + "/" + number.getDenominator();
    }
}
