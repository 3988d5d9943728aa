package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import id.balairung.common.Share;
import id.balairung.common.ui.Chart;
import id.balairung.common.ui.ChartData;
import id.balairung.dashboard.DashboardReading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How today's share within target went on, beside the same weekday of the four weeks before. */
class TodayCard extends Section {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int STEPS_IN_HOUR = 4;
    private static final int OPENS = 8;
    private static final int CLOSES = 16;
    private static final int LEAST = 60;
    private static final int ALL = 100;
    private static final int TEN = 10;

    private final transient DashboardWords words;
    private final Chart chart;

    TodayCard(DashboardWords words) {
        this.words = words;
        addClassNames("bl-card", "bl-today");
        String title = words.text("dashboard.today");
        setAriaLabel(title);
        this.chart = new Chart(title);
        Header head = new Header(new H2(title));
        head.addClassName("bl-head");
        Div body = new Div(chart);
        body.addClassName("bl-body");
        add(head, body);
    }

    void show(DashboardReading reading) {
        chart.show(new Picture("today", words.language(), false).of(reading, () -> drawn(reading)));
    }

    private ChartData drawn(DashboardReading reading) {
        Duration now =
                Duration.between(reading.today().atStartOfDay(words.zone()).toInstant(), reading.asOf());
        List<Duration> steps = steps(reading, now);
        List<ChartData.Point> today = steps.stream()
                .map(step ->
                        step.compareTo(now) < 0 ? point(reading.shape().withinTarget(step)) : ChartData.Point.gap())
                .toList();
        List<ChartData.Point> before =
                steps.stream().map(step -> point(before(reading, step))).toList();
        Share present = reading.shape().withinTarget(now);
        int lowest = Stream.concat(today.stream(), before.stream())
                .filter(point -> point.value().isPresent())
                .mapToInt(point -> (int) point.value().getAsDouble() / TEN * TEN)
                .min()
                .orElse(LEAST);
        return new ChartData.Lines(
                present.percent().isPresent()
                        ? words.text(
                                "dashboard.today.summary",
                                words.percent(present),
                                Goal.PERCENT,
                                words.count(present.whole()))
                        : words.text("dashboard.today.nobody"),
                words.text("dashboard.clock"),
                steps.stream().map(words::time).toList(),
                STEPS_IN_HOUR,
                List.of(
                        new ChartData.Series(words.text("dashboard.today.series"), ChartData.Look.MAIN, today),
                        new ChartData.Series(
                                words.text(
                                        "dashboard.today.before",
                                        reading.weeksBefore().size(),
                                        words.weekday(reading.today().getDayOfWeek())),
                                ChartData.Look.QUIET,
                                before)),
                ChartData.Axis.between(Math.min(LEAST, lowest), ALL, "%"),
                Optional.of(new ChartData.Target(Goal.PERCENT, words.text("dashboard.goal", Goal.PERCENT))));
    }

    /** From the first number of any of the days, or opening time, to the end of the day as it mostly is. */
    private static List<Duration> steps(DashboardReading reading, Duration now) {
        Duration first = Stream.concat(Stream.of(reading.shape()), reading.weeksBefore().stream())
                .flatMap(shape -> shape.first().stream())
                .map(start -> Duration.ofHours(start.toHours()))
                .min(Duration::compareTo)
                .orElse(Duration.ofHours(OPENS));
        Duration last = Duration.ofHours(Math.max(CLOSES, Math.min(24, now.toHours() + 1)));
        Duration end = reading.shape().first().isPresent() ? last : Duration.ofHours(CLOSES);
        return Stream.iterate(first, step -> step.compareTo(end) <= 0, step -> step.plus(STEP))
                .toList();
    }

    /** All four weeks pooled. */
    private static Share before(DashboardReading reading, Duration step) {
        List<Share> weeks = reading.weeksBefore().stream()
                .map(week -> week.withinTarget(step))
                .toList();
        return new Share(
                weeks.stream().mapToLong(Share::part).sum(),
                weeks.stream().mapToLong(Share::whole).sum());
    }

    private ChartData.Point point(Share share) {
        return share.percent()
                .map(percent -> ChartData.Point.of(percent, percent + "%").counting(words.n(share.whole())))
                .orElseGet(ChartData.Point::gap);
    }
}
