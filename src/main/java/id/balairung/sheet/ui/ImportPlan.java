package id.balairung.sheet.ui;

import id.balairung.sheet.RowEffect;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetRow;
import id.balairung.sheet.SheetTable;
import java.util.List;
import java.util.function.Function;

/**
 * What an import is for.
 *
 * @param title what is imported, translated
 * @param template a table with the columns that are expected and a few made-up rows
 * @param check tells what is wrong with rows, and changes nothing
 * @param effects tells what each row would do, in their order, and does none of it
 * @param importing imports all the rows in one transaction, or none and tells why: something may have changed since the check
 */
public record ImportPlan(
        String title,
        SheetTable template,
        Function<List<SheetRow>, List<RowProblem>> check,
        Function<List<SheetRow>, List<RowEffect>> effects,
        Function<List<SheetRow>, List<RowProblem>> importing) {}
