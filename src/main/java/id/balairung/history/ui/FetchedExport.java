package id.balairung.history.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.history.ExportId;
import id.balairung.history.ExportJobs;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/** Gives out a file that was made in the background, to whoever it is for when they ask. For others there is no such thing. */
final class FetchedExport implements DownloadHandler {

    private static final int NOT_FOUND = 404;

    private final transient ExportJobs jobs;
    private final ExportId id;

    FetchedExport(ExportJobs jobs, ExportId id) {
        this.jobs = jobs;
        this.id = id;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        Optional<ExportJobs.Fetched> fetched = fetch();
        if (fetched.isEmpty()) {
            event.getResponse().setStatus(NOT_FOUND);
            return;
        }
        event.setFileName(fetched.get().name());
        event.setContentType(fetched.get().contentType());
        event.setContentLength(fetched.get().bytes());
        event.getResponse().setHeader("Cache-Control", "no-store");
        try (InputStream content = fetched.get().content()) {
            content.transferTo(event.getOutputStream());
        }
    }

    private Optional<ExportJobs.Fetched> fetch() {
        try {
            return jobs.fetch(id);
        } catch (AccessDeniedException nobody) {
            return Optional.empty();
        }
    }
}
