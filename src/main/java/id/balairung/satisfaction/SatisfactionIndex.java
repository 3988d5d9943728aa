package id.balairung.satisfaction;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The index of Permenpan RB 14/2017, exact: the sum over the unsur of mean times weight, and the IKM is 25 times that. It is
 * rounded once, at the very end.
 */
public final class SatisfactionIndex {

    private static final int FACTOR = 25;
    private static final int PLACES = 2;

    private SatisfactionIndex() {}

    /**
     * The answers to one version of the questionnaire.
     *
     * @param weights what each of its unsur counts for
     * @param answers what was answered; an unsur without answers may be missing
     * @param responses how many filled in the form
     */
    public record Answers(Map<UnsurCode, Weight> weights, Map<UnsurCode, Tally> answers, long responses) {

        /**
         * Answers to one version.
         *
         * @throws IllegalArgumentException when the weights don't sum to exactly 1, or something else was answered
         */
        public Answers {
            if (!total(weights.values()).equals(BigFraction.ONE)) {
                throw new IllegalArgumentException("The weights sum to " + total(weights.values()));
            }
            if (!weights.keySet().containsAll(answers.keySet())) {
                throw new IllegalArgumentException("Answers to what wasn't asked");
            }
            weights = Map.copyOf(weights);
            answers = Map.copyOf(answers);
        }

        /** Empty while an unsur has no answer: what it counts for can't be given to the others. */
        private Optional<BigFraction> index() {
            BigFraction index = BigFraction.ZERO;
            for (Map.Entry<UnsurCode, Weight> unsur : weights.entrySet()) {
                Optional<BigFraction> mean =
                        answers.getOrDefault(unsur.getKey(), Tally.NONE).exactMean();
                if (mean.isEmpty()) {
                    return Optional.empty();
                }
                index = index.add(mean.get().multiply(unsur.getValue().exact()));
            }
            return Optional.of(index);
        }
    }

    /**
     * The IKM of what was answered.
     *
     * @param answers by version of the questionnaire; where a period has several, each counts for as many as filled it in
     * @return empty when nobody answered, or when an unsur of a version that was filled in has no answer at all
     */
    public static Optional<Ikm> of(Collection<Answers> answers) {
        BigFraction sum = BigFraction.ZERO;
        long responses = 0;
        for (Answers version : answers) {
            if (version.responses() > 0) {
                Optional<BigFraction> index = version.index();
                if (index.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(index.get().multiply(BigInteger.valueOf(version.responses())));
                responses += version.responses();
            }
        }
        return responses == 0
                ? Optional.empty()
                : Optional.of(
                        Ikm.of(Tally.rounded(sum.multiply(FACTOR).divide(BigInteger.valueOf(responses)), PLACES)));
    }

    /** The sum of weights, in its lowest terms; a questionnaire's is exactly 1. */
    static BigFraction total(Collection<Weight> weights) {
        return weights.stream().map(Weight::exact).reduce(BigFraction.ZERO, BigFraction::add);
    }
}
