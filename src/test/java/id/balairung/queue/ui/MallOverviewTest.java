package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.grid.GridTester;
import id.balairung.queue.TicketSnapshot;
import id.balairung.security.Role;
import id.balairung.testing.Hall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The head sees all agencies on one page, in the order of their trouble, live, and goes from there into one of them. */
class MallOverviewTest extends BoardOfAnAgency {

    private Hall.TestAgency calm;
    private BrowserlessUIContext window;

    @BeforeEach
    void aCalmAgency() {
        calm = hall.agency(1, 1);
        hall.open(calm, 0);
        hall.open(agency, 0);
        window = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
    }

    @Test
    void theAgencyInTroubleStandsAboveTheCalmOne() {
        TicketSnapshot worst = issue(first());
        clock.advance(Duration.ofMinutes(2));
        issue(second());
        clock.advance(Duration.ofMinutes(21));
        Board board = overview();

        assertThat(names()).containsSubsequence(agency.name(), calm.name());
        assertThat(of(agency, 1, "state")).isEqualTo("2 lewat standar");
        assertThat(of(agency, 3, "number")).isEqualTo(worst.number().toString());
        assertThat(of(calm, 1, "state")).isEqualTo("lancar");
        assertThat(board.text()).contains("Lewat standar");
    }

    @Test
    void theOrderChangesByItselfWhenTroubleMoves() {
        overview();
        issue(first());
        issue(calm.service());
        issue(calm.service());
        clock.advance(Duration.ofMinutes(22));
        call(0);
        new Board(window).soon("the other order", () -> {
            List<String> shown = names();
            return shown.indexOf(calm.name()) >= 0
                    && shown.indexOf(calm.name()) < shown.indexOf(agency.name())
                    && of(calm, 1, "state").equals("2 lewat standar");
        });
    }

    @Test
    void whoWaitsWithoutAnyCounterStandsOnTop() {
        Hall.TestAgency deserted = hall.agency(1, 1);
        issue(deserted.service());
        issue(first());
        clock.advance(Duration.ofMinutes(22));
        overview();
        assertThat(names()).containsSubsequence(deserted.name(), agency.name(), calm.name());
        assertThat(of(deserted, 1, "state")).isEqualTo("Menunggu tanpa loket");
    }

    @Test
    void aRowLeadsToThatAgencysBoard() {
        overview();
        String address = of(agency, 0, "address");
        assertThat(address).startsWith("antrean?instansi=UJI");
        Board board = new Board(window).open(address.substring(address.indexOf('=') + 1));
        assertThat(board.text()).contains(agency.name()).doesNotContain(calm.name());
    }

    private Board overview() {
        Board board = Board.of(window);
        return board.soon("both agencies", () -> names().containsAll(List.of(agency.name(), calm.name())));
    }

    private List<String> names() {
        return IntStream.range(0, grid().size())
                .mapToObj(row -> grid().getLitRendererPropertyValue(row, 0, "name", String.class))
                .toList();
    }

    private String of(Hall.TestAgency agency, int column, String property) {
        return grid().getLitRendererPropertyValue(names().indexOf(agency.name()), column, property, String.class);
    }

    private GridTester<MallGrid, MallRow> grid() {
        window.activate();
        return window.test(GridTester.class, window.find(MallGrid.class).single());
    }
}
