package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What went wrong is told where it is, until somebody takes note. */
class BoardAlertsTest extends BoardOfAnAgency {

    @Test
    void anAlertSaysWhatIsWrongAndIsAcknowledgedByThePerson() {
        hall.open(agency, 0);
        TicketSnapshot ticket = issue(first());
        Board board = admin();
        assertThat(board.alerts()).isEmpty();
        clock.advance(Duration.ofMinutes(21));

        raiseAlerts();

        String sentence = "Tunggu di " + first().prefix() + " melewati standar 20 mnt, pertama "
                + ticket.number().toString().replace("-", "-\u2060") + ".";
        board.soon("the alert", () -> Board.said(board.alerts(), "sentence").contains(sentence));
        assertThat(Board.said(board.alerts(), "since")).contains("sejak 10.20");

        board.ask(AlertList.class, "sentence", sentence, AlertList.ACKNOWLEDGE);

        board.soon("the note", () -> Board.said(board.alerts(), "note").contains("diketahui Anda 10.21"));
        assertThat(Board.said(board.alerts(), "sentence").getLast()).isEqualTo(sentence);
        assertThat(board.alerts().getLast().path("acts")).isEmpty();
    }

    @Test
    void aCounterThatCallsNobodyStandsOutWithWhoWaits() {
        hall.open(agency, 0);
        hall.open(agency, 1);
        issue(first());
        Board board = admin();
        clock.advance(Duration.ofMinutes(4));
        lunch(1, Duration.ofMinutes(30));

        raiseAlerts();

        board.soon(
                "the attention",
                () -> board.counters().getFirst().path("attention").asBoolean());
        assertThat(Board.said(board.counters(), "right").getFirst()).isEqualTo("1 menunggu di " + first().prefix());
        assertThat(board.counters().get(1).path("attention").asBoolean()).isFalse();
    }

    @Test
    void aNewAlertIsReadOutOnceAndAnOldOneIsNot() {
        issue(first());
        clock.advance(Duration.ofMinutes(21));
        raiseAlerts();
        Board board = admin();
        assertThat(announced(board)).isEmpty();

        issue(second());
        clock.advance(Duration.ofMinutes(21));
        raiseAlerts();

        board.soon("the announcement", () -> announced(board).contains("di " + second().prefix()));
        assertThat(announced(board)).doesNotContain("di " + first().prefix());
    }

    private static String announced(Board board) {
        return board.window().find(AlertAnnouncement.class).single().getText();
    }
}
