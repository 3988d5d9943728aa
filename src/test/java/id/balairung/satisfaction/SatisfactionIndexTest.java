package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each expected value was reckoned by hand with fractions; the arithmetic stands beside it. */
class SatisfactionIndexTest {

    private static final List<UnsurCode> NINE = IntStream.rangeClosed(1, 9)
            .mapToObj(number -> new UnsurCode("U" + number))
            .toList();

    @ParameterizedTest(name = "{0}: sums {1} of {2} answers each")
    @CsvSource(delimiter = '|', textBlock = """
            all the best          | 40 40 40 40 40 40 40 40 40          | 10 | 100.00 | A
            all the worst         | 10 10 10 10 10 10 10 10 10          | 10 |  25.00 | D
            one answer of 3 each  | 3 3 3 3 3 3 3 3 3                   |  1 |  75.00 | C
            the mockup            | 341 336 312 372 345 352 358 321 338 | 100 | 85.42 | B
            a third of a step     | 10 9 9 9 9 9 9 9 9                  |  3 |  75.93 | C
            """)
    void weighsNineEqually(String what, String sums, long count, BigDecimal ikm, Mutu mutu) {
        // The mockup: 30.75 / 9 x 25 = 85.4166.. ; a third of a step: (10/3 + 8 x 3) / 9 x 25 = 75.9259..
        long[] each = Arrays.stream(sums.split(" ")).mapToLong(Long::parseLong).toArray();
        Map<UnsurCode, Tally> answers = new LinkedHashMap<>();
        for (int number = 0; number < each.length; number++) {
            answers.put(NINE.get(number), summing(each[number], count));
        }

        assertThat(SatisfactionIndex.of(List.of(new SatisfactionIndex.Answers(ninths(), answers, count))))
                .hasValue(new Ikm(ikm, mutu));
    }

    @Test
    void anElementLeftOutByManyCountsByThoseWhoAnsweredIt() {
        // U1: (4 + 4) / 2 = 4 of two answers; the others 3 of ten. (4 + 8 x 3) / 9 x 25 = 77.777..
        Map<UnsurCode, Tally> answers = threes(10);
        answers.put(NINE.getFirst(), Tally.of(4, 2));

        assertThat(SatisfactionIndex.of(List.of(new SatisfactionIndex.Answers(ninths(), answers, 10))))
                .hasValue(new Ikm(new BigDecimal("77.78"), Mutu.B));
    }

    @ParameterizedTest
    @CsvSource({"7661, B", "7660, C", "8831, A", "8830, B", "6500, C", "6499, D"})
    void isClassifiedByWhatIsPublished(long hundredths, Mutu mutu) {
        // One unsur of weight 1, whose mean is hundredths / 2500: an IKM of exactly that many hundredths.
        assertThat(single(summing(hundredths, 2_500))).hasValue(new Ikm(BigDecimal.valueOf(hundredths, 2), mutu));
    }

    @Test
    void roundsHalfUpOnceAtTheEnd() {
        // 25 x 30642 / 10000 = 76.605, a half: 76.61 and B. Rounding the mean first (3.06) would say 76.50 and C.
        assertThat(single(summing(30_642, 10_000))).hasValue(new Ikm(new BigDecimal("76.61"), Mutu.B));
        // 25 x 30641 / 10000 = 76.6025.
        assertThat(single(summing(30_641, 10_000))).hasValue(new Ikm(new BigDecimal("76.60"), Mutu.C));
    }

    @Test
    void theNinthIsExact() {
        // With weights of 0.11 the best would be 99.
        assertThat(SatisfactionIndex.total(ninths().values())).hasToString("1");
    }

