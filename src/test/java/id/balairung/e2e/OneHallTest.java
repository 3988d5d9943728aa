package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job in real browsers: a visitor gets a number, an officer calls it, every screen shows it at once. */
class OneHallTest extends InBrowsers {

    @Test
    void aNumberReachesTwoCountersWithoutReloadAndNoOtherAgency() {
        Hall.TestAgency agency = hall.agency(1, 2);
        Hall.TestAgency other = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.open(agency, 1);
        hall.open(other, 0);

        Chromium.Person first = chromium.signIn(agency.officers().get(0));
        Chromium.Person second = chromium.signIn(agency.officers().get(1));
        Chromium.Person stranger = chromium.signIn(other.officer());
        assertThat(first.page()).hasURL(Pattern.compile(".*/loket"));
        assertThat(waiting(first)).containsText("0 menunggu");
        assertThat(waiting(stranger)).containsText("0 menunggu");

        Chromium.Person frontDesk = chromium.signIn(hall.frontDesk());
        assertThat(frontDesk.page()).hasURL(Pattern.compile(".*/penerimaan"));
        for (int visit = 1; visit <= 2; visit++) {
            assertThat(frontDesk.page().locator(".bl-finder input")).isFocused();
            frontDesk.type(agency.service().nameIndonesian());
            frontDesk.press("Enter");
            frontDesk.press("F2");
            assertThat(frontDesk.page().locator(".bl-visit"))
                    .containsText(agency.service().prefix() + "-00" + visit);
        }

        assertThat(waiting(first)).containsText("2 menunggu");
        assertThat(waiting(second)).containsText("2 menunggu");

        callAtTheSameMoment(first, second);
        assertThat(number(first)).containsText("-00");
        assertThat(number(second)).containsText("-00");
        assertThat(Set.of(number(first).innerText(), number(second).innerText()))
                .containsExactlyInAnyOrder(
                        agency.service().prefix() + "-001", agency.service().prefix() + "-002");
        assertThat(waiting(first)).containsText("0 menunggu");
        assertThat(waiting(second)).containsText("0 menunggu");

        assertThat(waiting(stranger)).containsText("0 menunggu");
        assertThat(stranger.page().locator("body"))
                .not()
                .containsText(agency.service().prefix() + "-00");
    }

    @Test
    void anOfficerServesByKeyboardAlone() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.issue(agency);
        Chromium.Person officer = chromium.signIn(agency.officer());
        assertThat(waiting(officer)).containsText("1 menunggu");

        officer.press("F2");
        assertThat(number(officer)).hasText(agency.service().prefix() + "-001");
        whenEnabled(officer, "F8");
        assertThat(badge(officer)).containsText("Sedang dilayani");
        whenEnabled(officer, "F9");
        assertThat(officer.page().locator(".bl-now")).containsText("Belum ada yang menunggu");
    }

    @Test
    void aCallShowsOnTheOtherTabOfTheSameOfficer() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.issue(agency);
        Chromium.Person one = chromium.signIn(agency.officer());
        Page other = one.page().context().newPage();
        other.navigate(one.address() + "/loket");
        assertThat(other.locator(".bl-queue")).containsText("1 menunggu");
        one.press("F2");
        assertThat(other.locator(".bl-number")).hasText(agency.service().prefix() + "-001");
    }

    @Test
    void noScreenHasASeriousAccessibilityFault() {
        Hall.TestAgency agency = hall.agency(2, 2);
        hall.open(agency, 0);
        hall.issue(agency);
        hall.issue(agency);
        Chromium.Person anonymous = chromium.anonymous(1366, 768);
        anonymous.open("masuk");
        assertThat(anonymous.page().locator("input[name=username]")).isVisible();
        accessible(anonymous.page());

        Chromium.Person officer = chromium.signIn(agency.officer());
        assertThat(waiting(officer)).containsText("2 menunggu");
        accessible(officer.page());
        officer.press("F2");
        assertThat(number(officer)).containsText("-001");
        accessible(officer.page());
        whenEnabled(officer, "F8");
        assertThat(badge(officer)).containsText("Sedang dilayani");
        accessible(officer.page());

        Chromium.Person unopened = chromium.signIn(agency.officers().get(1));
        assertThat(unopened.page().getByRole(AriaRole.BUTTON, named("Buka loket")))
                .isVisible();
        accessible(unopened.page());

        Chromium.Person frontDesk = chromium.signIn(hall.frontDesk());
        assertThat(frontDesk.page().getByRole(AriaRole.BUTTON, named("Terbitkan")))
                .isVisible();
        accessible(frontDesk.page());

        Chromium.Person head = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        assertThat(head.page().locator("vaadin-app-layout")).isVisible();
        accessible(head.page());

        Chromium.Person settling = chromium.signIn(agency.admin());
        settling.open("antrean/penyelesaian");
        assertThat(settling.page().locator("vaadin-app-layout")).isVisible();
        accessible(settling.page());
    }

    @Test
    void aWrongPasswordKeepsTheNameThatWasTyped() {
        Page page = chromium.anonymous(1366, 768).page();
        page.navigate("http://localhost:" + port + "/masuk");
        page.locator("input[name=username]").fill("Dukcapil Satu");
        page.locator("input[name=password]").fill("bukan ini");
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-login-form")).containsText("tidak cocok");
        assertThat(page.locator("input[name=username]")).hasValue("Dukcapil Satu");
        assertThat(page.locator("input[name=password]")).isFocused();
        page.reload();
        assertThat(page.locator("input[name=username]")).hasValue("");
    }

    @Test
    void aRouteOfAnotherRoleIsNotFound() {
        StaffPrincipal desk = hall.frontDesk();
        Chromium.Person frontDesk = chromium.signIn(desk);
        for (String address : List.of("loket", "tidak-ada")) {
            frontDesk.open(address);
            assertThat(frontDesk.page().locator("vaadin-app-layout")).containsText("Tidak ditemukan");
        }
    }

    /** Both browsers are told the moment in which to press their button. */
    private static void callAtTheSameMoment(Chromium.Person... officers) {
        Object moment = officers[0].page().evaluate("Date.now() + 500");
        for (Chromium.Person officer : officers) {
            officer.page()
                    .evaluate(
                            "moment => { setTimeout(() => document.querySelector('[data-key=F2]').click(), moment - Date.now()); }",
                            moment);
        }
    }

    private static Locator waiting(Chromium.Person person) {
        return person.page().locator(".bl-queue");
    }

    private static Locator number(Chromium.Person person) {
        return person.page().locator(".bl-number");
    }

    private static Locator badge(Chromium.Person person) {
        return person.page().locator(".bl-now .bl-badge").first();
    }

    /** Presses a key once its button takes it: keys rest for 400 ms after a transition. */
    private static void whenEnabled(Chromium.Person person, String key) {
        Locator button = person.page().locator("[data-key='" + key + "']");
        assertThat(button).isEnabled();
        person.page().waitForCondition(() -> {
            if (button.isEnabled()) {
                person.press(key);
            }
            return !button.isEnabled();
        });
    }

    private static Page.GetByRoleOptions named(String start) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + start));
    }
}
