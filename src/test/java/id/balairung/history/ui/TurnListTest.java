package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.data.provider.SortDirection;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.HistoryParts;
import id.balairung.history.HistoryTotal;
import id.balairung.history.PastTurns;
import id.balairung.history.ServiceHistory;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import id.balairung.testing.Hall;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the history lists, to whom, and in which order. */
class TurnListTest extends InTheHistory {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final Duration SHORT = Duration.ofMinutes(4);
    private static final Duration TOO_LONG = Duration.ofMinutes(25);

    @Autowired
    ServiceHistory history;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void todaysTurnsStandNewestFirstWithThoseUnderWayOnTop() {
        TicketSnapshot first = served(agency, 0, SHORT);
        TicketSnapshot second = served(agency, 1, TOO_LONG);
        TicketSnapshot goingOn = called(agency, 0, SHORT);

        HistoryScreen screen = history(agency.admin());

        assertThat(screen.title()).isEqualTo("Layanan hari ini");
        assertThat(screen.numbers())
                .containsExactly(
                        goingOn.number().toString(),
                        second.number().toString(),
                        first.number().toString());
        assertThat(screen.words()).contains("3 giliran: 1 sedang berjalan, lalu terbaru dahulu");
        assertThat(screen.button("1 lewat standar").isVisible()).isTrue();
        assertThat(screen.said(0, "state", "word")).isEqualTo("Dipanggil");
        assertThat(screen.said(0, "service-time", "text")).isEqualTo("belum");
        assertThat(screen.said(1, "state", "word")).isEqualTo("Selesai");
        assertThat(screen.said(1, "wait", "text")).isEqualTo("25 mnt");
        assertThat(screen.said(1, "service-time", "text")).isEqualTo("7 mnt");
        assertThat(screen.said(2, "wait", "text")).isEqualTo("4 mnt");
    }

    @Test
    void theHeaderOwnsUpThatThoseUnderWayStandFirst() {
        TicketSnapshot goingOn = called(agency, 0, SHORT);
        TicketSnapshot calledLater = served(agency, 1, SHORT);
        HistoryScreen screen = history(agency.admin());

        assertThat(screen.numbers())
                .containsExactly(
                        goingOn.number().toString(), calledLater.number().toString());
        assertThat(screen.headerSays("called")).isEqualTo("Yang sedang berjalan di atas, lalu yang terakhir dipanggil");
        assertThat(screen.partsOf(0)).contains("last-under-way");
        assertThat(screen.partsOf(1)).doesNotContain("last-under-way");

        complete(agency, 0, goingOn, Outcome.FULFILLED);
        HistoryScreen later = history(agency.admin());

        assertThat(later.headerSays("called")).isEmpty();
        assertThat(later.partsOf(0)).isEmpty();
        assertThat(later.words()).contains("2 giliran, terbaru dahulu");
    }

    @Test
    void besideAnOpenTicketTheClassGoesToTheNumberAndTheAgencyBelowTheService() {
        called(agency, agency.service(), PriorityClass.ELDERLY, 0, SHORT);
        HistoryScreen screen = history(head(), Map.of("instansi", code(agency)));
        assertThat(screen.shows("agency")).isTrue();
        assertThat(screen.shows("priority")).isTrue();

        screen.openRow(0);

        assertThat(screen.shows("agency")).isFalse();
        assertThat(screen.shows("priority")).isFalse();
        assertThat(screen.said(0, "service", "agency")).isEqualTo(agency.name());
        assertThat(screen.said(0, "number", "word")).isEqualTo("Lansia");
        assertThat(Stream.of("service", "counter", "officer", "wait", "service-time", "state"))
                .allMatch(screen::shows);

        screen.go("riwayat", Map.of("instansi", code(agency)));

        assertThat(screen.shows("agency")).isTrue();
        assertThat(screen.shows("priority")).isTrue();
    }

