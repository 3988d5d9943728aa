package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.common.ui.Notifications;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.SurveyReport;
import id.balairung.satisfaction.SurveyReports;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.ui.DownloadMenu;
import id.balairung.tenancy.AgencyId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** Hands out the survey's report on what is shown: as a PDF to be signed, and as a workbook. */
class SurveyReportMenu extends DownloadMenu {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyReportMenu.class);
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 500;

    /** What a report is about. */
    record Subject(Optional<AgencyId> agency, SurveyPeriod period) {}

    private interface Writing {
        void write(SurveyReport report, OutputStream out) throws IOException;
    }

    /**
     * A menu.
     *
     * @param shown what is shown
     */
    SurveyReportMenu(SurveyReports reports, SurveyPaper paper, Subject shown) {
        super("satisfaction.report.menu");
        offer(
                getTranslation("satisfaction.report.pdf"),
                () -> hand(file(reports, shown, ".pdf", "application/pdf", paper::writePdf)));
        offer(
                getTranslation("satisfaction.report.xlsx"),
                () -> hand(file(reports, shown, ".xlsx", SheetFormat.XLSX.contentType(), paper::writeBook)));
    }

    private static DownloadHandler file(
            SurveyReports reports, Subject subject, String ending, String contentType, Writing writing) {
        return event -> write(event, reports, subject, ending, contentType, writing);
    }

    private static void write(
            DownloadEvent event,
            SurveyReports reports,
            Subject subject,
            String ending,
            String contentType,
            Writing writing)
            throws IOException {
        SurveyReport report;
        try {
            report = reports.report(subject.agency(), subject.period());
        } catch (AccessDeniedException refused) {
            event.getResponse().setStatus(FORBIDDEN);
            return;
        }
        // Whole before the first byte leaves: half a file would be taken for the report.
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            writing.write(report, file);
        } catch (IOException | RuntimeException fault) {
            LOG.error("The report {} can't be written", SurveyPaper.fileName(report), fault);
            UI ui = event.getUI();
            ui.access(() -> Notifications.ERROR.show(ui.getTranslation("satisfaction.report.failed")));
            event.getResponse().setStatus(FAILED);
            return;
        }
        event.setFileName(SurveyPaper.fileName(report) + ending);
        event.setContentType(contentType);
        event.getResponse().setHeader("Cache-Control", "no-store");
        file.writeTo(event.getOutputStream());
    }
}
