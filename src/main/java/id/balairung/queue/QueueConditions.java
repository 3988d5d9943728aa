package id.balairung.queue;

import id.balairung.agency.ServiceSummary;
import id.balairung.alert.AlertKind;
import id.balairung.alert.Condition;
import id.balairung.counter.OpenShift;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with an agency's queue at a moment: a pure function of its board.
 *
 * @param board the board
 * @param now the moment, UTC
 */
public record QueueConditions(QueueBoard board, Instant now) {

    /**
     * Somebody waits longer than the service's target. The subject is the service; the facts are its prefix, the number
     * that waits longest, and the target in minutes.
     */
    public static final AlertKind OLDEST_WAIT = new AlertKind("oldest-wait");

    /**
     * An open counter has called nobody for three minutes although somebody waits at its services. The subject is the
     * counter; the facts are its number, the officer's name, and the prefix of the service where somebody waits longest.
     */
    public static final AlertKind IDLE_COUNTER = new AlertKind("idle-counter");

    /**
     * A service takes more than twice its standard, and at least five minutes more. The subject is the ticket; the facts
     * are its number, the counter's number, and the standard in minutes.
     */
    public static final AlertKind LONG_SERVICE = new AlertKind("long-service");

    private static final Duration IDLE_TOO_LONG = Duration.ofMinutes(3);
    private static final Duration LEAST_OVERRUN = Duration.ofMinutes(5);

    /** All of them. */
    public List<Condition> all() {
        return Stream.of(
                        board.services().stream().flatMap(service -> oldestWait(service).stream()),
                        board.shifts().stream().flatMap(shift -> idle(shift).stream()),
                        board.shifts().stream().flatMap(shift -> longService(shift).stream()))
                .flatMap(found -> found)
                .toList();
    }

    private Optional<Condition> oldestWait(ServiceSummary service) {
        return board.oldestWaiting(service.id())
                .filter(ticket -> now.isAfter(ticket.queuedAt().plus(service.targetWait())))
                .map(ticket -> new Condition(
                        OLDEST_WAIT,
                        service.id().value(),
                        ticket.queuedAt().plus(service.targetWait()),
                        List.of(
                                service.prefix(),
                                ticket.number().toString(),
                                String.valueOf(service.targetWait().toMinutes()))));
    }

    private Optional<Condition> idle(OpenShift shift) {
        return board.idleSince(shift)
                .flatMap(free -> shift.services().stream()
                        .map(board::oldestWaiting)
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(TicketSnapshot::queuedAt))
                        .flatMap(oldest -> {
                            Instant since = oldest.queuedAt().isAfter(free) ? oldest.queuedAt() : free;
                            return now.isBefore(since.plus(IDLE_TOO_LONG))
                                    ? Optional.empty()
                                    : board.service(oldest.service())
                                            .map(service -> new Condition(
                                                    IDLE_COUNTER,
                                                    shift.counter().value(),
                                                    since,
                                                    List.of(
                                                            String.valueOf(shift.counterNumber()),
                                                            shift.officerName(),
                                                            service.prefix())));
                        }));
    }

    private Optional<Condition> longService(OpenShift shift) {
        return board.activeAt(shift.counter())
                .flatMap(ticket -> ticket.servingSince()
                        .filter(since -> ticket.status() == TicketStatus.SERVING)
                        .flatMap(since -> board.service(ticket.service()).map(service -> {
                            Instant limit = since.plus(ticket.held()).plus(limit(service.targetService()));
                            return now.isAfter(limit)
                                    ? new Condition(
                                            LONG_SERVICE,
                                            ticket.id().value(),
                                            limit,
                                            List.of(
                                                    ticket.number().toString(),
                                                    String.valueOf(shift.counterNumber()),
                                                    String.valueOf(service.targetService()
                                                            .toMinutes())))
                                    : null;
                        }))
                        .filter(Objects::nonNull));
    }

    private static Duration limit(Duration standard) {
        Duration twice = standard.multipliedBy(2);
        Duration least = standard.plus(LEAST_OVERRUN);
        return twice.compareTo(least) > 0 ? twice : least;
    }
}
