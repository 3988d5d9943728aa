package id.balairung.satisfaction;

import id.balairung.counter.CounterId;
import java.time.Instant;
import java.util.Optional;

/**
 * A counter of one's agency, and the rating pad there.
 *
 * @param counter the counter
 * @param number its number
 * @param label its name; empty for none
 * @param pairedAt when its pad was paired, UTC; empty while it has none
 * @param pairedBy what the person is called who made the code for that
 * @param seenAt when the pad was heard of last, UTC, some half a minute exact
 * @param live whether it is connected now, as far as this node knows
 */
public record PadStatus(
        CounterId counter,
        int number,
        String label,
        Optional<Instant> pairedAt,
        Optional<String> pairedBy,
        Optional<Instant> seenAt,
        boolean live) {}
