package id.balairung.bench;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.ExportProgress;
import id.balairung.history.ExportWish;
import id.balairung.history.HistoryExport;
import id.balairung.history.HistoryFilter;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetFormat;
import id.balairung.testing.Hall;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;

/** Exports of many turns into nowhere. */
class HistoryExports {

    private static final long BETWEEN_LOOKS = 200_000;

    private final HistoryExport export;
    private final Hall hall;
    private final ServiceCatalogue catalogue;
    private final StaffPrincipal reader;
    private final Connection raw;

    HistoryExports(ApplicationContext context, StaffPrincipal reader, Connection raw) {
        this.export = context.getBean(HistoryExport.class);
        this.hall = context.getBean(Hall.class);
        this.catalogue = context.getBean(ServiceCatalogue.class);
        this.reader = reader;
        this.raw = raw;
    }

    /**
     * Writes so many turns.
     *
     * @param how CSV, XLSX or raw
     * @param rows how many
     * @param memory whether to look again and again at what stays on the heap, which takes time
     * @return how many were written in how many seconds, how many MiB were on the heap at most beyond those before, and how many MB went out
     */
    String measure(String how, long rows, boolean memory) throws Exception {
        long before = memory ? kept() : 0;
        AtomicLong most = new AtomicLong(before);
        AtomicLong written = new AtomicLong();
        AtomicLong looked = new AtomicLong();
        CountingStream out = new CountingStream();
        long start = System.nanoTime();
        if (how.equals("raw")) {
            written.set(raw(rows, out));
        } else {
            ExportProgress progress = so -> {
                written.set(so);
                if (memory && so - looked.get() >= BETWEEN_LOOKS) {
                    looked.set(so);
                    most.accumulateAndGet(kept(), Math::max);
                }
                if (so >= rows) {
                    throw new CancellationException();
                }
            };
            hall.as(reader, () -> {
                LocalDate today = LocalDate.now(PastMall.ZONE);
                SheetFormat format = SheetFormat.valueOf(how);
                ExportWish wish =
                        new ExportWish(HistoryFilter.of(today.minusYears(10), today), format, false, Locale.of("id"));
                try {
                    format.write(export.table(wish, progress), out);
                } catch (CancellationException enough) {
                    // As many as were asked for.
                }
                return written;
            });
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return "%d %f %f %f"
                .formatted(written.get(), seconds, (most.get() - before) / (double) (1 << 20), out.bytes / 1e6);
    }

    private static long kept() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The same columns in as few steps as there can be. */
    private long raw(long rows, OutputStream out) throws SQLException, IOException {
        long written = 0;
        try (PreparedStatement select =
                raw.prepareStatement("""
                        select a.name, t.service_day, t.at, t.number_prefix, t.number_sequence, s.name_id, t.counter_number,
                          o.display_name, t.priority_class, t.status, t.outcome, t.queued_at, t.last_called_at, t.serving_since,
                          t.ended_at, t.wait_millis, t.way_millis, t.service_millis, t.held_millis, t.calls,
                          t.target_wait_seconds, t.over_target, t.rating, t.corrections
                        from history_turn t
                        join agency a on a.id = t.agency_id
                        join service_offering s on s.id = t.service_id
                        left join staff_account o on o.id = t.officer_id
                        where t.agency_id = coalesce(?, t.agency_id)
                        limit ?""", ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            select.setFetchSize(4_000);
            select.setString(1, reader.agency().map(Object::toString).orElse(null));
            select.setLong(2, rows);
            Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            try (ResultSet found = select.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    for (int column = 1; column <= columns; column++) {
                        String value = found.getString(column);
                        csv.write(value == null ? "" : value);
                        csv.write(';');
                    }
                    csv.write("\r\n");
                    written++;
                }
            }
            csv.flush();
        }
        raw.rollback();
        return written;
    }

    private static final class CountingStream extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
