package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketDesk;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job: call, serve, complete; and what else can become of a number at the counter. */
@BalairungTest
class CallAndServeTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    TicketDesk tickets;

    @Autowired
    QueueDesk desk;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(2, 2);
        hall.open(agency, 0);
    }

    @Test
    void aVisitorIsCalledServedAndCompleted() {
        TicketSnapshot first = issue(PriorityClass.GENERAL, "Wa Ode Sariani");
        Counter counter = counter();
        counter.click("Panggil berikutnya").says("Wa Ode Sariani").says("Panggilan 1 dari 3.");
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.can("Panggil berikutnya")).isFalse();
        counter.click("Layani").says("Hasil layanan").says("standar 15 mnt");
        counter.click("Selesai").says("Terakhir").says("selesai");
        assertThat(counter.number()).isEqualTo("Belum ada yang menunggu");
        assertThat(hall.as(agency.officer(), endOfDay::open)).isEmpty();
    }

    @Test
    void aNumberIssuedElsewhereAppearsByItself() {
        Counter counter = counter();
        assertThat(counter.can("Panggil berikutnya")).isFalse();
        TicketSnapshot issued = issue(PriorityClass.ELDERLY, "");
        counter.soon(
                "the new number", () -> counter.text().contains(issued.number().toString()));
        assertThat(counter.can("Panggil berikutnya")).isTrue();
        counter.says("Mengapa nomor ini?").says("1 menunggu");
    }

    @Test
    void noShowIsPossibleOnlyAfterTheRecalls() {
        issue(PriorityClass.GENERAL, "");
        Counter counter = counter();
        counter.click("Panggil berikutnya");
        counter.click("Panggil ulang").says("baru saja dipanggil");
        assertThat(counter.can("Tidak hadir")).isFalse();
        clock.advance(Duration.ofMinutes(2));
        counter.click("Panggil ulang").says("Dipanggil, panggilan ke-2");
        clock.advance(Duration.ofMinutes(2));
        counter.click("Panggil ulang").says("Tidak hadir dapat dipilih sekarang");
        counter.click("Tidak hadir").confirm().says("1 tidak hadir");

        counter.choose("Datang terlambat (1)");
        counter.click("Antrekan lagi").soon("the number waits again", () -> counter.can("Panggil berikutnya"));
    }

    @Test
    void aHeldNumberFreesTheCounterAndGoesOn() {
        TicketSnapshot first = issue(PriorityClass.GENERAL, "");
        Counter counter = counter();
        counter.click("Panggil berikutnya").click("Layani").click("Tunda");
        counter.confirmDialog().says("Alasan perlu diisi.");
        String typed = "<b>KK</b> \uD83D\uDE42 ".repeat(1000);
        counter.type("Alasan", typed).confirmDialog().says("Alasan paling panjang 200 huruf");
        counter.type("Alasan", "<b>KK asli</b> \uD83D\uDE42").confirmDialog().says("<b>KK asli</b> \uD83D\uDE42");
        assertThat(counter.number()).isEqualTo("Belum ada yang menunggu");
        counter.click("Lanjutkan " + first.number());
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.can("Selesai")).isTrue();
    }

    @Test
    void theLastActIsTakenBack() {
        TicketSnapshot first = issue(PriorityClass.GENERAL, "");
        Counter counter = counter();
        counter.click("Panggil berikutnya").click("Layani").click("Selesai").click("Urungkan");
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.can("Selesai")).isTrue();
    }

    @Test
    void aStaleScreenIsRefusedAndShowsTheTruth() {
        TicketSnapshot first = issue(PriorityClass.GENERAL, "");
        Counter counter = counter();
        counter.click("Panggil berikutnya").click("Layani");
        hall.as(agency.officer(), () -> desk.complete(CommandId.next(), first.id(), Outcome.FULFILLED));
        counter.click("Selesai").says("sudah tidak di langkah ini");
        assertThat(counter.number()).isEqualTo("Belum ada yang menunggu");
    }

    @Test
    void twoWindowsOfOneOfficerShowTheSame() {
        TicketSnapshot first = issue(PriorityClass.GENERAL, "");
        Counter one = counter();
        Counter other = counter();
        one.click("Panggil berikutnya");
        other.soon("the call", () -> other.number().equals(first.number().toString()));
        other.click("Layani");
        one.soon("the service", () -> one.can("Selesai"));
    }

    @Test
    void anotherAgencySeesNothing() {
        issue(PriorityClass.GENERAL, "Wa Ode Sariani");
        Hall.TestAgency stranger = hall.agency(1, 1);
        hall.open(stranger, 0);
        Counter counter = Counter.of(screens.of(stranger.officer()));
        assertThat(counter.text())
                .contains("0 menunggu")
                .doesNotContain(agency.service().prefix() + "-")
                .doesNotContain("Wa Ode Sariani");
    }

    @Test
    void whatADayLeftOpenIsSettledByAPerson() {
        TicketSnapshot left = issue(PriorityClass.GENERAL, "");
        clock.advance(Duration.ofDays(1));
        Counter counter = counter();
        counter.says("1 nomor dari hari yang sudah tutup").click("Selesaikan");
        Grid<?> list = counter.window().find(Grid.class).last();
        Button settle = (Button) counter.window().test(list).getCellComponent(0, 4);
        assertThat(settle.getAriaLabel()).contains("Selesaikan " + left.number());
        settle.click();
        counter.window()
                .test(counter.window().find(Button.class).withTheme("primary").last())
                .click();
        assertThat(hall.as(agency.officer(), endOfDay::leftOver)).isEmpty();
    }

    @Test
    void aNumberIsHandedOffToAnotherAgencyWithANewOne() {
        Hall.TestAgency there = hall.agency(1, 1);
        issue(PriorityClass.GENERAL, "");
        Counter counter = counter();
        counter.click("Panggil berikutnya").click("Alihkan");
        counter.confirmDialog().says("Pilih layanan tujuan dulu.");
        counter.type("Cari layanan atau instansi", there.service().nameIndonesian());
        counter.type("Alasan", "Perlu legalisasi").confirmDialog();
        counter.says(there.service().prefix() + "-001");
        assertThat(hall.as(there.officer(), endOfDay::open))
                .extracting(TicketSnapshot::status)
                .containsExactly(TicketStatus.WAITING);
    }

    private Counter counter() {
        return Counter.of(screens.of(agency.officer()));
    }

    private TicketSnapshot issue(PriorityClass priorityClass, String name) {
        return hall.as(
                        hall.frontDesk(),
                        () -> tickets.issue(
                                CommandId.next(),
                                VisitId.next(),
                                true,
                                agency.service().id(),
                                priorityClass,
                                new Visitor(Optional.of(name), Optional.empty())))
                .ticket();
    }
}
