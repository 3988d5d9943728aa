package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TimeOrderedId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "counter_shift")
class CounterShift extends AgencyOwned {

    private static final Duration LONGEST_BREAK = Duration.ofHours(3);

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID counterId;

    @Column(nullable = false)
    private UUID officerId;

    @Column(nullable = false)
    private Instant openedAt;

    private @Nullable Instant closedAt;

    private @Nullable UUID openCounterId;

    private @Nullable UUID openOfficerId;

    @Embedded
    private @Nullable Break running;

    private @Nullable Instant lastBreakEndedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "counter_shift_service", joinColumns = @JoinColumn(name = "shift_id"))
    private Set<OfferedService> services = new HashSet<>();

    @Version
    private @Nullable Integer version;

    protected CounterShift() {}

    private CounterShift(Counter counter, StaffId officer, Instant at) {
        this.id = TimeOrderedId.next();
        this.counterId = counter.id().value();
        this.officerId = officer.value();
        this.openedAt = at;
        this.openCounterId = counterId;
        this.openOfficerId = officerId;
    }

    static CounterShift open(
            Counter counter, StaffId officer, AgencyId agency, Collection<ServiceId> services, Instant at) {
        CounterShift shift = new CounterShift(counter, officer, at);
        shift.offer(counter, agency, services);
        return shift;
    }

    final void offer(Counter counter, AgencyId agency, Collection<ServiceId> chosen) {
        if (chosen.isEmpty()) {
            throw new BusinessRuleViolation("counter.refused.no-service");
        }
        if (!counter.services().containsAll(chosen)) {
            throw new BusinessRuleViolation("counter.refused.service-not-here");
        }
        services.removeIf(offered -> !chosen.contains(offered.service()));
        chosen.forEach(service -> services.add(new OfferedService(agency, service)));
    }

    void takeBreak(BreakReason reason, Instant plannedEnd, Instant at) {
        if (running != null) {
            throw new BusinessRuleViolation("counter.refused.already-on-break");
        }
        if (!plannedEnd.isAfter(at) || plannedEnd.isAfter(at.plus(LONGEST_BREAK))) {
            throw new BusinessRuleViolation("counter.refused.break-length");
        }
        running = new Break(reason, at, plannedEnd, null);
    }

    /** Asks the officer back from the break; asking again while the first request stands changes nothing. */
    void askBack(Instant at) {
        if (running == null) {
            throw new BusinessRuleViolation("counter.refused.not-on-break");
        }
        if (running.askedBackAt() == null) {
            running = new Break(running.reason(), running.startedAt(), running.plannedEnd(), at);
        }
    }

    Optional<CounterBreak> endBreak(Instant at) {
        Optional<CounterBreak> ended = Optional.ofNullable(running).map(taken -> new CounterBreak(id, taken, at));
        if (running != null) {
            lastBreakEndedAt = at;
        }
        running = null;
        return ended;
    }

    void close(Instant at) {
        closedAt = at;
        openCounterId = null;
        openOfficerId = null;
    }

    UUID counterId() {
        return counterId;
    }

    UUID officerId() {
        return officerId;
    }

    ClaimedCounter claimed() {
        return new ClaimedCounter(new CounterId(counterId), new StaffId(officerId), offered(), running != null);
    }

    OpenShift view(Counter counter, String officerName) {
        return new OpenShift(
                new CounterId(counterId),
                counter.number(),
                new StaffId(officerId),
                officerName,
                openedAt,
                lastBreakEndedAt == null ? openedAt : lastBreakEndedAt,
                offered(),
                Optional.ofNullable(running));
    }

    private Set<ServiceId> offered() {
        return services.stream().map(OfferedService::service).collect(Collectors.toUnmodifiableSet());
    }
}
