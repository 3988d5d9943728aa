package id.balairung.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.closing.ClosingRound;
import id.balairung.closing.DayAtTheCounters;
import id.balairung.dashboard.DashboardReads;
import id.balairung.history.ui.HistoryScreen;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketSnapshot;
import id.balairung.satisfaction.Answers;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.DatabaseOutage;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dashboard as the head and an agency's admin see it; each figure leads to as many turns as it says. */
@BalairungTest
class DashboardOnScreenTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final String NOWHERE = "Tidak ada dasbor di alamat ini";
    private static final String INTERRUPTED = "Basis data tidak terjangkau.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    QueueDesk desk;

    @Autowired
    DatabaseOutage outage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    LocalDate day;

    @BeforeEach
    void twoAgenciesInTheMorning() {
        agency = hall.agency(3, 2);
        other = hall.agency(2, 1);
        day = LocalDate.ofInstant(clock.instant(), MALL).plusDays(1);
        morning(day);
        openTheCounters();
        // As the application does every few seconds: it knows the agencies.
        close();
    }

    @Test
    void theHeadSeesTheWholeMallAndNoOfficer() {
        people(11).act(60);
        hall.issue(other);
        clock.advance(Duration.ofMinutes(25));
        DashboardScreen screen = head("dasbor").showAll();

        assertThat(screen.card("bl-dash-now"))
                .contains("Kedatangan", "Menunggu", "Tunggu terlama", "Waktu tunggu", "Sesuai standar", "Loket dibuka");
        assertThat(screen.shows("bl-attention")).isTrue();
        assertThat(screen.card("bl-dash-agencies")).contains(agency.name(), other.name());
        assertThat(screen.rows())
                .filteredOn(row -> row.contains(agency.name()))
                .anySatisfy(row -> assertThat(row).contains("2/2"));
        assertThat(screen.card("bl-dash-services"))
                .contains(agency.service().prefix(), "standar kini 20 mnt, n ", "standar yang berlaku saat itu");
        assertThat(screen.card("bl-dash-counters")).contains(agency.name());
        assertThat(screen.card("bl-spread")).contains("Beban petugas", "Perkiraan waktu tunggu");
        String all = screen.text();
        Stream.concat(agency.officers().stream(), other.officers().stream())
                .forEach(officer -> assertThat(all).doesNotContain(officer.displayName(), officer.getUsername()));
    }

    @Test
    void theTopIsThereFirstAndTheRestOnceItWasPainted() {
        hall.issue(agency);
        DashboardScreen screen = screen(agency.admin()).openTop("dasbor");
        assertThat(screen.figure("Menunggu")).startsWith("Menunggu 1 ");
        assertThat(screen.card("bl-period-figures")).contains("Kedatangan 1 ");
        assertThat(screen.shows("bl-dash-services")).isFalse();

        screen.painted();
        assertThat(screen.card("bl-dash-services")).contains("Kepatuhan standar");
        assertThat(screen.card("bl-spread")).contains("Beban petugas");
        String whole = screen.text();

        screen.painted();
        assertThat(screen.text()).isEqualTo(whole);
    }

    @Test
    void aLongTableBeginsShort() {
        Hall.TestAgency large = hall.agency(1, 22);
        for (int desk = 0; desk < large.counters().size(); desk++) {
            hall.open(large, desk);
        }
        clock.advance(Duration.ofMinutes(40));
        DashboardScreen screen = screen(large.admin()).open("dasbor");
        assertThat(screen.counters()).isEqualTo(20);
        assertThat(screen.card("bl-dash-counters")).contains("20 dari 22, tampilkan semua");

        screen.showAll();

        assertThat(screen.counters()).isEqualTo(22);
        assertThat(screen.card("bl-dash-counters")).doesNotContain("tampilkan semua");
        assertThat(screen.card("bl-dash-services")).doesNotContain("tampilkan semua");
    }

    @Test
    void theHeadNarrowsItToAnAgencyAndAService() {
        hall.issue(agency);
        DashboardScreen screen = head("dasbor?instansi=" + code(agency) + "&layanan="
                + agency.services().get(1).prefix());
        assertThat(screen.figure("Kedatangan")).startsWith("Kedatangan 0 ");
        assertThat(screen.shows("bl-dash-agencies")).isFalse();
        screen.open("dasbor?instansi=" + code(agency) + "&layanan="
                + agency.service().prefix());
        assertThat(screen.figure("Kedatangan")).startsWith("Kedatangan 1 ");
    }

    @Test
    void onPaperItSaysOfWhomItIsAndWhoPrintedIt() {
        StaffPrincipal head = head();
        DashboardScreen screen = screen(head).open("dasbor?dari=2024-02-01&sampai=2024-02-29");
        assertThat(screen.card("bl-letterhead")).contains("Dasbor, 1 Feb sampai 29 Feb 2024", "Semua instansi");
        assertThat(screen.card("bl-colophon")).contains("pukul 08.00", "Dicetak oleh " + head.displayName());

        screen.open("dasbor?instansi=" + code(agency) + "&layanan="
                + agency.service().prefix());
        assertThat(screen.card("bl-letterhead"))
                .contains(agency.name(), agency.service().name(INDONESIAN));
    }

    @Test
    void anAdminSeesTheOwnAgencyWhateverTheAddressSays() {
        hall.issue(agency);
        hall.issue(agency);
        hall.issue(other);
        for (String address : List.of(
                "dasbor",
                "dasbor?instansi=" + code(agency),
                "dasbor?instansi=bukan-apa-apa",
                "dasbor?instansi=" + code(agency) + "&layanan="
                        + agency.service().prefix())) {
            DashboardScreen screen = screen(other.admin()).open(address);
            assertThat(screen.figure("Kedatangan")).as(address).startsWith("Kedatangan 1 ");
            assertThat(screen.text())
                    .contains(other.name())
                    .doesNotContain(agency.name(), "Layanan " + agency.service().prefix());
            assertThat(screen.shows("bl-dash-agencies")).isFalse();
            assertThat(screen.notices().contains("Instansi atau layanan itu tidak ada."))
                    .as(address)
                    .isEqualTo(address.contains("layanan"));
        }
    }

    @Test
    void eachFigureOfPastDaysLeadsToAsManyTurns() {
        LocalDate first = day;
        people(12).act(150);
        morning(day.plusDays(1));
        DayAtTheCounters people = people(13);
        people.act(120);
        morning(day.plusDays(2));
        people.putRight(8);

        String days = "dari=" + first + "&sampai=" + first.plusDays(1);
        assertEachLeads(agency.admin(), "dasbor?" + days);
        close();
        assertEachLeads(agency.admin(), "dasbor?" + days);
        assertEachLeads(head(), "dasbor?" + days + "&instansi=" + code(agency));
        assertEachLeads(head(), "dasbor?" + days);
        assertEachLeads(agency.admin(), "dasbor?dari=" + first + "&sampai=" + first);
        for (int service = 0; service < 3; service++) {
            assertEachLeads(
                    agency.admin(),
                    "dasbor?" + days + "&layanan="
                            + agency.services().get(service).prefix());
        }
    }

    @Test
    void eachFigureOfTodayLeadsToAsManyTurnsWithThoseWhoStillWait() {
        // A day of its own, for on the others people of other tests come later than now.
        morning(day.plusDays(100));
        people(14).act(130);
        hall.issue(agency);
        hall.issue(agency);
        clock.advance(Duration.ofMinutes(21));
        hall.issue(agency);
        assertEachLeads(agency.admin(), "dasbor");
        assertEachLeads(head(), "dasbor?instansi=" + code(agency));
        assertEachLeads(
                head(),
                "dasbor?instansi=" + code(agency) + "&layanan="
                        + agency.service().prefix());
        assertEachLeads(head(), "dasbor");
    }

    /** From a week on the heat map tells of the period itself, today included. */
    @Test
    void eachCellOfTheHeatMapLeadsToAsManyArrivals() {
        people(15).act(100);
        morning(day.plusDays(3));
        people(16).act(80);
        assertEachLeads(agency.admin(), "dasbor?dari=" + day.minusDays(4) + "&sampai=" + day.plusDays(3));
        assertEachLeads(agency.admin(), "dasbor?periode=tahun-ini");
        close();
        morning(day.plusDays(9));
        assertEachLeads(agency.admin(), "dasbor?dari=" + day.minusDays(40) + "&sampai=" + day.plusDays(9));
        assertEachLeads(agency.admin(), "dasbor?dari=" + day.minusDays(100) + "&sampai=" + day.plusDays(9));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Hari ini",
        "?periode=hari-ini, Hari ini",
        "?periode=minggu-ini, Minggu ini",
        "?periode=bulan-ini, Bulan ini",
        "?periode=triwulan-ini, Triwulan ini",
        "?periode=tahun-ini, Tahun ini",
        "?dari=2024-02-01&sampai=2024-02-29, 1 Feb sampai 29 Feb 2024",
        "?dari=2023-12-31&sampai=2024-01-01, 31 Des 2023 sampai 1 Jan 2024",
    })
    void theAddressSaysWhichPeriod(String query, String name) {
        DashboardScreen screen = screen(agency.admin()).open("dasbor" + query);
        assertThat(screen.card("bl-period-bar")).contains(name);
        assertThat(screen.text()).doesNotContain(NOWHERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "periode=kemarin",
                "periode=",
                "periode=hari-ini'--",
                "dari=2026-02-30&sampai=2026-03-01",
                "dari=2026-03-01",
                "sampai=2026-03-01",
                "dari=2026-03-02&sampai=2026-03-01",
                "dari=1999-12-31&sampai=2026-03-01",
                "dari=+999999999-12-31&sampai=+999999999-12-31",
                "dari=9999-01-01&sampai=9999-01-02",
                "dari=2026-03-01&sampai=9999-01-02",
                "dari=%3Cscript%3E&sampai=2026-03-01",
            })
    void atABadAddressThereIsNoDashboardAndTheWayBack(String query) {
        DashboardScreen screen = screen(agency.admin()).open("dasbor?" + query);
        assertThat(screen.text()).contains(NOWHERE, "Buka dasbor hari ini").doesNotContain("script");
        assertThat(screen.shows("bl-dash-now")).isFalse();
        screen.open("dasbor");
        assertThat(screen.text()).doesNotContain(NOWHERE);
        assertThat(screen.figure("Menunggu")).startsWith("Menunggu 0 ");
        screen.open("dasbor?" + query);
        assertThat(screen.text()).contains(NOWHERE);
        assertThat(screen.shows("bl-dash-now")).isFalse();
    }

    @Test
    void daysTheWrongWayRoundAreRefusedAtTheFieldAndNothingChanges() {
        String address = "dasbor?dari=" + day.minusDays(5) + "&sampai=" + day.minusDays(2);
        DashboardScreen screen = screen(agency.admin()).open(address);
        screen.pick("Sampai", day.minusDays(6));
        assertThat(screen.fault("Sampai")).isEqualTo("Tidak boleh sebelum hari pertama");
        assertThat(screen.address()).isEqualTo(address);
        screen.pick("Sampai", day.minusDays(1));
        assertThat(screen.address()).isEqualTo("dasbor?dari=" + day.minusDays(5) + "&sampai=" + day.minusDays(1));
        assertThat(screen.fault("Sampai")).isEmpty();
    }

    @Test
    void bothDaysAreLookedAtAnewWhicheverIsChanged() {
        String address = "dasbor?dari=" + day.minusDays(5) + "&sampai=" + day.minusDays(2);
        DashboardScreen screen = screen(agency.admin()).open(address);
        screen.pick("Sampai", day.minusDays(9));
        assertThat(screen.fault("Sampai")).isNotEmpty();
        screen.pick("Dari", day.minusDays(12));
        assertThat(screen.address()).isEqualTo("dasbor?dari=" + day.minusDays(12) + "&sampai=" + day.minusDays(9));
        assertThat(screen.fault("Sampai")).isEmpty();

        screen.pick("Sampai", day.plusDays(1));
        assertThat(screen.fault("Sampai")).isEqualTo("Tidak boleh sesudah hari ini");
        screen.pick("Dari", LocalDate.of(1999, 12, 31));
        assertThat(screen.fault("Dari")).isEqualTo("Paling awal 1 Jan 2000");
        screen.pick("Dari", null);
        assertThat(screen.fault("Dari")).isEqualTo("Perlu diisi.");
        assertThat(screen.address()).isEqualTo("dasbor?dari=" + day.minusDays(12) + "&sampai=" + day.minusDays(9));
    }

    /** As the arrow to the days after leads there. */
    @ParameterizedTest
    @CsvSource({"0, 30", "1, 200", "20, 400"})
    void aPeriodThatReachesBeyondTodayIsToldAsFarAsItHasCome(int begun, int ahead) {
        hall.issue(agency);
        String address = "dasbor?dari=" + day.minusDays(begun) + "&sampai=" + day.plusDays(ahead);
        DashboardScreen screen = screen(agency.admin()).open(address);
        assertThat(screen.card("bl-period-figures")).contains("Kedatangan 1 ");
        assertThat(screen.card("bl-period-bar")).contains("sampai jam yang sama");
        assertThat(screen.shows("bl-ikm")).isTrue();
    }

    @Test
    void theLoadOfAFewOfficersIsNotTold() {
        Hall.TestAgency large = hall.agency(1, 5);
        for (int desk = 0; desk < 4; desk++) {
            serve(large, desk);
        }
        DashboardScreen screen = screen(large.admin()).open("dasbor");
        assertThat(screen.card("bl-spread"))
                .contains("Terlalu sedikit untuk ditunjukkan")
                .doesNotContain("Hari kerja petugas", "p90");

        serve(large, 4);
        screen.soon("the fifth", () -> screen.figure("Selesai dilayani").startsWith("Selesai dilayani 5 "));
        assertThat(screen.open("dasbor?periode=minggu-ini").card("bl-spread"))
                .contains("Hari kerja petugas", "p90")
                .doesNotContain("Terlalu sedikit");
    }

    private void serve(Hall.TestAgency large, int counter) {
        hall.open(large, counter);
        TicketSnapshot ticket = hall.issue(large).ticket();
        hall.as(large.officers().get(counter), () -> desk.callNext(CommandId.next()));
        hall.as(large.officers().get(counter), () -> desk.serve(CommandId.next(), ticket.id()));
        clock.advance(Duration.ofMinutes(3));
        hall.as(large.officers().get(counter), () -> desk.complete(CommandId.next(), ticket.id(), Outcome.FULFILLED));
    }

    @Test
    void ofAServiceItSaysThatOccupancyIsToldOfTheWholeAgency() {
        DashboardScreen screen =
                screen(agency.admin()).open("dasbor?layanan=" + agency.service().prefix());
        assertThat(screen.card("bl-period-figures"))
                .contains("Okupansi loket - Okupansi dihitung untuk seluruh instansi")
                .doesNotContain("buka 0 jam");
        assertThat(screen.card("bl-dash-counters"))
                .contains("Okupansi dihitung untuk seluruh instansi")
                .doesNotContain("Tidak ada loket yang dibuka");
    }

    @Test
    void whatHappensAtACounterShowsByItself() {
        TicketSnapshot ticket = hall.issue(agency).ticket();
        DashboardScreen screen = screen(agency.admin()).open("dasbor");
        assertThat(screen.figure("Menunggu")).startsWith("Menunggu 1 ");
        assertThat(screen.figure("Waktu tunggu")).contains("n 0");

        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));

        screen.soon(
                "the call",
                () -> screen.figure("Menunggu").startsWith("Menunggu 0 ")
                        && screen.figure("Waktu tunggu").contains("n 1"));
        hall.as(agency.officer(), () -> desk.serve(CommandId.next(), ticket.id()));
        screen.soon("the service", () -> screen.figure("Menunggu").contains("1 sedang dilayani"));
        hall.issue(agency);
        screen.soon("the arrival", () -> screen.figure("Kedatangan").startsWith("Kedatangan 2 "));
    }

    @Test
    void anAnswerDrawsOnlyTheRowOfItsAgencyAnew() {
        DashboardScreen screen = head("dasbor");
        List<Component> own = screen.figuresOf(agency.name());
        List<Component> others = screen.figuresOf(other.name());

        new Answers(application).filledIn(agency.service(), 1, 3);

        screen.soon(
                "the answer",
                () -> screen.rows().stream().anyMatch(row -> row.contains(agency.name()) && row.contains("75,00")));
        assertThat(screen.figuresOf(agency.name())).isNotEqualTo(own);
        assertThat(screen.figuresOf(other.name())).isEqualTo(others);
    }

    @Test
    void afterMidnightTheScreenTellsOfTheNewDay() {
        hall.issue(agency);
        DashboardScreen screen = screen(agency.admin()).open("dasbor");
        morning(day.plusDays(1));
        hall.issue(agency);
        hall.issue(agency);
        screen.soon(
                "the new day",
                () -> screen.figure("Kedatangan").startsWith("Kedatangan 2 ")
                        && screen.card("bl-period-figures").startsWith("Kedatangan 2 "));
        assertEachLeads(screen, agency.admin(), "the next day");
    }

    @Test
    void withoutTheDatabaseItSaysFromWhenItsFiguresAreAndGoesOnByItself() {
        hall.issue(agency);
        DashboardScreen screen = screen(agency.admin()).open("dasbor");
        try (var frozen = outage.freeze()) {
            screen.within(PATIENCE, "the banner", () -> screen.text().contains(INTERRUPTED));
            assertThat(screen.figure("Menunggu")).startsWith("Menunggu 1 ");
        }
        screen.within(PATIENCE, "the end of the banner", () -> !screen.text().contains(INTERRUPTED));
        hall.issue(agency);
        screen.soon("the next ticket", () -> screen.figure("Menunggu").startsWith("Menunggu 2 "));
    }

    @Test
    void whatIsStillToBeReckonedIsToldInDaysAndOfWhatIsComparedToo() {
        List<LocalDate> days = day.minusDays(30).datesUntil(day.minusDays(2)).toList();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try {
            transaction.executeWithoutResult(status -> days.forEach(one -> Stream.of(agency, other)
                    .forEach(of -> jdbc.sql("""
                    insert into daily_closing_due (agency_id, service_day, changed, since)
                    values (?, ?, true, utc_timestamp(6))""").params(of.id().toString(), one).update())));
            new DashboardReads(application).read(Optional.empty(), day, day, true);
            String compared = "Pembanding belum lengkap.";
            assertThat(head("dasbor").text()).contains(compared).doesNotContain("masih dihitung");
            assertThat(head("dasbor?dari=" + days.getFirst() + "&sampai=" + day).text())
                    .contains("\n8 hari masih dihitung", compared);
            assertThat(screen(agency.admin()).open("dasbor").text()).doesNotContain(compared);
        } finally {
            transaction.executeWithoutResult(
                    status -> jdbc.sql("delete from daily_closing_due where service_day between ? and ?")
                            .params(days.getFirst(), days.getLast())
                            .update());
        }
    }

    private void assertEachLeads(StaffPrincipal reader, String address) {
        assertEachLeads(screen(reader).open(address), reader, address);
    }

    /** As a person would who clicks each of them. Of the whole mall only those that have any: it has many agencies. */
    private void assertEachLeads(DashboardScreen screen, StaffPrincipal reader, String what) {
        List<DashboardScreen.Figure> figures = screen.figures().stream()
                .filter(figure -> figure.n() > 0 || reader.agency().isPresent())
                .distinct()
                .toList();
        assertThat(figures).as(what).hasSizeGreaterThan(5).anyMatch(figure -> figure.n() > 0);
        HistoryScreen history = HistoryScreen.open(screens, reader, Map.of());
        assertThat(figures).allSatisfy(figure -> {
            history.go(figure.href());
            assertThat(history.listed())
                    .as("%s: %s at %s", what, figure.name(), figure.href())
                    .isEqualTo(figure.n());
        });
    }

    private void openTheCounters() {
        hall.open(agency, 0);
        hall.open(agency, 1);
        hall.open(other, 0);
    }

    private StaffPrincipal head() {
        return hall.staff(Role.MALL_HEAD, Optional.empty());
    }

    private DashboardScreen head(String address) {
        return screen(head()).open(address);
    }

    private DashboardScreen screen(StaffPrincipal staff) {
        return new DashboardScreen(screens.of(staff));
    }

    private String code(Hall.TestAgency of) {
        return catalogue.agency(of.id()).code().toLowerCase();
    }

    private DayAtTheCounters people(long seed) {
        return new DayAtTheCounters(application, agency, other, seed);
    }

    private void close() {
        ClosingRound round = new ClosingRound(application);
        boolean more = true;
        while (more) {
            more = round.run();
        }
    }

    private void morning(LocalDate of) {
        clock.set(of.atTime(LocalTime.of(8, 0)).atZone(MALL).toInstant());
    }
}
