package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A live table: what a row is about in the first column, which stays, and its figures. On a phone a row is folded, and each figure
 * has its column's name over it. A long one begins short, with a button for the rest: nobody reads hundreds of rows, and they are what a
 * page takes longest to draw.
 *
 * @param <M> all that a row shows, in a value
 */
public class FigureTable<M> extends Div {

    private final transient List<Column<M>> columns;
    private final transient Function<M, Component> about;
    private final transient Rows<M, FigureRow> rows;
    private transient @Nullable Fold fold;
    private transient List<M> lines = List.of();

    /** The button for the rest, and how many rows there are without it. */
    private record Fold(int most, IntFunction<String> all, Button button) {}

    /** A column: its header, whether numbers stand in it, and what it shows of a row. */
    public record Column<M>(String header, String look, Function<M, Component> cell) {}

    /**
     * An empty table.
     *
     * @param label for screen readers
     * @param first the first column's header
     * @param about what a row is about; drawn once
     * @param key tells rows apart
     */
    public FigureTable(
            String label,
            String first,
            Function<M, Component> about,
            Function<M, Object> key,
            List<Column<M>> columns) {
        this.columns = List.copyOf(columns);
        this.about = about;
        addClassName("bl-figure-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", label);
        NativeTable table = new NativeTable();
        table.addClassNames("bl-table", "bl-figure-table");
        NativeTableRow head = new NativeTableRow(header(first, ""));
        columns.forEach(column -> head.add(header(column.header(), column.look())));
        table.getHead().add(head);
        NativeTableBody body = table.getBody();
        this.rows = new Rows<>(body, key, FigureRow::new);
        add(table);
    }

    /**
     * Shows no more than the first rows until somebody asks for all of them.
     *
     * @param most how many
     * @param all says on a button that all of so many rows are shown then
     */
    public void begin(int most, IntFunction<String> all) {
        Button button = new Button();
        button.addClassName("bl-figure-all");
        button.setVisible(false);
        button.addClickListener(click -> {
            fold = null;
            remove(button);
            // Whoever pressed it by a key goes on from the table.
            getElement().callJsFunction("focus");
            rows.show(lines);
        });
        add(button);
        fold = new Fold(most, all, button);
    }

    /** Shows the rows. */
    public void show(List<M> newer) {
        lines = List.copyOf(newer);
        Fold folded = fold;
        if (folded == null || lines.size() <= folded.most()) {
            rows.show(lines);
        } else {
            rows.show(lines.subList(0, folded.most()));
        }
        if (folded != null) {
            folded.button().setVisible(lines.size() > folded.most());
            String text = folded.all().apply(lines.size());
            if (!text.equals(folded.button().getText())) {
                folded.button().setText(text);
            }
        }
    }

    private static NativeTableHeaderCell header(String text, String look) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName(look);
        return cell;
    }

    /** What a row is about: its letters or number, and its name. */
    public static Component about(String letters, Component name) {
        Span sign = new Span(letters);
        sign.addClassName("bl-letter");
        Div about = new Div(sign, name);
        about.addClassName("bl-figure-name");
        return about;
    }

    /** A figure, and what is to be known with it under it, quietly. */
    public static Component told(String figure, String note) {
        Span under = new Span(note);
        under.addClassNames("bl-xs", "bl-quiet");
        Div cell = new Div(new Span(figure), under);
        cell.addClassName("bl-figure-told");
        return cell;
    }

    private final class FigureRow extends NativeTableRow implements Rows.Row<M> {

        private List<NativeTableCell> cells = List.of();

        @Override
        public void draw(M newer) {
            if (getChildren().findAny().isEmpty()) {
                NativeTableHeaderCell first = new NativeTableHeaderCell(about.apply(newer));
                first.getElement().setAttribute("scope", "row");
                add(first);
            }
            cells.forEach(this::remove);
            List<NativeTableCell> drawn = new ArrayList<>();
            for (Column<M> column : columns) {
                NativeTableCell cell = new NativeTableCell(column.cell().apply(newer));
                cell.setClassName(column.look());
                cell.getElement().setAttribute("data-label", column.header());
                drawn.add(cell);
            }
            drawn.forEach(this::add);
            cells = drawn;
        }
    }
}
