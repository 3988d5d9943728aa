package id.balairung.queue;

import id.balairung.common.ServiceDay;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One person's presence in the mall. It belongs to no agency, so it holds nothing about the person: it only ties
 * together the tickets of several agencies.
 */
@Entity
@Table(name = "visit")
class Visit {

    @Id
    private UUID id;

    @Column(nullable = false)
    private ServiceDay serviceDay;

    @Column(nullable = false)
    private Instant arrivedAt;

    protected Visit() {}

    Visit(VisitId id, ServiceDay day, Instant arrivedAt) {
        this.id = id.value();
        this.serviceDay = day;
        this.arrivedAt = arrivedAt;
    }
}
