package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.Visitor;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What an agency's admin does from the board, and how it is refused. */
class BoardActsTest extends BoardOfAnAgency {

    private static final String ASK_BACK = "Minta kembali bertugas";

    @Test
    void aWaitingNumberIsMovedToAnotherServiceAndTakenBack() {
        TicketSnapshot ticket = issue(first());
        clock.advance(Duration.ofMinutes(15));
        Board board = admin();

        board.askTicket(ticket.number().toString(), TicketList.REASSIGN)
                .target(second().prefix())
                .click("Salah layanan")
                .confirm()
                .says(ticket.number() + " dialihkan ke " + second().nameIndonesian());

        assertThat(board.asks()).isFalse();
        assertThat(openTickets()).singleElement().satisfies(moved -> {
            assertThat(moved.service()).isEqualTo(second().id());
            assertThat(moved.status()).isEqualTo(TicketStatus.WAITING);
            assertThat(moved.waitsSince()).isEqualTo(ticket.waitsSince());
        });
        assertThat(board.services().getLast().path("waiting").asInt()).isEqualTo(1);

        board.click("Urungkan").says("dikembalikan ke antreannya");
        assertThat(openTickets()).extracting(TicketSnapshot::service).containsExactly(first().id());
    }

    @Test
    void aMoveWithoutTargetOrReasonIsRefusedInTheDialog() {
        TicketSnapshot ticket = issue(first());
        clock.advance(Duration.ofMinutes(15));
        String book = "<script>alert('KK')</script> ".repeat(30);
        Board board = admin();

        board.askTicket(ticket.number().toString(), TicketList.REASSIGN)
                .confirm()
                .says("Pilih layanan tujuan dulu.")
                .target(second().prefix())
                .confirm()
                .says("Alasan perlu diisi.")
                .reason(book)
                .confirm()
                .says("Alasan paling panjang 200 huruf");

        assertThat(board.reason()).isEqualTo(book);
        assertThat(openTickets()).extracting(TicketSnapshot::service).containsExactly(first().id());
    }

    @Test
    void aNumberThatWasCalledMeanwhileIsNotMoved() {
        hall.open(agency, 0);
        TicketSnapshot ticket = issue(first());
        clock.advance(Duration.ofMinutes(15));
        Board board = admin();
        board.askTicket(ticket.number().toString(), TicketList.REASSIGN)
                .target(second().prefix())
                .reason("Salah layanan");

        call(0);
        board.confirm().says("Nomor itu baru saja diambil petugas lain.");

        assertThat(board.reason()).isEqualTo("Salah layanan");
        assertThat(openTickets()).singleElement().satisfies(called -> {
            assertThat(called.status()).isEqualTo(TicketStatus.CALLED);
            assertThat(called.service()).isEqualTo(first().id());
        });
    }

    @Test
    void whoLeftIsMarkedFromTheServicesListAndTheMarkCanBeTakenBack() {
        TicketSnapshot ticket = issue(first());
        TicketSnapshot elderly = issue(first(), PriorityClass.ELDERLY);
        Board board = admin();
        clock.advance(Duration.ofMinutes(2));

        board.openService(first().prefix()).says("2 menunggu. Standar tunggu 20 mnt.");
        assertThat(Board.said(board.tickets(), "number"))
                .contains(ticket.number().toString());
        board.askTicket(ticket.number().toString(), TicketList.ABANDON).says("tidak menunggu lagi");
        assertThat(openTickets()).hasSize(2);
        board.confirm().says("ditandai batal");

        assertThat(openTickets()).extracting(TicketSnapshot::id).containsExactly(elderly.id());
        assertThat(Board.said(board.tickets(), "number"))
                .containsExactly(elderly.number().toString());
        board.click("Urungkan");
        assertThat(openTickets()).hasSize(2);
    }

    @Test
    void aDoubleClickOpensAServiceOnce() {
        Board board = admin();
        board.openService(first().prefix()).openService(first().prefix());
        assertThat(board.window().find(ServiceDialog.class).all()).hasSize(1);
        board.window().find(ServiceDialog.class).single().close();
        board.openService(second().prefix());
        assertThat(board.window().find(ServiceDialog.class).all()).hasSize(1);
    }

