package id.balairung.queue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the job that replaces personal data whose time is over.
 *
 * @param id its number
 * @param startedAt when it began, UTC
 * @param finishedAt when it ended, UTC; empty while it goes on, or when it broke off
 * @param startedBy who asked for it; empty when it was the nightly one
 * @param replaced how many values of each kind it replaced, over all agencies
 * @param failedAgencies in how many agencies something went wrong; their turn comes again with the next run
 */
public record RetentionRun(
        long id,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<String> startedBy,
        Map<RetentionKind, Long> replaced,
        int failedAgencies) {

    /** How many values of a kind it replaced. */
    public long replaced(RetentionKind kind) {
        return replaced.getOrDefault(kind, 0L);
    }
}
