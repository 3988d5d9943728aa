package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryFilter;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.queue.TicketSnapshot;
import id.balairung.security.StaffPrincipal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a figure of another screen an address leads to the turns that it counts; the list says the figure's number, and why. */
class FiguresInTheHistoryTest extends InTheHistory {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final Duration SHORT = Duration.ofMinutes(4);
    private static final Duration TOO_LONG = Duration.ofMinutes(25);

    @Autowired
    ServiceCatalogue catalogue;

    @Test
    void arrivalsAreThoseThatWaitTooAndTheHeadOfTheListTellsTheParts() {
        served(agency, 0, SHORT);
        called(agency, 1, SHORT);
        hall.issue(agency);

        HistoryScreen screen = history(agency.admin());
        assertThat(screen.numbers()).hasSize(2);
        go(screen, today().counted(FigureFilter.ARRIVALS));

        assertThat(screen.numbers()).hasSize(3);
        assertThat(screen.words()).contains("3 giliran: 2 sedang berjalan, lalu terbaru dahulu");
        assertThat(screen.said(0, "state", "word")).isEqualTo("Menunggu");

        screen.click("Tiket terbit (giliran pertama)");

        assertThat(screen.address()).isEqualTo("riwayat?dari=" + day() + "&sampai=" + day());
        assertThat(screen.numbers()).hasSize(2);
    }

    @Test
    void whoComesMeanwhileShowsByThemselvesWhereArrivalsAreListed() {
        served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin(), Map.of("kedatangan", "ya"));
        assertThat(screen.numbers()).hasSize(1);

        hall.issue(agency);

