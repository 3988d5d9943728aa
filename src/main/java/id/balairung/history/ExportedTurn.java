package id.balairung.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A turn with all that a file tells of it.
 *
 * @param entry what the list tells
 * @param day the ticket's service day
 * @param servingSince when service began, UTC
 * @param held how long it was held
 * @param calls how often it was called
 * @param targetWait the target of its day
 * @param notes what was noted; empty when it wasn't asked for
 */
record ExportedTurn(
        HistoryEntry entry,
        LocalDate day,
        Optional<Instant> servingSince,
        Duration held,
        int calls,
        Duration targetWait,
        String notes) {

    /** From queueing to the end. */
    Optional<Duration> whole() {
        return entry.endedAt().map(ended -> Duration.between(entry.queuedAt(), ended));
    }
}
