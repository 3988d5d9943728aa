package id.balairung.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn that has ended, with what the list leaves out.
 *
 * @param entry the turn as the history lists it
 * @param held how long it was held within its service
 */
public record TurnDetail(HistoryEntry entry, Duration held) {

    /** When service began, UTC; empty when it didn't, or when that isn't known. */
    public Optional<Instant> servingSince() {
        return entry.calledAt()
                .flatMap(called -> entry.wayTime().map(called::plus))
                .or(() -> entry.endedAt()
                        .flatMap(ended -> entry.serviceTime()
                                .map(served -> ended.minus(served).minus(held))));
    }

    TurnDetail withoutRating() {
        return new TurnDetail(entry.withoutRating(), held);
    }
}
