package id.balairung.audit.ui;

import id.balairung.audit.AuditEntry;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetTable;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;

/** Entries as a table for a file, read as it is written. */
record AuditTable(AuditWords words, String whose, Iterable<AuditEntry> entries) {

    SheetTable sheet() {
        return new SheetTable(
                words.text("audit.title") + " " + whose,
                List.of(
                        column("number", 12),
                        column("when", 20),
                        column("kind", 28),
                        column("subject", 40),
                        column("who", 36),
                        column("role", 20),
                        column("address", 18),
                        column("before", 50),
                        column("after", 50),
                        column("position", 12),
                        column("hash", 66)),
                () -> rows(entries.iterator()));
    }

    private SheetColumn column(String name, int width) {
        return new SheetColumn(name, words.text("audit.column." + name), List.of(), width);
    }

    private Iterator<List<SheetCell>> rows(Iterator<AuditEntry> read) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return read.hasNext();
            }

            @Override
            public List<SheetCell> next() {
                return row(read.next());
            }
        };
    }

    private List<SheetCell> row(AuditEntry entry) {
        return List.of(
                SheetCell.of(entry.id()),
                new SheetCell.Moment(LocalDateTime.ofInstant(entry.at(), words.zone())),
                SheetCell.of(words.kind(entry.kind())),
                SheetCell.of(words.subject(entry)),
                SheetCell.of(words.person(entry)),
                SheetCell.of(words.role(entry)),
                SheetCell.of(entry.address().orElse("")),
                SheetCell.of(words.values(entry.before())),
                SheetCell.of(words.values(entry.after())),
                entry.seal().map(seal -> SheetCell.of(seal.position())).orElseGet(() -> SheetCell.of("")),
                SheetCell.of(entry.seal().map(AuditEntry.Seal::hash).orElse("")));
    }
}
