package id.balairung.satisfaction.ui;

import id.balairung.common.ClientNetwork;
import id.balairung.common.ClockMeter;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps the street from crowding out the counters. Only so many visitors are attended to at once, the others wait a moment. An
 * address that came with many tokens that are nobody's gets no more such answers for a while, and is attended to one at a time:
 * hundreds may share it, the mall's own or a telephone company's, and whoever has a slip is still heard. Kept in this node's memory.
 */
@Component
class VisitorGate {

    /** How many tokens that are nobody's an address may try at once; then one in five seconds. */
    static final int MISSES = 60;

    private static final Duration MISSES_IN = Duration.ofMinutes(5);

    /** How many wrong codes for a pad may come from an address at once; then one in a minute. */
    static final int WRONG_CODES = 10;

    private static final Duration WRONG_CODES_IN = Duration.ofMinutes(10);

    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int MOST_ADDRESSES = 20_000;

    private final ClockMeter time;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore suspects = new Semaphore(1);
    private final Map<String, Bucket> misses = newest();
    private final Map<String, Bucket> wrongCodes = newest();

    VisitorGate(Clock clock) {
        this.time = new ClockMeter(clock);
    }

    /**
     * Attends to a visitor.
     *
     * @param work what is asked
     * @param missed whether its answer means that the token was nobody's
     * @return empty when the visitor has to come again later
     */
    <T> Optional<T> let(HttpServletRequest request, Supplier<T> work, Predicate<T> missed) {
        Bucket left = bucket(misses, request, MISSES, MISSES_IN);
        boolean suspect = left.getAvailableTokens() < 1;
        Semaphore lane = suspect ? suspects : places;
        if (suspect ? !lane.tryAcquire() : !enter()) {
            return Optional.empty();
        }
        try {
            T answer = work.get();
            boolean nobodys = missed.test(answer);
            if (nobodys) {
                left.tryConsume(1);
            }
            return suspect && nobodys ? Optional.empty() : Optional.of(answer);
        } finally {
            lane.release();
        }
    }

    /**
     * Attends to somebody who typed a pad's code. Wrong ones count strictly: a code has eight digits only.
     *
     * @param work tries the code
     * @param wrong whether its answer means that there is no such code
     * @return empty when somebody there has to wait before another one is tried
     */
    <T> Optional<T> tryCode(HttpServletRequest request, Supplier<T> work, Predicate<T> wrong) {
        Bucket left = bucket(wrongCodes, request, WRONG_CODES, WRONG_CODES_IN);
        if (!left.tryConsume(1)) {
            return Optional.empty();
        }
        Optional<T> answer = let(request, work, told -> false);
        if (answer.filter(wrong).isEmpty()) {
            left.addTokens(1);
        }
        return answer;
    }

    /** Whoever waits holds a thread that the counters need, too. */
    private boolean enter() {
        if (places.getQueueLength() >= MOST_WAITING) {
            return false;
        }
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Bucket bucket(Map<String, Bucket> kept, HttpServletRequest request, int tries, Duration refilledIn) {
        String network = ClientNetwork.of(request.getRemoteAddr())
                .map(ClientNetwork::name)
                .orElse("");
        synchronized (kept) {
            return kept.computeIfAbsent(
                    network,
                    first -> Bucket.builder()
                            .withCustomTimePrecision(time)
                            .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, refilledIn))
                            .build());
        }
    }

    private static Map<String, Bucket> newest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_ADDRESSES;
            }
        };
    }
}
