package id.balairung.alert;

import id.balairung.security.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert as it stood at a moment.
 *
 * @param id the alert
 * @param kind what went wrong
 * @param subject what it concerns
 * @param facts what its sentence needs, as they were when it was raised
 * @param since since when it was wrong, UTC
 * @param endedAt when it was no longer wrong, UTC; empty while it lasts
 * @param acknowledgement who took note; empty when nobody did yet
 */
public record Alert(
        AlertId id,
        AlertKind kind,
        UUID subject,
        List<String> facts,
        Instant since,
        Optional<Instant> endedAt,
        Optional<Acknowledgement> acknowledgement) {

    /**
     * Somebody took note.
     *
     * @param at when, UTC
     * @param by who
     * @param name what that person is called
     */
    public record Acknowledgement(Instant at, StaffId by, String name) {}
}