        await().pollInSameThread().until(() -> {
            screen.window();
            MockVaadin.clientRoundtrip();
            return screen.numbers().size() == 2;
        });
    }

    @Test
    void whatWasLeftOverCountsAsAbandonedUntilSomebodySettlesIt() {
        TicketSnapshot left = called(agency, 0, TOO_LONG);
        hall.issue(agency);
        LocalDate day = day();
        clock.set(day.plusDays(1).atTime(LocalTime.of(9, 0)).atZone(MALL).toInstant());
        hall.issue(agency);

        HistoryScreen screen = history(agency.admin());
        HistoryFilter past = HistoryFilter.of(day, day);
        go(screen, past.with(TurnResult.ABANDONED));
        assertThat(screen.words()).contains("2 giliran: 2 belum diselesaikan, lalu terbaru dahulu");
        assertThat(screen.said(0, "state", "word")).isEqualTo("Belum diselesaikan");

        go(screen, past.counted(FigureFilter.of(WaitFigure.CALLED)));
        assertThat(screen.numbers()).containsExactly(left.number().toString());

        go(screen, HistoryFilter.of(day, day.plusDays(1)).counted(FigureFilter.ARRIVALS));
        assertThat(screen.words()).contains("3 giliran: 1 sedang berjalan, 2 belum diselesaikan, lalu terbaru dahulu");
    }

    @Test
    void theBadgeOverTheListCountsWhatIsListedWhenItIsClicked() {
        served(agency, 0, TOO_LONG);
        hall.issue(agency);
        served(agency, 1, SHORT);
        hall.issue(agency);
        hall.issue(agency);
        clock.advance(TOO_LONG);

        HistoryScreen screen = history(agency.admin());
        String badge = screen.window().find(Button.class).all().stream()
                .map(Button::getText)
                .filter(text -> text.endsWith("lewat standar"))
                .findAny()
                .orElseThrow();
        screen.click(badge);

        assertThat(badge).isEqualTo(screen.numbers().size() + " lewat standar");
        assertThat(screen.numbers()).hasSize(4);
        assertThat(screen.address()).isEqualTo("riwayat?waktu-tunggu=lewat");
        assertThat(screen.button("Waktu tunggu: Lewat standar").isVisible()).isTrue();
        assertThat(history(agency.admin(), Map.of("lewat", "ya")).numbers()).isEqualTo(screen.numbers());
    }

    @Test
    void eachPartOfTheAddressIsAFieldAndAChipThatTakesItOut() {
        clock.set(day().plusDays(1).atTime(LocalTime.of(9, 30)).atZone(MALL).toInstant());
        served(agency, 0, SHORT);
        DayOfWeek weekday = day().getDayOfWeek();
        HistoryFilter asked = today().at(agency.service().id())
                .with(TurnResult.SERVED)
                .counted(new FigureFilter(
                        true,
                        Optional.of(WaitFigure.WITHIN),
                        Optional.of(ServiceTimeFigure.WITHIN),
                        Optional.of(weekday),
                        Optional.of(9)));
        HistoryScreen screen = history(agency.admin());

        go(screen, asked);

        assertThat(screen.address())
                .contains(
                        "kedatangan=ya",
                        "waktu-tunggu=sesuai",
                        "waktu-layanan=sesuai",
                        "hari=" + weekday.getValue(),
                        "jam=9",
                        "hasil=served",
                        "layanan=" + agency.service().prefix());
        assertThat(screen.numbers()).hasSize(1);
        assertThat(screen.words()).contains("1 giliran, terbaru dahulu");
        assertThat(screen.button("Lainnya (5)").isVisible()).isTrue();

        screen.choose("Jam kedatangan", "10.00–10.59");
        assertThat(screen.numbers()).isEmpty();
        screen.click("Jam kedatangan: 10.00–10.59");
        assertThat(screen.numbers()).hasSize(1);
        screen.choose("Waktu layanan", "Lewat standar");
        assertThat(screen.numbers()).isEmpty();
        screen.click("Waktu layanan: Lewat standar");
        assertThat(screen.numbers()).hasSize(1);
        screen.click("Hapus penyaring");
        assertThat(screen.address()).isEqualTo("riwayat?dari=" + day() + "&sampai=" + day());
    }

    @Test
    void anotherAgencyAndAColleagueFindNoneByTheSameAddress() {
        served(agency, 0, SHORT);
        hall.issue(agency);
        String address = links().to(today().in(Optional.of(agency.id())).counted(FigureFilter.ARRIVALS));
        assertThat(address)
                .contains("instansi=" + catalogue.agency(agency.id()).code().toLowerCase());

        StaffPrincipal stranger = opened().admin();
        assertThat(at(stranger, address).numbers()).isEmpty();
        assertThat(at(agency.officers().get(1), address).numbers()).isEmpty();
        assertThat(at(agency.officer(), address).numbers()).hasSize(1);
        assertThat(at(agency.admin(), address).numbers()).hasSize(2);
        assertThat(at(head(), address).numbers()).hasSize(2);
    }

    @Test
    void aLinkNamesTheDaysUnlessTheHistoryHasThatPeriod() {
        LocalDate today = day();
        LocalDate month = today.withDayOfMonth(1);
        assertThat(links().to(HistoryFilter.of(month, today), "bulan-ini")).isEqualTo("riwayat?periode=bulan-ini");
        assertThat(links().to(HistoryFilter.of(month, month.plusMonths(1).minusDays(1)), "bulan-ini"))
                .as("the days to come are none yet")
                .isEqualTo("riwayat?periode=bulan-ini");
        assertThat(links().to(today(), "hari-ini")).isEqualTo("riwayat");
        assertThat(links().to(today())).isEqualTo("riwayat?dari=" + today + "&sampai=" + today);
        assertThat(links().to(HistoryFilter.of(today.minusDays(9), today), "kuartal-ini"))
                .isEqualTo("riwayat?dari=" + today.minusDays(9) + "&sampai=" + today);
    }

    private HistoryScreen at(StaffPrincipal staff, String address) {
        HistoryScreen screen = history(staff);
        screen.window();
        UI.getCurrent().navigate(address.substring(0, address.indexOf('?')), query(address));
        return screen;
    }

    private void go(HistoryScreen screen, HistoryFilter filter) {
        String address = links().to(filter);
        screen.window();
        UI.getCurrent().navigate(address.substring(0, address.indexOf('?')), query(address));
    }

    private static QueryParameters query(String address) {
        return QueryParameters.fromString(address.substring(address.indexOf('?') + 1));
    }

    private HistoryLinks links() {
        return new HistoryLinks(catalogue, day());
    }

    private HistoryFilter today() {
        return HistoryFilter.of(day(), day());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), MALL);
    }
}
