package id.balairung.counter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pause within a shift.
 *
 * @param reason why
 * @param startedAt from when, UTC
 * @param plannedEnd until when it is planned, UTC
 * @param askedBackAt when the agency's admin asked the officer back, UTC; null when nobody did
 */
@Embeddable
public record Break(
        @Column(name = "break_reason") @Enumerated(EnumType.STRING)
        BreakReason reason,

        @Column(name = "break_started_at") Instant startedAt,
        @Column(name = "break_planned_end") Instant plannedEnd,

        @Column(name = "break_asked_back_at") @Nullable Instant askedBackAt) {

    /** When the agency's admin asked the officer back, UTC; empty when nobody did. */
    public Optional<Instant> askedBack() {
        return Optional.ofNullable(askedBackAt);
    }
}
