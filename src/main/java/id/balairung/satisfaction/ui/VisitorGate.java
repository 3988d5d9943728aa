package id.balairung.satisfaction.ui;

import id.balairung.common.ClientNetwork;
import id.balairung.common.ClockMeter;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.Cookie;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the street from crowding out the counters, and one network from crowding out the others. Only so many visitors are attended
 * to at once, the others wait a moment; of those in hand a network has its share, for hundreds may come by one: the mall's own or a
 * telephone company's. Of what is still being sent fewer are in hand, for the sender says how long that takes. A network from which
 * many tokens came that are nobody's gets no more such answers for a while, and fewer may send there; whoever has a slip still gets
 * its page. Pads that are paired go by a lane of their own. Kept in this node's memory.
 */
@Component
class VisitorGate {

    private static final Logger LOG = LoggerFactory.getLogger(VisitorGate.class);

    /** How many tokens that are nobody's a network may try at once; then one in five seconds. */
    static final int MISSES = 60;

    private static final Duration MISSES_IN = Duration.ofMinutes(5);

    /** How many wrong codes for a pad may come from a network at once; then one in a minute. */
    static final int WRONG_CODES = 10;

    private static final Duration WRONG_CODES_IN = Duration.ofMinutes(10);

    /**
     * How many requests may be in hand: read, waiting or attended to. Each holds a thread; the server has 800, and the others are the
     * counters'. Two hundred visitors a second may come while the disk stands still for two seconds.
     */
    private static final int IN_HAND = 500;

    /** The same of a network. */
    private static final int IN_HAND_OF_A_NETWORK = 300;

    /** How many may be in hand whose sending isn't over. */
    private static final int SENDING = 140;

    private static final int SENDING_OF_A_NETWORK = 64;

    /** The same once its misses are used up. */
    private static final int SENDING_OF_GUESSERS = 10;

    private static final int OF_PADS = 20;
    private static final int OF_A_PAD = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int MOST_REMEMBERED = 20_000;

    private final ClockMeter time;
    private final Shares visitorsInHand = new Shares(IN_HAND);
    private final Shares visitorsSending = new Shares(SENDING);
    private final Shares padsInHand = new Shares(OF_PADS);
    private final Semaphore visitors = new Semaphore(4, true);
    private final Semaphore pads = new Semaphore(2, true);
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
        Optional<String> pad = pairedPad(request);
        return pad.isPresent()
                ? padsInHand.take(pad.get(), OF_A_PAD)
                : visitorsInHand.take(network(request), IN_HAND_OF_A_NETWORK);
    }

    /**
     * Lets a request that is in hand send its body.
     *
     * @return to be run once all of it came; empty when the visitor has to come again later
     */
    Optional<Runnable> listen(HttpServletRequest request) {
        if (pairedPad(request).isPresent()) {
            return Optional.of(() -> {});
        }
        boolean guesses = bucket(misses, request, MISSES, MISSES_IN).getAvailableTokens() < 1;
        return visitorsSending.take(network(request), guesses ? SENDING_OF_GUESSERS : SENDING_OF_A_NETWORK);
    }

    private Optional<String> pairedPad(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, PadPages.COOKIE))
                .map(Cookie::getValue)
                .filter(pairedPads::contains);
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
        return attend(visitors, work).filter(answer -> !missed.test(answer) || left.tryConsume(1));
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
                pairedPads.contains(secret) ? attend(pads, work) : let(request, work, Predicate.not(paired));
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
     * @param paused answers whom has to wait before another one is tried
     * @return empty when somebody has to come again later
     */
    <T> Optional<T> tryCode(HttpServletRequest request, Supplier<T> work, Predicate<T> wrong, Supplier<T> paused) {
        Bucket left = bucket(wrongCodes, request, WRONG_CODES, WRONG_CODES_IN);
        if (!left.tryConsume(1)) {
            return Optional.of(paused.get());
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

    private static <T> Optional<T> attend(Semaphore places, Supplier<T> work) {
        if (!enter(places)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } catch (DataAccessException | TransactionException gone) {
            LOG.warn("A visitor has to come again: {}", gone.toString());
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private static boolean enter(Semaphore places) {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many there may be at once, and of each how many. */
    private static final class Shares {

        private final int most;
        private final Map<String, Integer> held = new HashMap<>();
        private int all;

        private Shares(int most) {
            this.most = most;
        }

        private synchronized Optional<Runnable> take(String whose, int share) {
            if (all >= most || held.getOrDefault(whose, 0) >= share) {
                return Optional.empty();
            }
            all++;
            held.merge(whose, 1, Integer::sum);
            return Optional.of(() -> giveBack(whose));
        }

        private synchronized void giveBack(String whose) {
            all--;
            held.computeIfPresent(whose, (same, count) -> count > 1 ? count - 1 : null);
        }
    }
}
