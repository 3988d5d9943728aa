package id.balairung.demo;

import id.balairung.history.TurnResult;
import id.balairung.queue.PriorityClass;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns as the file of an older system, in the words that the history's import understands.
 *
 * @param name what it is called
 * @param turns the turns, in any order
 * @param zone the mall's zone
 */
record PastFile(String name, List<PastTurn> turns, ZoneId zone) {

    private static final List<SheetColumn> COLUMNS = Stream.of(
                    "Layanan",
                    "Nomor",
                    "Prioritas",
                    "Masuk antrean",
                    "Dipanggil",
                    "Mulai dilayani",
                    "Berakhir",
                    "Loket",
                    "Petugas",
                    "Hasil",
                    "Penilaian")
            .map(header -> new SheetColumn(header, header, List.of(), 20))
            .toList();

    private static final SheetCell EMPTY = SheetCell.of("");

    SheetFile content() {
        SheetTable table = new SheetTable(
                name, COLUMNS, () -> turns.stream().map(this::row).iterator());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SheetFormat.CSV.write(table, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new SheetFile(out.toByteArray());
    }

    private List<SheetCell> row(PastTurn turn) {
        Optional<PastTurn.Call> call = turn.call();
        return List.of(
                SheetCell.of(turn.service()),
                SheetCell.of(turn.number().toString()),
                SheetCell.of(word(turn.priorityClass())),
                moment(turn.queued()),
                call.map(called -> moment(called.at())).orElse(EMPTY),
                call.flatMap(PastTurn.Call::serving).map(this::moment).orElse(EMPTY),
                moment(turn.ended()),
                call.map(called -> SheetCell.of(called.counter())).orElse(EMPTY),
                call.map(called -> SheetCell.of(called.officer())).orElse(EMPTY),
                SheetCell.of(word(turn.result())),
                turn.rating().map(score -> SheetCell.of(score)).orElse(EMPTY));
    }

    private SheetCell moment(Instant at) {
        return new SheetCell.Moment(at.atZone(zone).toLocalDateTime());
    }

    private static String word(PriorityClass shown) {
        return switch (shown) {
            case GENERAL -> "Umum";
            case ELDERLY -> "Lansia";
            case DISABILITY -> "Disabilitas";
            case MATERNAL -> "Ibu hamil/menyusui";
            case TODDLER -> "Membawa balita";
        };
    }

    private static String word(TurnResult result) {
        return switch (result) {
            case FULFILLED, SERVED -> "Selesai";
            case DOCUMENTS_MISSING -> "Berkas kurang";
            case NOT_POSSIBLE -> "Tidak dapat dipenuhi";
            case CONSULTATION -> "Konsultasi";
            case NO_SHOW -> "Tidak hadir";
            case TRANSFERRED -> "Dialihkan";
            case ABANDONED -> "Batal";
        };
    }
}
