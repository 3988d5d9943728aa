package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.queue.CommandId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffPrincipal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A chosen number is called out of turn. */
class ChooseTicketTest extends AtTheCounter {

    private static final String CALL_NOW = "Panggil sekarang";

    @Autowired
    JdbcClient database;

    @Test
    void aChosenNumberIsCalledOutOfTurnForAReasonThatStaysInItsHistory() {
        TicketSnapshot first = issue();
        TicketSnapshot second = issue();
        Counter counter = counter();
        counter.select(second.number()).click(CALL_NOW).says("Nomor ini mendahului giliran.");
        counter.confirmDialog().says("Alasan perlu diisi.");
        assertThat(counter.number()).isEqualTo("Siap memanggil");
        counter.click("Keadaan darurat").confirmDialog();
        assertThat(counter.number()).isEqualTo(second.number().toString());
        assertThat(counter.queue()).containsExactly(first.number().toString());
        assertThat(database.sql("select details from ticket_event where ticket_id = ? and type = 'CALLED'")
                        .param(second.id().value().toString())
                        .query(String.class)
                        .single())
                .contains("Keadaan darurat");
    }

    /** A button that is taken off the page and put back loses the keyboard's focus. */
    @Test
    void theActsOfAChosenNumberStayWhereTheyAreWhileTheQueueMovesOn() {
        TicketSnapshot first = issue();
        Counter counter = counter();
        counter.select(first.number());
        AtomicInteger moves = new AtomicInteger();
        counter.button(CALL_NOW).addDetachListener(gone -> moves.incrementAndGet());
        TicketSnapshot second = issue();
        counter.soon(
                "the next number",
                () -> counter.queue().contains(second.number().toString()));
        assertThat(counter.can(CALL_NOW)).isTrue();
        assertThat(moves).hasValue(0);
    }

    @Test
    void nobodyIsCalledOutOfTurnWhileSomebodyIsAtTheCounter() {
        issue();
        TicketSnapshot second = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).select(second.number());
        assertThat(counter.can(CALL_NOW)).isFalse();
    }

    @Test
    void anOfficerWhoMayNotChooseHasNoSuchAct() {
        TicketSnapshot first = issue();
        StaffPrincipal officer = hall.officerWhoMayNotChoose(agency);
        hall.open(agency, 1, officer);
        Counter counter = Counter.of(screens.of(officer));
        counter.select(first.number());
        assertThat(counter.offers("Tandai batal")).isTrue();
        assertThat(counter.offers(CALL_NOW)).isFalse();
        assertThatThrownBy(
                        () -> hall.as(officer, () -> desk.callChosen(CommandId.next(), first.id(), "Keadaan darurat")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(openTickets()).extracting(TicketSnapshot::status).containsExactly(TicketStatus.WAITING);
    }

    @Test
    void aNumberThatAnotherCounterJustCalledIsRefused() {
        hall.open(agency, 1);
        TicketSnapshot only = issue();
        Counter counter = counter();
        counter.select(only.number()).click(CALL_NOW).click("Sudah ada janji");
        hall.as(agency.officers().get(1), () -> desk.callNext(CommandId.next()));
        counter.confirmDialog().says("Nomor itu baru saja diambil petugas lain. Pilih nomor lain.");
        assertThat(counter.typed("Alasan")).isEqualTo("Sudah ada janji");
        counter.soon("that nobody waits", () -> counter.number().equals(NOBODY_WAITS));
        assertThat(openTickets()).singleElement().satisfies(called -> {
            assertThat(called.counter()).contains(agency.counters().get(1));
            assertThat(called.calls()).isEqualTo(1);
        });
    }
}
