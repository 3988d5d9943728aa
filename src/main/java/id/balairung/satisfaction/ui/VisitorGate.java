package id.balairung.satisfaction.ui;

import id.balairung.common.ClientNetwork;
import id.balairung.common.ClockMeter;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the street from crowding out the counters, and one network from crowding out the others. Only so many visitors are attended
 * to at once, the others wait a moment; of those in hand a network has its share, for hundreds may come by one: the mall's own or a
 * telephone company's. A network from which many tokens came that are nobody's gets no more such answers for a while and a smaller
 * share; whoever has a slip is still heard there. Pads that are paired go by a lane of their own. Kept in this node's memory.
 */
@Component
class VisitorGate {

    /** How many tokens that are nobody's a network may try at once; then one in five seconds. */
    static final int MISSES = 60;

    private static final Duration MISSES_IN = Duration.ofMinutes(5);

    /** How many wrong codes for a pad may come from a network at once; then one in a minute. */
    static final int WRONG_CODES = 10;

    private static final Duration WRONG_CODES_IN = Duration.ofMinutes(10);

    /** How many requests of a network may be in hand: waiting, read or attended to. Each holds a thread. */
    static final int IN_HAND_OF_A_NETWORK = 64;

    /** The same once its misses are used up. */
    static final int IN_HAND_OF_GUESSERS = 10;

    private static final int IN_HAND_OF_A_PAD = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int MOST_REMEMBERED = 20_000;

    private final ClockMeter time;
    /** The server has 200 threads; the others are the counters'. */
    private final Lane visitors = new Lane(4, 140);

    private final Lane pads = new Lane(2, 20);
    private final Map<String, Bucket> misses = newest();
    private final Map<String, Bucket> wrongCodes = newest();
    private final Set<String> pairedPads = Collections.synchronizedSet(Collections.newSetFromMap(newest()));

    VisitorGate(Clock clock) {
        this.time = new ClockMeter(clock);
    }

    /**
     * Takes a request in hand, before anything of its body is read.
     *
     * @return to be run once it is answered; empty when the visitor has to come again later
     */
    Optional<Runnable> take(HttpServletRequest request) {
        Optional<String> pad = Optional.ofNullable(WebUtils.getCookie(request, PadPages.COOKIE))
                .map(cookie -> cookie.getValue())
                .filter(pairedPads::contains);
        if (pad.isPresent()) {
            return pads.take(pad.get(), IN_HAND_OF_A_PAD);
        }
        boolean guesses = bucket(misses, request, MISSES, MISSES_IN).getAvailableTokens() < 1;
        return visitors.take(network(request), guesses ? IN_HAND_OF_GUESSERS : IN_HAND_OF_A_NETWORK);
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
        return visitors.attend(work).filter(answer -> !missed.test(answer) || left.tryConsume(1));
    }

    /**
     * Attends to a pad. One that is paired is never counted among the misses of its network.
     *
     * @param secret what it shows; may be empty
     * @param work what is asked
     * @param paired whether its answer means that the secret is a paired pad's
     * @return empty when the pad has to come again later
     */
    <T> Optional<T> letPad(HttpServletRequest request, String secret, Supplier<T> work, Predicate<T> paired) {
        if (secret.isEmpty()) {
            return let(request, work, answer -> false);
        }
        Optional<T> answer =
                pairedPads.contains(secret) ? pads.attend(work) : let(request, work, Predicate.not(paired));
        answer.ifPresent(told -> {
            if (paired.test(told)) {
                pairedPads.add(secret);
            } else {
                pairedPads.remove(secret);
            }
        });
        return answer;
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

    private Bucket bucket(Map<String, Bucket> kept, HttpServletRequest request, int tries, Duration refilledIn) {
        synchronized (kept) {
            return kept.computeIfAbsent(
                    network(request),
                    first -> Bucket.builder()
                            .withCustomTimePrecision(time)
                            .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, refilledIn))
                            .build());
        }
    }

    private static String network(HttpServletRequest request) {
        return ClientNetwork.of(request.getRemoteAddr())
                .map(ClientNetwork::name)
                .orElse("");
    }

    private static <V> Map<String, V> newest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }

    /** Places where people are attended to, one after the other, and how many may be in hand before them. */
    private static final class Lane {

        private final Semaphore places;
        private final int mostInHand;
        private final Map<String, Integer> inHand = new HashMap<>();
        private int all;

        private Lane(int places, int mostInHand) {
            this.places = new Semaphore(places, true);
            this.mostInHand = mostInHand;
        }

        private synchronized Optional<Runnable> take(String whose, int share) {
            if (all >= mostInHand || inHand.getOrDefault(whose, 0) >= share) {
                return Optional.empty();
            }
            all++;
            inHand.merge(whose, 1, Integer::sum);
            return Optional.of(() -> giveBack(whose));
        }

        private synchronized void giveBack(String whose) {
            all--;
            inHand.computeIfPresent(whose, (same, held) -> held > 1 ? held - 1 : null);
        }

        private <T> Optional<T> attend(Supplier<T> work) {
            if (!enter()) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
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
    }
}
