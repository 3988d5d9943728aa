package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitUntilState;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.testing.Hall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Through the history in a browser: filters, a page far down, a turn beside the list, and all of it by keyboard. */
class HistoryInBrowserTest extends InBrowsers {

    private static final int TURNS = 130;

    @Autowired
    QueueDesk desk;

    @Test
    void fromTheFiltersToAPageFarDownToATurn() {
        Hall.TestAgency agency = servedAgency(TURNS);
        String prefix = agency.service().prefix();
        Chromium.Person admin = chromium.signIn(agency.admin());
        Page page = admin.page();
        admin.open("riwayat");
        assertThat(page.locator(".bl-turn-list")).containsText(TURNS + " giliran, terbaru dahulu");
        assertThat(row(page, prefix + "-130")).isVisible();

        page.locator("vaadin-grid.bl-turns").evaluate("grid => grid.scrollToIndex(129)");
        assertThat(row(page, prefix + "-001")).isVisible();
        row(page, prefix + "-001").click();

        assertThat(page).hasURL(Pattern.compile("/riwayat/[0-9a-f-]{36}$"));
        assertThat(page.locator(".bl-ticket .number")).hasText(prefix + "-001");
        assertThat(row(page, prefix + "-001")).isVisible();

        page.keyboard().press("Escape");
        assertThat(page).hasURL(Pattern.compile("/riwayat$"));
        assertThat(page.locator(".bl-ticket")).hasCount(0);

        page.keyboard().press("/");
        page.keyboard().type(prefix + " 77");
        assertThat(page.locator(".bl-turn-list")).containsText("1 giliran");
        assertThat(page).hasURL(Pattern.compile("nomor=" + prefix + "-077"));

        // The router goes back and forth itself while the server is asked; it has arrived when the address stands
        // behind the list.
        page.goBack();
        assertThat(page.locator(".bl-turn-list")).containsText(TURNS + " giliran");
        assertThat(page).hasURL(Pattern.compile("/riwayat$"));
        page.goForward();
        assertThat(page.locator(".bl-turn-list")).containsText("1 giliran");
        assertThat(page).hasURL(Pattern.compile("nomor=" + prefix + "-077"));
        // The page is there when its list is.
        page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(page.locator(".bl-turn-list")).containsText("1 giliran");
        assertThat(row(page, prefix + "-077")).isVisible();
    }

