package id.balairung.sheet;

import id.balairung.common.BusinessRuleViolation;
import java.util.List;

/**
 * What is wrong in a row.
 *
 * @param row the row's number in the file
 * @param column the column's name; empty for the row as a whole
 * @param key the i18n key of the sentence that says so
 * @param arguments the sentence's arguments
 */
public record RowProblem(int row, String column, String key, List<Object> arguments) {

    /** Something wrong at a column. */
    public static RowProblem at(SheetRow row, String column, String key, Object... arguments) {
        return new RowProblem(row.number(), column, key, List.of(arguments));
    }

    /** A rule that a column of the row breaks. */
    public static RowProblem at(SheetRow row, String column, BusinessRuleViolation broken) {
        return at(row, column, broken.key(), broken.arguments());
    }
}
