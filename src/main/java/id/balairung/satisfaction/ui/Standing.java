package id.balairung.satisfaction.ui;

import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.OwnSatisfaction;
import id.balairung.satisfaction.Questionnaire;
import id.balairung.satisfaction.Responses;
import id.balairung.satisfaction.Sample;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.TrendPoint;
import id.balairung.satisfaction.Unsur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an agency or the mall stands in a period: only what its two cards show, so that an unchanged card is an equal value.
 *
 * @param period when
 * @param goesOn whether it isn't over
 * @param ikm the IKM; empty while it can't be told
 * @param sample of how many
 * @param before the period before; empty when nobody answered then
 * @param trend the periods up to this one, the earliest first
 * @param unsur what was answered to each
 */
record Standing(
        SurveyPeriod period,
        boolean goesOn,
        Optional<Ikm> ikm,
        Sample sample,
        Optional<Past> before,
        List<Past> trend,
        List<OfUnsur> unsur) {

    private static final int LOWEST = 3;

    /** A period with its IKM, where that can be told, and how many answered. */
    record Past(SurveyPeriod period, Optional<Ikm> ikm, long responses) {}

    /**
     * An unsur.
     *
     * @param unsur which
     * @param mean its NRR; empty while nobody answered
     * @param change since the period before; empty where one of the two isn't known
     * @param answers how many answered it
     * @param low whether it is among the three lowest
     */
    record OfUnsur(Unsur unsur, Optional<BigDecimal> mean, Optional<BigDecimal> change, long answers, boolean low) {}

    static Standing of(AgencySatisfaction now, LocalDate today) {
        return of(now.period(), now.responses(), now.sample(), now.before(), now.trend(), now.asked(), today);
    }

    static Standing of(MallSatisfaction now, LocalDate today) {
        return of(now.period(), now.responses(), now.sample(), now.before(), now.trend(), now.asked(), today);
    }

    /** For an officer, who reads no IKM of a sample and no periods side by side: they would tell of single responses. */
    static Standing of(OwnSatisfaction now) {
        return new Standing(
                now.period(),
                true,
                now.ikm(),
                new Sample(0, now.responses().count()),
                Optional.empty(),
                List.of(),
                unsur(now.responses(), Responses.NONE, now.asked()));
    }

    private static Standing of(
            SurveyPeriod period,
            Responses responses,
            Sample sample,
            Optional<TrendPoint> before,
            List<TrendPoint> trend,
            List<Questionnaire> asked,
            LocalDate today) {
        return new Standing(
                period,
                period.contains(today),
                responses.ikm(asked),
                sample,
                before.map(point -> past(point, asked)),
                trend.stream().map(point -> past(point, asked)).toList(),
                unsur(responses, before.map(TrendPoint::responses).orElse(Responses.NONE), asked));
    }

    private static Past past(TrendPoint point, List<Questionnaire> asked) {
        return new Past(point.period(), point.ikm(asked), point.responses().count());
    }

    private static List<OfUnsur> unsur(Responses now, Responses before, List<Questionnaire> asked) {
        Set<?> low = now.lowest(asked, LOWEST).stream()
                .map(found -> found.unsur().code())
                .collect(Collectors.toUnmodifiableSet());
        Map<?, BigDecimal> then = before.unsur(asked).stream()
                .filter(found -> found.mean().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        found -> found.unsur().code(), found -> found.mean().orElseThrow()));
        return now.unsur(asked).stream()
                .map(found -> new OfUnsur(
                        found.unsur(),
                        found.mean(),
                        found.mean()
                                .flatMap(mean -> Optional.ofNullable(
                                                then.get(found.unsur().code()))
                                        .map(mean::subtract)),
                        found.answers().count(),
                        low.contains(found.unsur().code())))
                .toList();
    }

    /** The change of the published IKM since the period before. */
    Optional<BigDecimal> change() {
        return ikm.flatMap(
                now -> before.flatMap(Past::ikm).map(then -> now.value().subtract(then.value())));
    }

    /** Of which unsur nobody said anything, so that there is no IKM although somebody answered. */
    List<Unsur> unanswered() {
        return unsur.stream()
                .filter(one -> one.answers() == 0)
                .map(OfUnsur::unsur)
                .toList();
    }
}
