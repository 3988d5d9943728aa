package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.Visitor;
import id.balairung.testing.Hall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an officer has to read can be read, in both languages, on the office's screens and on a phone. */
class ConsoleLabelsTest extends InBrowsers {

    /** The words of what can't show them whole: a button's label, an outcome, the number. */
    private static final String CUT = """
            [...document.querySelectorAll('.bl-console vaadin-button, .bl-tiles vaadin-radio-button, .bl-number')]
              .filter((part) => part.checkVisibility())
              .filter((part) => {
                const words = part.shadowRoot?.querySelector('[part=label]') ?? part;
                return words.scrollWidth > words.clientWidth;
              })
              .map((part) => part.innerText)
            """;

    @Test
    void noLabelAtTheCounterIsCutInEitherLanguage() {
        Hall.TestAgency agency = hall.agency(5, 1);
        hall.open(agency, 0);
        hall.issue(agency.service(), PriorityClass.MATERNAL, Visitor.unnamed());
        hall.issue(agency.service(), PriorityClass.MATERNAL, Visitor.unnamed());
        Chromium.Person officer = chromium.signIn(agency.officer());
        Page page = officer.page();
        assertThat(page.locator(".bl-queue")).containsText("2 menunggu");
        inBothLanguages(page);
        page.locator("[data-key=F2]").click();
        assertThat(page.locator(".bl-number")).containsText("-001");
        inBothLanguages(page);
        page.locator("[data-key=F8]").click();
        assertThat(page.locator(".bl-tiles")).isVisible();
        inBothLanguages(page);
    }

    @Test
    void theMenuIsStillThereInTheOtherLanguage() {
        Hall.TestAgency agency = hall.agency(1, 1);
        Chromium.Person officer = chromium.signIn(agency.officer());
        Page menu = officer.page();
        assertThat(menu.locator("vaadin-side-nav")).containsText("Loket");
        speak(menu, "English");
        assertThat(menu.locator("vaadin-side-nav")).containsText("Counter");
        assertThat(menu.locator("vaadin-side-nav")).containsText("Settlement");
        speak(menu, "Bahasa Indonesia");
        assertThat(menu.locator("vaadin-side-nav")).containsText("Penyelesaian");
    }

    private void inBothLanguages(Page page) {
        nothingIsCut(page);
        speak(page, "English");
        assertThat(page.locator(".bl-queue h2")).hasText("Queue");
        nothingIsCut(page);
        speak(page, "Bahasa Indonesia");
        assertThat(page.locator(".bl-queue h2")).hasText("Antrean");
    }

    private static void nothingIsCut(Page page) {
        for (int width : List.of(1366, 1280, 1024, 911, 390)) {
            page.setViewportSize(width, 768);
            assertThat((List<?>) page.evaluate(CUT)).as("cut at " + width).isEmpty();
        }
        page.setViewportSize(1366, 768);
    }
}
