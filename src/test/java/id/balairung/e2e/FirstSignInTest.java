package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.InitialPassword;
import id.balairung.testing.Phone;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first sign-in of somebody who must have a second factor, by the keyboard, and the one after it. */
class FirstSignInTest extends InBrowsers {

    private static final String CHOSEN = "mangga terbang di atas payung 47";

    @Autowired
    TestClock clock;

    @Test
    void fromTheGivenPasswordToTheNextSignInWithACode() {
        InitialPassword given = InitialPassword.random();
        StaffPrincipal newcomer = hall.newcomer(given, true);
        Chromium.Person person = chromium.anonymous(1366, 768);
        Page page = person.page();
        signIn(person, newcomer.getUsername(), given.text());

        heading(page, "Ganti kata sandi");
        Locator password = page.locator("input[name=password]");
        assertThat(password).isFocused();
        assertThat(password).hasAttribute("autocomplete", "new-password");
        person.type("kendari12345");
        person.press("Tab");
        person.press("Tab");
        page.locator("input[name=repeated]").fill("kendari12345");
        person.press("Enter");
        assertThat(page.getByText("Kata sandi ini tersusun").first()).isVisible();
        assertThat(password).hasValue("");
        password.fill(CHOSEN);
        page.locator("input[name=repeated]").fill(CHOSEN);
        person.press("Enter");

        heading(page, "Pasang verifikasi dua langkah");
        Locator code = page.locator("input[name=code]");
        assertThat(code).isFocused();
        assertThat(code).hasAttribute("autocomplete", "one-time-code");
        assertThat(page.getByAltText("Kode QR untuk aplikasi autentikator")).isVisible();
        Phone phone = new Phone(page.locator(".bl-secret .secret").textContent());
        person.type(phone.codeAt(clock.instant()));
        person.press("Enter");

        heading(page, "Kode pemulihan");
        assertThat(page.locator(".bl-recovery ol li")).hasCount(10);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("lanjutkan"))
                .click();
        page.waitForURL(url -> !url.contains("/masuk"));
        assertThat(page.locator(".bl-avatar-button")).isVisible();

        clock.advance(Duration.ofSeconds(30));
        Chromium.Person later = chromium.anonymous(390, 844);
        signIn(later, newcomer.getUsername(), CHOSEN);
        heading(later.page(), "Verifikasi dua langkah");
        assertThat(later.page().locator("input[name=code]")).isFocused();
        later.type("000000");
        later.press("Enter");
        assertThat(later.page().getByText("Kode tidak cocok").first()).isVisible();
        later.page().locator("input[name=code]").fill(phone.codeAt(clock.instant()));
        later.press("Enter");
        later.page().waitForURL(url -> !url.contains("/masuk"));
        later.open("akun");
        assertThat(later.page().getByText(Pattern.compile("Sisa kode pemulihan: 10")))
                .isVisible();
        assertThat(later.page().url()).endsWith("/akun");
    }

    private static void signIn(Chromium.Person person, String username, String password) {
        person.open("masuk");
        person.page().locator("input[name=username]").fill(username);
        person.page().locator("input[name=password]").fill(password);
        person.press("Enter");
    }

    private static void heading(Page page, String text) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(text).setExact(true)))
                .isVisible();
    }
}
