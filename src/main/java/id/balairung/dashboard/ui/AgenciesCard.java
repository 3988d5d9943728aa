package id.balairung.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.agency.AgencySummary;
import id.balairung.common.Share;
import id.balairung.common.ui.Chart;
import id.balairung.common.ui.ChartData;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Icons;
import id.balairung.dashboard.DashboardReading;
import id.balairung.history.WaitFigure;
import id.balairung.rollup.Figures;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.ui.IkmCard;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every agency side by side: its queue now, and its figures of the period, those with most turns first. No ranking: they differ in what they do. */
class AgenciesCard extends Section {

    private static final int DAYS = 7;

    private final transient DashboardWords words;
    private final transient DashboardAddress here;
    private final transient Links links;
    private final transient IkmCard ikm;
    private final FigureTable<Line> table;
    private final EmptyState empty;

    /** A day's share within target, and of how many. */
    private record Day(LocalDate day, Share within) {}

    /** A row: only what is shown, so that an unchanged one is an equal one. */
    private record Line(
            AgencySummary agency,
            int open,
            int counters,
            int waiting,
            Optional<Long> oldest,
            boolean over,
            String median,
            String p90,
            Share within,
            List<Day> days,
            Optional<IkmCard.Told> ikm) {}

    AgenciesCard(DashboardWords words, DashboardAddress here, Links links, IkmCard ikm) {
        this.words = words;
        this.here = here;
        this.links = links;
        this.ikm = ikm;
        addClassNames("bl-card", "bl-dash-agencies");
        String title = words.text("dashboard.agencies");
        setAriaLabel(title);
        Span order = new Span(words.text("dashboard.agencies.order"));
        order.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), order);
        head.addClassName("bl-head");
        this.table = new FigureTable<>(
                title,
                words.text("dashboard.agency"),
                this::about,
                line -> line.agency().id(),
                List.of(
                        column(
                                "dashboard.column.counters",
                                "r bl-num hp",
                                line -> text(line.open() + "/" + line.counters())),
                        column("dashboard.waiting", "r bl-num hp", line -> text(words.count(line.waiting()))),
                        column("dashboard.column.oldest", "r bl-num", this::oldest),
                        column("dashboard.median", "r bl-num hp", line -> text(line.median())),
                        column("dashboard.p90", "r bl-num hp", line -> text(line.p90())),
                        column("dashboard.within", "r bl-num", this::within),
                        column(
                                "dashboard.column.n",
                                "r bl-num bl-quiet",
                                line -> text(words.count(line.within().whole()))),
                        column("dashboard.column.days", "hp", this::days),
                        column("dashboard.column.ikm", "r hp", line -> ikm.cell(line.ikm()))));
        this.empty = new EmptyState(
                Icons.BUILDING, words.text("dashboard.agencies.none"), words.text("dashboard.agencies.none-next"));
        add(head, table, empty);
    }

    private FigureTable.Column<Line> column(String key, String look, Function<Line, Component> cell) {
        return new FigureTable.Column<>(words.text(key), look, cell);
    }

    void show(DashboardReading reading, Queues queues, Optional<MallSatisfaction> satisfaction, Instant now) {
        Map<AgencyId, Figures> figures = reading.byAgency();
        Map<AgencyId, List<Day>> days = reading.drawn().once(Key.DAYS, () -> days(reading));
        Map<AgencyId, IkmCard.Told> ikms = satisfaction.map(IkmCard::told).orElse(Map.of());
        List<Line> lines = queues.agencies().stream()
                .map(queue -> line(
                        queue,
                        figures.getOrDefault(queue.agency().id(), Figures.NONE),
                        days.getOrDefault(queue.agency().id(), List.of()),
                        Optional.ofNullable(ikms.get(queue.agency().id())),
                        now))
                .sorted(Comparator.comparing((Line line) -> line.within().whole())
                        .reversed()
                        .thenComparing(line -> line.agency().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
        table.show(lines);
        table.setVisible(!lines.isEmpty());
        empty.setVisible(lines.isEmpty());
    }

    private Line line(
            Queues.OfAgency queue, Figures figures, List<Day> days, Optional<IkmCard.Told> told, Instant now) {
        return new Line(
                queue.agency(),
                queue.open(),
                queue.counters(),
                queue.waiting(),
                queue.oldest()
                        .map(oldest -> Duration.between(oldest.since(), now).toMinutes()),
                queue.oldest().filter(oldest -> oldest.over(now)).isPresent(),
                words.minutes(figures.waiting().medianTime()),
                words.minutes(figures.waiting().p90Time()),
                figures.withinTargetShare(),
                days,
                told);
    }

    /** What is the same for all screens of a reading, in any language. */
    private enum Key {
        DAYS
    }

    /** The last seven days, today included. */
    private static Map<AgencyId, List<Day>> days(DashboardReading reading) {
        Map<AgencyId, Figures> today = reading.todayByAgency();
        Map<AgencyId, List<Day>> found = new HashMap<>();
        LocalDate first = reading.today().minusDays(DAYS - 1L);
        Map<AgencyId, Map<LocalDate, Figures>> past = new HashMap<>();
        reading.recent().parts().stream()
                .filter(part -> !part.start().isBefore(first))
                .forEach(part -> past.computeIfAbsent(part.agency(), agency -> new HashMap<>())
                        .put(part.start(), part.figures()));
        Stream.concat(today.keySet().stream(), past.keySet().stream())
                .distinct()
                .forEach(agency -> {
                    List<Day> days = new ArrayList<>();
                    first.datesUntil(reading.today())
                            .forEach(day -> days.add(new Day(
                                    day,
                                    past.getOrDefault(agency, Map.of())
                                            .getOrDefault(day, Figures.NONE)
                                            .withinTargetShare())));
                    days.add(new Day(
                            reading.today(),
                            today.getOrDefault(agency, Figures.NONE).withinTargetShare()));
                    found.put(agency, days);
                });
        return found;
    }

    private static Component text(String text) {
        return new Text(text);
    }

    private Component about(Line line) {
        Anchor link = new Anchor(
                here.of(Optional.of(line.agency())).href(), line.agency().name());
        link.getElement().setAttribute("router-link", true);
        return FigureTable.about(line.agency().letters(), link);
    }

    private Component oldest(Line line) {
        if (line.oldest().isEmpty()) {
            return new Text(DashboardWords.NOTHING);
        }
        Span wait = new Span(words.text("dashboard.lasts", line.oldest().get()));
        Span cell = line.over() ? new Span(Icons.ALERT.create(), wait) : new Span(wait);
        cell.addClassName("mark");
        if (line.over()) {
            cell.addClassName("bl-over");
            cell.getElement().setAttribute("title", words.text("dashboard.over-target"));
        }
        return cell;
    }

    private Component within(Line line) {
        Anchor link = new Anchor(links.of(line.agency()).turns(WaitFigure.JUDGED), words.percent(line.within()));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("figure");
        boolean missed = line.within()
                .percent()
                .filter(percent -> percent < Goal.PERCENT)
                .isPresent();
        Span cell = missed ? new Span(Icons.FALLING.create(), link) : new Span(link);
        cell.addClassName("mark");
        if (missed) {
            cell.addClassName("bl-over");
            cell.getElement().setAttribute("title", words.text("dashboard.below-goal", Goal.PERCENT));
        }
        return cell;
    }

    private Component days(Line line) {
        Chart chart = Chart.small(words.text("dashboard.column.days"));
        List<ChartData.Point> points = line.days().stream()
                .map(day -> day.within()
                        .percent()
                        .map(percent -> ChartData.Point.of(percent, percent + "%"))
                        .orElseGet(ChartData.Point::gap))
                .toList();
        if (points.stream().noneMatch(point -> point.value().isPresent())) {
            return new Text("");
        }
        chart.show(new ChartData.Lines(
                String.join(", ", points.stream().map(ChartData.Point::text).toList()),
                words.text("dashboard.column.days"),
                line.days().stream().map(day -> words.shortDay(day.day())).toList(),
                1,
                List.of(new ChartData.Series(line.agency().name(), ChartData.Look.MAIN, points)),
                ChartData.Axis.of("%"),
                Optional.empty()));
        return chart;
    }
}
