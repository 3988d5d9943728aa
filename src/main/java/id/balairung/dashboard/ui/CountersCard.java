package id.balairung.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Icons;
import id.balairung.dashboard.DashboardReading;
import id.balairung.rollup.CounterFigures;
import id.balairung.rollup.CounterUse;
import java.util.List;

/** How much each counter was used while it was open, and how much of that were hours of low traffic. */
class CountersCard extends Section {

    /** Where the strip's figure leads. */
    static final String PLACE = "okupansi";

    private static final int FIRST_ROWS = 20;

    private final transient DashboardWords words;
    private final transient Links links;
    private final FigureTable<Line> table;
    private final EmptyState empty;
    private final Span quiet = new Span();

    private record Line(CounterUse use, String agency) {}

    CountersCard(DashboardWords words, Links links) {
        this.words = words;
        this.links = links;
        setId(PLACE);
        getElement().setAttribute("tabindex", "-1");
        addClassNames("bl-card", "bl-dash-counters");
        String title = words.text("dashboard.occupancy");
        setAriaLabel(title);
        quiet.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), quiet);
        head.addClassName("bl-head");
        this.table = new FigureTable<>(
                title,
                words.text("dashboard.counter"),
                this::about,
                line -> List.of(line.use().agency(), line.use().number()),
                List.of(
                        new FigureTable.Column<>(words.text("dashboard.occupancy"), "r bl-num", this::occupancy),
                        new FigureTable.Column<>(words.text("dashboard.quiet"), "r bl-num", this::quiet),
                        new FigureTable.Column<>(words.text("dashboard.turns"), "r bl-num", this::turns)));
        table.begin(FIRST_ROWS, all -> words.text("dashboard.all-rows", FIRST_ROWS, words.count(all)));
        this.empty = new EmptyState(
                Icons.COUNTER,
                words.text(links.service().isPresent() ? "dashboard.occupancy.whole" : "dashboard.counters.none"),
                words.text("dashboard.counters.none-next"));
        Paragraph note = new Paragraph(words.text("dashboard.quiet.note"));
        note.addClassName("bl-foot");
        add(head, table, empty, note);
    }

    void show(DashboardReading reading) {
        List<Line> lines = reading.drawn().once(Key.LINES, () -> lines(reading));
        table.show(lines);
        table.setVisible(!lines.isEmpty());
        empty.setVisible(lines.isEmpty());
        CounterFigures total = reading.counterTotal();
        String told = total.openMillis() == 0
                ? ""
                : words.text("dashboard.quiet.total", words.percent(total.quiet()), words.hours(total.quietMillis()));
        if (!told.equals(quiet.getText())) {
            quiet.setText(told);
        }
    }

    /** What is the same for all screens of a reading, in any language. */
    private enum Key {
        LINES
    }

    private List<Line> lines(DashboardReading reading) {
        return reading.figures().counters().stream()
                .map(use -> new Line(
                        use,
                        links.agency().isPresent()
                                ? ""
                                : words.catalogue().agency(use.agency()).name()))
                .toList();
    }

    private Component about(Line line) {
        return FigureTable.about(
                "%02d".formatted(line.use().number()),
                new Span(line.agency().isEmpty() ? words.text("dashboard.counter") : line.agency()));
    }

    private Component occupancy(Line line) {
        CounterFigures figures = line.use().figures();
        return FigureTable.told(
                words.percent(figures.occupancy()),
                words.text("dashboard.occupancy.open", words.hours(figures.openMillis())));
    }

    private Component quiet(Line line) {
        CounterFigures figures = line.use().figures();
        return FigureTable.told(
                words.percent(figures.quiet()), words.text("dashboard.hours", words.hours(figures.quietMillis())));
    }

    private Component turns(Line line) {
        long turns = line.use().figures().turns();
        if (turns == 0) {
            return new Text(words.count(0));
        }
        Anchor link = new Anchor(links.turnsAt(line.use().agency(), line.use().number()), words.count(turns));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("figure");
        return link;
    }
}
