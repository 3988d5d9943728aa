package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.Tally;
import java.util.List;

/** Quick ratings by something: the mean of each as a bar, always with its n. */
class RatingsCard extends Section {

    private static final double LEAST = 1;
    private static final double RANGE = 3;

    private final transient SatisfactionWords words;
    private final FigureTable<Line> table;
    private final EmptyState empty;

    /** What was rated, and how. */
    record Line(String about, Tally ratings) {}

    /** A card whose title and first column are named by these keys. */
    RatingsCard(SatisfactionWords words, Icons icon, String key, String column) {
        this.words = words;
        addClassNames("bl-card", "bl-ratings");
        String title = words.text(key);
        setAriaLabel(title);
        Header head = new Header(new H2(title));
        head.addClassName("bl-head");
        this.table = new FigureTable<>(
                title,
                words.text(column),
                line -> new Text(line.about()),
                Line::about,
                List.of(
                        new FigureTable.Column<>(words.text("satisfaction.unsur.column.bar"), "drawn", this::bar),
                        new FigureTable.Column<>(
                                words.text("satisfaction.ratings.mean"),
                                "r bl-num",
                                line -> new Text(words.mean(line.ratings()))),
                        new FigureTable.Column<>(
                                words.text("satisfaction.unsur.column.n"),
                                "r bl-num",
                                line -> new Text(words.count(line.ratings().count())))));
        this.empty = new EmptyState(
                icon, words.text("satisfaction.newest.none"), words.text("satisfaction.newest.none-next"));
        add(head, table, empty);
    }

    void show(List<Line> lines) {
        table.show(lines);
        table.setVisible(!lines.isEmpty());
        empty.setVisible(lines.isEmpty());
    }

    private Component bar(Line line) {
        Div bar = new Div(new Fill());
        bar.addClassName("bl-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle()
                .set(
                        "--progress",
                        String.valueOf(line.ratings()
                                .mean()
                                .map(mean -> (mean.doubleValue() - LEAST) / RANGE)
                                .orElse(0.0)));
        return bar;
    }
}
