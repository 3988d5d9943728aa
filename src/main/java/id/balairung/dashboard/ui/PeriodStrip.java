package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Section;
import id.balairung.common.Share;
import id.balairung.dashboard.DashboardReading;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.rollup.CounterFigures;
import id.balairung.rollup.Figures;
import java.time.Duration;
import java.util.Optional;

/** The figures of the period, each beside that of the one before. */
class PeriodStrip extends Section {

    private static final int PERCENT = 100;

    private final transient DashboardWords words;
    private final transient Links links;
    private final LinkedFigure arrivals;
    private final LinkedFigure within;
    private final LinkedFigure waits;
    private final LinkedFigure service;
    private final LinkedFigure served;
    private final LinkedFigure noShows;
    private final LinkedFigure abandoned;
    private final LinkedFigure occupancy;

    PeriodStrip(DashboardWords words, Links links) {
        this.words = words;
        this.links = links;
        this.arrivals = new LinkedFigure(words.text("dashboard.arrivals"));
        this.within = new LinkedFigure(words.text("dashboard.within"));
        this.waits = new LinkedFigure(words.text("dashboard.wait"));
        this.service = new LinkedFigure(words.text("dashboard.service-time"));
        this.served = new LinkedFigure(words.text("dashboard.served"));
        this.noShows = new LinkedFigure(words.text("dashboard.no-shows"));
        this.abandoned = new LinkedFigure(words.text("dashboard.abandoned"));
        this.occupancy = new LinkedFigure(words.text("dashboard.occupancy")).within(CountersCard.PLACE);
        addClassNames("bl-card", "bl-period-figures");
        setAriaLabel(words.text("dashboard.figures"));
        add(arrivals, within, waits, service, served, noShows, abandoned, occupancy);
    }

    void show(DashboardReading reading) {
        Figures now = reading.total();
        Figures then = reading.totalBefore();
        arrivals.show(words.count(now.arrivals()), "", "", count(now.arrivals(), then.arrivals()), links.arrivals());
        share(within, now.withinTargetShare(), then.withinTargetShare(), links.turns(WaitFigure.JUDGED));
        within.missed(now.withinTargetShare()
                .percent()
                .filter(percent -> percent < Goal.PERCENT)
                .isPresent());
        waits.show(
                words.minutes(now.waiting().medianTime()),
                words.text("dashboard.minutes-median"),
                words.text("dashboard.p90-n", words.minutes(now.waiting().p90Time()), words.count(now.called())),
                time(now.waiting().medianTime(), then.waiting().medianTime(), then.called()),
                links.turns(WaitFigure.CALLED));
        service.show(
                words.minutes(now.service().medianTime()),
                words.text("dashboard.minutes-median"),
                words.text(
                        "dashboard.service-time.within",
                        words.percent(now.serviceWithinShare()),
                        words.minutes(now.service().p90Time()),
                        words.count(now.service().n())),
                time(
                        now.service().medianTime(),
                        then.service().medianTime(),
                        then.service().n()),
                links.turns(ServiceTimeFigure.MEASURED));
        served.show(
                words.count(now.served()),
                "",
                words.text("dashboard.served.transferred", words.count(now.transferred())),
                count(now.served(), then.served()),
                links.turns(TurnResult.SERVED));
        part(noShows, now.noShows(), now.noShowShare(), then.noShowShare(), links.turns(TurnResult.NO_SHOW));
        part(
                abandoned,
                now.abandoned(),
                now.abandonedShare(),
                then.abandonedShare(),
                links.turns(TurnResult.ABANDONED));
        occupancy(reading);
    }

    /** A counter serves many services: how long it was open for one of them can't be told. */
    private void occupancy(DashboardReading reading) {
        if (reading.query().service().isPresent()) {
            occupancy.show(
                    DashboardWords.NOTHING, "", words.text("dashboard.occupancy.whole"), "", "#" + CountersCard.PLACE);
            return;
        }
        CounterFigures counters = reading.counterTotal();
        Share used = counters.occupancy();
        occupancy.show(
                used.percent().map(String::valueOf).orElse(DashboardWords.NOTHING),
                used.percent().isPresent() ? "%" : "",
                words.text("dashboard.occupancy.open", words.hours(counters.openMillis())),
                points(used, reading.counterTotalBefore().occupancy()),
                "#" + CountersCard.PLACE);
    }

    private void share(LinkedFigure figure, Share now, Share then, String href) {
        figure.show(
                now.percent().map(String::valueOf).orElse(DashboardWords.NOTHING),
                now.percent().isPresent() ? "%" : "",
                words.text("dashboard.goal-n", Goal.PERCENT, words.count(now.whole())),
                points(now, then),
                href);
    }

    private void part(LinkedFigure figure, long count, Share now, Share then, String href) {
        figure.show(
                words.count(count),
                "",
                words.text("dashboard.share-of", tenths(now), words.count(now.whole())),
                then.whole() == 0
                        ? words.text("dashboard.before.nothing")
                        : words.text("dashboard.before.share", tenths(then), words.count(then.whole())),
                href);
    }

    /** A small share to a tenth of a percent. */
    private String tenths(Share share) {
        return share.whole() == 0
                ? DashboardWords.NOTHING
                : words.tenths((double) PERCENT * share.part() / share.whole()) + "%";
    }

    private String count(long now, long then) {
        return then == 0
                ? words.text("dashboard.before.nothing")
                : words.text("dashboard.before.count", words.count(then), words.change(now, then));
    }

    private String points(Share now, Share then) {
        return then.percent()
                .map(before -> now.percent()
                        .map(present ->
                                words.text("dashboard.before.points", before + "%", words.signed(present - before)))
                        .orElseGet(() -> words.text("dashboard.before.only", before + "%")))
                .orElseGet(() -> words.text("dashboard.before.nothing"));
    }

    private String time(Optional<Duration> now, Optional<Duration> then, long n) {
        return then.map(before -> words.text(
                        "dashboard.before.minutes",
                        words.minutes(then),
                        now.map(present ->
                                        words.signed(DashboardWords.minutes(present) - DashboardWords.minutes(before)))
                                .orElse(DashboardWords.NOTHING),
                        words.count(n)))
                .orElseGet(() -> words.text("dashboard.before.nothing"));
    }
}
