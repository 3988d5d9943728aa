package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.testing.Hall;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a browser can show of the front desk: its keys, its phone layout, its paper. */
class FrontDeskAtWorkTest extends InBrowsers {

    Hall.TestAgency agency;
    Page page;

    @BeforeEach
    void sitAtTheDesk() {
        agency = hall.agency(1, 1);
        page = chromium.signIn(hall.frontDesk()).page();
        assertThat(search()).isFocused();
    }

    @Test
    void anotherLanguageIsSpokenAtTheSameDesk() {
        find();
        page.keyboard().press("Enter");
        assertThat(visit()).containsText(agency.name());
        page.locator(".bl-avatar-button").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator(".bl-finder")).containsText("Services");
        assertThat(visit()).containsText(agency.service().nameEnglish());
        page.keyboard().press("F2");
        assertThat(visit()).containsText(agency.service().prefix() + "-001");
    }

    @Test
    void aDigitChoosesTheClassWhileNothingIsTypedAndIsSearchedAfterOtherText() {
        page.keyboard().press("2");
        assertThat(chosenClass()).containsText("Lansia");
        assertThat(search()).hasValue("");
        assertThat(search()).isFocused();
        page.keyboard().type("a3");
        assertThat(search()).hasValue("a3");
        assertThat(chosenClass()).containsText("Lansia");
    }

    @Test
    void aDigitTypedAheadOfTheAnswerIsCarriedOutBeforeTheNumberIsIssued() {
        find();
        page.keyboard().press("Enter");
        page.keyboard().press("2");
        page.keyboard().press("F2");
        assertThat(visit()).containsText(agency.service().prefix() + "-001");
        assertThat(page.locator(".bl-slip .class")).hasText("Lansia");
        assertThat(search()).hasValue("");
    }

    @Test
    void everyWrongFieldSaysWhatIsWrong() {
        find();
        page.keyboard().press("Enter");
        assertThat(visit()).containsText(agency.name());
        field("Telepon").fill("08abc");
        field("Nama").fill("x".repeat(81));
        page.keyboard().press("F2");
        assertThat(page.locator(".bl-visitor vaadin-text-field[invalid]")).hasCount(2);
        assertThat(field("Nama")).isFocused();
    }

    @Test
    void aPhoneOffersItsKeypadForTheNumber() {
        assertThat(field("Telepon")).hasAttribute("inputmode", "tel");
    }

    @Test
    void thePaperIsAsLongAsTheSlip() {
        find();
        page.keyboard().press("Enter");
        page.keyboard().press("F2");
        assertThat(visit()).containsText(agency.service().prefix() + "-001");
        double slip = page.locator(".bl-slip").boundingBox().height * 25.4 / 96;
        String pdf =
                new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        Matcher paper =
                Pattern.compile("/MediaBox *\\[0 0 ([0-9.]+) ([0-9.]+)]").matcher(pdf);
        assertThat(paper.find()).isTrue();
        assertThat(Double.parseDouble(paper.group(1)) * 25.4 / 72).isBetween(79.5, 80.5);
        assertThat(Double.parseDouble(paper.group(2)) * 25.4 / 72).isBetween(slip + 8, slip + 12);
        assertThat(paper.find()).as("a second sheet").isFalse();
    }

    private void find() {
        page.keyboard().type(agency.service().nameIndonesian());
        assertThat(page.locator(".bl-offers")).containsText(agency.service().nameIndonesian());
    }

    private Locator search() {
        return page.locator(".bl-finder input");
    }

    private Locator visit() {
        return page.locator(".bl-visit");
    }

    private Locator field(String label) {
        return page.locator(".bl-visitor vaadin-text-field input").and(page.getByLabel(label));
    }

    private Locator chosenClass() {
        return page.locator(".bl-visitor vaadin-radio-button[checked]");
    }
}
