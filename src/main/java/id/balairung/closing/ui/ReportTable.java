package id.balairung.closing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table of figures: what they are about in the first column, numbers to the right in all others. */
class ReportTable extends Div {

    private final NativeTable table = new NativeTable();
    private final List<String> headers;

    /** A table with that label for screen readers, and these headers. */
    ReportTable(String label, List<String> headers) {
        this.headers = List.copyOf(headers);
        addClassName("bl-closing-scroll");
        // What scrolls sideways on a phone can be reached by keyboard.
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", label);
        table.addClassNames("bl-table", "bl-closing-table");
        NativeTableRow head = new NativeTableRow();
        headers.forEach(header -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(header);
            cell.getElement().setAttribute("scope", "col");
            if (head.getChildren().findAny().isPresent()) {
                cell.addClassName("r");
            }
            head.add(cell);
        });
        table.getHead().add(head);
        add(table);
    }

    /** A row: what it is about, and its figures. */
    NativeTableRow row(Component about, List<? extends Component> figures) {
        NativeTableHeaderCell first = new NativeTableHeaderCell(about);
        first.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(first);
        for (int column = 0; column < figures.size(); column++) {
            NativeTableCell cell = new NativeTableCell(figures.get(column));
            cell.addClassNames("r", "bl-num");
            // On a phone the row is folded, and each figure has its name beside it.
            cell.getElement().setAttribute("data-label", headers.get(column + 1));
            row.add(cell);
        }
        table.getBody().add(row);
        return row;
    }

    /** A row about which there is nothing but a word. */
    NativeTableRow remark(Component about, String word) {
        NativeTableRow row = row(about, List.of(new Text(word)));
        row.addClassName("remark");
        row.getChildren()
                .skip(1)
                .findFirst()
                .ifPresent(cell -> cell.getElement().setAttribute("colspan", String.valueOf(headers.size() - 1)));
        return row;
    }

    /** The last row: all others together. */
    void total(String about, List<? extends Component> figures) {
        row(new Text(about), figures).addClassName("total");
    }
}
