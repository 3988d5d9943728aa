package id.balairung.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords: NFKC, then HMAC-SHA-384, then bcrypt. The digest lets a long passphrase count to its last letter, where
 * bcrypt alone takes no more than 72 bytes; its fixed key keeps it apart from plain digests that leaked elsewhere. Hashes of
 * an earlier kind or strength are still understood, and replaced at the next sign-in.
 *
 * <p>Only so many hashes are reckoned at once, and only so many wait for their turn: the processors are for the counters too.
 */
final class PasswordHashing implements PasswordEncoder {

    private static final String CURRENT = "bcrypt-sha384";
    private static final String DIGEST = "HmacSHA384";
    /** In UTF-16 units as typed: 128 characters, each of up to four. */
    private static final int LONGEST = 512;

    private static final String PURPOSE = "balairung password";

    private final PasswordEncoder hashes;
    private final Semaphore places;
    private final int mostWaiting;
    private final Duration patience;

    /**
     * Hashing.
     *
     * @param strength bcrypt's, 4 to 31: each step doubles the time
     * @param atOnce how many hashes are reckoned at the same time
     * @param mostWaiting how many wait for a place at most
     * @param patience how long each of them waits at most
     */
    PasswordHashing(int strength, int atOnce, int mostWaiting, Duration patience) {
        BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(strength);
        this.hashes = new DelegatingPasswordEncoder(
                CURRENT, Map.of(CURRENT, new Digested(bcrypt), "bcrypt", new BCryptPasswordEncoder(strength)));
        this.places = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return inTurn(() -> hashed(password));
    }

    private String hashed(@Nullable CharSequence password) {
        String hash = hashes.encode(normalised(password));
        if (hash == null) {
            throw new IllegalArgumentException("No password");
        }
        return hash;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> hashes.matches(normalised(password), hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hashes.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> hashing) {
        if (places.getQueueLength() >= mostWaiting) {
            throw new HashingBusy();
        }
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HashingBusy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HashingBusy();
        }
        try {
            return hashing.get();
        } finally {
            places.release();
        }
    }

    /**
     * A password longer than any that may be chosen is wrong, whatever it is cut to; and to normalise a million combining marks
     * takes minutes.
     */
    private static String normalised(@Nullable CharSequence password) {
        return password == null
                ? ""
                : Normalizer.normalize(
                        password.subSequence(0, Math.min(password.length(), LONGEST)), Normalizer.Form.NFKC);
    }

    /** Brings a password of any length to 64 characters before it is hashed. */
    private record Digested(BCryptPasswordEncoder bcrypt) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return bcrypt.encode(digest(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return bcrypt.matches(digest(password), hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return bcrypt.upgradeEncoding(hash);
        }

        private static String digest(@Nullable CharSequence password) {
            try {
                Mac mac = Mac.getInstance(DIGEST);
                mac.init(new SecretKeySpec(PURPOSE.getBytes(StandardCharsets.UTF_8), DIGEST));
                return Base64.getEncoder()
                        .encodeToString(mac.doFinal(String.valueOf(password).getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(DIGEST + " is part of every Java", e);
            }
        }
    }
}
