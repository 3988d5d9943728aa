package id.balairung.dashboard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.common.ui.Notifications;
import id.balairung.dashboard.PeriodReportFile;
import id.balairung.dashboard.PeriodReports;
import id.balairung.dashboard.ReportPeriod;
import id.balairung.sheet.SheetFormat;
import id.balairung.tenancy.AgencyId;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** Hands out a report's file, with the rights that the person has when it is asked for. */
final class PeriodReportDownload implements DownloadHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodReportDownload.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    private final transient PeriodReports reports;
    private final transient Optional<AgencyId> agency;
    private final transient ReportPeriod period;
    private final PeriodReportFile.Format format;

    PeriodReportDownload(
            PeriodReports reports, Optional<AgencyId> agency, ReportPeriod period, PeriodReportFile.Format format) {
        this.reports = reports;
        this.agency = agency;
        this.period = period;
        this.format = format;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        Optional<PeriodReportFile> found;
        try {
            found = reports.file(agency, period, format);
        } catch (AccessDeniedException refused) {
            event.getResponse().setStatus(FORBIDDEN);
            return;
        } catch (RuntimeException fault) {
            LOG.error("The report {} can't be handed out", period.code(), fault);
            tell(event.getUI(), "dashboard.reports.failed");
            event.getResponse().setStatus(FAILED);
            return;
        }
        if (found.isEmpty()) {
            tell(event.getUI(), "dashboard.reports.not-yet");
            event.getResponse().setStatus(NOT_FOUND);
            return;
        }
        PeriodReportFile file = found.get();
        event.setFileName(file.name());
        event.setContentType(
                format == PeriodReportFile.Format.PDF ? "application/pdf" : SheetFormat.XLSX.contentType());
        event.setContentLength(file.content().length);
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getOutputStream().write(file.content());
    }

    private static void tell(UI ui, String key) {
        ui.access(() -> Notifications.ERROR.show(ui.getTranslation(key)));
    }
}
