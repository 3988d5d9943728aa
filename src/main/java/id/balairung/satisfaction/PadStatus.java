package id.balairung.satisfaction;

import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * A counter of one's agency, and the rating pad there.
 *
 * @param counter the counter
 * @param number its number
 * @param pairedAt when its pad was paired, UTC; empty while it has none
 * @param pairedBy who made the code for that
 * @param seenAt when the pad was heard of last, UTC, some half a minute exact
 * @param live whether it is connected now, as far as this node knows
 */
public record PadStatus(
        CounterId counter,
        int number,
        Optional<Instant> pairedAt,
        Optional<StaffId> pairedBy,
        Optional<Instant> seenAt,
        boolean live) {}