    @Test
    void aServiceIsClosedToNewNumbersWithAReasonAndATimeAndReopened() {
        Board board = admin();
        board.openService(first().prefix())
                .click("Tutup untuk nomor baru")
                .confirm()
                .says("Alasan jeda perlu diisi.")
                .pick("Menerima nomor lagi", "Jam tertentu")
                .reason("Alat rusak")
                .confirm()
                .says("Pilih jamnya dulu.");
        assertThat(board.reason()).isEqualTo("Alat rusak");
        assertThat(issue(first()).status()).isEqualTo(TicketStatus.WAITING);

        board.pick("Menerima nomor lagi", "1 jam lagi").confirm();

        board.soon(
                "the pause",
                () -> board.services()
                        .getFirst()
                        .path("paused")
                        .asString()
                        .equals("Tidak menerima nomor baru sampai 11.00: Alat rusak"));
        Assertions.assertThatThrownBy(() -> hall.issue(first(), PriorityClass.GENERAL, Visitor.unnamed()))
                .hasMessageContaining("queue.refused.paused");

        board.click("Buka untuk nomor baru");
        board.soon(
                "the reopening",
                () -> board.services().getFirst().path("paused").asString().isEmpty());
        assertThat(issue(first()).status()).isEqualTo(TicketStatus.WAITING);
    }

    @Test
    void anOfficerIsAskedBackFromTheBreakAndTheConsoleSaysSoAtOnce() {
        hall.open(agency, 0);
        lunch(0, Duration.ofMinutes(30));
        Counter console = Counter.of(screens.of(agency.officer()));
        Board board = admin();
        String counter = board.counters().getFirst().path("counter").asString();
        assertThat(board.offeredActs()).contains(ASK_BACK);

        board.askCounter(counter, CounterTiles.ASK_BACK).says("diminta kembali ke " + counter);

        board.soon("the mark", () -> Board.said(board.counters(), "mark").contains("Diminta kembali 10.00"));
        assertThat(board.offeredActs()).doesNotContain(ASK_BACK);
        console.soon("the wish", () -> console.text().contains("Admin meminta Anda kembali ke loket, 10.00."));
        console.click("Kembali bertugas");
        assertThat(console.text()).doesNotContain("Admin meminta Anda kembali");
    }

    @Test
    void whoIsBackAlreadyIsNotAskedBack() {
        hall.open(agency, 0);
        lunch(0, Duration.ofMinutes(30));
        Board board = admin();
        String counter = board.counters().getFirst().path("counter").asString();

        hall.as(agency.officer(), counterDesk::endBreak);
        board.askCounter(counter, CounterTiles.ASK_BACK).says("Petugas loket itu sudah tidak istirahat.");
    }

    @Test
    void aCounterLeftOpenIsClosed() {
        hall.open(agency, 0);
        Board board = admin();
        String counter = board.counters().getFirst().path("counter").asString();

        board.askCounter(counter, CounterTiles.MENU)
                .says("bertugas sejak 10.00")
                .click("Tutup loket")
                .confirm()
                .says(counter + " ditutup.");

        assertThat(Board.said(board.counters(), "word")).containsExactly("Tutup", "Tutup", "Tutup");
        assertThat(hall.as(agency.officer(), counterDesk::current)).isEmpty();
    }

    @Test
    void aCounterWithSomebodyInServiceAsksFirstHowThatEnded() {
        hall.open(agency, 0);
        TicketSnapshot ticket = issue(first());
        call(0);
        serve(0, ticket);
        Board board = admin();
        String counter = board.counters().getFirst().path("counter").asString();

        board.askCounter(counter, CounterTiles.MENU)
                .click("Tutup loket")
                .says(ticket.number() + " masih sedang dilayani di loket ini.")
                .pick("Apa yang terjadi?", "Sudah dilayani: Berkas kurang")
                .confirm()
                .says(counter + " ditutup.");

        assertThat(openTickets()).isEmpty();
        assertThat(hall.as(agency.officer(), counterDesk::current)).isEmpty();
        board.soon(
                "the figures",
                () -> board.services().getFirst().path("flow").asString().equals("1 datang, 1 selesai"));
    }

    @Test
    void aTicketThatMovedOnMeanwhileIsNotSettled() {
        hall.open(agency, 0);
        TicketSnapshot ticket = issue(first());
        call(0);
        Board board = admin();
        board.askCounter(board.counters().getFirst().path("counter").asString(), CounterTiles.MENU)
                .click("Tutup loket")
                .says(ticket.number() + " masih dipanggil ke loket ini dan akan ditandai batal.");

        serve(0, ticket);
        board.confirm().says(ticket.number() + " sudah tidak di langkah ini.");

        assertThat(openTickets()).extracting(TicketSnapshot::status).containsExactly(TicketStatus.SERVING);
        assertThat(hall.as(agency.officer(), counterDesk::current)).isPresent();
    }
}
