package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import id.balairung.testing.Hall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An agency's admin sees every counter, every service, and who needs attention. */
class AdminBoardTest extends BoardOfAnAgency {

    @Test
    void everyCounterSaysWhereItStands() {
        hall.open(agency, 0);
        hall.open(agency, 1);
        TicketSnapshot served = issue(first());
        call(0);
        serve(0, served);
        lunch(1, Duration.ofMinutes(30));

        Board board = admin();

        assertThat(Board.said(board.counters(), "word")).containsExactly("Melayani", "Istirahat", "Tutup");
        assertThat(Board.said(board.counters(), "big"))
                .containsExactly(served.number().toString(), "Kembali 10.30", "Belum melayani hari ini");
        assertThat(Board.said(board.counters(), "left"))
                .containsExactly(
                        agency.officers().get(0).displayName(),
                        agency.officers().get(1).displayName(),
                        "Tanpa petugas");
        board.says("1 melayani, 1 istirahat, 1 tutup");
        assertThat(board.figure("counters")).isEqualTo("2 dari 3, 1 istirahat");
    }

    @Test
    void aCallShowsByItselfWithItsCounter() {
        hall.open(agency, 0);
        TicketSnapshot ticket = issue(first());
        Board board = admin();
        assertThat(Board.said(board.counters(), "word")).containsExactly("Siap", "Tutup", "Tutup");

        call(0);

        board.soon("the call", () -> Board.said(board.counters(), "word").contains("Memanggil"));
        JsonNode tile = board.counters().getFirst();
        assertThat(tile.path("big").asString()).isEqualTo(ticket.number().toString());
        assertThat(tile.path("since").asLong()).isPositive();
    }

    @Test
    void theWorstStandsFirstAndAVulnerableVisitorHasTheLowerLimit() {
        TicketSnapshot late = issue(first());
        clock.advance(Duration.ofMinutes(11));
        TicketSnapshot next = issue(second());
        TicketSnapshot elderly = issue(second(), PriorityClass.ELDERLY);
        clock.advance(Duration.ofMinutes(10));
        TicketSnapshot fresh = issue(first());

        Board board = admin();

        assertThat(Board.said(board.tickets(), "number"))
                .containsExactly(numbers(late, elderly, next))
                .doesNotContain(fresh.number().toString());
        assertThat(Board.said(board.tickets(), "limitText")).containsExactly("", "batas 15", "");
        JsonNode service = board.services().getFirst();
        assertThat(service.path("waiting").asInt()).isEqualTo(2);
        assertThat(service.path("over").asInt()).isEqualTo(1);
        assertThat(board.services().getLast().path("near").asInt()).isEqualTo(2);
        assertThat(board.figure("oldest")).endsWith(late.number() + ", lewat standar 20");
        assertThat(board.figure("waiting")).isEqualTo("4, 2 layanan");
    }

    @Test
    void theDaysFiguresAreThoseOfTheDefinitions() {
        hall.open(agency, 0);
        TicketSnapshot soon = issue(first());
        call(0);
        serve(0, soon);
        hall.as(agency.officer(), () -> desk.complete(CommandId.next(), soon.id(), Outcome.FULFILLED));
        issue(first());
        clock.advance(Duration.ofMinutes(21));

        Board board = admin();

        assertThat(board.figure("target")).isEqualTo("50%, n 2");
        JsonNode service = board.services().getFirst();
        assertThat(service.path("flow").asString()).isEqualTo("2 datang, 1 selesai");
        assertThat(service.path("percent").asString()).isEqualTo("50%");
        board.says("selesai di Loket");
    }

    @Test
    void anotherAgencysAdminSeesNothingOfItWhateverTheAddressSays() {
        TicketSnapshot ticket = issue(first());
        Hall.TestAgency stranger = hall.agency(1, 1);
        String code = "UJI" + first().prefix().substring(0, 2);

        Board board = Board.of(screens.of(stranger.admin()), code);

        assertThat(board.text())
                .contains(stranger.name())
                .doesNotContain(ticket.number().toString())
                .doesNotContain(agency.name())
                .doesNotContain(agency.officer().displayName());
        assertThat(Board.said(board.services(), "prefix"))
                .containsExactly(stranger.service().prefix());
    }

    private static String[] numbers(TicketSnapshot... tickets) {
        return List.of(tickets).stream()
                .map(ticket -> ticket.number().toString())
                .toArray(String[]::new);
    }
}
