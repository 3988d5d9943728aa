package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.Sample;
import id.balairung.satisfaction.Tally;
import java.util.List;
import java.util.Optional;

/** Satisfaction by service: with the IKM always how many answered, and how many would be needed. */
class ServicesCard extends Section {

    private final transient SatisfactionWords words;
    private final FigureTable<Line> table;
    private final EmptyState empty;

    private record Line(ServiceId service, Sample sample, Optional<Ikm> ikm, Tally ratings) {}

    ServicesCard(SatisfactionWords words) {
        this.words = words;
        addClassNames("bl-card", "bl-by-service");
        String title = words.text("satisfaction.by-service");
        setAriaLabel(title);
        Header head = new Header(new H2(title));
        head.addClassName("bl-head");
        this.table = new FigureTable<>(
                title,
                words.text("satisfaction.service"),
                this::about,
                Line::service,
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
                Icons.TASK,
                words.text("satisfaction.by-service.none"),
                words.text("satisfaction.by-service.none-next"));
        add(head, table, empty);
    }

    void show(AgencySatisfaction now) {
        table.show(now.services().stream()
                .map(service -> new Line(
                        service.service(), service.sample(), service.responses().ikm(now.asked()), service.ratings()))
                .toList());
        table.setVisible(!now.services().isEmpty());
        empty.setVisible(now.services().isEmpty());
    }

    private Component about(Line line) {
        return FigureTable.about(words.letters(line.service()), new ServiceName(words.service(line.service())));
    }
}
