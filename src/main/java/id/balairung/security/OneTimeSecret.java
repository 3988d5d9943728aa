package id.balairung.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** The secret of a second factor (RFC 6238: SHA-1, 6 digits, 30 seconds), shared with the person's phone. */
public final class OneTimeSecret implements Serializable {

    private static final int BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int TOLERATED_STEPS = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;

    private final byte[] bytes;

    /**
     * A secret as it was kept.
     *
     * @param bytes what {@link #bytes()} gave
     */
    public OneTimeSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A new one. */
    public static OneTimeSecret random() {
        byte[] made = new byte[BYTES];
        new SecureRandom().nextBytes(made);
        return new OneTimeSecret(made);
    }

    /** To be sealed and kept. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In base32, as it is typed into an app that can't see the QR code. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int kept = 0;
        int bits = 0;
        for (byte part : bytes) {
            kept = kept << Byte.SIZE | part & 0xff;
            bits += Byte.SIZE;
            while (bits >= BASE32_BITS) {
                bits -= BASE32_BITS;
                text.append(BASE32.charAt(kept >> bits & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(kept << BASE32_BITS - bits & 0x1f));
        }
        return text.toString();
    }

    /**
     * What the QR code tells the app.
     *
     * @param issuer the installation, as the app shows it
     * @param account the sign-in name
     */
    public URI link(String issuer, String account) {
        return URI.create("otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encode(issuer), encode(account), text(), encode(issuer)));
    }

    /**
     * The 30-second step that a code belongs to, one before and one after now included.
     *
     * @param code what was typed, spaces allowed
     * @param now the present moment
     * @return the step since 1970; empty when the code is wrong
     */
    public OptionalLong stepOf(String code, Instant now) {
        String digits = code.replaceAll("\\s", "");
        long present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - TOLERATED_STEPS, present + TOLERATED_STEPS)
                .filter(step -> MessageDigest.isEqual(
                        codeAt(Instant.ofEpochSecond(step * STEP.toSeconds())).getBytes(StandardCharsets.UTF_8),
                        digits.getBytes(StandardCharsets.UTF_8)))
                .max();
    }

    /** The code that a phone shows at a moment. */
    public String codeAt(Instant moment) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
                    .generateOneTimePasswordString(new SecretKeySpec(bytes, "RAW"), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "a one-time secret";
    }
}
