package id.balairung.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class SheetBookTest {

    private static final SheetColumn COLUMN = new SheetColumn("a", "Unsur", List.of(), 20);

    @Test
    void eachTableHasItsSheet() throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(written()))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName())).containsExactly("Ringkasan", "Unsur");
            assertThat(book.getSheet(1).orElseThrow().read().get(1).getCellAsNumber(0))
                    .contains(new BigDecimal("3.41"));
        }
    }

    @Test
    void theSameTablesGiveTheSameFile() throws Exception {
        byte[] first = written();
        Instant before = Instant.now();
        // An archive tells times to two seconds.
        Awaitility.await().until(() -> Instant.now().isAfter(before.plusSeconds(2)));
        assertThat(written()).isEqualTo(first);
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new SheetBook(List.of(
                        new SheetTable("Ringkasan", List.of(COLUMN), List.of(List.of(SheetCell.of("Waktu")))),
                        new SheetTable(
                                "Unsur",
                                List.of(COLUMN),
                                List.of(List.of(new SheetCell.Number(new BigDecimal("3.41")))))))
                .write(file);
        return file.toByteArray();
    }
}
