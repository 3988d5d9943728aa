package id.balairung.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Tables that belong together, as a workbook with a sheet for each. It doesn't tell when it was written: the same tables give the same
 * file. It is put together in memory, so it is for reports, not for lists.
 *
 * @param tables the tables, in the order of their sheets
 * @param charts charts of them, on a sheet after the first table's
 */
public record SheetBook(List<SheetTable> tables, Optional<ChartSheet> charts) {

    /** The earliest that an archive can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("<dcterms:created.*?</dcterms:created>");

    /** A book without charts. */
    public SheetBook(List<SheetTable> tables) {
        this(tables, Optional.empty());
    }

    /**
     * Writes it.
     *
     * @param out where to; it stays open
     * @throws IOException when the stream can't be written
     * @throws IllegalArgumentException when a chart tells of a table or column that there isn't
     */
    public void write(OutputStream out) throws IOException {
        byte[] written = charts.isPresent() ? drawn(charts.get()) : written(tables);
        ZipOutputStream timeless = new ZipOutputStream(out);
        try (ZipFile book = ZipFile.builder().setByteArray(written).get()) {
            for (ZipArchiveEntry part : Collections.list(book.getEntries())) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(NO_TIME);
                timeless.putNextEntry(same);
                timeless.write(
                        timeless(part.getName(), book.getInputStream(part).readAllBytes()));
                timeless.closeEntry();
            }
        }
        timeless.finish();
    }

    private byte[] drawn(ChartSheet paper) throws IOException {
        List<SheetTable> sheets = new ArrayList<>(tables);
        sheets.add(Math.min(1, sheets.size()), paper.paper());
        return new ChartDrawing(tables, paper).drawnInto(written(sheets));
    }

    private static byte[] written(List<SheetTable> sheets) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new XlsxOutput(sheets).write(written);
        return written.toByteArray();
    }

    private static byte[] timeless(String name, byte[] part) {
        return name.equals(PROPERTIES)
                ? CREATED.matcher(new String(part, StandardCharsets.UTF_8))
                        .replaceAll("")
                        .getBytes(StandardCharsets.UTF_8)
                : part;
    }
}
