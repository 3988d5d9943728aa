package id.balairung.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A table as CSV. */
record CsvOutput(SheetTable table) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** What needs none here is quoted too where a spreadsheet that takes several signs for separators would split it. */
    private static final QuoteStrategy SPLIT_ELSEWHERE = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return new FormulaGuard(value).mayBeSplit();
        }
    };

    void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(SPLIT_ELSEWHERE)
                .build(writer);
        csv.writeRecord(
                table.columns().stream().map(column -> words(column.header())).toList());
        for (List<SheetCell> row : table.rows()) {
            csv.writeRecord(row.stream().map(CsvOutput::text).toList());
        }
        csv.flush();
        writer.flush();
    }

    private static String text(SheetCell cell) {
        return switch (cell) {
            case SheetCell.Text words -> words(words.text());
            case SheetCell.Number number -> number.number().toPlainString();
            case SheetCell.Day day -> day.date().toString();
            case SheetCell.Time time -> TIME.format(time.time());
            case SheetCell.Moment moment -> MOMENT.format(moment.moment());
            case SheetCell.Span span -> hours(span.length());
        };
    }

    private static String hours(Duration length) {
        String minutes = String.valueOf(100 + length.toMinutesPart()).substring(1);
        String seconds = String.valueOf(100 + length.toSecondsPart()).substring(1);
        return length.toHours() + ":" + minutes + ":" + seconds;
    }

    private static String words(String text) {
        return FormulaGuard.storable(text).guarded();
    }
}
