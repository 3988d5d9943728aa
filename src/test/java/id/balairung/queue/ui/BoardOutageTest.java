package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import id.balairung.testing.DatabaseOutage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database doesn't answer while the board is looked at. */
class BoardOutageTest extends BoardOfAnAgency {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BANNER = "Basis data tidak dapat dihubungi.";

    @Autowired
    DatabaseOutage outage;

    @Test
    void theBoardSaysFromWhenItsDataIsAndActsAreOff() {
        TicketSnapshot ticket = issue(first());
        clock.advance(Duration.ofMinutes(15));
        Board board = admin();

        try (var frozen = outage.freeze()) {
            board.within(PATIENCE, "the banner", () -> board.text().contains(BANNER));
            assertThat(board.live()).isFalse();
            assertThat(Board.said(board.tickets(), "number"))
                    .containsExactly(ticket.number().toString());
            board.askTicket(ticket.number().toString(), TicketList.ABANDON);
            assertThat(board.asks()).isFalse();
        }

        board.within(PATIENCE, "the end of the banner", board::live);
        board.askTicket(ticket.number().toString(), TicketList.ABANDON);
        assertThat(board.asks()).isTrue();
    }
}
