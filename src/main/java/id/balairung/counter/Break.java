package id.balairung.counter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * A pause within a shift.
 *
 * @param reason why
 * @param startedAt from when, UTC
 * @param plannedEnd until when it is planned, UTC
 */
@Embeddable
public record Break(
        @Column(name = "break_reason") @Enumerated(EnumType.STRING)
        BreakReason reason,

        @Column(name = "break_started_at") Instant startedAt,
        @Column(name = "break_planned_end") Instant plannedEnd) {}
