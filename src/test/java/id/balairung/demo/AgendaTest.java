package id.balairung.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Step after step in the order of time, whatever the order in which they were asked for. */
@Timeout(20)
class AgendaTest {

    private final Clock clock = Clock.systemUTC();
    private final Instant start = clock.instant();
    private final Agenda agenda = new Agenda(new Semaphore(1), clock);
    private final List<String> taken = new ArrayList<>();

    @Test
    void stepsAreTakenInTheOrderOfTimeAndNotBefore() {
        List<Instant> when = new ArrayList<>();
        agenda.at(start.plusMillis(60), now -> {
            taken.add("second");
            when.add(now);
            agenda.close();
        });
        agenda.at(start.plusMillis(30), now -> {
            taken.add("first");
            when.add(now);
        });
        agenda.run();
        assertThat(taken).containsExactly("first", "second");
        assertThat(when.getFirst()).isAfterOrEqualTo(start.plusMillis(30));
        assertThat(when.getLast()).isAfterOrEqualTo(start.plusMillis(60));
    }

    @Test
    void aStepHasOneAppointment() {
        Agenda.Step step = now -> taken.add("step");
        agenda.at(start.plus(Duration.ofHours(1)), step);
        agenda.at(start, step);
        agenda.at(start.plusMillis(50), now -> agenda.close());
        agenda.at(start.plusMillis(10), step);
        agenda.run();
        assertThat(taken).containsExactly("step");
    }

    @Test
    void aStepThatFailsIsTakenAgainAndHoldsNobodyUp() {
        agenda.at(start, now -> {
            taken.add("failing");
            if (taken.stream().filter("failing"::equals).count() == 2) {
                agenda.close();
            } else {
                throw new IllegalStateException("The database is gone");
            }
        });
        agenda.at(start.plusMillis(20), now -> taken.add("other"));
        agenda.run();
        assertThat(taken).containsExactly("failing", "other", "failing");
    }

    @Test
    void closingEndsItWhileItWaits() throws InterruptedException {
        agenda.at(start.plus(Duration.ofHours(1)), now -> taken.add("tomorrow"));
        Thread player = Thread.ofVirtual().start(agenda::run);
        agenda.close();
        player.join();
        assertThat(taken).isEmpty();
    }
}
