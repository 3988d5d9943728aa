package id.balairung.agency.ui;

import id.balairung.common.InputFault;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Rows of a table on their way in, all of them or none.
 *
 * @param <R> what a row becomes
 * @param reading reads a row
 * @param judging tells what is wrong with each row, in their order; changes nothing
 * @param importing imports all rows
 */
record ImportedRows<R>(
        Function<SheetRow, R> reading, Function<List<R>, List<List<InputFault>>> judging, Consumer<List<R>> importing) {

    List<RowProblem> check(List<SheetRow> rows) {
        List<RowProblem> problems = new ArrayList<>();
        List<List<InputFault>> faults = judging.apply(read(rows));
        for (int index = 0; index < rows.size(); index++) {
            for (InputFault fault : faults.get(index)) {
                problems.add(RowProblem.at(
                        rows.get(index),
                        fault.field(),
                        fault.key(),
                        fault.arguments().toArray()));
            }
        }
        return problems;
    }

    List<RowProblem> load(List<SheetRow> rows) {
        List<RowProblem> problems = check(rows);
        if (problems.isEmpty()) {
            importing.accept(read(rows));
        }
        return problems;
    }

    private List<R> read(List<SheetRow> rows) {
        return rows.stream().map(reading).toList();
    }
}
