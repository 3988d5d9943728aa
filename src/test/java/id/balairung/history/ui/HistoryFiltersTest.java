package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is looked for stands in the address, and what can't be taken is said where it was typed. */
class HistoryFiltersTest extends InTheHistory {

    private static final Duration SHORT = Duration.ofMinutes(4);
    private static final Duration TOO_LONG = Duration.ofMinutes(25);

    @Test
    void eachFilterNarrowsTheListAndStandsInTheAddress() {
        TicketSnapshot first = served(agency, 0, SHORT);
        TicketSnapshot second = complete(
                agency,
                1,
                called(agency, agency.services().getLast(), PriorityClass.ELDERLY, 1, TOO_LONG),
                Outcome.CONSULTATION);
        HistoryScreen screen = history(agency.admin());

        screen.choose(
                "Layanan",
                agency.services().getLast().prefix() + " "
                        + agency.services().getLast().nameIndonesian());
        assertThat(screen.numbers()).containsExactly(second.number().toString());
        assertThat(screen.address())
                .contains("layanan=" + agency.services().getLast().prefix());
        screen.click("Hapus penyaring");
        assertThat(screen.numbers()).hasSize(2);

        screen.choose("Petugas", agency.officer().displayName());
        assertThat(screen.numbers()).containsExactly(first.number().toString());
        screen.click("Hapus penyaring");

        screen.choose("Hasil layanan", "Konsultasi");
        assertThat(screen.numbers()).containsExactly(second.number().toString());
        assertThat(screen.address()).contains("hasil=consultation");
        screen.click("Hapus penyaring");

        screen.type("Cari nomor", first.number().toString().toLowerCase());
        assertThat(screen.numbers()).containsExactly(first.number().toString());
        assertThat(screen.address()).contains("nomor=" + first.number());
        screen.click("Hapus penyaring");

        screen.click("1 lewat standar");
        assertThat(screen.numbers()).containsExactly(second.number().toString());
        assertThat(screen.address()).contains("waktu-tunggu=lewat");
    }

    @Test
    void theAddressAloneSaysWhatIsLookedFor() {
        served(agency, 0, SHORT);
        TicketSnapshot second = complete(
                agency, 1, called(agency, agency.service(), PriorityClass.ELDERLY, 1, TOO_LONG), Outcome.CONSULTATION);

        HistoryScreen screen = history(
                agency.admin(),
                Map.of("hasil", "consultation", "kelas", "elderly", "lewat", "ya", "nomor", "2", "periode", "7-hari"));

        assertThat(screen.numbers()).containsExactly(second.number().toString());
        assertThat(screen.title()).isEqualTo("Layanan 7 hari terakhir");
        assertThat(screen.field("Cari nomor").getValue()).isEqualTo("002");
        assertThat(screen.button("Lainnya (2)").isVisible()).isTrue();
    }

    @Test
    void theFoldedFiltersSayHowManyAreOn() {
        served(agency, 0, TOO_LONG);
        HistoryScreen screen = history(agency.admin(), Map.of("hasil", "fulfilled", "lewat", "ya"));
        assertThat(screen.button("Penyaring · 2").isVisible()).isTrue();

        screen.click("Hapus penyaring");

        assertThat(screen.button("Penyaring").isVisible()).isTrue();
    }

    @Test
    void aFieldGrowsWithWhatIsChosenInIt() {
        complete(agency, 0, called(agency, 0, SHORT), Outcome.NOT_POSSIBLE);
        HistoryScreen screen = history(agency.admin());
        assertThat(screen.room("Hasil layanan")).isNull();

        screen.choose("Hasil layanan", "Tidak dapat dipenuhi");
        assertThat(screen.room("Hasil layanan")).isEqualTo("20");

        screen.click("Hapus penyaring");
        assertThat(screen.room("Hasil layanan")).isNull();
    }

    @Test
    void nonsenseInTheAddressIsToldAndIgnored() {
        served(agency, 0, SHORT);

        HistoryScreen screen = history(
                agency.admin(),
                Map.of("hasil", "apa-saja", "dari", "kemarin dulu", "nilai", "9", "nomor", "!!", "entah", "x"));

        assertThat(screen.numbers()).hasSize(1);
        assertThat(screen.window()
                                .find(Notification.class)
                                .single()
                                .getElement()
                                .getTextRecursively()
                        + screen.words())
                .contains("hasil", "dari", "nilai", "nomor", "entah");
        assertThat(screen.title()).isEqualTo("Layanan hari ini");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsSaidAtItsFieldAndChangesNothing() {
        served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin());

        screen.pick("Sampai", today().minusDays(3));

        assertThat(screen.day("Sampai").isInvalid()).isTrue();
        assertThat(screen.day("Sampai").getErrorMessage()).isEqualTo("Lebih awal daripada Dari.");
        assertThat(screen.address()).isEqualTo("riwayat");
        assertThat(screen.numbers()).hasSize(1);

        screen.pick("Dari", today().minusDays(5));

        assertThat(screen.day("Sampai").isInvalid()).isFalse();
        assertThat(screen.address()).contains("dari=" + today().minusDays(5), "sampai=" + today().minusDays(3));
    }

    @Test
    void wordsThatAreNoNumberAreSaidAtTheFieldAndChangeNothing() {
        served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin());

        screen.type("Cari nomor", "nomor dua");

        assertThat(screen.field("Cari nomor").isInvalid()).isTrue();
        assertThat(screen.field("Cari nomor").getErrorMessage()).contains("DA-012");
        assertThat(screen.address()).isEqualTo("riwayat");
        assertThat(screen.numbers()).hasSize(1);
    }

    @Test
    void aQuickPeriodIsTodayOrYesterdayAtAClick() {
        served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin());

        screen.click("Kemarin");

        assertThat(screen.address()).isEqualTo("riwayat?periode=kemarin");
        assertThat(screen.day("Dari").getValue()).isEqualTo(today().minusDays(1));
        assertThat(screen.numbers()).isEmpty();

        screen.click("Hari ini");

        assertThat(screen.address()).isEqualTo("riwayat");
        assertThat(screen.numbers()).hasSize(1);
    }

    @Test
    void aServiceOfAnotherAgencyMeansNothingToThisOne() {
        served(agency, 0, SHORT);
        var other = opened();

        HistoryScreen screen =
                history(agency.admin(), Map.of("layanan", other.service().prefix()));

        assertThat(screen.numbers()).hasSize(1);
        assertThat(screen.words().toString()).contains("layanan");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Makassar"));
    }
}
