package id.balairung.satisfaction.ui;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps the street from crowding out the counters. Only so many visitors are attended to at once, the others wait a moment; and an
 * address that came with many tokens that are nobody's waits before it may try more. Whoever has a slip never notices: hundreds may
 * share the mall's own address, and what they send counts only when it was nobody's. Kept in this node's memory.
 */
@Component
class VisitorGate {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int MISSES = 60;
    private static final Duration REFILL = Duration.ofMinutes(5);
    private static final int MOST_ADDRESSES = 20_000;
    private static final int IPV6_PREFIX_BYTES = 8;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<String, Bucket> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /**
     * Attends to a visitor.
     *
     * @param work what is asked
     * @param missed whether its answer means that the token was nobody's
     * @return empty when the visitor has to come again later
     */
    <T> Optional<T> let(HttpServletRequest request, Supplier<T> work, Predicate<T> missed) {
        Bucket misses = misses(network(request.getRemoteAddr()));
        if (misses.getAvailableTokens() < 1 || !enter()) {
            return Optional.empty();
        }
        try {
            T answer = work.get();
            if (missed.test(answer)) {
                misses.tryConsume(1);
            }
            return Optional.of(answer);
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Bucket misses(String network) {
        synchronized (addresses) {
            return addresses.computeIfAbsent(
                    network,
                    first -> Bucket.builder()
                            .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                            .addLimit(limit -> limit.capacity(MISSES).refillGreedy(MISSES, REFILL))
                            .build());
        }
    }

    /** Of an IPv6 address what a household has. */
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_PREFIX_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
