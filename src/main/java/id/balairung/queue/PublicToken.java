package id.balairung.queue;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a slip's link carries: 128 random bits, so that a number or an id is never a key from outside.
 *
 * @param value the bits in base64url, 22 characters
 */
public record PublicToken(String value) {

    private static final int BYTES = 16;

    static PublicToken random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new PublicToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
