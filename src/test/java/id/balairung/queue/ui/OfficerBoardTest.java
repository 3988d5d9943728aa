package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An officer sees the own services: who waits, and where they are called. */
class OfficerBoardTest extends BoardOfAnAgency {

    @Test
    void onlyTheServicesOfTheOpenCounterAreShown() {
        open(0, true);
        open(1, false);
        TicketSnapshot other = issue(first());
        call(0);
        TicketSnapshot mine = issue(second());
        TicketSnapshot elderly = issue(second(), PriorityClass.ELDERLY);
        issue(first());
        clock.advance(Duration.ofMinutes(8));

        Board board = officer(1);

        assertThat(Board.said(board.services(), "prefix")).containsExactly(second().prefix());
        assertThat(Board.said(board.tickets(), "number"))
                .containsExactly(elderly.number().toString(), mine.number().toString());
        assertThat(Board.said(board.counters(), "big"))
                .doesNotContain(other.number().toString());
        assertThat(board.figure("waiting")).isEqualTo("2, 1 layanan");
        assertThat(board.text()).doesNotContain(other.number().toString());
        assertThat(board.offeredActs()).isEmpty();
    }

    @Test
    void withoutAnOpenCounterEverythingOfTheAgencyIsShown() {
        open(0, true);
        TicketSnapshot called = issue(first());
        call(0);

        Board board = officer(1);

        assertThat(Board.said(board.services(), "prefix")).containsExactly(first().prefix(), second().prefix());
        assertThat(Board.said(board.counters(), "big")).contains(called.number().toString());
    }

    @Test
    void aServiceShowsWhoWaitsAndOffersNothingElse() {
        issue(first());
        Board board = officer(0);

        board.openService(first().prefix());

        assertThat(board.tickets()).hasSize(1);
        assertThat(board.offers("Tutup untuk nomor baru")).isFalse();
        assertThat(board.offers("Buka untuk nomor baru")).isFalse();
        assertThat(board.offeredActs()).isEmpty();
    }

    @Test
    void twoWindowsOfOneOfficerShowTheSame() {
        open(0, true);
        Board one = officer(0);
        Board other = officer(0);

        TicketSnapshot ticket = issue(first());
        call(0);

        String number = ticket.number().toString();
        one.soon("the call", () -> Board.said(one.counters(), "big").contains(number));
        other.soon("the call", () -> Board.said(other.counters(), "big").contains(number));
        assertThat(one.counters()).isEqualTo(other.counters());
        assertThat(one.services()).isEqualTo(other.services());
    }

    private Board officer(int desk) {
        return Board.of(screens.of(agency.officers().get(desk)));
    }

    private void open(int desk, boolean theFirst) {
        hall.as(
                agency.officers().get(desk),
                () -> counterDesk.open(agency.counters().get(desk), List.of((theFirst ? first() : second()).id())));
    }
}
