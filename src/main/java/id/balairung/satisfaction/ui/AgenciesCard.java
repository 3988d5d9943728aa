package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.Sample;
import id.balairung.satisfaction.Tally;
import java.util.List;
import java.util.Optional;

/** Every agency side by side, by its name: no ranking, for they differ in what they do and in how many answered. */
class AgenciesCard extends Section {

    private final transient SatisfactionWords words;
    private final transient SatisfactionAddress here;
    private final FigureTable<Line> table;
    private final EmptyState empty;

    private record Line(AgencySummary agency, Sample sample, Optional<Ikm> ikm, Tally ratings) {}

    AgenciesCard(SatisfactionWords words, SatisfactionAddress here) {
        this.words = words;
        this.here = here;
        addClassNames("bl-card", "bl-by-agency");
        String title = words.text("satisfaction.by-agency");
        setAriaLabel(title);
        Span order = new Span(words.text("satisfaction.by-agency.order"));
        order.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), order);
        head.addClassName("bl-head");
        this.table = new FigureTable<>(
                title,
                words.text("satisfaction.agency"),
                this::about,
                line -> line.agency().id(),
                List.of(
                        new FigureTable.Column<>(
                                words.text("satisfaction.served"),
                                "r bl-num",
                                line -> new Text(words.count(line.sample().population()))),
                        new FigureTable.Column<>(
                                words.text("satisfaction.answers"),
                                "r bl-num",
                                line -> new SampleCell(words, line.sample())),
                        new FigureTable.Column<>(
                                words.text("satisfaction.index"),
                                "index",
                                line -> new IndexCell(words, line.ikm(), line.sample())),
                        new FigureTable.Column<>(
                                words.text("satisfaction.rating"),
                                "r bl-num",
                                line -> FigureTable.told(
                                        words.mean(line.ratings()),
                                        words.n(line.ratings().count())))));
        this.empty = new EmptyState(
                Icons.BUILDING,
                words.text("satisfaction.by-agency.none"),
                words.text("satisfaction.by-agency.none-next"));
        Paragraph note = new Paragraph(words.text("satisfaction.by-agency.note"));
        note.addClassNames("bl-foot", "bl-s");
        add(head, table, empty, note);
    }

    void show(MallSatisfaction now) {
        table.show(now.agencies().stream()
                .map(one -> new Line(
                        words.catalogue().agency(one.agency()),
                        one.sample(),
                        one.responses().ikm(now.asked()),
                        one.ratings()))
                .toList());
        table.setVisible(!now.agencies().isEmpty());
        empty.setVisible(now.agencies().isEmpty());
    }

    private Component about(Line line) {
        Anchor link = new Anchor(
                here.of(Optional.of(line.agency())).href(), line.agency().name());
        link.getElement().setAttribute("router-link", true);
        return FigureTable.about(line.agency().letters(), link);
    }
}
