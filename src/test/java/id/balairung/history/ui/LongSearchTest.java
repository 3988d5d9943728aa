package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.grid.GridTester;
import id.balairung.history.HistoryEntry;
import id.balairung.queue.TicketSnapshot;
import id.balairung.testing.TablesOwner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    @Test
    @Timeout(120)
    void aFurtherPageThatTakesTooLongSaysSoAndWhatWasReadStays() {
        for (int turn = 0; turn < LazyTurns.PAGE + 2; turn++) {
            served(agency, 0, Duration.ofSeconds(10));
        }
        HistoryScreen screen = history(agency.admin());
        List<String> read = firstPage(screen);
        assertThat(screen.foot()).startsWith("50 dari 52 giliran");

        owner.whileLocked(
                "history_turn",
                () -> assertThatThrownBy(() -> screen.grid().getRow(LazyTurns.PAGE))
                        .hasMessageContaining("returned 0 rows"));

        assertThat(screen.foot()).startsWith("Pencarian berhenti di sini karena terlalu lama.");
        assertThat(firstPage(screen)).isEqualTo(read);
        assertThat(screen.emptiness()).isEmpty();
    }

    private static List<String> firstPage(HistoryScreen screen) {
        GridTester<TurnGrid, HistoryEntry> grid = screen.grid();
        return IntStream.range(0, LazyTurns.PAGE)
                .mapToObj(row -> grid.getRow(row).number().toString())
                .toList();
    }
}
