package id.balairung.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A hall and a browser for each test. */
@BalairungTest
abstract class InBrowsers {

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

    /** Changes the language by the person's menu. */
    static void speak(Page page, String language) {
        page.locator(".bl-avatar-button").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(language).setExact(true))
                .click();
    }
}
