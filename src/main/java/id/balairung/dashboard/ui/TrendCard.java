package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Chart;
import id.balairung.common.ui.ChartData;
import id.balairung.dashboard.DashboardReading;
import id.balairung.history.WaitFigure;
import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How the period went on, step by step: the share within target beside that of the period before, and the waiting time. */
class TrendCard extends Section {

    private static final int LEAST = 60;
    private static final int ALL = 100;
    private static final int TEN = 10;
    private static final int AT_AN_AXIS = 12;

    private final transient DashboardWords words;
    private final transient Links links;
    private final boolean ofWaits;
    private final Chart chart;
    private final Span about = new Span();

    private TrendCard(DashboardWords words, Links links, boolean ofWaits) {
        this.words = words;
        this.links = links;
        this.ofWaits = ofWaits;
        addClassNames("bl-card", "bl-trends");
        String title = words.text(ofWaits ? "dashboard.trend.wait" : "dashboard.trend.within");
        setAriaLabel(title);
        this.chart = new Chart(title);
        about.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), about);
        head.addClassName("bl-head");
        Div body = new Div(chart);
        body.addClassName("bl-body");
        add(head, body);
    }

    static TrendCard within(DashboardWords words, Links links) {
        return new TrendCard(words, links, false);
    }

    static TrendCard waits(DashboardWords words, Links links) {
        return new TrendCard(words, links, true);
    }

    /** What is drawn: the period; a single day has no steps, so of one it is the four weeks up to today. */
    private record Course(PeriodFigures figures, Figures total, SortedMap<LocalDate, Figures> steps, boolean ofWeeks) {

        private static Course of(DashboardReading reading) {
            return reading.query().period().days() == 1
                    ? new Course(reading.weeks(), reading.weeksTotal(), reading.weeksSteps(), true)
                    : new Course(reading.figures(), reading.total(), reading.steps(), false);
        }

        private int every() {
            return Math.max(1, Math.ceilDiv(steps.size(), AT_AN_AXIS));
        }
    }

    void show(DashboardReading reading) {
        Course course = Course.of(reading);
        String basis = words.text(
                course.ofWeeks()
                        ? "dashboard.heat.weeks"
                        : switch (course.figures().grain()) {
                            case DAY -> "dashboard.trend.day";
                            case MONTH -> "dashboard.trend.month";
                            case YEAR -> "dashboard.trend.year";
                        });
        if (!basis.equals(about.getText())) {
            about.setText(basis);
        }
        chart.show(new Picture(ofWaits ? "waits" : "within", words.language(), links.reachesAll())
                .of(reading, () -> ofWaits ? waits(course) : within(reading, course)));
    }

    private List<String> names(Course course) {
        return course.steps().keySet().stream()
                .map(start -> words.step(start, course.figures().grain()))
                .toList();
    }

    private ChartData within(DashboardReading reading, Course course) {
        List<ChartData.Series> series = new ArrayList<>();
        List<ChartData.Point> present = new ArrayList<>();
        course.steps().forEach((start, step) -> present.add(share(step, to(course.figures(), start))));
        series.add(new ChartData.Series(
                course.ofWeeks()
                        ? words.text("dashboard.within")
                        : words.period(reading.query().period()),
                ChartData.Look.MAIN,
                present));
        if (!course.ofWeeks()) {
            List<Figures> before = List.copyOf(reading.stepsBefore().values());
            series.add(new ChartData.Series(
                    words.named(reading.query().period().before(reading.today())),
                    ChartData.Look.QUIET,
                    aligned(before, course.steps().size()).stream()
                            .map(step -> share(step, ""))
                            .toList()));
        }
        int lowest = series.stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> point.value().isPresent())
                .mapToInt(point -> (int) point.value().getAsDouble() / TEN * TEN)
                .min()
                .orElse(LEAST);
        Figures total = course.total();
        return new ChartData.Lines(
                total.judged() == 0
                        ? words.text("dashboard.trend.nobody")
                        : words.text(
                                "dashboard.trend.within.summary",
                                words.percent(total.withinTargetShare()),
                                words.count(total.judged())),
                words.text("dashboard.trend.step"),
                names(course),
                course.every(),
                series,
                ChartData.Axis.between(Math.min(LEAST, lowest), ALL, "%"),
                Optional.of(new ChartData.Target(Goal.PERCENT, words.text("dashboard.goal", Goal.PERCENT))));
    }

    /** The period before may have a step more or less, as months do. */
    private static List<Figures> aligned(List<Figures> steps, int size) {
        List<Figures> found = new ArrayList<>(steps.subList(0, Math.min(size, steps.size())));
        while (found.size() < size) {
            found.add(Figures.NONE);
        }
        return found;
    }

    private ChartData waits(Course course) {
        List<ChartData.Point> medians = new ArrayList<>();
        List<ChartData.Point> p90s = new ArrayList<>();
        course.steps().forEach((start, step) -> {
            String turns = to(course.figures(), start);
            medians.add(time(step.waiting().medianTime(), step, turns));
            p90s.add(time(step.waiting().p90Time(), step, turns));
        });
        Figures total = course.total();
        return new ChartData.Lines(
                total.called() == 0
                        ? words.text("dashboard.trend.nobody")
                        : words.text(
                                "dashboard.trend.wait.summary",
                                words.minutes(total.waiting().medianTime()),
                                words.minutes(total.waiting().p90Time()),
                                words.count(total.called())),
                words.text("dashboard.trend.step"),
                names(course),
                course.every(),
                List.of(
                        new ChartData.Series(words.text("dashboard.median"), ChartData.Look.MAIN, medians),
                        new ChartData.Series(words.text("dashboard.p90"), ChartData.Look.SECOND, p90s)),
                ChartData.Axis.of(words.text("dashboard.minutes")),
                Optional.empty());
    }

    private ChartData.Point share(Figures step, String href) {
        return step.withinTargetShare()
                .percent()
                .map(percent -> ChartData.Point.of(percent, percent + "%")
                        .counting(words.n(step.judged()))
                        .leadingTo(href))
                .orElseGet(ChartData.Point::gap);
    }

    private ChartData.Point time(Optional<Duration> time, Figures step, String href) {
        return time.map(taken -> ChartData.Point.of(
                                DashboardWords.minutes(taken),
                                words.text("dashboard.lasts", DashboardWords.minutes(taken)))
                        .counting(words.n(step.called()))
                        .leadingTo(href))
                .orElseGet(ChartData.Point::gap);
    }

    private String to(PeriodFigures figures, LocalDate start) {
        LocalDate first = start.isBefore(figures.from()) ? figures.from() : start;
        LocalDate end = figures.grain().next(start).minusDays(1);
        Links step = links.between(first, end.isAfter(figures.to()) ? figures.to() : end);
        return step.turns(ofWaits ? WaitFigure.CALLED : WaitFigure.JUDGED);
    }
}
