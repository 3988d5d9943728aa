package id.balairung.security;

import id.balairung.common.ClientNetwork;
import id.balairung.common.ClockMeter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How often passwords, codes and recovery codes may be tried. Each try takes a token from its account's bucket and from its
 * network address's, and gets them back when it was right: so only wrong tries count, also when many are made at once. Kept in
 * this node's memory: another node, or this one after a restart, begins anew.
 *
 * <p>A browser in which the person has signed in before has a bucket of its own ({@link KnownBrowsers}), and all those of a person
 * share one, so that whoever collects marks gets no more tries by them: who guesses from elsewhere, even from behind the same
 * address, can't keep a counter's officer out. Pauses of an account grow
 * with the wrong tries, from 15 seconds to 15 minutes, and no further. An address may be that of a whole office: 200 people
 * who sign in at eight o'clock may mistype 150 times before the first of them waits, and then it is six seconds.
 */
@Component
public final class SignInThrottle {

    /**
     * Remembered at most; the one tried longest ago goes first. Only tries that their address allowed are remembered, so to push
     * one out takes so many hashed passwords.
     */
    private static final int MOST_ACCOUNTS = 20_000;

    private static final int MOST_ADDRESSES = 20_000;

    private final TimeMeter time;
    private final Map<String, Bucket> accounts = newestOf(MOST_ACCOUNTS);
    private final Map<String, Bucket> addresses = newestOf(MOST_ADDRESSES);

    SignInThrottle(Clock clock) {
        this.time = new ClockMeter(clock);
    }

    /**
     * Begins a try of somebody who isn't signed in. A name that no account has is treated like one that has.
     *
     * @param username the account's name as typed
     * @param address the network address it comes from
     * @param browser the browser, when this account has signed in there before
     * @throws SignInPaused when it has to wait
     */
    Attempt begin(String username, String address, Optional<String> browser) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return browser.map(known -> begin(List.of(() -> account("known " + name), () -> account("browser " + known))))
                .orElseGet(() -> begin(List.of(() -> address(address), () -> account("name " + name))));
    }

    /**
     * Begins a try of somebody who is signed in and has to prove it again. Wrong ones don't hinder signing in, nor the other
     * way round.
     *
     * @param staff the account
     * @throws SignInPaused when it has to wait
     */
    public Attempt begin(StaffId staff) {
        return begin(List.of(() -> account("signed in " + staff.value())));
    }

    private static Attempt begin(List<Supplier<Bucket>> buckets) {
        List<Bucket> taken = new ArrayList<>();
        for (Supplier<Bucket> next : buckets) {
            Bucket bucket = next.get();
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                new Attempt(taken).wasRight();
                throw new SignInPaused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
            taken.add(bucket);
        }
        return new Attempt(taken);
    }

    private Bucket account(String key) {
        // A name may be as long as a request: what is kept of it is its digest.
        return bucket(accounts, digest(key), this::ofAnAccount);
    }

    private Bucket address(String address) {
        String network = ClientNetwork.of(address).map(ClientNetwork::name).orElseGet(() -> digest(address));
        return bucket(addresses, network, this::ofAnAddress);
    }

    private static Bucket bucket(Map<String, Bucket> kept, String key, Supplier<Bucket> fresh) {
        synchronized (kept) {
            return kept.computeIfAbsent(key, unknown -> fresh.get());
        }
    }

    /** Each limit holds: 5 at once, then one in 15 s; of 10 one in a minute; of 20 one in 5 minutes; of 40 one in 15 minutes. */
    private Bucket ofAnAccount() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(5).refillGreedy(1, Duration.ofSeconds(15)))
                .addLimit(limit -> limit.capacity(10).refillGreedy(1, Duration.ofMinutes(1)))
                .addLimit(limit -> limit.capacity(20).refillGreedy(1, Duration.ofMinutes(5)))
                .addLimit(limit -> limit.capacity(40).refillGreedy(1, Duration.ofMinutes(15)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** 150 at once, then one in 6 s; of 1,000 one in 90 s. */
    private Bucket ofAnAddress() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(150).refillGreedy(1, Duration.ofSeconds(6)))
                .addLimit(limit -> limit.capacity(1_000).refillGreedy(1, Duration.ofSeconds(90)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Bucket> newestOf(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > most;
            }
        };
    }

    /** A try that counts as wrong until it is known to have been right. */
    public static final class Attempt {

        private final List<Bucket> taken;

        private Attempt(List<Bucket> taken) {
            this.taken = List.copyOf(taken);
        }

        /** Gives back what the try took. */
        public void wasRight() {
            taken.forEach(bucket -> bucket.addTokens(1));
        }
    }
}
