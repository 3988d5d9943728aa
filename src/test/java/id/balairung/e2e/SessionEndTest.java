package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.security.Role;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a session ends, and what is left of it then. */
@BalairungTest
class SessionEndTest {

    @Autowired
    Hall hall;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void launch() {
        chromium = new Chromium(port);
    }

    @AfterEach
    void close() {
        chromium.close();
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
}
