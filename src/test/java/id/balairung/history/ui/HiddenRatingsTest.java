package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.common.TypedText;
import id.balairung.history.SavedViews;
import id.balairung.queue.TicketSnapshot;
import id.balairung.satisfaction.Ratings;
import id.balairung.security.StaffPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer knows whose turn it was, and so never learns how it was rated; an admin and the head may. */
class HiddenRatingsTest extends InTheHistory {

    @Autowired
    Ratings ratings;

    @Autowired
    SavedViews views;

    @Autowired
    JdbcClient jdbc;

    private TicketSnapshot bad;

    @BeforeEach
    void twoVisitorsSayDifferentThings() {
        bad = served(agency, 0, Duration.ofMinutes(2));
        rate(bad, 1);
        rate(served(agency, 0, Duration.ofMinutes(2)), 4);
    }

    @Test
    void theListHasNoColumnForAnOfficerEvenIfOneWasChosen() {
        for (StaffPrincipal staff : List.of(agency.officer(), agency.admin())) {
            hall.as(staff, () -> {
                views.chooseColumns(List.of("rating", "wait"));
                return staff;
            });
        }
        assertThat(history(agency.officer()).shows("rating")).isFalse();
        assertThat(history(agency.officer()).turns())
                .allSatisfy(turn -> assertThat(turn.rating()).isEmpty());
        assertThat(history(agency.admin()).shows("rating")).isTrue();
    }

    @Test
    void noFilterTellsAnOfficer() {
        assertThat(history(agency.officer()).offers("Nilai pengunjung")).isFalse();
        HistoryScreen asked = history(agency.officer(), Map.of("nilai", "1"));
        assertThat(asked.numbers()).hasSize(2);
        assertThat(asked.words()).noneMatch(words -> words.contains("Nilai"));
        assertThat(history(agency.admin(), Map.of("nilai", "1")).numbers())
                .containsExactly(bad.number().toString());
        assertThat(history(head(), Map.of("nilai", "1")).numbers())
                .contains(bad.number().toString());
    }

    @Test
    void aKeptViewTellsAnOfficerNothing() {
        String kept = hall.as(agency.officer(), () -> views.save(new TypedText("Nilai buruk"), "nilai=1"))
                .query();
        assertThat(history(agency.officer(), Map.of("nilai", kept.replace("nilai=", "")))
                        .numbers())
                .hasSize(2);
    }

    @Test
    void neitherThePanelNorTheTicketsPageTellsAnOfficer() {
        for (String page : List.of(
                "riwayat/" + bad.id().value(), "riwayat/tiket/" + bad.id().value())) {
            assertThat(facts(agency.officer(), page)).isNotEmpty().noneMatch(fact -> fact.startsWith("Penilaian"));
            assertThat(facts(agency.admin(), page)).contains("Penilaian 1 dari 4");
        }
    }

    private List<String> facts(StaffPrincipal staff, String page) {
        return OneTicket.facts(
                HistoryScreen.open(screens, staff, page, Map.of()).window());
    }

    private void rate(TicketSnapshot ticket, int score) {
        ratings.rate(
                jdbc.sql("select public_token from ticket where id = ?")
                        .param(ticket.id().value().toString())
                        .query(String.class)
                        .single(),
                score,
                "");
    }
}
