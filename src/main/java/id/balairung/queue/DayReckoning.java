package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CounterId;
import id.balairung.queue.ServiceFigures.FinishedTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reckons what a day has brought so far from its tickets and their past: a pure function. The figures are those of
 * kpi.md. A ticket's row tells its present turn. A turn that ended with a transfer is told by that transfer's event, and
 * which counter a ticket left before it came back, by the event of its return.
 *
 * @param services the agency's services
 * @param now the moment, UTC: who waits beyond the target counts as missed now
 */
record DayReckoning(List<ServiceSummary> services, Instant now) {

    private static final int LATEST = 8;

    /** A turn that ended with a transfer. */
    record TransferredTurn(TicketId ticket, int nextTurn, TicketState before, Instant at) {}

    /** A no-show or a hold that freed a counter, of a ticket that queues or is served again. */
    record Departure(CounterId counter, Instant at) {}

    DaySoFar of(
            Collection<TicketSnapshot> tickets,
            Collection<TransferredTurn> transfers,
            Collection<Departure> departures) {
        Map<ServiceId, Tally> tallies = services.stream()
                .collect(Collectors.toMap(ServiceSummary::id, Tally::new, (one, other) -> one, LinkedHashMap::new));
        Map<String, Tally> byPrefix = tallies.values().stream()
                .collect(Collectors.toMap(tally -> tally.service.prefix(), Function.identity()));
        Map<CounterId, Instant> freed = new HashMap<>();
        Map<TicketId, TicketSnapshot> byId = new HashMap<>();
        for (TicketSnapshot ticket : tickets) {
            byId.put(ticket.id(), ticket);
            Optional.ofNullable(byPrefix.get(ticket.number().prefix())).ifPresent(tally -> {
                tally.arrivals++;
                tally.judge(ticket.estimateAccuracy());
            });
            Optional.ofNullable(tallies.get(ticket.service())).ifPresent(tally -> tally.count(ticket));
            ticket.counter()
                    .ifPresent(counter -> left(ticket).ifPresent(at -> freed.merge(counter, at, DayReckoning::later)));
        }
        departures.forEach(left -> freed.merge(left.counter(), left.at(), DayReckoning::later));
        for (TransferredTurn turn : standing(transfers, byId)) {
            Optional.ofNullable(tallies.get(new ServiceId(turn.before().serviceId())))
                    .ifPresent(tally ->
                            tally.countWait(waited(turn.before()), turn.before().queuedAt(), Optional.of(turn.at())));
            Optional.ofNullable(byId.get(turn.ticket()))
                    .ifPresent(ticket -> Optional.ofNullable(
                                    byPrefix.get(ticket.number().prefix()))
                            .ifPresent(tally -> tally.judge(firstTurn(ticket, turn.before()))));
            UUID counter = turn.before().counterId();
            if (counter != null) {
                freed.merge(new CounterId(counter), turn.at(), DayReckoning::later);
            }
        }
        return new DaySoFar(
                tallies.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().figures())),
                Map.copyOf(freed),
                latest(tickets));
    }

    /** Of each service, because an officer is shown only the own ones. */
    private static List<Happening> latest(Collection<TicketSnapshot> tickets) {
        Comparator<Happening> newestFirst = Comparator.comparing(Happening::at).reversed();
        return tickets.stream()
                .flatMap(DayReckoning::happenings)
                .collect(Collectors.groupingBy(Happening::service))
                .values()
                .stream()
                .flatMap(ofOne -> ofOne.stream().sorted(newestFirst).limit(LATEST))
                .sorted(newestFirst)
                .toList();
    }

    /** Those that were not taken back: the ticket is in that turn or a later one. The last transfer into a turn counts. */
    private static Collection<TransferredTurn> standing(
            Collection<TransferredTurn> transfers, Map<TicketId, TicketSnapshot> tickets) {
        Map<String, TransferredTurn> last = new LinkedHashMap<>();
        transfers.stream()
                .filter(turn -> Optional.ofNullable(tickets.get(turn.ticket()))
                        .filter(ticket -> ticket.turn() >= turn.nextTurn())
                        .isPresent())
                .forEach(turn -> last.put(turn.ticket().value() + " " + turn.nextTurn(), turn));
        return last.values();
    }

    private static Optional<Instant> left(TicketSnapshot ticket) {
        return Stream.concat(ticket.finishedAt().stream(), ticket.heldAt().stream())
                .max(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** After a late return the last call is one before this wait. */
    private static Optional<Duration> waited(TicketState turn) {
        return Optional.ofNullable(turn.lastCalledAt())
                .map(called -> Duration.between(turn.queuedAt(), called))
                .filter(waited -> !waited.isNegative());
    }

    private static EstimateAccuracy firstTurn(TicketSnapshot ticket, TicketState before) {
        return before.turn() == 1
                        && before.firstCalledAt() != null
                        && before.queuedAt().equals(ticket.issuedAt())
                ? ticket.estimateAccuracy(before.firstCalledAt())
                : EstimateAccuracy.NONE;
    }

    private static Stream<Happening> happenings(TicketSnapshot ticket) {
        Stream.Builder<Happening> found = Stream.builder();
        found.add(happening(ticket, ticket.issuedAt(), EventType.ISSUED, false));
        if (ticket.status() == TicketStatus.WAITING) {
            if (ticket.queuedAt().isAfter(ticket.issuedAt())) {
                EventType why = ticket.lastCalledAt().isPresent() ? EventType.RETURNED : EventType.TRANSFERRED;
                found.add(happening(ticket, ticket.queuedAt(), why, false));
            }
            return found.build();
        }
        ticket.lastCalledAt()
                .ifPresent(at -> found.add(
                        happening(ticket, at, ticket.calls() > 1 ? EventType.RECALLED : EventType.CALLED, true)));
        ticket.servingSince().ifPresent(at -> found.add(happening(ticket, at, EventType.SERVED, true)));
        ticket.heldAt().ifPresent(at -> found.add(happening(ticket, at, EventType.HELD, true)));
        ticket.finishedAt()
                .ifPresent(at -> found.add(happening(
                        ticket,
                        at,
                        switch (ticket.status()) {
                            case NO_SHOW -> EventType.NO_SHOW;
                            case TRANSFERRED -> EventType.HANDED_OFF;
                            case ABANDONED -> EventType.ABANDONED;
                            default -> EventType.COMPLETED;
                        },
                        true)));
        return found.build();
    }

    private static Happening happening(TicketSnapshot ticket, Instant at, EventType type, boolean atCounter) {
        return new Happening(
                at,
                type,
                ticket.number(),
                ticket.priorityClass(),
                ticket.service(),
                atCounter ? ticket.counter() : Optional.empty());
    }

    private final class Tally {

        private final ServiceSummary service;
        private final List<FinishedTurn> turns = new ArrayList<>();
        private int arrivals;
        private int finished;
        private int noShows;
        private int abandoned;
        private int called;
        private int within;
        private int overdue;
        private int missed;
        private EstimateAccuracy estimates = EstimateAccuracy.NONE;

        private Tally(ServiceSummary service) {
            this.service = service;
        }

        private void count(TicketSnapshot ticket) {
            switch (ticket.status()) {
                case WAITING -> {
                    if (Duration.between(ticket.queuedAt(), now).compareTo(service.targetWait()) > 0) {
                        overdue++;
                    }
                    return;
                }
                case COMPLETED -> {
                    finished++;
                    turn(ticket).ifPresent(turns::add);
                }
                case NO_SHOW -> noShows++;
                case ABANDONED -> abandoned++;
                default -> {}
            }
            // Whoever left before the call of this turn ended no wait; after a late return the last call is an old one.
            countWait(
                    ticket.waitingTime().filter(waited -> !waited.isNegative()),
                    ticket.queuedAt(),
                    ticket.finishedAt());
        }

        private void judge(EstimateAccuracy estimate) {
            estimates = estimates.plus(estimate);
        }

        private void countWait(Optional<Duration> waited, Instant queued, Optional<Instant> left) {
            waited.ifPresentOrElse(
                    time -> {
                        called++;
                        if (time.compareTo(service.targetWait()) <= 0) {
                            within++;
                        }
                    },
                    () -> left.filter(end -> Duration.between(queued, end).compareTo(service.targetWait()) > 0)
                            .ifPresent(end -> missed++));
        }

        private static Optional<FinishedTurn> turn(TicketSnapshot ticket) {
            return ticket.finishedAt()
                    .flatMap(end -> ticket.firstCalledAt()
                            .flatMap(call -> ticket.waitingTime()
                                    .map(waited -> new FinishedTurn(
                                            waited, Duration.between(call, end).minus(ticket.held()), end))));
        }

        private ServiceFigures figures() {
            return new ServiceFigures(
                    arrivals,
                    finished,
                    noShows,
                    abandoned,
                    called,
                    within,
                    overdue,
                    missed,
                    estimates,
                    turns.stream()
                            .sorted(Comparator.comparing(FinishedTurn::finishedAt)
                                    .reversed())
                            .limit(ServiceFigures.RECENT)
                            .toList());
        }
    }
}
