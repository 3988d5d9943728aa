package id.balairung.counter;

import id.balairung.common.TimeOrderedId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A break that ended: what occupancy leaves out. */
@Entity
@Table(name = "counter_break")
class CounterBreak extends AgencyOwned {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID shiftId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private BreakReason reason;

    @Column(nullable = false)
    private Instant startedAt;

    @Column(nullable = false)
    private Instant plannedEnd;

    @Column(nullable = false)
    private Instant endedAt;

    protected CounterBreak() {}

    CounterBreak(UUID shiftId, Break taken, Instant endedAt) {
        this.id = TimeOrderedId.next();
        this.shiftId = shiftId;
        this.reason = taken.reason();
        this.startedAt = taken.startedAt();
        this.plannedEnd = taken.plannedEnd();
        this.endedAt = endedAt;
    }
}
