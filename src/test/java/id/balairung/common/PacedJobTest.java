package id.balairung.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PacedJobTest {

    private final Job job = new Job(Duration.ofMillis(5));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Job.class)).addAppender(log);
    }

    @AfterEach
    void end() {
        job.stop();
        ((Logger) LoggerFactory.getLogger(Job.class)).detachAppender(log);
    }

    @Test
    void roundsFollowOneAnotherUntilItIsStopped() {
        assertThat(job.isRunning()).isFalse();
        job.start();
        assertThat(job.isRunning()).isTrue();
        await().until(() -> job.rounds.get() > 3);
        job.stop();
        assertThat(job.isRunning()).isFalse();
        await().until(() -> !job.thread.isAlive());
        int done = job.rounds.get();
        job.start();
        await().until(() -> job.rounds.get() > done);
    }

    @Test
    void troubleEndsNothingAndIsToldOnceUntilItIsOver() {
        job.failing.set(true);
        job.start();
        await().until(() -> job.rounds.get() > 5);
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).isEqualTo("It doesn't work"));

        job.failing.set(false);
        int recovered = job.rounds.get() + 2;
        await().until(() -> job.rounds.get() > recovered);
        job.failing.set(true);
        await().until(() -> log.list.size() == 2);
    }

    private static final class Job extends PacedJob {

        private final AtomicInteger rounds = new AtomicInteger();
        private final AtomicBoolean failing = new AtomicBoolean();
        private volatile Thread thread = Thread.currentThread();

        Job(Duration pace) {
            super("a test's", pace, "It doesn't work");
        }

        @Override
        protected void round() {
            thread = Thread.currentThread();
            rounds.incrementAndGet();
            if (failing.get()) {
                throw new IllegalStateException("No");
            }
        }
    }
}
