package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.queue.ui.LiveText;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** What was answered to each unsur, the three lowest marked, beside the period before. */
class UnsurCard extends Section {

    private static final int NINE = 9;
    private static final double LEAST = 1;
    private static final double RANGE = 3;

    private final transient SatisfactionWords words;
    private final int fewest;
    private final H2 title = new H2();
    private final Table table = new Table();
    private final LiveText compared = new LiveText();

    /**
     * An empty card.
     *
     * @param fewest of fewer answers to an unsur neither their number nor that there are any is told
     */
    UnsurCard(SatisfactionWords words, int fewest) {
        this.words = words;
        this.fewest = fewest;
        addClassNames("bl-card", "bl-unsur");
        Span scale = new Span(words.text("satisfaction.unsur.scale"));
        scale.addClassNames("bl-quiet", "bl-s");
        Span low = new Span(Icons.FALLING.create(), new Span(words.text("satisfaction.unsur.lowest")));
        low.addClassName("bl-near");
        compared.addClassName("bl-quiet");
        Div legend = new Div(low, compared);
        legend.addClassNames("bl-push", "bl-xs", "bl-unsur-legend");
        Header head = new Header(title, scale, legend);
        head.addClassName("bl-head");
        add(head, table);
    }

    void show(Standing now) {
        String heading = now.unsur().size() == NINE
                ? words.text("satisfaction.unsur.nine")
                : words.text("satisfaction.unsur.some", now.unsur().size());
        if (!heading.equals(title.getText())) {
            title.setText(heading);
            setAriaLabel(heading);
        }
        compared.setText(now.before()
                .map(past -> words.text("satisfaction.unsur.compared", words.before(past.period())))
                .orElse(""));
        table.show(now);
    }

    private final class Table extends Part<Standing> {

        @Override
        void draw(Standing now) {
            removeAll();
            NativeTable drawn = new NativeTable();
            NativeTableRow head = new NativeTableRow();
            Stream.of("name", "bar", "mean", "change", "n").forEach(column -> {
                NativeTableHeaderCell cell =
                        new NativeTableHeaderCell(words.text("satisfaction.unsur.column." + column));
                cell.getElement().setAttribute("scope", "col");
                head.add(cell);
            });
            drawn.getHead().add(head);
            drawn.getHead().addClassName("bl-sr");
            now.unsur().forEach(one -> drawn.getBody().add(row(one)));
            add(drawn);
        }

        private String count(Standing.OfUnsur one) {
            return one.answers() < fewest ? words.text("satisfaction.unsur.few", fewest) : words.n(one.answers());
        }

        private NativeTableRow row(Standing.OfUnsur one) {
            NativeTableHeaderCell name =
                    new NativeTableHeaderCell(new Span(one.unsur().name().in(words.language())));
            name.getElement().setAttribute("scope", "row");
            if (one.low()) {
                Span mark = new Span(words.text("satisfaction.unsur.is-low"));
                mark.addClassName("bl-sr");
                Span low = new Span(Icons.FALLING.create(), mark);
                low.addClassName("bl-near");
                low.setTitle(words.text("satisfaction.unsur.is-low"));
                name.add(low);
            }
            Div bar = new Div(new Fill());
            bar.addClassName("bl-bar");
            bar.setClassName("near", one.low());
            bar.getStyle()
                    .set(
                            "--progress",
                            String.valueOf(one.mean()
                                    .map(mean -> (mean.doubleValue() - LEAST) / RANGE)
                                    .orElse(0.0)));
            bar.getElement().setAttribute("aria-hidden", "true");
            NativeTableCell drawn = new NativeTableCell(bar);
            drawn.addClassName("drawn");
            NativeTableCell mean =
                    new NativeTableCell(new Text(one.mean().map(words::figure).orElse(SatisfactionWords.NOTHING)));
            mean.addClassNames("bl-num", "mean");
            NativeTableCell change =
                    new NativeTableCell(new Text(one.change().map(words::change).orElse("")));
            change.addClassNames(
                    "bl-num", "bl-xs", one.change().map(BigDecimal::signum).orElse(0) < 0 ? "bl-over" : "bl-quiet");
            NativeTableCell count = new NativeTableCell(new Text(count(one)));
            count.addClassNames("bl-num", "bl-xs", "bl-quiet", "count");
            return new NativeTableRow(name, drawn, mean, change, count);
        }
    }
}
