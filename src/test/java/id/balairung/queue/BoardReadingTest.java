package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many screens, services, counters and tickets there are: one reading of the same few statements. */
@BalairungTest
class BoardReadingTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    Hall hall;

    @Autowired
    QueueFeed feed;

    @Autowired
    QueueBoardReader reader;

    @Autowired
    EntityManagerFactory entities;

    private Statistics statistics;

    @BeforeEach
    void count() {
        statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoMore() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void aBoardTakesAsManyStatementsForManyAsForFew() {
        Hall.TestAgency small = hall.agency(1, 1);
        hall.open(small, 0);
        hall.issue(small);
        Hall.TestAgency large = hall.agency(8, 6);
        IntStream.range(0, 6).forEach(desk -> hall.open(large, desk));
        large.services()
                .forEach(service -> IntStream.range(0, 5)
                        .forEach(person -> hall.issue(service, PriorityClass.GENERAL, Visitor.unnamed())));
        assertThat(statementsOf(() -> reader.read(large.id())))
                .isEqualTo(statementsOf(() -> reader.read(small.id())))
                .isEqualTo(6);
    }

    @Test
    void theWholeMallTakesAsManyStatementsAsOneAgency() {
        Hall.TestAgency one = hall.agency(1, 1);
        hall.open(one, 0);
        hall.issue(one);
        // One more where somebody took note of an alert: for the names.
        assertThat(statementsOf(reader::readAll))
                .isBetween(statementsOf(() -> reader.read(one.id())), statementsOf(() -> reader.read(one.id())) + 1);
    }

    @Test
    void everyScreenOfAFlushGetsTheSameReading() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        List<Screen> screens =
                IntStream.range(0, 60).mapToObj(number -> new Screen(agency)).toList();
        try {
            TicketId before = hall.issue(agency).ticket().id();
            await().atMost(SOON).until(() -> screens.stream().allMatch(screen -> screen.shows(before)));
            long perReading = statementsOf(() -> reader.read(agency.id()));
            screens.forEach(Screen::forget);
            long issuing = statementsOf(() -> {});
            assertThat(issuing).isZero();
            statistics.clear();
            TicketId ticket = hall.issue(agency).ticket().id();
            await().atMost(SOON).until(() -> screens.stream().allMatch(screen -> screen.shows(ticket)));
            long statements = statistics.getPrepareStatementCount();
            Set<QueueBoard> readings = Collections.newSetFromMap(new IdentityHashMap<>());
            screens.forEach(screen -> readings.addAll(screen.boards));
            // Usually one; a second one when the beat falls in between. Never one for each screen.
            assertThat(readings).hasSizeLessThanOrEqualTo(2);
            assertThat(statements).isLessThanOrEqualTo(MOST_TO_ISSUE + 3 * perReading);
        } finally {
            screens.forEach(Screen::close);
        }
    }

    private static final int MOST_TO_ISSUE = 12;

    private long statementsOf(Runnable reading) {
        statistics.clear();
        reading.run();
        return statistics.getPrepareStatementCount();
    }

    private final class Screen implements AutoCloseable {

        private final List<QueueBoard> boards = new CopyOnWriteArrayList<>();
        private final QueueSubscription<QueueBoard> subscription;

        private Screen(Hall.TestAgency agency) {
            this.subscription = hall.as(
                    agency.officer(),
                    () -> feed.subscribe(update -> {
                        if (update instanceof QueueUpdate.Current<QueueBoard>(QueueBoard board)) {
                            boards.add(board);
                        }
                    }));
        }

        private boolean shows(TicketId ticket) {
            return boards.stream()
                    .anyMatch(board -> board.tickets().stream()
                            .anyMatch(shown -> shown.id().equals(ticket)));
        }

        private void forget() {
            boards.clear();
        }

        @Override
        public void close() {
            subscription.close();
        }
    }
}
