package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.satisfaction.Said;
import id.balairung.security.Role;
import id.balairung.testing.Hall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The survey's report as it is fetched from the screen: it tells what the screen tells. */
class SurveyReportInBrowserTest extends InBrowsers {

    @Autowired
    ApplicationContext application;

    private Hall.TestAgency agency;

    @BeforeEach
    void somebodyAnswered() {
        agency = hall.agency(1, 1);
        hall.open(agency, 0);
        Said said = new Said(application, agency);
        said.filledIn(agency.service(), 4);
        said.filledIn(agency.service(), 3);
        said.filledIn(agency.service(), 3);
    }

    @Test
    void anAdminFetchesBothFilesAndTheyTellTheScreensFigures() throws IOException {
        Page page = opened(chromium.signIn(agency.admin()), "kepuasan");
        assertThat(page.locator(".bl-index .value")).hasText("83,33");

        Download pdf = fetch(page, "PDF untuk ditandatangani");
        assertThat(pdf.suggestedFilename()).startsWith("skm-uji").endsWith(".pdf");
        assertThat(text(pdf)).contains(agency.name(), "Indeks Kepuasan Masyarakat 83,33 Mutu B, Baik");
        assertThat(Files.readAllBytes(fetch(page, "PDF untuk ditandatangani").path()))
                .as("the same is reported")
                .isEqualTo(Files.readAllBytes(pdf.path()));

        Download book = fetch(page, "XLSX");
        assertThat(book.suggestedFilename()).endsWith(".xlsx");
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(Files.readAllBytes(book.path())))) {
            assertThat(read.getFirstSheet().read().stream()
                            .filter(row -> row.getCellText(0).equals("IKM"))
                            .map(row -> row.getCellText(1)))
                    .containsExactly("83.33");
        }
    }

    @Test
    void theHeadFetchesThatOfTheAgencyThatIsShownAndOfTheMall() throws IOException {
        Chromium.Person head = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        Page page = opened(head, "kepuasan?instansi=" + code());
        assertThat(page.locator(".bl-index .value")).hasText("83,33");
        assertThat(text(fetch(page, "PDF untuk ditandatangani"))).contains(agency.name(), "Pimpinan instansi");
        opened(head, "kepuasan");
        assertThat(text(fetch(page, "PDF untuk ditandatangani"))).contains("Seluruh instansi", agency.name());
    }

    private static Page opened(Chromium.Person person, String address) {
        person.open(address);
        assertThat(person.page().locator(".bl-index .value")).isVisible();
        return person.page();
    }

    /** As Hall registers it. */
    private String code() {
        return agency.name().replace("Instansi Uji ", "UJI");
    }

    private static Download fetch(Page page, String file) {
        return page.waitForDownload(() -> {
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Laporan"))
                    .click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(file))
                    .click();
        });
    }

    private static String text(Download pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(Files.readAllBytes(pdf.path()))) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
