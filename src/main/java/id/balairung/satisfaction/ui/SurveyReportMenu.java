package id.balairung.satisfaction.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.SurveyReport;
import id.balairung.satisfaction.SurveyReports;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.ui.DownloadMenu;
import id.balairung.tenancy.AgencyId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;

/** Hands out the survey's report on what is shown: as a PDF to be signed, and as a workbook. */
class SurveyReportMenu extends DownloadMenu {

    private static final int FORBIDDEN = 403;

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
        event.setFileName(SurveyPaper.fileName(report) + ending);
        event.setContentType(contentType);
        event.getResponse().setHeader("Cache-Control", "no-store");
        writing.write(report, event.getOutputStream());
    }
}
