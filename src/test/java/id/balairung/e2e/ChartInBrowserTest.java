package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import id.balairung.security.Role;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A chart is a picture for the mouse, a row of points for the keys, a table for readers, and a sheet of paper. */
class ChartInBrowserTest extends InBrowsers {

    private static final String POLICY = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.error('POLICY ' + event.effectiveDirective + ' ' + event.sourceFile + ' ' + event.sample));
            """;

    /** Names at an axis that run into each other. */
    private static final String OVERLAPPING = """
            [...document.querySelectorAll('bl-chart .canvas svg')].flatMap((picture) => {
              const texts = [...picture.querySelectorAll('text')].filter((text) => text.textContent)
                .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
              return texts.flatMap((one, at) => texts.slice(at + 1)
                .filter(({ box }) => box.left < one.box.right - 1 && one.box.left < box.right - 1
                  && box.top < one.box.bottom - 4 && one.box.top < box.bottom - 4)
                .map((other) => one.text + ' on ' + other.text));
            })
            """;

    /** Goals whose word a line, a figure or a unit runs into. */
    private static final String STRUCK = """
            [...document.querySelectorAll('bl-chart .goal')].flatMap((goal) => {
              const box = goal.getBoundingClientRect();
              return [...goal.closest('bl-chart').querySelectorAll('.unit, .canvas text, .canvas path[stroke-width]')]
                .map((other) => ({ other, at: other.getBoundingClientRect() }))
                .filter(({ at }) => at.width && box.left < at.right && at.left < box.right
                  && box.top < at.bottom && at.top < box.bottom - 1)
                .map(({ other }) => goal.textContent + ' under ' + other.outerHTML);
            })
            """;

    /** By how many pixels a note stands out of its chart. */
    private static final String BEYOND = """
            (chart) => {
              const all = document.querySelector(chart).getBoundingClientRect();
              const note = document.querySelector(chart + ' .note').getBoundingClientRect();
              return Math.round(Math.max(0, all.top - note.top, note.bottom - all.bottom, all.left - note.left,
                note.right - all.right));
            }
            """;

    private static final Pattern ITS_ROWS = Pattern.compile(".*/riwayat\\?nomor=7.*");

    @Autowired
    ServletContext servlets;

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeEach
    void aPageOfCharts() {
        routes().setRoute(ChartsPage.ADDRESS, ChartsPage.class);
    }

    @AfterEach
    void noPageOfCharts() {
        routes().removeRoute(ChartsPage.class);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theKeysMoveOverThePointsAndEnterOpensTheRowsOfOne() {
        Page page = opened(1366, 768);
        Locator lines = page.locator("#lines");
        lines.locator(".picture").focus();
        page.keyboard().press("End");
        assertThat(lines.locator("[role=status]")).hasText("09.30, Hari ini, 88%, n 70");
        assertThat(lines.locator(".note")).containsText("Rata-rata 4 Selasa");
        assertThat(lines.locator(".mark.keys")).isVisible();
        page.keyboard().press("ArrowLeft");
        assertThat(lines.locator("[role=status]")).hasText("09.15, Hari ini, 84%, n 60");
        page.keyboard().press("ArrowDown");
        assertThat(lines.locator("[role=status]")).hasText("09.15, Rata-rata 4 Selasa, 89%, n 60");
        page.keyboard().press("Escape");
        assertThat(lines.locator(".note")).isHidden();
        page.keyboard().press("End");
        page.evaluate("window.stays = true");
        page.keyboard().press("Enter");
        page.waitForURL(ITS_ROWS);
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
    }

    @Test
    void inAHeatMapTheKeysGoInFourDirectionsOverTheGaps() {
        Page page = opened(1366, 768);
        Locator heat = page.locator("#heat");
        heat.locator(".picture").focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(heat.locator("[role=status]")).hasText("08, Min, 18, n 10");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(heat.locator("[role=status]")).hasText("11, Min, 0, n 40");
        page.keyboard().press("ArrowUp");
        assertThat(heat.locator("[role=status]")).hasText("11, Sel, 94, n 40");
        page.keyboard().press("Home");
        assertThat(heat.locator("[role=status]")).hasText("08, Sel, 81, n 10");
    }

    @Test
    void theMouseTellsAndOpensThePointBesideIt() {
        Page page = opened(1366, 768);
        Locator cell = page.locator("#heat .canvas text", new Page.LocatorOptions().setHasText("135"));
        page.mouse().move(cell.boundingBox().x + 3, cell.boundingBox().y + 3);
        assertThat(page.locator("#heat .note")).hasText(Pattern.compile("Sel, 09\\s+135\\s*n 20"));
        page.mouse().down();
        page.mouse().up();
        page.waitForURL(Pattern.compile(".*/riwayat\\?nomor=2.*"));
    }

    @Test
    void behindItStandsATableWithTheSameFiguresAndTheirLinks() {
        Page page = opened(1366, 768);
        Locator lines = page.locator("#lines");
        Locator table = lines.locator("table");
        assertThat(table.locator("tbody tr")).hasCount(9);
        assertThat(table.locator("tbody tr").nth(6)).hasText(Pattern.compile("09.30\\s+88%\\s+n 70\\s+90%\\s+n 70"));
        Locator toTable = lines.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tabel"));
        assertThat(toTable).hasAttribute("aria-pressed", "false");
        double before = lines.boundingBox().height;
        toTable.focus();
        page.keyboard().press("Space");
        assertThat(toTable).hasAttribute("aria-pressed", "true");
        assertThat(lines.locator(".picture")).isHidden();
        assertThat(lines.boundingBox().height).isEqualTo(before);
        accessible(page);
        table.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("88%"))
                .nth(1)
                .click();
        page.waitForURL(ITS_ROWS);
    }

    @Test
    void newerFiguresLeaveFocusPointAndTableAsTheyAre() {
        Page page = opened(1366, 768);
        page.locator("#heat").getByText("Tabel").click();
        Locator lines = page.locator("#lines");
        lines.locator(".picture").focus();
        page.keyboard().press("End");
        Object drawing = page.evaluateHandle("document.querySelector('#lines .canvas svg')");
        page.evaluate("document.querySelector('#newer').click()");
        assertThat(lines.locator(".note .here")).containsText("71%");
        assertThat(lines.locator(".canvas")).containsText("71%");
        assertThat(lines.locator(".summary")).containsText("71%");
        assertThat(lines.locator("[role=status]")).hasText("09.30, Hari ini, 88%, n 70");
        assertThat(lines.locator(".picture")).isFocused();
        assertThat(lines.locator(".mark.keys")).isVisible();
        assertThat(page.evaluate("(before) => before === document.querySelector('#lines .canvas svg')", drawing))
                .isEqualTo(true);
        assertThat(page.locator("#heat .numbers")).isInViewport();
        assertThat(page.locator("#heat table")).containsText("71");
    }

    @Test
    void itTakesTheColoursOfTheScheme() {
        Page page = opened(1366, 768);
        String line = "getComputedStyle([...document.querySelectorAll('#lines .canvas path')]"
                + ".find((path) => path.getAttribute('stroke') === 'var(--bl-chart-1)')).stroke";
        assertThat(page.evaluate(line)).isEqualTo("rgb(31, 127, 128)");
        accessible(page);
        page.evaluate("document.documentElement.dataset.scheme = 'dark'");
        assertThat(page.evaluate(line)).isEqualTo("rgb(86, 196, 192)");
        accessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.evaluate(line)).isEqualTo("rgb(31, 127, 128)");
    }

    @Test
    void theGoalIsNamedAtOnePlaceAboveAllLines() {
        Page page = opened(1366, 768);
        for (int width : new int[] {1366, 390}) {
            page.setViewportSize(width, 800);
            Locator lines = page.locator("#lines");
            assertThat(lines.locator(".goal")).hasText("sasaran 90");
            assertThat(page.locator("#three .goal")).hasText("standar 20");
            page.evaluate("document.querySelector('#newer').click()");
            assertThat(lines.locator(".summary")).containsText("71%");
            assertThat(page.evaluate(STRUCK)).isEqualTo(List.of());
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#lines .goal")).isVisible();
        assertThat(page.evaluate(STRUCK)).isEqualTo(List.of());
    }

    @Test
    void theNoteOfEveryPointStaysWithinItsChart() {
        Page page = opened(1366, 768);
        for (int width : new int[] {1366, 390}) {
            page.setViewportSize(width, 800);
            for (String chart : List.of("#lines", "#three", "#heat", "#lying", "#bars")) {
                page.locator(chart + " .picture").focus();
                for (String key : List.of("Home", "ArrowRight", "ArrowRight", "ArrowDown", "End", "ArrowUp")) {
                    page.keyboard().press(key);
                    assertThat(page.locator(chart + " .note")).isVisible();
                    assertThat(page.evaluate(BEYOND, chart))
                            .as(chart + " " + key)
                            .isEqualTo(0);
                }
                page.keyboard().press("Escape");
            }
        }
    }

    @Test
    void onPaperTheTableStandsUnderThePictureAndNothingIsThereToPress() {
        Page page = opened(1366, 768);
        page.locator("#lines .picture").focus();
        page.keyboard().press("End");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(300, 900);
        Locator lines = page.locator("#lines");
        assertThat(lines.locator(".note")).isHidden();
        assertThat(lines.locator(".views")).isHidden();
        assertThat(lines.locator("table")).isVisible();
        var picture = lines.locator("svg").first().boundingBox();
        assertThat(picture.width).isLessThanOrEqualTo(300);
        assertThat(lines.locator("table").boundingBox().y).isGreaterThanOrEqualTo(picture.y + picture.height);
        assertThat(page.locator("#heat table tbody tr")).hasCount(3);
    }

    @Test
    void onTheNarrowestScreenNothingRunsIntoAnother() {
        Page page = opened(300, 800);
        assertThat(page.evaluate(OVERLAPPING)).isEqualTo(List.of());
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(300);
        page.setViewportSize(1366, 768);
        page.waitForFunction("document.querySelector('#lines .canvas svg').clientWidth > 300");
        assertThat(page.evaluate(OVERLAPPING)).isEqualTo(List.of());
    }

    @Test
    void withoutWhatDrawsItTheFiguresAreThere() {
        Page page = signedIn(1366, 768);
        page.route(Pattern.compile(".*/chart-drawing.*"), Route::abort);
        page.navigate(address());
        assertThat(page.locator("#lines table")).isInViewport();
        assertThat(page.locator("#lines .picture")).isHidden();
        assertThat(page.locator("#lines .views")).hasCount(0);
        assertThat(complaints).allMatch(complaint -> complaint.contains("ERR_FAILED"));
        complaints.clear();
    }

    private Page opened(int width, int height) {
        Page page = signedIn(width, height);
        page.navigate(address());
        page.waitForFunction("document.querySelectorAll('bl-chart .canvas svg').length === 6"
                + " && !document.querySelector('bl-chart .coming')");
        return page;
    }

    private String address() {
        return "http://localhost:" + port + "/" + ChartsPage.ADDRESS;
    }

    private Page signedIn(int width, int height) {
        Page page = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()), width, height)
                .page();
        page.addInitScript(POLICY);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private RouteConfiguration routes() {
        return RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)));
    }
}
