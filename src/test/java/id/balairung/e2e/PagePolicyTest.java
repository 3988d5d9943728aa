package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.InitialPassword;
import id.balairung.testing.Hall;
import id.balairung.testing.Phone;
import id.balairung.testing.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The policy of the pages lets every screen work, and nothing run that was slipped in. */
class PagePolicyTest extends InBrowsers {

    private static final String TELL = """
            document.addEventListener('securitypolicyviolation', (event) =>
              console.error('POLICY ' + [event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber,
                event.sample].join(' ')));
            window.print = () => window.dispatchEvent(new Event('beforeprint'));
            """;

    /** What opens something on a screen. What the keys F2, F8 and F9 do is done where it belongs. */
    private static final String OPENERS =
            "vaadin-button:not([disabled]):not([data-key^=F]):visible, vaadin-menu-bar-button:visible, vaadin-date-picker:visible,"
                    + " vaadin-select:visible, vaadin-combo-box:visible";

    private static final String DIALOGS_AT_THE_COUNTER =
            "[data-key=H]:visible, [data-key=T]:visible, [data-key=A]:visible, [data-key=I]:visible";

    @Autowired
    TestClock clock;

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @Test
    void noScreenOfAnyRoleDoesWhatThePolicyForbids() {
        Hall.TestAgency agency = hall.agency(2, 1);
        hall.open(agency, 0);
        hall.issue(agency);
        hall.issue(agency);
        hall.issue(agency);

        atTheCounter(agency);
        walk(agency.officer(), "antrean", "antrean/penyelesaian");
        walk(agency.admin(), "", "antrean", "antrean/peringatan", "antrean/penyelesaian");
        walk(agency.admin(), "kelola", "kelola/layanan", "kelola/loket", "kelola/petugas", "kelola/jam", "jejak-audit");
        walk(hall.staff(Role.MALL_HEAD, Optional.empty()), "antrean", "antrean/peringatan");
        walk(hall.staff(Role.MALL_ADMIN, Optional.empty()), "", "tidak-ada", "akun", "jejak-audit");
        walk(
                hall.staff(Role.MALL_ADMIN, Optional.empty()),
                "kelola/instansi",
                "kelola/akun",
                "kelola/mal",
                "kelola/kalender",
                "kelola/data-pribadi");
        atTheStepsOfSigningIn();
        atTheFrontDesk(agency);

        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsSlippedIntoAPageDoesNotRun() {
        Page page =
                chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty())).page();
        listen(page);
        Object ran = page.evaluate("""
                async () => {
                  const slipped = document.createElement('div');
                  slipped.innerHTML = '<img src="x" onerror="window.ran = 1"><a href="javascript:window.ran = 2">x</a>'
                    + '<iframe srcdoc="<script>parent.ran = 3</script>"></iframe>'
                    + '<style>body { outline: 7px solid red }</style>';
                  document.body.append(slipped);
                  slipped.querySelector('a').click();
                  const inline = document.createElement('script');
                  inline.textContent = 'window.ran = 4';
                  document.body.append(inline);
                  const foreign = document.createElement('script');
                  foreign.src = 'data:text/javascript,window.ran = 5';
                  const over = new Promise((done) => { foreign.onload = foreign.onerror = done; });
                  document.body.append(foreign);
                  await over;
                  return String(window.ran) + getComputedStyle(document.body).outlineWidth;
                }
                """);
        assertThat(ran).isNotNull();
        assertThat(ran.toString()).startsWith("undefined").doesNotContain("7px");
        page.waitForCondition(() -> List.of("script-src-attr", "script-src-elem", "style-src-elem").stream()
                .allMatch(kind -> complaints.stream().anyMatch(complaint -> complaint.contains(kind))));
    }

    private void atTheCounter(Hall.TestAgency agency) {
        Page page = chromium.signIn(agency.officer()).page();
        listen(page);
        go(page, "loket");
        openAll(page, OPENERS);
        page.locator("[data-key=F2]").click();
        assertThat(page.locator(".bl-number")).containsText("-001");
        openAll(page, DIALOGS_AT_THE_COUNTER);
        page.locator("[data-key=F8]").click();
        assertThat(page.locator(".bl-tiles")).isVisible();
        openAll(page, DIALOGS_AT_THE_COUNTER);
        page.close();
    }

    private void atTheFrontDesk(Hall.TestAgency agency) {
        Page page = chromium.signIn(hall.frontDesk()).page();
        listen(page);
        go(page, "penerimaan");
        page.keyboard().type(agency.service().nameIndonesian());
        assertThat(page.locator(".bl-offers")).containsText(agency.service().nameIndonesian());
        page.keyboard().press("Enter");
        assertThat(page.locator(".bl-visit")).containsText(agency.name());
        page.keyboard().press("F2");
        assertThat(page.locator(".bl-visit")).containsText(agency.service().prefix() + "-");
        openAll(page, OPENERS);
        page.close();
    }

    private void atTheStepsOfSigningIn() {
        InitialPassword given = InitialPassword.toBeChanged("kxtm-7hqp-4wad-9bcd");
        String chosen = "mangga terbang di atas payung 47";
        StaffPrincipal newcomer = hall.newcomer(given, true);
        Page page = chromium.anonymous(1366, 768).page();
        listen(page);
        page.navigate("http://localhost:" + port + "/masuk");
        page.locator("input[name=username]").fill(newcomer.getUsername());
        page.locator("input[name=password]").fill(given.text());
        page.keyboard().press("Enter");
        page.locator("input[name=repeated]").fill(chosen);
        page.locator("input[name=password]").fill(chosen);
        page.keyboard().press("Enter");
        Phone phone = new Phone(page.locator(".bl-secret .secret").textContent());
        page.locator("input[name=code]").fill(phone.codeAt(clock.instant()));
        page.keyboard().press("Enter");
        assertThat(page.locator(".bl-recovery ol li")).hasCount(10);
        page.close();
    }

    private void walk(StaffPrincipal staff, String... routes) {
        Page page = chromium.signIn(staff).page();
        listen(page);
        for (String route : routes) {
            go(page, route);
            openAll(page, OPENERS);
        }
        page.close();
    }

    private void go(Page page, String route) {
        page.navigate("http://localhost:" + port + "/" + route);
        assertThat(page.locator("vaadin-app-layout")).isVisible();
        page.waitForSelector("html[data-connection=live]");
    }

    private void listen(Page page) {
        page.addInitScript(TELL);
        page.evaluate(TELL);
        page.onConsoleMessage(message -> {
            // The browser itself tells of a page that isn't there.
            if (message.type().equals("error") && !message.text().contains("status of 404")) {
                complaints.add(message.text());
            }
        });
    }

    /** Opens what there is to open, one after the other, and closes it by Esc. */
    private static void openAll(Page page, String what) {
        int openers = page.locator(what).count();
        for (int index = 0; index < openers; index++) {
            Locator opener = page.locator(what).nth(index);
            try {
                opener.click(new Locator.ClickOptions().setTimeout(1_000));
            } catch (PlaywrightException gone) {
                // An act before it took it away, or stands in front of it.
                continue;
            }
            page.waitForFunction("!window.Vaadin?.Flow?.clients || Object.values(window.Vaadin.Flow.clients)"
                    + ".every((client) => !client.isActive || !client.isActive())");
            page.keyboard().press("Escape");
        }
    }
}
