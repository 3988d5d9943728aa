package id.balairung.queue;

import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ServiceDay;
import id.balairung.counter.ClaimedCounter;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit's number at one service on one service day, and the state of its present turn. */
@Entity
@Table(name = "ticket")
class Ticket extends AgencyOwned {

    private static final Duration LONGEST_HOLD = Duration.ofHours(8);

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID visitId;

    @Column(nullable = false, updatable = false)
    private ServiceDay serviceDay;

    @Column(nullable = false, updatable = false)
    private String numberPrefix;

    @Column(nullable = false, updatable = false)
    private int numberSequence;

    @Column(nullable = false, updatable = false)
    private String publicToken;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private PriorityClass priorityClass;

    @Column(nullable = false, updatable = false)
    private Instant issuedAt;

    /** Written once: what the retention job takes away, no later change of the ticket brings back. */
    @Column(updatable = false)
    private @Nullable String visitorName;

    @Column(updatable = false)
    private @Nullable String visitorPhone;

    @Column(nullable = false)
    private int turn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TicketStatus status;

    @Column(nullable = false)
    private UUID serviceId;

    @Column(nullable = false)
    private Instant queuedAt;

    @Column(nullable = false)
    private Instant waitsSince;

    /** Whole seconds, as the slip told them. */
    @Column(updatable = false)
    private @Nullable Integer estimatedFromSeconds;

    @Column(updatable = false)
    private @Nullable Integer estimatedToSeconds;

    @Column(nullable = false)
    private int calls;

    private @Nullable Instant firstCalledAt;

    private @Nullable Instant lastCalledAt;

    private @Nullable UUID counterId;

    private @Nullable UUID officerId;

    private @Nullable Instant servingSince;

    @Enumerated(EnumType.STRING)
    private @Nullable TicketStatus heldFrom;

    private @Nullable Instant heldAt;

    private @Nullable Instant holdUntil;

    private @Nullable String holdReason;

    @Column(nullable = false)
    private long heldMillis;

    private @Nullable Instant finishedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable UUID activeCounterId;

    /** The service day while the ticket is open, as the database derives it: for finding those that were left. */
    @Column(insertable = false, updatable = false)
    private @Nullable ServiceDay openDay;

    @Version
    private @Nullable Integer version;

    protected Ticket() {}

    private Ticket(NewTicket issued, TicketNumber number, ServiceDay day, PublicToken token, Instant at) {
        this.id = issued.ticket().value();
        this.visitId = issued.visit().value();
        this.serviceDay = day;
        this.numberPrefix = number.prefix();
        this.numberSequence = number.sequence();
        this.publicToken = token.value();
        this.priorityClass = issued.priorityClass();
        this.issuedAt = at;
        this.visitorName = issued.visitor().name().orElse(null);
        this.visitorPhone = issued.visitor().phone().orElse(null);
        this.turn = 1;
        this.serviceId = issued.service().value();
        this.status = TicketStatus.WAITING;
        this.queuedAt = at;
        this.waitsSince = at.minus(issued.waitingCredit());
        issued.estimate().ifPresent(range -> {
            this.estimatedFromSeconds = Math.toIntExact(range.from().toSeconds());
            this.estimatedToSeconds = Math.toIntExact(range.to().toSeconds());
        });
    }

    static Ticket issue(NewTicket issued, TicketNumber number, ServiceDay day, PublicToken token, Instant at) {
        return new Ticket(issued, number, day, token, at);
    }

    /** WAITING to CALLED, at a counter that serves the ticket's service. */
    void call(ClaimedCounter counter, Instant at) {
        require(TicketStatus.WAITING);
        if (!counter.services().contains(serviceId())) {
            throw new BusinessRuleViolation("queue.refused.not-my-service", number());
        }
        status = TicketStatus.CALLED;
        take(counter);
        calls = 1;
        firstCalledAt = at;
        lastCalledAt = at;
    }

    /** Calls the same ticket again, not sooner than the mall's cooldown after the last call. */
    void recall(MallRules rules, Instant at) {
        require(TicketStatus.CALLED);
        if (lastCalledAt != null && at.isBefore(lastCalledAt.plus(rules.recallCooldown()))) {
            Duration left = Duration.between(at, lastCalledAt.plus(rules.recallCooldown()));
            throw new BusinessRuleViolation(
                    "queue.refused.recall-too-soon",
                    number(),
                    left.plusSeconds(1).minusNanos(1).toSeconds());
        }
        calls++;
        lastCalledAt = at;
    }

    /** CALLED to SERVING: the person is at the counter. */
    void serve(Instant at) {
        require(TicketStatus.CALLED);
        status = TicketStatus.SERVING;
        servingSince = at;
    }

    /** SERVING to COMPLETED. */
    void complete(Outcome result, Instant at) {
        require(TicketStatus.SERVING);
        status = TicketStatus.COMPLETED;
        outcome = result;
        finish(at);
    }

