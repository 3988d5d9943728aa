package id.balairung.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.util.List;
import java.util.Set;
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

    /** Has no fault that axe calls serious. */
    static void accessible(Page page) {
        List<Rule> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(serious)
                .as(() -> serious.stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList()
                        .toString())
                .isEmpty();
    }
}
