package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import id.balairung.sheet.SheetFile;
import id.balairung.testing.Hall;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that is too large is told in a sentence, whoever finds out. */
class LargeUploadTest extends InBrowsers {

    private static final String SENTENCE = "Berkas lebih besar dari 5 MB. Pecah menjadi beberapa berkas.";

    private Page page;

    @BeforeEach
    void openTheImport() {
        Hall.TestAgency agency = hall.agency(1, 0);
        Chromium.Person admin = chromium.signIn(agency.admin());
        page = admin.page();
        admin.open("kelola/layanan");
        page.getByText("Impor", new Page.GetByTextOptions().setExact(true)).click();
    }

    @Test
    void byTheBrowser() {
        choose(new byte[SheetFile.LARGEST + 1]);
        assertThat(page.locator(".bl-import .bl-refusal")).hasText(SENTENCE);
    }

    /** A server in front of the application may take less than the application does. */
    @Test
    void byAServerOnTheWay() {
        page.route("**/upload", way -> way.fulfill(new Route.FulfillOptions().setStatus(413)));
        choose("Huruf".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("vaadin-upload-file")).containsText(SENTENCE);
    }

    private void choose(byte[] content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("layanan.csv", "text/csv", content));
    }
}
