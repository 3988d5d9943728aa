package id.balairung.history.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.history.ExportWish;
import id.balairung.history.HistoryExport;
import id.balairung.security.StaffId;
import id.balairung.sheet.SheetTable;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.springframework.security.access.AccessDeniedException;

/** Writes the history into the answer while it is read, with the rights that the person has then. */
final class HistoryDownload implements DownloadHandler {

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient HistoryExport export;
    private final transient DownloadsUnderWay downloads;
    private final transient StaffId staff;
    private final transient ExportWish wish;
    private final transient LongConsumer written;
    private final transient Runnable over;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * A download.
     *
     * @param export reads it
     * @param downloads knows how many are under way
     * @param staff whose it is
     * @param wish what it holds
     * @param written told within the screen how many rows there are so far
     * @param over told within the screen when it has ended, one way or another
     */
    HistoryDownload(
            HistoryExport export,
            DownloadsUnderWay downloads,
            StaffId staff,
            ExportWish wish,
            LongConsumer written,
            Runnable over) {
        this.export = export;
        this.downloads = downloads;
        this.staff = staff;
        this.wish = wish;
        this.written = written;
        this.over = over;
    }

    /** Ends it: the browser gets no whole file. */
    void cancel() {
        cancelled.set(true);
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        if (!downloads.begin(staff)) {
            event.getResponse().setStatus(TOO_MANY_REQUESTS);
            event.getUI().access(over::run);
            return;
        }
        try {
            write(event);
        } finally {
            downloads.end(staff);
        }
    }

    private void write(DownloadEvent event) throws IOException {
        UI ui = event.getUI();
        try {
            SheetTable table = export.table(wish, rows -> follow(ui, rows));
            event.setFileName(wish.format().fileName(table));
            event.setContentType(wish.format().contentType());
            event.getResponse().setHeader("Cache-Control", "no-store");
            wish.format().write(table, event.getOutputStream());
        } catch (AccessDeniedException | BusinessRuleViolation refused) {
            event.getResponse().setStatus(FORBIDDEN);
        } catch (CancellationException ended) {
            // The answer breaks off: one that ended well would be taken for the whole.
            throw new IOException("The export was cancelled", ended);
        } finally {
            ui.access(over::run);
        }
    }

    private void follow(UI ui, long rows) {
        if (cancelled.get()) {
            throw new CancellationException();
        }
        ui.access(() -> written.accept(rows));
    }
}
