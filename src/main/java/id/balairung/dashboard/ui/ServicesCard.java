package id.balairung.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.Share;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Icons;
import id.balairung.dashboard.DashboardReading;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.WaitFigure;
import id.balairung.rollup.Compliance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How each service kept to its published standard: the wait and the service itself, the furthest below first. Each turn was judged by the
 * standard of then; beside it stands the present one.
 */
class ServicesCard extends Section {

    private static final int FIRST_ROWS = 20;

    private final transient DashboardWords words;
    private final transient Links links;
    private final FigureTable<Line> table;
    private final EmptyState empty;

    private record Line(ServiceSummary service, String agency, Compliance compliance) {}

    ServicesCard(DashboardWords words, Links links) {
        this.words = words;
        this.links = links;
        addClassNames("bl-card", "bl-dash-services");
        String title = words.text("dashboard.services");
        setAriaLabel(title);
        Span order = new Span(words.text("dashboard.services.order"));
        order.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), order);
        head.addClassName("bl-head");
        this.table = new FigureTable<>(
                title,
                words.text("dashboard.service"),
                this::about,
                line -> line.service().id(),
                List.of(
                        new FigureTable.Column<>(words.text("dashboard.services.wait"), "r bl-num", this::waits),
                        new FigureTable.Column<>(words.text("dashboard.services.service"), "r bl-num", this::times)));
        table.begin(FIRST_ROWS, all -> words.text("dashboard.all-rows", FIRST_ROWS, words.count(all)));
        this.empty = new EmptyState(
                Icons.TASK, words.text("dashboard.services.none"), words.text("dashboard.services.none-next"));
        Paragraph note = new Paragraph(words.text("dashboard.services.note"));
        note.addClassName("bl-foot");
        add(head, table, empty, note);
    }

    void show(DashboardReading reading) {
        List<Line> lines = reading.drawn().once(new Key(words.language()), () -> lines(reading));
        table.show(lines);
        table.setVisible(!lines.isEmpty());
        empty.setVisible(lines.isEmpty());
    }

    /** What is the same for all screens of a reading. */
    private record Key(Locale language) {}

    private List<Line> lines(DashboardReading reading) {
        return reading.figures().compliance().entrySet().stream()
                .map(entry -> {
                    ServiceSummary service = words.catalogue().service(entry.getKey());
                    return new Line(
                            service,
                            links.agency().isPresent()
                                    ? ""
                                    : words.catalogue().agency(service.agency()).name(),
                            entry.getValue());
                })
                .filter(line ->
                        line.compliance().judged() > 0 || line.compliance().services() > 0)
                .sorted(Comparator.comparing(
                                (Line line) -> ratio(line.compliance().waits()))
                        .thenComparing(line -> line.service().prefix()))
                .toList();
    }

    private static double ratio(Share share) {
        return share.whole() == 0 ? 1 : (double) share.part() / share.whole();
    }

    private Component about(Line line) {
        Div name = new Div(new Span(line.service().name(words.language())));
        if (!line.agency().isEmpty()) {
            Span agency = new Span(line.agency());
            agency.addClassNames("bl-xs", "bl-quiet");
            name.add(agency);
        }
        name.addClassName("bl-figure-told");
        return FigureTable.about(line.service().prefix(), name);
    }

    private Component waits(Line line) {
        return figure(
                line.compliance().waits(),
                line.service().targetWait().toMinutes(),
                links.turns(line.service().agency(), line.service().id(), WaitFigure.JUDGED));
    }

    private Component times(Line line) {
        return figure(
                line.compliance().serviceTimes(),
                line.service().targetService().toMinutes(),
                links.turns(line.service().agency(), line.service().id(), ServiceTimeFigure.MEASURED));
    }

    private Component figure(Share share, long standard, String href) {
        Anchor link = new Anchor(href, words.percent(share));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("figure");
        Span first = new Span(link);
        first.addClassName("mark");
        if (share.percent().filter(percent -> percent < Goal.PERCENT).isPresent()) {
            first.addComponentAsFirst(Icons.FALLING.create());
            first.addClassName("bl-over");
            first.getElement().setAttribute("title", words.text("dashboard.below-goal", Goal.PERCENT));
        }
        Span under = new Span(words.text("dashboard.services.standard", standard, words.count(share.whole())));
        under.addClassNames("bl-xs", "bl-quiet");
        Div cell = new Div(first, under);
        cell.addClassName("bl-figure-told");
        return cell;
    }
}
