package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.balairung.history.ExportJobs;
import id.balairung.history.ExportsMade;
import id.balairung.history.PastTurns;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the history through a browser: what the list shows, at once, or later for whoever asked and nobody else. */
class ExportInBrowserTest extends InBrowsers {

    private static final LocalDate FIRST = LocalDate.of(2014, 6, 1);
    private static final int FEW = 60;
    private static final int MANY = 10_300;
    private static final String PERIOD = "riwayat?dari=2014-06-01&sampai=2014-06-30";

    @Autowired
    ExportJobs jobs;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void nothingWaits() {
        new ExportsMade(context).deleteAll();
    }

    @Test
    void theFileHoldsWhatTheListShows() throws IOException {
        Hall.TestAgency agency = agencyWithAPast(FEW);
        Chromium.Person admin = chromium.signIn(agency.admin(), 1366, 3000);
        Page page = admin.page();
        admin.open(PERIOD);
        assertThat(page.locator(".bl-turn-list")).containsText(FEW + " giliran");
        Locator result = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Hasil layanan"));
        result.fill("Tidak hadir");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Tidak hadir"))
                .click();
        assertThat(page).hasURL(Pattern.compile("hasil=no-show"));
        assertThat(page.locator(".bl-turn-list .bl-head")).not().containsText(FEW + " giliran");

        List<NamedCsvRecord> rows = rows(page.waitForDownload(() -> export(page)));

        assertThat(rows.stream().map(row -> row.getField("Nomor"))).isNotEmpty().isEqualTo(shown(page));
        assertThat(rows.stream().map(row -> row.getField("Hasil"))).containsOnly("Tidak hadir");
        assertThat(page.locator(".bl-export-progress")).hasCount(0);
    }

    @Test
    void manyAreMadeInTheBackgroundForWhoeverAskedAlone() throws IOException {
        Hall.TestAgency agency = agencyWithAPast(MANY);
        Chromium.Person admin = chromium.signIn(agency.admin());
        Page page = admin.page();
        admin.open(PERIOD);
        assertThat(page.locator(".bl-turn-list")).containsText("lebih dari 10.000");
        export(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ekspor saya"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/riwayat/ekspor$"));
        Locator line = page.locator(".bl-exports .list li");
        assertThat(line).containsText("Menunggu giliran");

        new ExportsMade(context).begin();

        assertThat(line).containsText("Siap");
        Locator fetch = line.locator("a.fetch");
        assertThat(rows(page.waitForDownload(fetch::click))).hasSize(MANY);

        String list = page.url();
        String id = hall.as(agency.admin(), jobs::own).getFirst().id().toString();
        assertThat(rows(page.waitForDownload(() -> page.navigate(list + "?unduh=" + id))))
                .hasSize(MANY);
        assertThat(page).hasURL(list);

        String address = page.url().replaceFirst("/riwayat.*", "/") + fetch.getAttribute("href");
        assertThat(admin.page().context().request().get(address).text()).contains("Masuk antrean");
        for (StaffPrincipal stranger : List.of(
                hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id())),
                hall.agency(1, 0).admin())) {
            Page other = chromium.signIn(stranger).page();
            assertThat(other.context().request().get(address).text()).doesNotContain("Masuk antrean");
            other.navigate(page.url());
            assertThat(other.locator(".bl-exports")).containsText("Belum ada ekspor");
        }
    }

    private Hall.TestAgency agencyWithAPast(int turns) {
        Hall.TestAgency agency = hall.agency(1, 1);
        new PastTurns(batches, transaction, 6).add(agency, FIRST, 30, turns);
        return agency;
    }

    private static void export(Page page) {
        page.locator(".bl-history-export vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Teks (CSV)"))
                .click();
    }

    /** The numbers in the list, from above; the grid keeps rows of before that nobody sees. */
    @SuppressWarnings("unchecked")
    private static List<String> shown(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('vaadin-grid.bl-turns a.number')]
                  .filter(number => number.checkVisibility())
                  .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
                  .map(number => number.textContent)""");
    }

    private static List<NamedCsvRecord> rows(Download download) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(';')
                .ofNamedCsvRecord(Files.readString(download.path(), StandardCharsets.UTF_8)
                        .substring(1))
                .stream()
                .toList();
    }
}
