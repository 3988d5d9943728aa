package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.queue.IssuedTicket;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A finished service is rated once, whoever comes at the same moment, and by nobody who has no slip. */
class RatingsTest extends AtACounter {

    private static final int ROUNDS = 12;
    private static final int TABS = 6;
    private static final int GUESSES = 10_000;
    private static final int GUESSES_BY_HTTP = 200;

    private final SecureRandom random = new SecureRandom();

    @Autowired
    Ratings ratings;

    @Test
    void tabsThatSendAtTheSameMomentCountOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            IssuedTicket slip = finished(0);
            List<Invitation> answers =
                    atOnce(tab -> () -> ratings.rate(slip.token().value(), 1 + tab % Unsur.ANSWERS, "Tab " + tab));
            assertThat(answers).allMatch(Invitation.ToFillIn.class::isInstance);
            assertThat(ratingsOf(slip)).hasSize(1);
            assertThat(historyRating(slip)).isEqualTo(ratingsOf(slip).getFirst().substring(0, 1));
        }
    }

    @Test
    void surveysThatAreSentAtTheSameMomentCountOnce() throws Exception {
        UnsurCode time = new UnsurCode("TIME");
        UnsurCode cost = new UnsurCode("COST");
        for (int round = 0; round < ROUNDS; round++) {
            IssuedTicket slip = finished(0);
            ratings.rate(slip.token().value(), 3, "");
            List<Invitation> answers = atOnce(tab -> () -> ratings.fillIn(
                    slip.token().value(),
                    new SkmForm(
                            Map.of(time, 1 + tab % Unsur.ANSWERS, cost, 1 + tab % Unsur.ANSWERS), Respondent.SILENT)));
            assertThat(answers).allMatch(Invitation.Complete.class::isInstance);
            assertThat(answersOf(slip)).hasSize(2);
            assertThat(answersOf(slip).getFirst().substring(5))
                    .as("both answers come from one tab")
                    .isEqualTo(answersOf(slip).getLast().substring(5));
        }
    }

    @Test
    void tenThousandTokensThatNobodyGotHitNothing() {
        finished(0);
        Map<String, Long> before = tables.sums();
        assertThat(IntStream.range(0, GUESSES)
                        .mapToObj(guess -> token())
                        .map(token ->
                                random.nextBoolean() ? ratings.invitation(token) : ratings.rate(token, 4, "Tebakan")))
                .allMatch(Invitation.Nobody.class::isInstance);
        Wire wire = phone("198.51.100.20");
        assertThat(IntStream.range(0, GUESSES_BY_HTTP)
                        .mapToObj(guess -> guess % 2 == 0
                                ? wire.get("/nilai/" + token())
                                : wire.post("/nilai/" + token(), "application/x-www-form-urlencoded", "score=4"))
                        .map(answer -> answer.statusCode()))
                .allMatch(status -> status == 404 || status == 503)
                .contains(404, 503);
        assertThat(tables.sums()).isEqualTo(before);
    }

    @Test
    void aTokenOfAnyAgencyIsRatedThereAndNowhereElse() {
        Hall.TestAgency ours = agency;
        IssuedTicket here = finished(0);
        openTheAgency();
        IssuedTicket there = finished(0);
        Map<String, String> rowsOfOurs = tables.rowsOf(ours.id().toString());
        assertThat(ratings.rate(there.token().value(), 2, "Di sana")).isInstanceOf(Invitation.ToFillIn.class);
        assertThat(tables.rowsOf(ours.id().toString())).isEqualTo(rowsOfOurs);
        assertThat(jdbc.sql("select agency_id from rating where ticket_id = ?")
                        .param(there.ticket().id().value().toString())
                        .query(String.class)
                        .list())
                .containsExactly(agency.id().toString());
        // Whoever is signed in at one agency and rates a visit to another does so as anybody.
        assertThat(hall.as(ours.officer(), () -> ratings.rate(there.token().value(), 1, "Lagi")))
                .isInstanceOf(Invitation.ToFillIn.class);
        assertThat(hall.as(agency.officer(), () -> ratings.rate(here.token().value(), 4, "")))
                .isInstanceOf(Invitation.ToFillIn.class);
        assertThat(ratingsOf(here)).containsExactly("4|LINK|");
        agency = ours;
    }

    @Test
    void whatIsNotAskedIsNotKept() {
        IssuedTicket slip = finished(0);
        String token = slip.token().value();
        assertThatThrownBy(() -> ratings.rate(token, 5, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ratings.rate(token, 0, "")).isInstanceOf(IllegalArgumentException.class);
        ratings.rate(token, 4, "");
        for (Map<UnsurCode, Integer> answers : List.of(
                Map.<UnsurCode, Integer>of(),
                Map.of(new UnsurCode("OTHER"), 1),
                Map.of(new UnsurCode("TIME"), 5),
                Map.of(new UnsurCode("TIME"), 0))) {
            SkmForm form = new SkmForm(answers, Respondent.SILENT);
            assertThatThrownBy(() -> ratings.fillIn(token, form)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(answersOf(slip)).isEmpty();
        assertThat(ratings.invitation(token)).isInstanceOf(Invitation.ToFillIn.class);
    }

    @Test
    void whatWasWaitedAndWhenStandsBesideARating() {
        IssuedTicket slip = issued();
        clock.advance(Duration.ofMinutes(7));
        serve(0, slip);
        clock.advance(Duration.ofMinutes(60));
        finish(0, slip);
        clock.advance(Duration.ofHours(5));
        ratings.rate(slip.token().value(), 3, "");
        assertThat(jdbc.sql("select concat_ws('|', hour, wait_millis div 60000) from rating where ticket_id = ?")
                        .param(slip.ticket().id().value().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("11|7");
    }

    private interface Tab {
        Callable<Invitation> sends(int number);
    }

    private static List<Invitation> atOnce(Tab tab) throws Exception {
        CyclicBarrier together = new CyclicBarrier(TABS);
        try (ExecutorService tabs = Executors.newFixedThreadPool(TABS)) {
            List<Future<Invitation>> sent = IntStream.range(0, TABS)
                    .mapToObj(tab::sends)
                    .map(act -> tabs.submit(() -> {
                        together.await();
                        return act.call();
                    }))
                    .toList();
            List<Invitation> answers = new ArrayList<>();
            for (Future<Invitation> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private String historyRating(IssuedTicket slip) {
        return jdbc.sql("select rating from history_turn where ticket_id = ?")
                .param(slip.ticket().id().value().toString())
                .query(String.class)
                .single();
    }

    private String token() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