    @Test
    void arrowsAndEnterOpenATurnAndACallShowsOnTop() {
        Hall.TestAgency agency = servedAgency(3);
        String prefix = agency.service().prefix();
        Page page = chromium.signIn(agency.admin()).page();
        page.navigate(page.url().replaceFirst("/[^/]*$", "/riwayat"));
        assertThat(row(page, prefix + "-003")).isVisible();
        page.locator("vaadin-grid.bl-turns tbody#items td").first().focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bl-ticket .number")).hasText(prefix + "-002");

        hall.issue(agency);
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));

        assertThat(page.locator(".bl-turn-list")).containsText("4 giliran");
        assertThat(row(page, prefix + "-004")).isVisible();
        assertThat(page.locator(".bl-ticket .number")).hasText(prefix + "-002");
    }

    @Test
    void besideAnOpenTurnAllColumnsStandInSight() {
        Hall.TestAgency agency = servedAgency(3);
        String code = "uji" + agency.service().prefix().substring(0, 2).toLowerCase(Locale.ROOT);
        for (var reader : List.of(agency.admin(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            Chromium.Person person = chromium.signIn(reader);
            person.open("riwayat?periode=7-hari&instansi=" + code);
            row(person.page(), agency.service().prefix() + "-002").click();
            assertThat(person.page().locator(".bl-ticket .number")).isVisible();

            person.page().waitForCondition(() -> (boolean) person.page().evaluate("""
                    () => {
                      const grid = document.querySelector('vaadin-grid.bl-turns');
                      const table = grid.shadowRoot.querySelector('#table');
                      const words = [...grid.querySelectorAll('vaadin-grid-cell-content')].filter((cell) => cell.offsetWidth > 0);
                      return table.scrollWidth <= table.clientWidth && words.length > 0
                        && words.every((cell) => cell.scrollWidth <= cell.clientWidth);
                    }"""));
        }
    }

    @Test
    void theWayToATicketsPageFollowsTheFiltersBesideIt() {
        Hall.TestAgency agency = servedAgency(2);
        Chromium.Person person = chromium.signIn(agency.admin());
        person.open("riwayat?periode=7-hari");
        Page page = person.page();
        row(page, agency.service().prefix() + "-001").click();
        Locator link = page.getByText("Halaman tiket");
        assertThat(link).hasAttribute("href", Pattern.compile("periode=7-hari"));

        page.getByText("Bulan ini", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(link).hasAttribute("href", Pattern.compile("periode=bulan-ini"));
        link.click();
        assertThat(page.locator("a.bl-ticket-back")).hasAttribute("href", Pattern.compile("periode=bulan-ini"));
    }

    @Test
    void theWayOutOfATurnStandsInSightHoweverManyBadgesItHas() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.issue(agency.service(), PriorityClass.MATERNAL, Visitor.unnamed());
        TicketId ticket = called(agency);
        hall.as(agency.officer(), () -> desk.serve(CommandId.next(), ticket));
        Chromium.Person admin = chromium.signIn(agency.admin(), 1366, 768);
        admin.open("riwayat/" + ticket.value());
        Locator panel = admin.page().locator(".bl-ticket");
        assertThat(panel.locator(".bl-badge")).hasCount(2);

        admin.page().waitForCondition(() -> {
            BoundingBox card = panel.boundingBox();
            BoundingBox close = panel.getByLabel("Tutup rincian").boundingBox();
            return close.x + close.width <= card.x + card.width && close.y < card.y + 24;
        });
    }

    @Test
    void whoCorrectsIsToldSoAndLedToTheNewEvent() {
        Hall.TestAgency agency = servedAgency(1);
        Chromium.Person admin = chromium.signIn(agency.admin(), 1366, 768);
        admin.open("riwayat");
        Page page = admin.page();
        row(page, agency.service().prefix() + "-001").click();
        Locator steps = page.locator(".bl-timeline > li");
        assertThat(steps).hasCount(4);

        page.getByText("Koreksi", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Berkas kurang").click();
        page.getByLabel("Alasan koreksi").fill("Salah tekan");
        page.getByText("Simpan koreksi").click();

        assertThat(page.locator("vaadin-notification-card")).containsText("Koreksi disimpan.");
        assertThat(steps).hasCount(5);
        assertThat(steps.last()).isFocused();
        page.waitForCondition(() -> {
            BoundingBox step = steps.last().boundingBox();
            BoundingBox bar = page.locator(".bl-ticket > .acts").boundingBox();
            return step.y + step.height <= bar.y;
        });
    }

    @Test
    void whatIsChosenInAFilterIsNotCut() {
        Hall.TestAgency agency = servedAgency(1);
        Chromium.Person head = chromium.signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        head.open("riwayat?instansi=uji"
                + agency.service().prefix().substring(0, 2).toLowerCase(Locale.ROOT)
                + "&layanan=" + agency.service().prefix()
                + "&petugas=" + agency.officer().id().value()
                + "&hasil=not-possible&loket=12");
        assertThat(head.page().getByLabel("Hasil layanan")).hasValue("Tidak dapat dipenuhi");

        head.page().waitForCondition(() -> (boolean) head.page().evaluate("""
                () => [...document.querySelectorAll('.bl-history-fields input')]
                  .every((input) => input.scrollWidth <= input.clientWidth)"""));
    }

    @Test
    void onAPhoneEachTurnHasAFewLinesAndNothingScrollsSideways() {
        Hall.TestAgency agency = servedAgency(3);
        Page page = chromium.signIn(agency.admin(), 390, 844).page();
        page.navigate(page.url().replaceFirst("/[^/]*$", "/riwayat"));
        Locator turn = page.locator(".bl-turn").first();
        assertThat(turn).containsText(agency.service().prefix() + "-003");
        page.waitForCondition(() -> (boolean) page.evaluate("""
                () => {
                  const table = document.querySelector('vaadin-grid.bl-turns').shadowRoot.querySelector('#table');
                  const root = document.documentElement;
                  return table.scrollWidth <= table.clientWidth && root.scrollWidth <= root.clientWidth;
                }"""));

        turn.click();

        assertThat(page.locator(".bl-ticket .number")).hasText(agency.service().prefix() + "-003");
    }

    private Hall.TestAgency servedAgency(int turns) {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        for (int turn = 0; turn < turns; turn++) {
            hall.issue(agency);
            TicketId ticket = called(agency);
            hall.as(agency.officer(), () -> desk.serve(CommandId.next(), ticket));
            hall.as(agency.officer(), () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
        }
        return agency;
    }

    private TicketId called(Hall.TestAgency agency) {
        return hall.as(
                agency.officer(),
                () -> ((CallResult.Called) desk.callNext(CommandId.next()))
                        .act()
                        .ticket()
                        .id());
    }

    private static Locator row(Page page, String number) {
        return page.locator("vaadin-grid.bl-turns a.number", new Page.LocatorOptions().setHasText(number));
    }
}
