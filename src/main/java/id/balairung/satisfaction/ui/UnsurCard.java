package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import id.balairung.common.ui.Part;
import id.balairung.queue.ui.LiveText;
import id.balairung.satisfaction.UnsurCode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What was answered to each unsur, the three lowest marked, beside the period before. */
class UnsurCard extends Section {

    private static final int NINE = 9;
    private static final double LEAST = 1;
    private static final double RANGE = 3;

    private final transient SatisfactionWords words;
    private final int fewest;
    private final transient Optional<Consumer<UnsurCode>> plan;
    private transient Set<UnsurCode> planned = Set.of();
    private final H2 title = new H2();
    private final Table table = new Table();
    private final LiveText compared = new LiveText();

    /**
     * An empty card.
     *
     * @param fewest of fewer answers to an unsur neither their number nor that there are any is told
     */
    UnsurCard(SatisfactionWords words, int fewest) {
        this(words, fewest, Optional.empty());
    }

    /**
     * An empty card.
     *
     * @param fewest of fewer answers to an unsur neither their number nor that there are any is told
     * @param plan opens a plan for one of the lowest, a new one or that which there is; empty for who makes none
     */
    UnsurCard(SatisfactionWords words, int fewest, Optional<Consumer<UnsurCode>> plan) {
        this.words = words;
        this.fewest = fewest;
        this.plan = plan;
        addClassNames("bl-card", "bl-unsur");
        setClassName("plans", plan.isPresent());
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

    /** Those for which there is a plan already. */
    void show(Set<UnsurCode> now) {
        planned = now;
        table.rows.values().forEach(Row::drawPlan);
    }

    private final class Table extends Part<Standing> {

        private final transient Map<UnsurCode, Row> rows = new LinkedHashMap<>();

        /** The rows stay while the unsur do, so that a button keeps the focus while the figures beside it change. */
        @Override
        protected void draw(Standing now) {
            List<UnsurCode> codes =
                    now.unsur().stream().map(one -> one.unsur().code()).toList();
            if (!List.copyOf(rows.keySet()).equals(codes)) {
                removeAll();
                rows.clear();
                codes.forEach(code -> rows.put(code, new Row(code)));
                add(table());
            }
            now.unsur()
                    .forEach(one ->
                            Optional.ofNullable(rows.get(one.unsur().code())).ifPresent(row -> row.draw(one)));
        }

        private NativeTable table() {
            NativeTable drawn = new NativeTable();
            NativeTableRow head = new NativeTableRow();
            Stream.concat(Stream.of("name", "bar", "mean", "change", "n"), plan.map(act -> "plan").stream())
                    .forEach(column -> {
                        NativeTableHeaderCell cell =
                                new NativeTableHeaderCell(words.text("satisfaction.unsur.column." + column));
                        cell.getElement().setAttribute("scope", "col");
                        head.add(cell);
                    });
            drawn.getHead().add(head);
            drawn.getHead().addClassName("bl-sr");
            rows.values().forEach(row -> drawn.getBody().add(row));
            return drawn;
        }
    }

    private final class Row extends NativeTableRow {

        private final Span name = new Span();
        private final Span low = new Span();
        private final Div bar = new Div(new Fill());
        private final NativeTableCell mean = new NativeTableCell();
        private final NativeTableCell change = new NativeTableCell();
        private final NativeTableCell count = new NativeTableCell();
        private final Button act = new Button();
        private final transient UnsurCode unsur;

        Row(UnsurCode unsur) {
            this.unsur = unsur;
            NativeTableHeaderCell head = new NativeTableHeaderCell(name, low);
            head.getElement().setAttribute("scope", "row");
            Span mark = new Span(words.text("satisfaction.unsur.is-low"));
            mark.addClassName("bl-sr");
            low.add(Icons.FALLING.create(), mark);
            low.addClassName("bl-near");
            low.setTitle(words.text("satisfaction.unsur.is-low"));
            bar.addClassName("bl-bar");
            bar.getElement().setAttribute("aria-hidden", "true");
            NativeTableCell drawn = new NativeTableCell(bar);
            drawn.addClassName("drawn");
            mean.addClassNames("bl-num", "mean");
            change.addClassNames("bl-num", "bl-xs");
            count.addClassNames("bl-num", "bl-xs", "bl-quiet", "count");
            add(head, drawn, mean, change, count);
            plan.ifPresent(open -> {
                act.addThemeVariants(ButtonVariant.SMALL);
                act.addClickListener(click -> open.accept(unsur));
                NativeTableCell last = new NativeTableCell(act);
                last.addClassName("plan");
                add(last);
            });
        }

        private void drawPlan() {
            boolean known = planned.contains(unsur);
            act.setText(words.text(known ? "satisfaction.unsur.planned" : "satisfaction.unsur.plan"));
            act.setAriaLabel(
                    words.text(known ? "satisfaction.unsur.planned-of" : "satisfaction.unsur.plan-of", name.getText()));
        }

        void draw(Standing.OfUnsur one) {
            name.setText(one.unsur().name().in(words.language()));
            low.setVisible(one.low());
            act.setVisible(one.low());
            drawPlan();
            bar.setClassName("near", one.low());
            bar.getStyle()
                    .set(
                            "--progress",
                            String.valueOf(one.mean()
                                    .map(value -> (value.doubleValue() - LEAST) / RANGE)
                                    .orElse(0.0)));
            mean.setText(one.mean().map(words::figure).orElse(SatisfactionWords.NOTHING));
            change.setText(one.change().map(words::change).orElse(""));
            boolean fallen = one.change().map(BigDecimal::signum).orElse(0) < 0;
            change.setClassName("bl-over", fallen);
            change.setClassName("bl-quiet", !fallen);
            count.setText(
                    one.answers() < fewest ? words.text("satisfaction.unsur.few", fewest) : words.n(one.answers()));
        }
    }
}
