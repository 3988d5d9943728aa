package id.balairung.history;

import id.balairung.sheet.RowProblem;
import java.util.List;
import java.util.Map;

/**
 * What would come of importing a file. Nothing was changed.
 *
 * @param rows how many rows it has
 * @param known how many of them are in the history already, or stand in the file before
 * @param bad how many have something wrong
 * @param problems what is wrong with them, in their order, as far as it is told
 * @param unknownServices names of services that nobody knows, as they stand in the file, with how many rows bear them
 * @param unknownOfficers how many rows name an officer whom nobody knows; they are imported without
 * @param namesOfUnknownOfficers what stands there, each once, as far as it is told
 * @param preview the first rows that are right
 */
public record ImportCheck(
        int rows,
        int known,
        int bad,
        List<RowProblem> problems,
        Map<String, Integer> unknownServices,
        int unknownOfficers,
        List<String> namesOfUnknownOfficers,
        List<ImportPreview> preview) {

    /** How many turns would be added. */
    public int fresh() {
        return rows - bad - known;
    }

    /** Whether it can be imported: all of it, or nothing. */
    public boolean good() {
        return problems.isEmpty();
    }
}
