package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.internal.MockVaadin;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A turn opens beside the list, and the list goes on with the queue. */
class OpenTurnTest extends InTheHistory {

    private static final Duration SHORT = Duration.ofMinutes(4);

    @Test
    void aChosenTurnOpensBesideTheListAndTheFiltersStay() {
        TicketSnapshot turn = served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin(), Map.of("periode", "7-hari"));
        assertThat(screen.detail()).isEmpty();

        screen.openRow(0);

        assertThat(screen.address()).isEqualTo("riwayat/" + turn.id().value() + "?periode=7-hari");
        assertThat(screen.detail()).contains(turn.number().toString());
        assertThat(screen.numbers()).hasSize(1);
    }

    @Test
    void theAddressOpensATicketAndMarksItsRow() {
        TicketSnapshot turn = served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin());

        screen.go("riwayat/" + turn.id().value(), Map.of());

        assertThat(screen.detail()).contains(turn.number().toString());
        assertThat(screen.grid().getSelected()).hasSize(1);
    }

    @Test
    void ofAnotherAgencysTicketItIsSaidThatThereIsNone() {
        var other = opened();
        TicketSnapshot foreign = served(other, 0, SHORT);
        HistoryScreen screen = history(agency.admin());

        screen.go("riwayat/" + foreign.id().value(), Map.of());
        String said = screen.detail();
        screen.go("riwayat", Map.of());
        screen.go("riwayat/" + TicketId.next().value(), Map.of());

        assertThat(said)
                .isNotEmpty()
                .isEqualTo(screen.detail())
                .doesNotContain(foreign.number().toString());
        screen.go("riwayat/bukan-nomor", Map.of());
        assertThat(screen.detail()).isEqualTo(said);
    }

    @Test
    void ofAColleaguesTicketAnOfficerIsToldThatThereIsNone() {
        TicketSnapshot others = served(agency, 1, SHORT);
        HistoryScreen screen = history(agency.officer());

        screen.go("riwayat/" + others.id().value(), Map.of());

        assertThat(screen.detail()).isNotEmpty().doesNotContain(others.number().toString());
    }

    @Test
    void aCallAndAnEndShowByThemselves() {
        TicketSnapshot first = served(agency, 0, SHORT);
        HistoryScreen screen = history(agency.admin());

        TicketSnapshot second = called(agency, 1, SHORT);
        await().pollInSameThread().until(() -> sees(screen, second));
        assertThat(screen.numbers())
                .containsExactly(second.number().toString(), first.number().toString());
        assertThat(screen.said(0, "state", "word")).isEqualTo("Dipanggil");

        complete(agency, 1, second, Outcome.NOT_POSSIBLE);
        await().pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip();
            return screen.said(0, "state", "word").equals("Tidak dapat dipenuhi");
        });
        assertThat(screen.words()).contains("2 giliran, terbaru dahulu");
    }

    @Test
    void aPastDayDoesNotFollowTheQueue() {
        HistoryScreen screen = history(agency.admin(), Map.of("periode", "kemarin"));
        HistoryScreen today = history(agency.admin());

        TicketSnapshot turn = called(agency, 0, SHORT);

        await().pollInSameThread().until(() -> sees(today, turn));
        assertThat(sees(screen, turn)).isFalse();
    }

    @Test
    void anotherAgencysTurnsDontShowByThemselves() {
        HistoryScreen screen = history(agency.admin());
        var other = opened();
        HistoryScreen theirs = history(other.admin());

        TicketSnapshot foreign = called(other, 0, SHORT);

        await().pollInSameThread().until(() -> sees(theirs, foreign));
        assertThat(sees(screen, foreign)).isFalse();
    }

    @Test
    void aCallThatIsTakenBackGoesOutOfTheList() {
        HistoryScreen screen = history(agency.admin());
        TicketSnapshot turn = called(agency, 0, SHORT);
        await().pollInSameThread().until(() -> sees(screen, turn));

        hall.as(agency.officer(), () -> desk.undo(CommandId.next(), turn.id()));

        await().pollInSameThread().until(() -> !sees(screen, turn));
    }

    private static boolean sees(HistoryScreen screen, TicketSnapshot turn) {
        screen.window();
        MockVaadin.clientRoundtrip();
        return screen.numbers().contains(turn.number().toString());
    }
}
