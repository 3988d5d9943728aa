package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import id.balairung.security.Role;
import id.balairung.testing.Hall;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mall's head sees one agency's board and changes nothing of it. */
class HeadBoardTest extends BoardOfAnAgency {

    private static final String BACK = "Semua instansi";

    private Hall.TestAgency other;

    @BeforeEach
    void anotherAgency() {
        other = hall.agency(1, 1);
    }

    @Test
    void theHeadSeesOneAgencyAndNoAct() {
        hall.open(agency, 0);
        hall.open(other, 0);
        TicketSnapshot ticket = issue(first());
        TicketSnapshot elsewhere = issue(other.service());
        clock.advance(Duration.ofMinutes(21));
        raiseAlerts();

        Board board = head(code(agency));

        assertThat(board.text())
                .contains(agency.name())
                .contains(ticket.number().toString())
                .contains("Hanya untuk dilihat.")
                .contains(BACK)
                .doesNotContain(elsewhere.number().toString());
        assertThat(board.alerts()).isNotEmpty();
        assertThat(board.offeredActs()).isEmpty();
        board.openService(first().prefix());
        assertThat(board.tickets()).hasSize(1);
        assertThat(board.offeredActs()).isEmpty();
        assertThat(board.offers("Tutup untuk nomor baru")).isFalse();
    }

    @Test
    void theHeadGoesFromOneAgencyToAnotherAndEachIsLive() {
        Board board = head(code(agency));
        board.open(code(other));
        assertThat(Board.said(board.services(), "prefix"))
                .containsExactly(other.service().prefix());

        TicketSnapshot here = issue(other.service());
        TicketSnapshot there = issue(first());
        clock.advance(Duration.ofMinutes(15));

        board.soon("the number", () -> board.text().contains(here.number().toString()));
        assertThat(board.text()).doesNotContain(there.number().toString());

        board.open("");
        assertThat(board.window().find(MallOverview.class).exists()).isTrue();
        assertThat(board.window().find(AgencyBoard.class).exists()).isFalse();
        board.open(code(agency));
        assertThat(board.services().getFirst().path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void howACodeIsTypedDoesNotMatter() {
        Board board = head(code(agency).toLowerCase(Locale.ROOT));

        assertThat(Board.said(board.services(), "prefix")).containsExactly(first().prefix(), second().prefix());
    }

    @Test
    void anUnknownAgencyLeadsToAllOfThem() {
        Board board = head("TIDAKADA");

        board.says("Instansi itu tidak ditemukan. Ini semua instansi.");
        assertThat(board.window().find(MallOverview.class).exists()).isTrue();
    }

    private Board head(String agencyCode) {
        return Board.of(screens.of(hall.staff(Role.MALL_HEAD, Optional.empty())), agencyCode);
    }

    private static String code(Hall.TestAgency agency) {
        return "UJI" + agency.service().prefix().substring(0, 2);
    }
}
