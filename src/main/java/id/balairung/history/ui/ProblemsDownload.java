package id.balairung.history.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetTable;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** All that is wrong with a file, as a file: row, column and reason. It was found in what the person sent. */
final class ProblemsDownload implements DownloadHandler {

    private final transient SheetTable table;

    ProblemsDownload(Function<RowProblem, String> sentence, Function<String, String> texts, List<RowProblem> problems) {
        this.table = new SheetTable(
                texts.apply("history.import.problems"),
                List.of(
                        new SheetColumn("row", texts.apply("sheet.import.row"), List.of(), 8),
                        new SheetColumn("column", texts.apply("history.import.column"), List.of(), 20),
                        new SheetColumn("finding", texts.apply("sheet.import.finding"), List.of(), 60)),
                problems.stream()
                        .map(problem -> List.of(
                                SheetCell.of(problem.row()),
                                SheetCell.of(problem.column()),
                                SheetCell.of(sentence.apply(problem))))
                        .toList());
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        event.setFileName(SheetFormat.CSV.fileName(table));
        event.setContentType(SheetFormat.CSV.contentType());
        event.getResponse().setHeader("Cache-Control", "no-store");
        SheetFormat.CSV.write(table, event.getOutputStream());
    }
}
