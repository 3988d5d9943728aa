package id.balairung.satisfaction;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A version of the questionnaire, the same for every agency of the mall.
 *
 * @param version its number, from 1
 * @param validFrom the first service day for which it is asked, the first of a month
 * @param unsur what is asked, in the order of the form
 */
public record Questionnaire(int version, LocalDate validFrom, List<Unsur> unsur) {

    /**
     * A version.
     *
     * @throws IllegalArgumentException when the weights don't sum to exactly 1, or a code comes twice
     */
    public Questionnaire {
        unsur = List.copyOf(unsur);
        if (unsur.stream().map(Unsur::code).distinct().count() != unsur.size()) {
            throw new IllegalArgumentException("A code comes twice");
        }
        BigFraction total =
                SatisfactionIndex.total(unsur.stream().map(Unsur::weight).toList());
        if (!total.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("The weights sum to " + total);
        }
    }

    /** What each of its unsur counts for, in the order of the form. */
    public Map<UnsurCode, Weight> weights() {
        Map<UnsurCode, Weight> weights = new LinkedHashMap<>();
        unsur.forEach(each -> weights.put(each.code(), each.weight()));
        return weights;
    }

    /** The unsur of this code, if it is asked about. */
    public Optional<Unsur> unsur(UnsurCode code) {
        return unsur.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
