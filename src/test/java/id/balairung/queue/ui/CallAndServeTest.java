package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.Visitor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The main job: call, serve, complete. */
class CallAndServeTest extends AtTheCounter {

    @Test
    void aNoticeGoesWithTheNextAct() {
        issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Panggil ulang").says("baru saja dipanggil");
        assertThat(counter.window().find(Notification.class).all()).hasSize(1);
        counter.click("Layani");
        assertThat(counter.window().find(Notification.class).all()).isEmpty();
    }

    @Test
    void aVisitorIsCalledServedAndCompleted() {
        TicketSnapshot first = hall.issue(
                        service(), PriorityClass.GENERAL, new Visitor(Optional.of("Wa Ode Sariani"), Optional.empty()))
                .ticket();
        Counter counter = counter();
        counter.click(CALL_NEXT).says("Wa Ode Sariani").says("Panggilan 1 dari 3.");
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.can(CALL_NEXT)).isFalse();
        counter.click("Layani").says("Hasil layanan").says("standar 15 mnt");
        counter.click("Selesai").says("Terakhir").says("selesai");
        assertThat(counter.number()).isEqualTo(NOBODY_WAITS);
        assertThat(openTickets()).isEmpty();
    }

    @Test
    void aDoubleClickCallsOnePersonAndIsNoFault() {
        TicketSnapshot first = issue();
        TicketSnapshot second = issue();
        Counter counter = counter();
        counter.doubleClick(CALL_NEXT);
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.queue()).containsExactly(second.number().toString());
        assertThat(counter.text()).doesNotContain("Masih ada nomor di loket ini");
        assertThat(openTickets())
                .extracting(TicketSnapshot::status)
                .containsExactly(TicketStatus.CALLED, TicketStatus.WAITING);
    }

    @Test
    void whatAVisitorIsCalledIsNeverMarkup() {
        hall.issue(
                service(),
                PriorityClass.GENERAL,
                new Visitor(Optional.of("<b>Wa</b> Ode \uD83D\uDE42"), Optional.empty()));
        counter().click(CALL_NEXT).says("<b>Wa</b> Ode \uD83D\uDE42");
    }

    @Test
    void aStaleScreenIsRefusedAndShowsTheTruth() {
        TicketSnapshot first = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Layani");
        hall.as(agency.officer(), () -> desk.complete(CommandId.next(), first.id(), Outcome.FULFILLED));
        counter.click("Selesai").says("sudah tidak di langkah ini");
        assertThat(counter.number()).isEqualTo(NOBODY_WAITS);
    }
}
