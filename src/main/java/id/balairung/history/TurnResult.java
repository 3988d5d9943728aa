package id.balairung.history;

import id.balairung.queue.Outcome;
import id.balairung.queue.TicketStatus;
import java.util.Optional;
import java.util.stream.Stream;

/** How a turn ended, in one word: what came of its service, or why there was none. */
public enum TurnResult {
    /** Selesai. */
    FULFILLED(TicketStatus.COMPLETED, Outcome.FULFILLED),
    /** Berkas kurang. */
    DOCUMENTS_MISSING(TicketStatus.COMPLETED, Outcome.DOCUMENTS_MISSING),
    /** Tidak dapat dipenuhi. */
    NOT_POSSIBLE(TicketStatus.COMPLETED, Outcome.NOT_POSSIBLE),
    /** Konsultasi. */
    CONSULTATION(TicketStatus.COMPLETED, Outcome.CONSULTATION),
    /** Tidak hadir. */
    NO_SHOW(TicketStatus.NO_SHOW),
    /** Dialihkan. */
    TRANSFERRED(TicketStatus.TRANSFERRED),
    /** Batal. */
    ABANDONED(TicketStatus.ABANDONED),
    /** Dilayani: served to the end, whatever came of it. */
    SERVED(TicketStatus.COMPLETED);

    private final TicketStatus status;
    private final Optional<Outcome> outcome;

    TurnResult(TicketStatus status) {
        this.status = status;
        this.outcome = Optional.empty();
    }

    TurnResult(TicketStatus status, Outcome outcome) {
        this.status = status;
        this.outcome = Optional.of(outcome);
    }

    /** Where the ticket stood at the turn's end. */
    public TicketStatus status() {
        return status;
    }

    /** What came of its service; empty if there was none, or whatever it was. */
    public Optional<Outcome> outcome() {
        return outcome;
    }

    /** The result of a turn that ended so; empty while it goes on. */
    static Optional<TurnResult> of(TicketStatus status, Optional<Outcome> outcome) {
        return Stream.of(values())
                .filter(result -> result.status == status && result.outcome.equals(outcome))
                .findAny();
    }
}
