package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.CommandId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import org.junit.jupiter.api.Test;

/** Somebody who waits has left. */
class AbandonTest extends AtTheCounter {

    @Test
    void aWaitingNumberIsAbandonedAndTakenBackIntoItsPlace() {
        TicketSnapshot first = issue();
        TicketSnapshot second = issue();
        Counter counter = counter();
        counter.select(first.number()).click("Tandai batal").confirm();
        assertThat(counter.queue()).containsExactly(second.number().toString());
        assertThat(openTickets()).extracting(TicketSnapshot::id).containsExactly(second.id());

        counter.click("Urungkan");
        assertThat(counter.queue())
                .containsExactly(first.number().toString(), second.number().toString());
        counter.click(CALL_NEXT);
        assertThat(counter.number()).isEqualTo(first.number().toString());
    }

    @Test
    void whoeverWasCalledMeanwhileIsNotAbandoned() {
        hall.open(agency, 1);
        TicketSnapshot only = issue();
        Counter counter = counter();
        counter.select(only.number()).click("Tandai batal");
        hall.as(agency.officers().get(1), () -> desk.callNext(CommandId.next()));
        counter.confirm().says("Nomor itu baru saja diambil petugas lain.");
        assertThat(openTickets()).extracting(TicketSnapshot::status).containsExactly(TicketStatus.CALLED);
    }
}
