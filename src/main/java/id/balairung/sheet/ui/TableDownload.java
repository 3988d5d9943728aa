package id.balairung.sheet.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetTable;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;

/** Gives a table out as a file. It is read when the file is asked for, with the rights that the person has then. */
final class TableDownload implements DownloadHandler {

    private static final int FORBIDDEN = 403;

    private final SheetFormat format;
    private final transient Supplier<SheetTable> reading;

    TableDownload(SheetFormat format, Supplier<SheetTable> reading) {
        this.format = format;
        this.reading = reading;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        SheetTable table;
        try {
            table = reading.get();
        } catch (AccessDeniedException | BusinessRuleViolation refused) {
            event.getResponse().setStatus(FORBIDDEN);
            return;
        }
        event.setFileName(format.fileName(table));
        event.setContentType(format.contentType());
        event.getResponse().setHeader("Cache-Control", "no-store");
        format.write(table, event.getOutputStream());
    }
}
