package id.balairung.demo;

import id.balairung.common.ScaledClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done when, in the order of the clock's time, by the one thread that runs it. A step has one appointment: a new
 * one takes the place of the old.
 */
final class Agenda {

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    /** After a fault of the database, in real time. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Something to do. */
    @FunctionalInterface
    interface Step {

        /**
         * Does it.
         *
         * @param now the present moment, UTC
         */
        void take(Instant now);
    }

    private final PriorityQueue<Appointment> appointments =
            new PriorityQueue<>(Comparator.comparing(Appointment::when).thenComparing(Appointment::order));
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Semaphore hands;
    private final Clock clock;
    private long order;
    private boolean closed;

    /**
     * An empty agenda.
     *
     * @param hands how many agendas may act at one moment, so that people's acts find a free connection
     * @param clock the clock
     */
    Agenda(Semaphore hands, Clock clock) {
        this.hands = hands;
        this.clock = clock;
    }

    /** Has a step taken at a moment, at once when it is past. */
    void at(Instant when, Step step) {
        lock.lock();
        try {
            appointments.removeIf(appointment -> appointment.step() == step);
            appointments.add(new Appointment(when, order++, step));
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it after the step that is being taken; what remains is dropped. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes step after step until it is closed. */
    void run() {
        try {
            for (Step step = next(); step != null; step = next()) {
                hands.acquire();
                try {
                    take(step);
                } finally {
                    hands.release();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Step step) {
        try {
            step.take(clock.instant());
        } catch (RuntimeException fault) {
            LOG.warn("A step of the simulated day failed and is tried again", fault);
            at(clock.instant().plus(RETRY.multipliedBy(ScaledClock.speedOf(clock))), step);
        }
    }

    private @Nullable Step next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Appointment first = appointments.peek();
                if (first == null) {
                    changed.await();
                    continue;
                }
                Duration wait = Duration.between(clock.instant(), first.when());
                if (!wait.isPositive()) {
                    return appointments.remove().step();
                }
                // A moment more, for a wait that ends a little early would be asked for again and again.
                changed.awaitNanos(wait.dividedBy(ScaledClock.speedOf(clock)).toNanos() + 1_000);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private record Appointment(Instant when, long order, Step step) {}
}
