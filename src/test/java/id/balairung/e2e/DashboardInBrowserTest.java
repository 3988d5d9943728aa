package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.balairung.closing.DayAtTheCounters;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The dashboard in a browser: for everybody's eyes and keys, in both schemes, on a phone, and calm while it changes. */
class DashboardInBrowserTest extends InBrowsers {

    private static final String POLICY = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.error('POLICY ' + event.effectiveDirective + ' ' + event.sourceFile + ' ' + event.sample));
            """;

    /** What has the focus, within components as well. */
    private static final String FOCUSED = """
            (() => {
              let active = document.activeElement;
              while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
              const within = active.closest?.('.bl-linked') ? 'figure ' : active.matches?.('.picture') ? 'chart ' :
                active.closest?.('table') ? 'row ' : '';
              return within + active.tagName;
            })()
            """;

    private static final int MOST_TABS = 150;

    @Autowired
    ApplicationContext application;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Hall.TestAgency agency;

    @BeforeEach
    void aMorning() {
        agency = hall.agency(3, 2);
        Hall.TestAgency other = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.open(agency, 1);
        new DayAtTheCounters(application, agency, other, 17).act(60);
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void theHeadAndAnAdminReadItInBothSchemes() {
        for (StaffPrincipal reader : List.of(head(), agency.admin())) {
            Page page = opened(reader, 1366, 768);
            accessible(page);
            page.evaluate("document.documentElement.dataset.scheme = 'dark'");
            accessible(page);
        }
    }

    @Test
    void theKeysReachFiguresChartsAndRowsAndOpenWhatAFigureCounts() {
        Page page = opened(agency.admin(), 1366, 768);
        List<String> reached = new ArrayList<>();
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            reached.add(String.valueOf(page.evaluate(FOCUSED)));
        }
        assertThat(reached).contains("figure A", "row A").anyMatch(focused -> focused.startsWith("chart "));

        page.locator(".bl-dash-now .bl-linked a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/riwayat\\?.*kedatangan=ya.*"));
    }

    @Test
    void whatChangesMovesNeitherThePageNorTheFocus() {
        Page page = opened(agency.admin(), 1366, 768);
        Locator figure = page.locator(".bl-period-figures .bl-linked a").nth(1);
        figure.focus();
        figure.scrollIntoViewIfNeeded();
        double before = figure.boundingBox().y;
        Locator waiting = page.locator(".bl-dash-now .bl-linked").nth(1).locator(".v");
        String shown = waiting.innerText();

        hall.issue(agency);
        hall.issue(agency);

        assertThat(waiting).not().hasText(shown);
        String arrivals =
                page.locator(".bl-period-figures .bl-linked .v").first().innerText();
        hall.issue(agency);
        assertThat(page.locator(".bl-period-figures .bl-linked .v").first())
                .not()
                .hasText(arrivals);
        assertThat(figure).isFocused();
        assertThat(figure.boundingBox().y).isEqualTo(before);
    }

    @Test
    void theOccupancyLeadsToTheCountersBelow() {
        Page page = opened(agency.admin(), 1366, 768);
        page.locator(".bl-spread").waitFor();
        assertThat(page.locator("#okupansi")).not().isInViewport();
        page.locator(".bl-period-figures a.k").last().click();
        assertThat(page.locator("#okupansi")).isInViewport();
        assertThat(page.locator("#okupansi")).isFocused();
        assertThat(page.evaluate("window.scrollY")).as("the frame stays").isEqualTo(0);
        assertThat(page.url()).endsWith("/dasbor");
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen() {
        for (StaffPrincipal reader : List.of(head(), agency.admin())) {
            Page page = opened(reader, 390, 844);
            page.locator(".bl-spread").waitFor();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(page.evaluate("""
                    [...document.querySelectorAll('.bl-dash > *')]
                      .filter((card) => card.offsetWidth > 0 && card.getBoundingClientRect().right > 391)
                      .map((card) => card.className)
                    """)).isEqualTo(List.of());
            assertThat(page.evaluate("""
                    [...document.querySelectorAll('.bl-dash > .bl-card')]
                      .filter((card) => card.offsetWidth > 0 && card.offsetWidth < 350)
                      .map((card) => card.className)
                    """)).as("beside each other").isEqualTo(List.of());
            accessible(page);
        }
    }

    private Page opened(StaffPrincipal reader, int width, int height) {
        Page page = chromium.signIn(reader, width, height).page();
        page.addInitScript(POLICY);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://localhost:" + port + "/dasbor");
        page.waitForFunction("document.querySelectorAll('bl-chart .canvas svg').length > 3"
                + " && !document.querySelector('bl-chart .coming')");
        return page;
    }

    private StaffPrincipal head() {
        return hall.staff(Role.MALL_HEAD, Optional.empty());
    }
}
