package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.testing.DatabaseOutage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database doesn't answer for a while. */
class OutageTest extends AtTheCounter {

    private static final String UNREACHABLE = "Basis data tidak dapat dihubungi.";

    /** A frozen server is given up after 3 s; what waited for it in vain may take as long again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    DatabaseOutage outage;

    @Test
    void anOutageIsToldOfAndRecoveredFromWithoutReload() {
        TicketSnapshot first = issue();
        TicketSnapshot second = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Tunda").type("Alasan", "Melengkapi berkas");
        try (var frozen = outage.freeze()) {
            counter.within(PATIENCE, "the banner", () -> counter.text().contains(UNREACHABLE));
            assertThat(counter.live()).isFalse();
            assertThat(counter.can("Layani")).isFalse();
            assertThat(counter.can("Urungkan")).isFalse();
            assertThat(counter.canChoose("Ubah layanan")).isFalse();
            assertThat(counter.number()).isEqualTo(first.number().toString());
            assertThat(counter.queue()).containsExactly(second.number().toString());
            counter.confirmDialog().says("Basis data tidak menjawab, jadi belum pasti tersimpan.");
        }
        counter.within(PATIENCE, "the end of the banner", () -> !counter.text().contains(UNREACHABLE));
        assertThat(counter.live()).isTrue();
        assertThat(counter.typed("Alasan")).isEqualTo("Melengkapi berkas");
        counter.confirmDialog();
        assertThat(openTickets())
                .extracting(TicketSnapshot::status)
                .containsExactly(TicketStatus.HELD, TicketStatus.WAITING);
        counter.click(CALL_NEXT);
        assertThat(counter.number()).isEqualTo(second.number().toString());
    }
}
