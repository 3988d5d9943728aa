package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.agency.CurrentMall;
import id.balairung.testing.Hall;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reads English sees one form of a date and of a time, in the rows and in the fields; Indonesian has its own. */
class EnglishDatesTest extends InBrowsers {

    @Autowired
    CurrentMall mall;

    @Autowired
    Clock clock;

    @Test
    void aDateIsWrittenInTheFieldAsInTheRowsAndMayBeTypedInFigures() {
        Chromium.Person admin = chromium.signIn(hall.agency(1, 1).admin());
        Page page = admin.page();
        LocalDate today = LocalDate.ofInstant(clock.instant(), mall.rules().zone());

        admin.open("jejak-audit");
        assertThat(field(page, "Sampai tanggal")).hasValue(written("d/M/uuuu", today));
        assertThat(page.locator("vaadin-grid")).containsText(written("dd/MM/uuuu", today));

        speak(page, "English");
        admin.open("jejak-audit");
        String now = written("d MMM uuuu", today);
        assertThat(field(page, "To")).hasValue(now);
        assertThat(page.locator("vaadin-grid")).containsText(now);
        field(page, "From").fill("3/2/2026");
        field(page, "From").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*dari=2026-02-03.*"));
        assertThat(field(page, "From")).hasValue("3 Feb 2026");
        field(page, "From").fill("4 Mar 2026");
        field(page, "From").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*dari=2026-03-04.*"));
    }

    @Test
    void aTimeOfTheDayHas24HoursInBothLanguages() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        Page page = chromium.signIn(agency.officer()).page();
        assertThat(page.locator(".bl-number")).isVisible();
        speak(page, "English");
        button(page, "Break").click();
        page.getByLabel("At a time").click();
        Locator time = field(page, "Time");
        time.fill("23.45");
        time.press("Enter");
        time.press("Tab");
        assertThat(time).hasValue("23.45");

        page.reload();
        speak(page, "Bahasa Indonesia");
        button(page, "Istirahat").click();
        page.getByLabel("Jam tertentu").click();
        field(page, "Pukul").fill("23.45");
        field(page, "Pukul").press("Tab");
        assertThat(field(page, "Pukul")).hasValue("23.45");
    }

    private static String written(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static Locator button(Page page, String text) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text));
    }
}
