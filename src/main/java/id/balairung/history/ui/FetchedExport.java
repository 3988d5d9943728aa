package id.balairung.history.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.history.ExportId;
import id.balairung.history.ExportJobs;
import id.balairung.security.ReauthenticationRequired;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/**
 * Gives out a file that was made in the background, to whoever it is for when they ask. For others there is no such thing. Where it
 * isn't proved lately enough who sits there, the address leads to the exports, which ask.
 */
final class FetchedExport implements DownloadHandler {

    private static final int NOT_FOUND = 404;
    private static final int SEE_OTHER = 303;

    private final transient ExportJobs jobs;
    private final ExportId id;

    FetchedExport(ExportJobs jobs, ExportId id) {
        this.jobs = jobs;
        this.id = id;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try {
            Optional<ExportJobs.Fetched> fetched = jobs.fetch(id);
            if (fetched.isPresent()) {
                send(fetched.get(), event);
            } else {
                event.getResponse().setStatus(NOT_FOUND);
            }
        } catch (AccessDeniedException nobody) {
            event.getResponse().setStatus(NOT_FOUND);
        } catch (ReauthenticationRequired unproved) {
            event.getResponse().setStatus(SEE_OTHER);
            event.getResponse()
                    .setHeader("Location", event.getRequest().getContextPath() + "/" + ExportsView.addressOf(id));
        }
    }

    private static void send(ExportJobs.Fetched fetched, DownloadEvent event) throws IOException {
        event.setFileName(fetched.name());
        event.setContentType(fetched.contentType());
        event.setContentLength(fetched.bytes());
        event.getResponse().setHeader("Cache-Control", "no-store");
        try (InputStream content = fetched.content()) {
            content.transferTo(event.getOutputStream());
        }
    }
}
