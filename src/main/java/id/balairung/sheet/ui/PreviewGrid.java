package id.balairung.sheet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.sheet.RowEffect;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a file, those with something wrong first, and what is wrong at which column. */
class PreviewGrid extends Grid<PreviewGrid.Line> {

    private static final String WRONG = "wrong";

    private final transient Map<String, String> headers;

    PreviewGrid(List<SheetColumn> columns) {
        this.headers = columns.stream().collect(Collectors.toMap(SheetColumn::name, SheetColumn::header));
        addClassName("bl-preview");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.ROW_STRIPES);
        setSelectionMode(SelectionMode.NONE);
        addColumn(line -> line.row().number())
                .setHeader(getTranslation("sheet.import.row"))
                .setWidth("4rem")
                .setFlexGrow(0)
                .setFrozen(true);
        addComponentColumn(this::verdict)
                .setHeader(getTranslation("sheet.import.finding"))
                .setWidth("16rem")
                .setFlexGrow(2);
        columns.forEach(column -> addColumn(line -> line.row().text(column.name()))
                .setHeader(column.header())
                .setWidth("10rem")
                .setTooltipGenerator(line -> sentences(line, column))
                .setPartNameGenerator(line -> line.wrongAt(column) ? WRONG : null));
    }

    void show(List<SheetRow> rows, List<RowProblem> problems, List<RowEffect> effects) {
        Map<Integer, List<RowProblem>> byRow = problems.stream().collect(Collectors.groupingBy(RowProblem::row));
        setItems(IntStream.range(0, rows.size())
                .mapToObj(index -> new Line(
                        rows.get(index), byRow.getOrDefault(rows.get(index).number(), List.of()), effects.get(index)))
                .sorted(Comparator.comparing(Line::good))
                .toList());
    }

    private Component verdict(Line line) {
        Span verdict = new Span(
                (line.good() ? Icons.DONE : Icons.ALERT).create(),
                new Span(
                        line.good()
                                ? effect(line.effect())
                                : line.problems().stream()
                                        .map(this::located)
                                        .distinct()
                                        .collect(Collectors.joining(" "))));
        verdict.addClassNames("bl-verdict", line.good() ? "good" : WRONG);
        return verdict;
    }

    private String effect(RowEffect effect) {
        return switch (effect.kind()) {
            case ADDS -> getTranslation("sheet.import.adds");
            case CHANGES -> getTranslation("sheet.import.changes", effect.what());
            case SAME -> getTranslation("sheet.import.same");
        };
    }

    private String located(RowProblem problem) {
        String header = headers.get(problem.column());
        return header == null ? sentence(problem) : getTranslation("sheet.import.at", header, sentence(problem));
    }

    private String sentence(RowProblem problem) {
        return getTranslation(problem.key(), problem.arguments().toArray());
    }

    private @Nullable String sentences(Line line, SheetColumn column) {
        return line.wrongAt(column)
                ? line.problems().stream()
                        .filter(problem -> problem.column().equals(column.name()))
                        .map(this::sentence)
                        .collect(Collectors.joining(" "))
                : null;
    }

    /**
     * A row, what is wrong with it and what it does.
     *
     * @param row the row
     * @param problems what is wrong
     * @param effect what it does when nothing is
     */
    record Line(SheetRow row, List<RowProblem> problems, RowEffect effect) {

        boolean good() {
            return problems.isEmpty();
        }

        boolean wrongAt(SheetColumn column) {
            return problems.stream().anyMatch(problem -> problem.column().equals(column.name()));
        }
    }
}
