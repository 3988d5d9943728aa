package id.balairung.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that was told a secret. */
public final class Phone {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec secret;

    /** Types the secret in, with or without spaces. */
    public Phone(String base32) {
        String text = base32.replace(" ", "");
        byte[] bytes = new byte[text.length() * 5 / 8];
        int kept = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            kept = kept << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (kept >> bits);
            }
        }
        this.secret = new SecretKeySpec(bytes, "RAW");
    }

    /** What it shows at a moment. */
    public String codeAt(Instant moment) {
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(secret, moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
