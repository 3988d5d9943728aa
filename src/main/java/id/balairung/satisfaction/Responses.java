package id.balairung.satisfaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * SKM responses counted: what was answered to each unsur, by version of the questionnaire. Responses are pooled by adding the counts;
 * an IKM is never reckoned from other IKMs.
 *
 * @param versions the counts of each version that was filled in
 */
public record Responses(Map<Integer, Version> versions) {

    /** No response. */
    public static final Responses NONE = new Responses(Map.of());

    private static final BigFraction TO_IKM = BigFraction.of(25);
    private static final int PLACES = 2;

    /** Keeps the counts. */
    public Responses {
        versions = Map.copyOf(versions);
    }

    /**
     * The responses to one version.
     *
     * @param count how many filled it in
     * @param answers what they answered, by unsur
     */
    public record Version(long count, Map<UnsurCode, Tally> answers) {

        /** Keeps the counts. */
        public Version {
            answers = Map.copyOf(answers);
        }

        private Version plus(Version other) {
            Map<UnsurCode, Tally> sum = new LinkedHashMap<>(answers);
            other.answers.forEach((code, tally) -> sum.merge(code, tally, Tally::plus));
            return new Version(count + other.count, sum);
        }
    }

    /**
     * How an unsur was found.
     *
     * @param unsur which, as the newest version that was filled in asks it
     * @param answers what was answered, in all versions
     */
    public record Found(Unsur unsur, Tally answers) {

        /** The mean of the answers, from 1.00 to 4.00, rounded half up once (NRR). Empty without an answer. */
        public Optional<BigDecimal> mean() {
            return answers.mean();
        }

        /** Its own IKM, 25 times the exact mean, rounded half up once. Empty without an answer. */
        public Optional<Ikm> ikm() {
            return answers.exactMean().map(mean -> Ikm.of(Tally.rounded(mean.multiply(TO_IKM), PLACES)));
        }
    }

    /** Both together. */
    public Responses plus(Responses other) {
        Map<Integer, Version> sum = new TreeMap<>(versions);
        other.versions.forEach((version, counts) -> sum.merge(version, counts, Version::plus));
        return new Responses(sum);
    }

    /** How many responses. */
    public long count() {
        return versions.values().stream().mapToLong(Version::count).sum();
    }

    /**
     * The IKM.
     *
     * @param asked all versions of the questionnaire
     * @return empty when nobody answered, or when an unsur has no answer at all
     */
    public Optional<Ikm> ikm(Collection<Questionnaire> asked) {
        return SatisfactionIndex.of(asked.stream()
                .flatMap(version -> Optional.ofNullable(versions.get(version.version())).stream()
                        .map(counts ->
                                new SatisfactionIndex.Answers(version.weights(), counts.answers(), counts.count())))
                .toList());
    }

    /**
     * Each unsur, in the order of the newest version that was filled in; those that only older ones ask come after them. Of the version
     * in force where nobody answered yet.
     *
     * @param asked all versions of the questionnaire, the first one first
     */
    public List<Found> unsur(List<Questionnaire> asked) {
        Map<UnsurCode, Unsur> known = new LinkedHashMap<>();
        List<Questionnaire> filledIn = asked.stream()
                .filter(version -> versions.containsKey(version.version()))
                .sorted(Comparator.comparing(Questionnaire::version).reversed())
                .toList();
        (filledIn.isEmpty() ? asked.subList(asked.size() - 1, asked.size()) : filledIn)
                .forEach(version -> version.unsur().forEach(unsur -> known.putIfAbsent(unsur.code(), unsur)));
        return known.values().stream()
                .map(unsur -> new Found(unsur, answersTo(unsur.code())))
                .toList();
    }

    private Tally answersTo(UnsurCode code) {
        return versions.values().stream()
                .map(version -> version.answers().getOrDefault(code, Tally.NONE))
                .reduce(Tally.NONE, Tally::plus);
    }

    /**
     * The unsur with the lowest means, the lowest first; of equal ones that which is asked first.
     *
     * @param asked all versions of the questionnaire, the first one first
     * @param most how many
     */
    public List<Found> lowest(List<Questionnaire> asked, int most) {
        List<Found> answered = new ArrayList<>(unsur(asked).stream()
                .filter(found -> found.answers().count() > 0)
                .toList());
        answered.sort(Comparator.comparing(found -> found.answers().exactMean().orElseThrow()));
        return answered.stream().limit(most).collect(Collectors.toUnmodifiableList());
    }
}
