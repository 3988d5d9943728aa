package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import id.balairung.testing.Hall;
import org.junit.jupiter.api.Test;

/** The front desk by somebody who types faster than the server answers. */
class FrontDeskByKeyboardTest extends InBrowsers {

    @Test
    void keysTypedAheadOfTheAnswerAreCarriedOut() {
        Hall.TestAgency agency = hall.agency(2, 1);
        Chromium.Person frontDesk = chromium.signIn(hall.frontDesk());
        Page page = frontDesk.page();
        assertThat(page.locator(".bl-finder input")).isFocused();
        for (int visit = 1; visit <= 2; visit++) {
            frontDesk.type(agency.services().get(1).nameIndonesian());
            frontDesk.press("Enter");
            frontDesk.press("F2");
            assertThat(page.locator(".bl-visit"))
                    .containsText(agency.services().get(1).prefix() + "-00" + visit);
            assertThat(page.locator(".bl-finder input")).isFocused();
            assertThat(page.locator(".bl-finder input")).hasValue("");
        }
    }

    @Test
    void aKeyPressedTwiceIssuesOneNumber() {
        Hall.TestAgency agency = hall.agency(1, 1);
        Chromium.Person frontDesk = chromium.signIn(hall.frontDesk());
        Page page = frontDesk.page();
        assertThat(page.locator(".bl-finder input")).isFocused();
        page.keyboard().type(agency.service().nameIndonesian());
        frontDesk.press("Enter");
        frontDesk.press("F2");
        frontDesk.press("F2");
        assertThat(page.locator(".bl-visit")).containsText(agency.service().prefix() + "-001");
        page.keyboard().type(agency.service().nameIndonesian());
        frontDesk.press("Enter");
        page.locator("[data-key=F2]").click();
        assertThat(page.locator(".bl-visit")).containsText(agency.service().prefix() + "-002");
    }

    @Test
    void whatIsTypedWhileTheAnswerIsOnItsWayIsTheNextSearch() {
        Hall.TestAgency agency = hall.agency(2, 1);
        Chromium.Person frontDesk = chromium.signIn(hall.frontDesk());
        Page page = frontDesk.page();
        assertThat(page.locator(".bl-finder input")).isFocused();
        page.keyboard().type(agency.services().get(0).nameIndonesian());
        frontDesk.press("Enter");
        page.keyboard().type(agency.services().get(1).nameIndonesian());
        assertThat(page.locator(".bl-basket"))
                .containsText(agency.services().get(0).prefix());
        assertThat(page.locator(".bl-finder input"))
                .hasValue(agency.services().get(1).nameIndonesian());
        frontDesk.press("Enter");
        assertThat(page.locator(".bl-basket"))
                .containsText(agency.services().get(1).prefix());
        assertThat(page.locator(".bl-finder input")).hasValue("");
    }
}