    @Test
    void aPhoneTellsTheServiceAndTheHeadItsAgency() {
        served(agency, 0, SHORT);

        HistoryScreen screen = history(head(), Map.of("instansi", code(agency)));

        assertThat(screen.said(0, "phone", "service"))
                .isEqualTo(agency.service().nameIndonesian());
        assertThat(screen.said(0, "phone", "agency")).isEqualTo(agency.name());
        assertThat(screen.said(0, "phone", "facts")).contains("Loket");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2024-11-24 | 2024-11-24 | Layanan 24 November 2024
                    2024-11-01 | 2024-11-30 | Layanan 1–30 November 2024
                    2024-10-28 | 2024-11-03 | Layanan 28 Oktober – 3 November 2024
                    2023-12-28 | 2024-01-03 | Layanan 28 Desember 2023 – 3 Januari 2024
                    """)
    void theListIsCalledByItsDays(String from, String to, String title) {
        assertThat(history(agency.admin(), Map.of("dari", from, "sampai", to)).title())
                .isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "kemarin,Layanan kemarin",
        "7-hari,Layanan 7 hari terakhir",
        "bulan-ini,Layanan bulan ini",
        "bulan-lalu,Layanan bulan lalu",
        "tahun-ini,Layanan tahun ini",
        "tahun-lalu,Layanan tahun lalu",
        "semua,Seluruh riwayat layanan"
    })
    void theListOfAQuickPeriodHasItsName(String period, String title) {
        assertThat(history(agency.admin(), Map.of("periode", period)).title()).isEqualTo(title);
    }

    @Test
    void theHeaderTurnsTheOrderRoundAndTheAddressSaysSo() {
        TicketSnapshot first = served(agency, 0, SHORT);
        TicketSnapshot second = served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin());

        screen.grid().sortByColumn("called");

        assertThat(screen.numbers())
                .containsExactly(first.number().toString(), second.number().toString());
        assertThat(screen.address()).contains("urut=terlama");
        assertThat(screen.grid().getSortDirection("called")).isEqualTo(SortDirection.ASCENDING);
        assertThat(screen.words()).contains("2 giliran, terlama dahulu");
    }

    @Test
    void anOfficerSeesTheOwnTurnsOnlyAndHasNoChoiceOfOfficers() {
        TicketSnapshot own = served(agency, 0, SHORT);
        TicketSnapshot others = served(agency, 1, SHORT);
        TicketSnapshot othersGoingOn = called(agency, 1, SHORT);

        HistoryScreen screen = history(
                agency.officer(),
                Map.of("petugas", agency.officers().get(1).id().value().toString()));

        assertThat(screen.numbers())
                .containsExactly(own.number().toString())
                .doesNotContain(
                        others.number().toString(), othersGoingOn.number().toString());
        assertThat(screen.offers("Petugas")).isFalse();
        assertThat(screen.offers("Instansi")).isFalse();
    }

    @Test
    void noAgencySeesAnothersTurnsWhateverTheAddressSays() {
        TicketSnapshot own = served(agency, 0, SHORT);
        var other = opened();
        TicketSnapshot foreign = served(other, 0, SHORT);

        HistoryScreen screen = history(
                agency.admin(),
                Map.of("instansi", "UJI" + other.service().prefix().substring(0, 2)));

        assertThat(screen.numbers())
                .containsExactly(own.number().toString())
                .doesNotContain(foreign.number().toString());
    }

    @Test
    void theHeadSeesAllAgenciesAndChoosesOne() {
        TicketSnapshot here = served(agency, 0, SHORT);
        var other = opened();
        TicketSnapshot there = served(other, 0, SHORT);
        HistoryScreen screen = history(head());
        assertThat(screen.numbers())
                .contains(here.number().toString(), there.number().toString());

        screen.choose("Instansi", other.name());

        assertThat(screen.numbers()).containsExactly(there.number().toString());
        assertThat(screen.address())
                .contains("instansi=uji"
                        + other.service().prefix().substring(0, 2).toLowerCase());
    }

    @Test
    void whoIsNeitherOfficerNorAdminNorHeadHasNoHistory() {
        assertThat(history(hall.frontDesk()).exists()).isFalse();
    }

    @Test
    void aBadgeTellsTheClassAndTheOutcome() {
        complete(
                agency,
                0,
                called(agency, agency.services().getLast(), PriorityClass.ELDERLY, 0, SHORT),
                Outcome.DOCUMENTS_MISSING);

        HistoryScreen screen = history(agency.admin());

        assertThat(screen.said(0, "priority", "word")).isEqualTo("Lansia");
        assertThat(screen.said(0, "state", "word")).isEqualTo("Berkas kurang");
    }

    @Test
    void aDayWithoutTurnsSaysSoAndOffersMoreDays() {
        HistoryScreen screen = history(agency.admin());
        assertThat(screen.emptiness()).contains("Belum ada giliran");

        screen.click("Lihat periode “7 hari”");

        assertThat(screen.address()).contains("periode=7-hari");
        assertThat(screen.emptiness()).contains("Tidak ada yang tercatat pada rentang ini");
    }

    @Test
    void oldestFirstSaysThatThoseUnderWayAreNotAmongThem() {
        TicketSnapshot first = served(agency, 0, SHORT);
        TicketSnapshot second = served(agency, 0, SHORT);
        called(agency, 0, SHORT);

        HistoryScreen screen = history(agency.admin(), Map.of("urut", "terlama"));

        assertThat(screen.numbers())
                .containsExactly(first.number().toString(), second.number().toString());
        assertThat(screen.words()).contains("2 giliran, terlama dahulu; 1 yang sedang berjalan tidak ikut");
    }

    @Test
    void theFootSaysHowManyWereReadOfHowMany() {
        for (int turn = 0; turn < LazyTurns.PAGE + 2; turn++) {
            served(agency, 0, Duration.ofSeconds(10));
        }
        HistoryScreen screen = history(agency.admin());
        assertThat(screen.foot()).isEqualTo("50 dari 52 giliran; baris berikutnya dimuat saat digulir");

        screen.grid().getRow(LazyTurns.PAGE);
        assertThat(screen.foot()).startsWith("51 dari 52 giliran");

        screen.grid().getRow(LazyTurns.PAGE + 1);
        assertThat(screen.foot()).isEqualTo("Semua 52 giliran sudah dimuat");
    }

    @Test
    void lookingBeyondTheLastTurnDoesNotTellWhichIsTheLast() {
        for (int turn = 0; turn < LazyTurns.PAGE + 2; turn++) {
            served(agency, 0, Duration.ofSeconds(10));
        }
        HistoryQuery today = HistoryQuery.standard(clock.instant().atZone(MALL).toLocalDate());
        hall.as(agency.admin(), () -> {
            LazyTurns turns = new LazyTurns(history, today, read -> {}, () -> {});

            assertThat(turns.fetch(400, 50)).isEmpty();
            assertThat(turns.read()).isEqualTo(LazyTurns.PAGE);
            assertThat(turns.isAllRead()).isFalse();

            assertThat(turns.fetch(LazyTurns.PAGE, 50)).hasSize(2);
            assertThat(turns.read()).isEqualTo(LazyTurns.PAGE + 2);
            assertThat(turns.isAllRead()).isTrue();
            return turns;
        });
    }

    @Test
    void whatIsNotCountedInTimeIsAtLeastWhatWasRead() {
        for (int turn = 0; turn < LazyTurns.PAGE + 2; turn++) {
            served(agency, 0, Duration.ofSeconds(10));
        }
        HistoryQuery today = HistoryQuery.standard(clock.instant().atZone(MALL).toLocalDate());
        HistoryScreen screen = history(agency.admin());
        HistoryWords words =
                new HistoryWords(screen.window().find(TurnGrid.class).single(), catalogue, MALL);

        LazyTurns found = new LazyTurns(new HistoryParts(application).uncounted(), today, read -> {}, () -> {});

        assertThat(words.total(found, today.order())).isEqualTo("sedikitnya 50 giliran, terbaru dahulu");
        assertThat(words.read(found)).startsWith("50 dari sedikitnya 50 giliran");
    }

    @Test
    void ofMoreThanAreCountedAtLeastSoManyWaitedTooLong() {
        LocalDate first = LocalDate.of(2003, 3, 3);
        PastTurns past = new PastTurns(batches, transaction, 5);
        past.add(agency, first, 20, HistoryTotal.MOST_COUNTED + 1);

        HistoryScreen screen = history(
                agency.admin(),
                Map.of("dari", first.toString(), "sampai", first.plusDays(20).toString()));

        assertThat(screen.window().find(Button.class).all().stream().map(Button::getText))
                .anyMatch(text -> text.matches("sedikitnya [1-9][0-9.]+ lewat standar"));
    }

    private static String code(Hall.TestAgency agency) {
        return "uji" + agency.service().prefix().substring(0, 2).toLowerCase(Locale.ROOT);
    }
}
