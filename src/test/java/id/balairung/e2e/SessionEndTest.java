package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a session ends: by the person, by a mall admin, and what is left of it then. */
class SessionEndTest extends InBrowsers {

    @Test
    void aDisabledAccountsScreenClosesByItself() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        StaffPrincipal bystander = hall.staff(Role.MALL_HEAD, Optional.empty());
        Chromium.Person disabled = chromium.signIn(head);
        Chromium.Person other = chromium.signIn(bystander);
        assertThat(connection(disabled)).isEqualTo("live");

        hall.disable(head);

        assertThat(disabled.page()).hasURL(Pattern.compile(".*/masuk.*"));
        assertThat(other.page()).not().hasURL(Pattern.compile(".*/masuk"));
        disabled.open("");
        assertThat(disabled.page()).hasURL(Pattern.compile(".*/masuk"));
    }

    @Test
    void aScreenThatWasCutOffMeanwhileClosesWhenItIsBack() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        Chromium.Person disabled = chromium.signIn(head);
        assertThat(connection(disabled)).isEqualTo("live");
        disabled.page().context().setOffline(true);

        hall.disable(head);

        disabled.page().context().setOffline(false);
        assertThat(disabled.page()).hasURL(Pattern.compile(".*/masuk.*"));
    }

    @Test
    void signingOutClosesTheAccountsScreensInOtherBrowsersToo() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        Chromium.Person here = chromium.signIn(head);
        Chromium.Person elsewhere = chromium.signIn(head);
        Chromium.Person bystander = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        assertThat(connection(elsewhere)).isEqualTo("live");
        here.page().locator(".bl-avatar-button").click();

        here.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keluar, juga dari 1 sesi lain"))
                .click();

        assertThat(here.page()).hasURL(Pattern.compile(".*/masuk"));
        assertThat(elsewhere.page()).hasURL(Pattern.compile(".*/masuk\\?berakhir=keluar"));
        assertThat(elsewhere.page().locator("body")).containsText("Anda keluar di layar lain");
        assertThat(bystander.page()).not().hasURL(Pattern.compile(".*/masuk.*"));
        elsewhere.open("");
        assertThat(elsewhere.page()).hasURL(Pattern.compile(".*/masuk"));
    }

    @Test
    void signingOutClosesTheOtherTabsToo() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        Chromium.Person person = chromium.signIn(agency.officer());
        Page other = person.page().context().newPage();
        other.navigate(person.address() + "/loket");
        assertThat(other.locator(".bl-queue")).containsText("0 menunggu");
        person.page().locator(".bl-avatar-button").click();
        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keluar"))
                .click();
        assertThat(person.page()).hasURL(Pattern.compile(".*/masuk"));
        assertThat(other).hasURL(Pattern.compile(".*/masuk\\?berakhir=keluar"));
    }

    @Test
    void signingOutEndsTheSession() {
        Chromium.Person person = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        Page page = person.page();
        page.locator(".bl-avatar-button").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keluar"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/masuk"));
        person.open("");
        assertThat(page).hasURL(Pattern.compile(".*/masuk"));
    }

    private static String connection(Chromium.Person person) {
        person.page().waitForSelector("html[data-connection=live]");
        return (String) person.page().evaluate("document.documentElement.dataset.connection");
    }
}
