package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.security.Role;
import id.balairung.testing.Hall;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens at a counter shows on the agency's and the head's boards in their browsers, and on no other agency's. */
class LiveBoardTest extends InBrowsers {

    @Autowired
    ServiceCatalogue catalogue;

    @Test
    void aCallShowsOnTheBoardsOfTheAgencyAndTheHeadAndNowhereElse() {
        Hall.TestAgency agency = hall.agency(1, 1);
        Hall.TestAgency stranger = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.open(stranger, 0);
        hall.issue(agency);
        String number = agency.service().prefix() + "-001";

        Chromium.Person officer = chromium.signIn(agency.officer());
        Chromium.Person admin = chromium.signIn(agency.admin());
        Chromium.Person foreign = chromium.signIn(stranger.admin());
        Chromium.Person head = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        admin.open("antrean");
        foreign.open("antrean?instansi=" + catalogue.agency(agency.id()).code());
        head.open("antrean");
        Page board = head.page().context().newPage();
        board.navigate(head.address() + "/antrean?instansi="
                + catalogue.agency(agency.id()).code());
        Locator row =
                head.page().locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(agency.name()));
        assertThat(row).isVisible();
        Locator waitingThere =
                head.page().locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(number));
        assertThat(waitingThere).hasCount(1);
        assertThat(counters(admin.page())).containsText("Siap");
        assertThat(counters(board)).containsText("Siap");

        officer.press("F2");

        assertThat(counters(admin.page())).containsText(number);
        assertThat(counters(admin.page())).containsText("Memanggil");
        assertThat(counters(board)).containsText(number);
        // On the head's page nobody waits at that agency any more.
        assertThat(waitingThere).hasCount(0);
        assertThat(counters(foreign.page())).containsText("Siap");
        assertThat(foreign.page().locator("body")).not().containsText(number);
        assertThat(foreign.page().locator("body")).not().containsText(agency.name());
    }

    @Test
    void theHeadGoesFromTheWholeMallIntoAnAgencyAndBack() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        Chromium.Person head = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        head.open("antrean");
        head.page()
                .locator("a", new Page.LocatorOptions().setHasText(agency.name()))
                .click();
        assertThat(counters(head.page())).containsText("Siap");
        assertThat(head.page().locator("body")).containsText("Hanya untuk dilihat");
        head.page().goBack();
        assertThat(head.page().locator(".bl-mall-agencies")).isVisible();
    }

    @Test
    void aRowOfTheHeadChangesInItsPlace() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.issue(agency);
        Chromium.Person head = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        head.open("antrean");
        Locator row =
                head.page().locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(agency.name()));
        assertThat(row).containsText("1 menunggu");

        hall.issue(agency);

        assertThat(row).containsText("2 menunggu");
    }

    @Test
    void theHeadsFocusFollowsItsAgencyWhenTheOrderChanges() {
        Hall.TestAgency calm = hall.agency(1, 1);
        hall.open(calm, 0);
        hall.issue(calm);
        Hall.TestAgency deserted = hall.agency(1, 1);
        Chromium.Person head = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        head.open("antrean");
        Locator above = link(head.page(), calm);
        Locator below = link(head.page(), deserted);
        head.page().waitForCondition(() -> top(above) < top(below));
        below.focus();

        hall.issue(deserted);

        head.page().waitForCondition(() -> top(below) < top(above));
        assertThat(head.page().locator("a:focus")).hasText(deserted.name());
    }

    private static Locator link(Page page, Hall.TestAgency agency) {
        return page.locator("a", new Page.LocatorOptions().setHasText(agency.name()));
    }

    private static double top(Locator locator) {
        return locator.boundingBox().y;
    }

    private static Locator counters(Page page) {
        return page.locator("bl-board-counters");
    }
}
