package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for any weights and any answers. */
class SatisfactionIndexPropertyTest {

    private static final MathContext FINE = new MathContext(60);

    @Property
    void liesBetweenTheWorstAndTheBest(@ForAll("answers") SatisfactionIndex.Answers answers) {
        assertThat(ikm(answers)).isBetween(new BigDecimal("25.00"), new BigDecimal("100.00"));
        assertThat(ikm(answers).scale()).isEqualTo(2);
    }

    /** By decimal numbers of sixty digits, far finer than a half of a hundredth could hide in. */
    @Property
    void equalsTheFormula(@ForAll("answers") SatisfactionIndex.Answers answers) {
        BigDecimal index = BigDecimal.ZERO;
        for (Map.Entry<UnsurCode, Weight> unsur : answers.weights().entrySet()) {
            Tally tally = answers.answers().get(unsur.getKey());
            index = index.add(BigDecimal.valueOf(tally.sum())
                    .multiply(BigDecimal.valueOf(unsur.getValue().numerator()))
                    .divide(BigDecimal.valueOf(tally.count() * unsur.getValue().denominator()), FINE));
        }
        BigDecimal exact = index.multiply(BigDecimal.valueOf(25));

        // A half that ends there isn't told from one that is a digit short of it by sixty digits, so halves are taken
        // up.
        assertThat(ikm(answers))
                .isEqualTo(exact.setScale(40, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_UP));
    }

    @Property
    void theOrderOfAnswersAndOfElementsDoesntMatter(
            @ForAll("answers") SatisfactionIndex.Answers answers, @ForAll Random random) {
        List<UnsurCode> codes = new ArrayList<>(answers.weights().keySet());
        Collections.shuffle(codes, random);
        Map<UnsurCode, Weight> weights = new LinkedHashMap<>();
        Map<UnsurCode, Tally> tallies = new LinkedHashMap<>();
        codes.forEach(code -> {
            weights.put(code, answers.weights().get(code));
            tallies.put(code, answers.answers().get(code));
        });

        assertThat(ikm(new SatisfactionIndex.Answers(weights, tallies, answers.responses())))
                .isEqualTo(ikm(answers));
    }

    @Property
    void sayingItAllTwiceChangesNothing(@ForAll("answers") SatisfactionIndex.Answers answers) {
        Map<UnsurCode, Tally> twice = new LinkedHashMap<>();
        answers.answers().forEach((code, tally) -> twice.put(code, tally.plus(tally)));

        assertThat(ikm(new SatisfactionIndex.Answers(answers.weights(), twice, 2 * answers.responses())))
                .isEqualTo(ikm(answers));
        assertThat(SatisfactionIndex.of(List.of(answers, answers)).orElseThrow().value())
                .isEqualTo(ikm(answers));
    }

    @Property
    void aBetterAnswerNeverMakesItWorse(@ForAll("answers") SatisfactionIndex.Answers answers, @ForAll Random random) {
        List<UnsurCode> codes = new ArrayList<>(answers.weights().keySet());
        UnsurCode code = codes.get(random.nextInt(codes.size()));
        Map<UnsurCode, Tally> better = new LinkedHashMap<>(answers.answers());
        better.computeIfPresent(code, (same, tally) -> tally.plus(Tally.of(4, 1)));

        assertThat(ikm(new SatisfactionIndex.Answers(answers.weights(), better, answers.responses())))
                .isGreaterThanOrEqualTo(ikm(answers));
    }

    @Property
    void theNeededSampleGrowsWithThePopulation(@ForAll @LongRange(min = 1, max = 50_000_000) long population) {
        assertThat(SampleSize.needed(population)).isBetween(1L, Math.min(population, 384));
        assertThat(SampleSize.needed(population + 1)).isGreaterThanOrEqualTo(SampleSize.needed(population));
    }

    @Provide
    Arbitrary<SatisfactionIndex.Answers> answers() {
        Arbitrary<List<Integer>> parts =
                Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(14);
        return parts.flatMap(each -> Combinators.combine(
                        tally().list().ofSize(each.size()), Arbitraries.longs().between(1, 100_000))
                .as((tallies, responses) -> {
                    int whole = each.stream().mapToInt(Integer::intValue).sum();
                    Map<UnsurCode, Weight> weights = new LinkedHashMap<>();
                    Map<UnsurCode, Tally> answered = new LinkedHashMap<>();
                    IntStream.range(0, each.size()).forEach(number -> {
                        UnsurCode code = new UnsurCode("U" + number);
                        weights.put(code, new Weight(each.get(number), whole));
                        answered.put(code, tallies.get(number));
                    });
                    return new SatisfactionIndex.Answers(weights, answered, responses);
                }));
    }

    private static Arbitrary<Tally> tally() {
        Arbitrary<Long> times = Arbitraries.longs().between(0, 10_000);
        return Combinators.combine(times, times, times, times).as(Tally::new).filter(tally -> tally.count() > 0);
    }

    private static BigDecimal ikm(SatisfactionIndex.Answers answers) {
        return SatisfactionIndex.of(List.of(answers)).orElseThrow().value();
    }
}
