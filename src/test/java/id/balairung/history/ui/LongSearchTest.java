package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import id.balairung.testing.TablesOwner;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** A search for which somebody would wait without end says so, and how to find something all the same. */
class LongSearchTest extends InTheHistory {

    @Autowired
    TablesOwner owner;

    @Test
    @Timeout(120)
    void saysThatItTookTooLongAndOffersFewerDays() {
        TicketSnapshot served = served(agency, 0, Duration.ofMinutes(4));
        HistoryScreen screen = history(agency.admin());

        // While the table is locked, no page of it is found.
        owner.whileLocked("history_turn", () -> screen.go("riwayat", Map.of("periode", "semua")));

        assertThat(screen.emptiness()).contains("Pencarian ini terlalu lama", "Persempit tanggal");
        assertThat(screen.numbers()).isEmpty();

        screen.click("Persempit ke “Tahun ini”");

        assertThat(screen.address()).contains("periode=tahun-ini");
        assertThat(screen.numbers()).containsExactly(served.number().toString());
        assertThat(screen.emptiness()).doesNotContain("terlalu lama");
    }
}