    @Test
    void weighsAsConfigured() {
        // 4 x 1/2 + 2 x 3/10 + 1 x 1/5 = 2.8; x 25 = 70.
        UnsurCode a = new UnsurCode("AA");
        UnsurCode b = new UnsurCode("BB");
        UnsurCode c = new UnsurCode("CC");
        Map<UnsurCode, Weight> weights = Map.of(a, new Weight(1, 2), b, new Weight(3, 10), c, new Weight(1, 5));
        Map<UnsurCode, Tally> answers = Map.of(a, Tally.of(4, 7), b, Tally.of(2, 5), c, Tally.of(1, 7));

        assertThat(SatisfactionIndex.of(List.of(new SatisfactionIndex.Answers(weights, answers, 7))))
                .hasValue(new Ikm(new BigDecimal("70.00"), Mutu.C));
    }

    @Test
    void twoVersionsCountForAsManyAsFilledThemIn() {
        // 30 of the old version say 4 (index 4), 10 of the new one 3 (index 3): (30 x 4 + 10 x 3) / 40 x 25 = 93.75.
        Map<UnsurCode, Weight> newer = Map.of(new UnsurCode("NEW"), new Weight(1, 1));
        Map<UnsurCode, Tally> fours = new LinkedHashMap<>();
        NINE.forEach(code -> fours.put(code, Tally.of(4, 30)));

        assertThat(SatisfactionIndex.of(List.of(
                        new SatisfactionIndex.Answers(ninths(), fours, 30),
                        new SatisfactionIndex.Answers(newer, Map.of(new UnsurCode("NEW"), Tally.of(3, 10)), 10),
                        new SatisfactionIndex.Answers(newer, Map.of(), 0))))
                .hasValue(new Ikm(new BigDecimal("93.75"), Mutu.A));
    }

    @Test
    void thereIsNoneWhileNobodyAnsweredAnElement() {
        Map<UnsurCode, Tally> answers = threes(10);
        answers.remove(NINE.getLast());

        assertThat(SatisfactionIndex.of(List.of(new SatisfactionIndex.Answers(ninths(), answers, 10))))
                .isEmpty();
        assertThat(SatisfactionIndex.of(List.of(new SatisfactionIndex.Answers(ninths(), Map.of(), 0))))
                .isEmpty();
        assertThat(SatisfactionIndex.of(Collections.emptyList())).isEmpty();
    }

    @Test
    void weightsThatDontSumToOneAreRefused() {
        Map<UnsurCode, Weight> short_ = Map.of(new UnsurCode("AA"), new Weight(99, 100));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SatisfactionIndex.Answers(short_, Map.of(), 0))
                .withMessageContaining("99");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SatisfactionIndex.Answers(ninths(), Map.of(new UnsurCode("OTHER"), Tally.of(1, 1)), 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/9     | 1/9
            2 / 18  | 1/9
            0,15    | 3/20
            0.125   | 1/8
            1       | 1
            ,5      | 1/2
            """)
    void readsAWeight(String typed, String weight) {
        assertThat(Weight.typed(typed)).map(Weight::toString).hasValue(weight);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"''", "0", "0/9", "10/9", "1/0", "1,5", "-1/9", "1/9/2", "satu", "0,1234567", "1e3"},
            delimiter = ';')
    void readsNoWeight(String typed) {
        assertThat(Weight.typed(typed)).isEqualTo(Optional.empty());
    }

    private static Optional<Ikm> single(Tally tally) {
        UnsurCode only = new UnsurCode("ONLY");
        return SatisfactionIndex.of(List.of(
                new SatisfactionIndex.Answers(Map.of(only, new Weight(1, 1)), Map.of(only, tally), tally.count())));
    }

    private static Map<UnsurCode, Tally> threes(long count) {
        Map<UnsurCode, Tally> answers = new LinkedHashMap<>();
        NINE.forEach(code -> answers.put(code, Tally.of(3, count)));
        return answers;
    }

    static Map<UnsurCode, Weight> ninths() {
        Map<UnsurCode, Weight> weights = new LinkedHashMap<>();
        NINE.forEach(code -> weights.put(code, new Weight(1, 9)));
        return weights;
    }

    /** So many answers that sum to this. */
    static Tally summing(long sum, long count) {
        long each = sum / count;
        long more = sum % count;
        Tally tally = Tally.of((int) each, count - more);
        return more == 0 ? tally : tally.plus(Tally.of((int) each + 1, more));
    }
}
