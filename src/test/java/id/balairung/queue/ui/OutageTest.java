package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.balairung.queue.CommandId;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.testing.DatabaseOutage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database doesn't answer for a while. */
class OutageTest extends AtTheCounter {

    private static final String UNREACHABLE = "Basis data tidak dapat dihubungi.";

    private static final String NO_ANSWER = "Basis data tidak menjawab, jadi belum pasti tersimpan.";

    /** A frozen server is given up after 3 s; what waited for it in vain may take as long again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    DatabaseOutage outage;

    @Test
    void anOutageIsToldOfAndRecoveredFromWithoutReload() {
        TicketSnapshot late = issue();
        doesNotCome(late.id());
        TicketSnapshot first = issue();
        TicketSnapshot second = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Tunda").type("Alasan", "Melengkapi berkas");
        hall.open(agency, 1);
        Counter neighbour = Counter.of(screens.of(agency.officers().get(1)));
        neighbour.choose("Datang terlambat (1)");
        try (var frozen = outage.freeze()) {
            counter.within(PATIENCE, "the banner", () -> counter.text().contains(UNREACHABLE));
            assertThat(counter.live()).isFalse();
            assertThat(counter.can("Layani")).isFalse();
            assertThat(counter.can("Urungkan")).isFalse();
            assertThat(counter.canChoose("Ubah layanan")).isFalse();
            assertThat(counter.number()).isEqualTo(first.number().toString());
            assertThat(counter.queue()).containsExactly(second.number().toString());
            counter.confirmDialog().says(NO_ANSWER);
            neighbour.click("Antrekan lagi").says(NO_ANSWER);
        }
        counter.within(PATIENCE, "the end of the banner", () -> !counter.text().contains(UNREACHABLE));
        assertThat(counter.live()).isTrue();
        assertThat(counter.typed("Alasan")).isEqualTo("Melengkapi berkas");
        counter.confirmDialog();
        neighbour.click("Antrekan lagi");
        assertThat(openTickets())
                .extracting(TicketSnapshot::id, TicketSnapshot::status)
                .containsExactly(
                        tuple(late.id(), TicketStatus.WAITING),
                        tuple(first.id(), TicketStatus.HELD),
                        tuple(second.id(), TicketStatus.WAITING));
        counter.click(CALL_NEXT);
        assertThat(counter.number()).isEqualTo(second.number().toString());
    }

    private void doesNotCome(TicketId ticket) {
        hall.as(agency.officer(), () -> {
            desk.callNext(CommandId.next());
            for (int recall = 0; recall < 2; recall++) {
                clock.advance(Duration.ofMinutes(2));
                desk.recall(CommandId.next(), ticket);
            }
            return desk.markNoShow(CommandId.next(), ticket);
        });
    }
}
