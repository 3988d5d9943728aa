package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import id.balairung.testing.Hall;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens elsewhere shows by itself, and only in the own agency. */
class LiveQueueTest extends AtTheCounter {

    @Test
    void aNumberIssuedElsewhereAppearsByItself() {
        Counter counter = counter();
        assertThat(counter.can(CALL_NEXT)).isFalse();
        TicketSnapshot issued =
                hall.issue(service(), PriorityClass.ELDERLY, Visitor.unnamed()).ticket();
        counter.soon(
                "the new number", () -> counter.text().contains(issued.number().toString()));
        assertThat(counter.can(CALL_NEXT)).isTrue();
        counter.says("Mengapa nomor ini?").says("1 menunggu");
    }

    /** A vulnerable visitor's is the mall's maximum, where that comes before the service's standard. */
    @Test
    void theConsoleAndTheBoardTellTheSameLimits() {
        hall.issue(service(), PriorityClass.ELDERLY, Visitor.unnamed());
        issue();
        Counter counter = counter();
        assertThat(counter.limits()).containsExactly(15, 20);
        Board board = Board.of(screens.of(agency.officer()));
        assertThat(board.tickets()).extracting(row -> row.path("limit").asInt()).isEqualTo(counter.limits());
    }

    @Test
    void twoWindowsOfOneOfficerShowTheSame() {
        TicketSnapshot first = issue();
        Counter one = counter();
        Counter other = counter();
        one.click(CALL_NEXT);
        other.soon("the call", () -> other.number().equals(first.number().toString()));
        other.click("Layani");
        one.soon("the service", () -> one.can("Selesai"));
    }

    @Test
    void anotherAgencySeesNothing() {
        hall.issue(service(), PriorityClass.GENERAL, new Visitor(Optional.of("Wa Ode Sariani"), Optional.empty()));
        Hall.TestAgency stranger = hall.agency(1, 1);
        hall.open(stranger, 0);
        Counter counter = Counter.of(screens.of(stranger.officer()));
        assertThat(counter.text())
                .contains("0 menunggu")
                .doesNotContain(service().prefix() + "-")
                .doesNotContain("Wa Ode Sariani");
    }
}
