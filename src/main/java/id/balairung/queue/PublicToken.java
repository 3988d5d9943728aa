package id.balairung.queue;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a slip's link carries: 128 random bits, so that a number or an id is never a key from outside.
 *
 * @param value the bits in base64url, 22 characters
 */
public record PublicToken(String value) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** A token as it comes from outside; empty when it can't be one. */
    public static Optional<PublicToken> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PublicToken(text)) : Optional.empty();
    }

    static PublicToken random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new PublicToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