    /** CALLED to NO_SHOW, after the recalls that the mall's rule asks. */
    void markNoShow(MallRules rules, Instant at) {
        require(TicketStatus.CALLED);
        if (calls <= rules.recallsBeforeNoShow()) {
            throw new BusinessRuleViolation(
                    "queue.refused.no-show-too-soon", number(), calls, rules.recallsBeforeNoShow() + 1);
        }
        status = TicketStatus.NO_SHOW;
        finish(at);
    }

    /** NO_SHOW to WAITING, within the mall's tolerance; the wait starts anew. */
    void returnLate(MallRules rules, Instant at) {
        require(TicketStatus.NO_SHOW);
        if (finishedAt == null || at.isAfter(finishedAt.plus(rules.lateReturnTolerance()))) {
            throw new BusinessRuleViolation(
                    "queue.refused.returned-too-late",
                    number(),
                    rules.lateReturnTolerance().toMinutes());
        }
        finishedAt = null;
        queueAgain(at, Duration.ZERO);
    }

    /** CALLED or SERVING to HELD; frees the counter. */
    void hold(String reason, Instant until, Instant at) {
        requireActive();
        if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST_HOLD))) {
            throw new BusinessRuleViolation("queue.refused.hold-length");
        }
        heldFrom = status;
        status = TicketStatus.HELD;
        heldAt = at;
        holdUntil = until;
        holdReason = reason;
        activeCounterId = null;
    }

    /** HELD back to where it was held from; someone who was only called is called once more. */
    void resume(ClaimedCounter counter, Instant at) {
        require(TicketStatus.HELD);
        if (!counter.services().contains(serviceId())) {
            throw new BusinessRuleViolation("queue.refused.not-my-service", number());
        }
        take(counter);
        if (heldFrom == TicketStatus.SERVING) {
            status = TicketStatus.SERVING;
            countHold(at);
        } else {
            status = TicketStatus.CALLED;
            calls++;
            lastCalledAt = at;
        }
        clearHold();
    }

    /** Ends this turn; the next one waits at another service of the agency, with its waiting credit. */
    void transfer(ServiceId target, Instant at) {
        requireActive();
        if (target.equals(serviceId())) {
            throw new BusinessRuleViolation("queue.refused.same-service");
        }
        Duration credit = waitingCredit();
        turn++;
        serviceId = target.value();
        firstCalledAt = null;
        lastCalledAt = null;
        queueAgain(at, credit);
    }

    /** WAITING at one service to WAITING at another one of the agency; the wait so far counts there too. */
    void reassign(ServiceId target, Instant at) {
        require(TicketStatus.WAITING);
        if (target.equals(serviceId())) {
            throw new BusinessRuleViolation("queue.refused.same-service");
        }
        Duration credit = Duration.between(waitsSince, at);
        turn++;
        serviceId = target.value();
        firstCalledAt = null;
        lastCalledAt = null;
        queueAgain(at, credit);
    }

    /** Ends the ticket here: it goes on under a new number at another agency. */
    void handOff(Instant at) {
        requireActive();
        status = TicketStatus.TRANSFERRED;
        finish(at);
    }

    /**
     * What an admin puts right afterwards: what came of the service, and when it really ended.
     *
     * @param result what came of it
     * @param end when it ended: after it began and no later than the day ended, UTC
     * @param now the moment, UTC
     */
    void correct(Outcome result, Instant end, Instant now) {
        require(TicketStatus.COMPLETED);
        boolean mayHaveEndedThen =
                servingSince != null && !end.isBefore(servingSince.plusMillis(heldMillis)) && !end.isAfter(now);
        // Settled while it was held after a call, it has an end but no service; what came of it can still be put right.
        if (!mayHaveEndedThen && !end.equals(finishedAt)) {
            throw new BusinessRuleViolation("queue.refused.correction-end", number());
        }
        outcome = result;
        finishedAt = end;
    }

    /** The person left before the call, or the day ended; an open ticket is settled as abandoned. */
    void abandon(Instant at) {
        if (!status.open()) {
            throw stale();
        }
        status = TicketStatus.ABANDONED;
        countHold(at);
        clearHold();
        finish(at);
    }

    /** A forgotten ticket of an earlier day was served after all; it is settled as completed. */
    void settle(Outcome result, Instant at) {
        if (status != TicketStatus.SERVING && status != TicketStatus.HELD) {
            throw stale();
        }
        status = TicketStatus.COMPLETED;
        outcome = result;
        countHold(at);
        clearHold();
        finish(at);
    }

    /** The wait of this turn so far as it was before the last call, credit included. */
    Duration waitingCredit() {
        return lastCalledAt == null ? Duration.ZERO : Duration.between(waitsSince, lastCalledAt);
    }

    TicketState state() {
        return new TicketState(
                turn,
                status,
                serviceId,
                queuedAt,
                waitsSince,
                calls,
                firstCalledAt,
                lastCalledAt,
                counterId,
                officerId,
                servingSince,
                heldFrom,
                heldAt,
                holdUntil,
                holdReason,
                heldMillis,
                finishedAt,
                outcome);
    }

    /** Puts the ticket back into an earlier state of its own. */
    void restore(TicketState before) {
        turn = before.turn();
        status = before.status();
        serviceId = before.serviceId();
        queuedAt = before.queuedAt();
        waitsSince = before.waitsSince();
        calls = before.calls();
        firstCalledAt = before.firstCalledAt();
        lastCalledAt = before.lastCalledAt();
        counterId = before.counterId();
        officerId = before.officerId();
        servingSince = before.servingSince();
        heldFrom = before.heldFrom();
        heldAt = before.heldAt();
        holdUntil = before.holdUntil();
        holdReason = before.holdReason();
        heldMillis = before.heldMillis();
        finishedAt = before.finishedAt();
        outcome = before.outcome();
        activeCounterId = status.active() ? counterId : null;
    }

    Waiting waiting() {
        return new Waiting(id, serviceId, priorityClass, waitsSince);
    }

    NewTicket continuedAt(ServiceId target) {
        return new NewTicket(
                TicketId.next(),
                new VisitId(visitId),
                target,
                priorityClass,
                new Visitor(Optional.ofNullable(visitorName), Optional.empty()),
                waitingCredit(),
                Optional.empty());
    }

    TicketSnapshot snapshot() {
        return new TicketSnapshot(
                id(),
                number(),
                serviceDay,
                priorityClass,
                issuedAt,
                turn,
                status,
                serviceId(),
                queuedAt,
                waitsSince,
                estimate(),
                calls,
                Optional.ofNullable(firstCalledAt),
                Optional.ofNullable(lastCalledAt),
                Optional.ofNullable(counterId).map(CounterId::new),
                Optional.ofNullable(officerId).map(StaffId::new),
                Optional.ofNullable(servingSince),
                Optional.ofNullable(heldAt),
                Optional.ofNullable(holdUntil),
                Optional.ofNullable(holdReason),
                Duration.ofMillis(heldMillis),
                Optional.ofNullable(finishedAt),
                Optional.ofNullable(outcome),
                version == null ? 0 : version);
    }

    TicketId id() {
        return new TicketId(id);
    }

    UUID visitId() {
        return visitId;
    }

    TicketNumber number() {
        return new TicketNumber(numberPrefix, numberSequence);
    }

    ServiceId serviceId() {
        return new ServiceId(serviceId);
    }

    TicketStatus status() {
        return status;
    }

    PriorityClass priorityClass() {
        return priorityClass;
    }

    Instant waitsSince() {
        return waitsSince;
    }

    int turn() {
        return turn;
    }

    Optional<UUID> counterId() {
        return Optional.ofNullable(counterId);
    }

    ServiceDay serviceDay() {
        return serviceDay;
    }

    Visitor visitor() {
        return new Visitor(Optional.ofNullable(visitorName), Optional.ofNullable(visitorPhone));
    }

    Optional<String> visitorName() {
        return Optional.ofNullable(visitorName);
    }

    PublicToken publicToken() {
        return new PublicToken(publicToken);
    }

    boolean activeAt(CounterId counter) {
        return counter.value().equals(activeCounterId);
    }

    private Optional<WaitEstimate.Range> estimate() {
        return estimatedFromSeconds == null || estimatedToSeconds == null
                ? Optional.empty()
                : Optional.of(new WaitEstimate.Range(
                        Duration.ofSeconds(estimatedFromSeconds), Duration.ofSeconds(estimatedToSeconds)));
    }

    /** A hold within the service is no part of the service time, whatever ends it. */
    private void countHold(Instant at) {
        if (heldFrom == TicketStatus.SERVING) {
            heldMillis += Duration.between(heldAt, at).toMillis();
        }
    }

    private void take(ClaimedCounter counter) {
        counterId = counter.counter().value();
        officerId = counter.officer().value();
        activeCounterId = counterId;
    }

    private void finish(Instant at) {
        finishedAt = at;
        activeCounterId = null;
    }

    private void queueAgain(Instant at, Duration credit) {
        status = TicketStatus.WAITING;
        queuedAt = at;
        waitsSince = at.minus(credit);
        calls = 0;
        counterId = null;
        officerId = null;
        servingSince = null;
        heldMillis = 0;
        activeCounterId = null;
    }

    private void clearHold() {
        heldFrom = null;
        heldAt = null;
        holdUntil = null;
        holdReason = null;
    }

    private void requireActive() {
        if (!status.active()) {
            throw stale();
        }
    }

    private void require(TicketStatus expected) {
        if (status != expected) {
            throw stale();
        }
    }

    private BusinessRuleViolation stale() {
        return new BusinessRuleViolation("queue.refused.moved-on", number());
    }
}
