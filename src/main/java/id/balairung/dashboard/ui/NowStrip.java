package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Section;
import id.balairung.dashboard.DashboardReading;
import id.balairung.dashboard.DayShape;
import id.balairung.history.WaitFigure;
import id.balairung.rollup.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Now, and today as far as it has come. */
class NowStrip extends Section {

    private final transient DashboardWords words;
    private final transient Links links;
    private final boolean ofTheMall;
    private final LinkedFigure arrivals;
    private final LinkedFigure waiting;
    private final LinkedFigure oldest;
    private final LinkedFigure waits;
    private final LinkedFigure within;
    private final LinkedFigure counters;

    /**
     * A strip without values yet.
     *
     * @param links to today's turns
     */
    NowStrip(DashboardWords words, Links links) {
        this.words = words;
        this.links = links;
        this.ofTheMall = links.agency().isEmpty();
        this.arrivals = new LinkedFigure(words.text("dashboard.arrivals"));
        this.waiting = new LinkedFigure(words.text("dashboard.waiting"));
        this.oldest = new LinkedFigure(words.text("dashboard.oldest"));
        this.waits = new LinkedFigure(words.text("dashboard.wait"));
        this.within = new LinkedFigure(words.text("dashboard.within"));
        this.counters = new LinkedFigure(words.text("dashboard.counters"));
        addClassNames("bl-card", "bl-strip", "bl-dash-now");
        setAriaLabel(words.text("dashboard.now"));
        add(arrivals, waiting, oldest, waits, within, counters);
    }

    void show(Queues queues, Instant now) {
        waiting.show(
                words.count(queues.waiting()),
                "",
                words.text("dashboard.serving", words.count(queues.serving())),
                "",
                links.board());
        Optional<Queues.OfAgency> longest = queues.longest();
        Optional<Queues.Oldest> who = longest.flatMap(Queues.OfAgency::oldest);
        boolean over = who.filter(one -> one.over(now)).isPresent();
        oldest.missed(over);
        oldest.show(
                who.map(one -> words.count(Duration.between(one.since(), now).toMinutes()))
                        .orElse(DashboardWords.NOTHING),
                who.isPresent() ? words.text("dashboard.minutes") : "",
                who.map(one -> words.text(
                                over ? "dashboard.oldest.over" : "dashboard.oldest.target",
                                ofTheMall ? longest.orElseThrow().agency().name() : one.number(),
                                one.target().toMinutes()))
                        .orElseGet(() -> words.text("dashboard.nobody")),
                "",
                links.board());
        counters.show(
                words.count(queues.open()),
                words.text("dashboard.of", words.count(queues.counters())),
                ofTheMall
                        ? words.text(
                                "dashboard.agencies-open",
                                queues.agenciesOpen(),
                                queues.agencies().size())
                        : "",
                "",
                links.board());
    }

    void show(DashboardReading reading) {
        Figures today = reading.todayTotal();
        DayShape lastWeek = reading.weeksBefore().getFirst();
        Duration time =
                Duration.between(reading.today().atStartOfDay(words.zone()).toInstant(), reading.asOf());
        arrivals.show(
                words.count(today.arrivals()),
                "",
                words.text(
                        "dashboard.arrivals.last-week",
                        words.weekday(lastWeek.day().getDayOfWeek()),
                        words.count(lastWeek.arrivals(time))),
                "",
                links.arrivals());
        waits.show(
                words.minutes(today.waiting().medianTime()),
                words.text("dashboard.minutes-median"),
                words.text("dashboard.p90-n", words.minutes(today.waiting().p90Time()), words.count(today.called())),
                "",
                links.turns(WaitFigure.CALLED));
        Optional<Integer> percent = today.withinTargetShare().percent();
        within.missed(percent.filter(share -> share < Goal.PERCENT).isPresent());
        within.show(
                percent.map(String::valueOf).orElse(DashboardWords.NOTHING),
                percent.isPresent() ? "%" : "",
                words.text("dashboard.goal-n", Goal.PERCENT, words.count(today.judged())),
                "",
                links.turns(WaitFigure.JUDGED));
    }
}
