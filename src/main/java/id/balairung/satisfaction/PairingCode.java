package id.balairung.satisfaction;

import java.time.Instant;

/**
 * What is typed into a pad once to pair it with a counter.
 *
 * @param digits eight digits
 * @param expiresAt until when, UTC
 */
public record PairingCode(String digits, Instant expiresAt) {

    /** In two groups, as it is read out. */
    public String grouped() {
        int half = digits.length() / 2;
        return digits.substring(0, half) + " " + digits.substring(half);
    }
}
