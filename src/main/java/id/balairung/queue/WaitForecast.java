package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.Break;
import id.balairung.counter.OpenShift;
import id.balairung.queue.ServiceFigures.FinishedTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Foretells how long a newcomer will wait: a pure function of a board, the order of calling and the moment.
 *
 * <p>Each counter that serves the service is free after what is left of its present ticket, or at the planned end of its
 * break. Those ahead at other services occupy it for its even share of their work; those ahead at the same service go,
 * one after the other, to whichever counter is free first; so does the newcomer (the workload of Kiefer and Wolfowitz,
 * 1955). A ticket's work is a quartile of the recent times from call to finish of its service, which one odd case
 * doesn't move, or the service's standard until enough were served. The lower quartile gives the shorter wait, the upper
 * one the longer.
 *
 * <p>Who is ahead is asked of {@link CallOrder} at several later moments, because a vulnerable visitor's turn comes nearer
 * with every minute: the newcomer is called at the first moment by which the work of those still ahead is done.
 *
 * <p>This is held against what the last ones really waited (the last-to-enter-service estimator of Ibrahim and Whitt,
 * 2009), which knows of counters that idle and of priority visitors who came later: where their median lies outside, the
 * range is widened half way to it, though to half or to double at most.
 *
 * <p>Every step is monotone: one more ahead never shortens an estimate, and one more counter never lengthens it.
 * Assumed: counters stay as they are, everybody ahead comes when called, and no-one comes later who is called earlier.
 *
 * @param board the board
 * @param order the order of calling
 * @param now the moment, UTC
 */
record WaitForecast(QueueBoard board, CallOrder order, Instant now) {

    /** With fewer finished turns today nothing is foretold. */
    static final int ENOUGH = 5;

    private static final double LOWER = 0.25;
    private static final double UPPER = 0.75;

    /** A service that takes longer than usual goes on for a while yet: at least that part of the usual time. */
    private static final int REMAINDER = 4;

    /** The later moments; boards are made often, and a long wait is told roughly anyway. */
    private static final List<Duration> LATER = Stream.of(5, 10, 15, 20, 25, 30, 45, 60, 90, 120, 180, 240)
            .map(Duration::ofMinutes)
            .toList();

    private static final Duration LATELY = Duration.ofMinutes(60);
    private static final int LAST_WAITS = 5;
    private static final int FEWEST_WAITS = 3;

    private static final Duration NARROWEST = Duration.ofMinutes(2);
    private static final long FINE_MINUTES = 30;
    private static final long COARSE_MINUTES = 5;

    /** Of two who came at the same moment the newcomer is the later one. */
    private static final TicketId NEWCOMER = new TicketId(new UUID(Long.MAX_VALUE, Long.MAX_VALUE));

    WaitForecast(QueueBoard board, CallPolicy policy, Instant now) {
        this(board, new CallOrder(policy), now);
    }

    /** What a newcomer of the general class is told at each service. */
    Map<ServiceId, WaitEstimate> general() {
        Map<ServiceId, WaitEstimate> estimates = new HashMap<>();
        board.services().forEach(service -> estimates.put(service.id(), of(service, PriorityClass.GENERAL)));
        return Collections.unmodifiableMap(estimates);
    }

    /**
     * What a newcomer is told.
     *
     * @param service what the newcomer comes for
     * @param priorityClass the newcomer's class
     */
    WaitEstimate of(ServiceSummary service, PriorityClass priorityClass) {
        List<OpenShift> counters = serving(service.id());
        if (counters.isEmpty()) {
            return new WaitEstimate.NoCounter();
        }
        if (!known(service.id())) {
            return new WaitEstimate.TooLittleData();
        }
        Candidate newcomer = new Candidate(NEWCOMER, service.id(), priorityClass, now, service.targetWait());
        Ahead ahead = new Ahead(newcomer, waitingFor(counters));
        Duration from = new Line(ahead, counters, LOWER).shortestWait();
        Duration to = new Line(ahead, counters, UPPER).shortestWait();
        // The last ones who waited are hardly ever of a vulnerable class, whose waits are shorter.
        Optional<Duration> lastWait = priorityClass.vulnerable() ? Optional.empty() : medianOfLastWaits(service.id());
        return told(
                lastWait.map(last -> least(from, last.plus(from).dividedBy(2))).orElse(from),
                lastWait.map(last -> most(to, least(last.plus(to).dividedBy(2), to.multipliedBy(2))))
                        .orElse(to));
    }

    /** Open counters that serve it, but for those that should have come back from their break. */
    private List<OpenShift> serving(ServiceId service) {
        return board.shifts().stream()
                .filter(shift -> shift.services().contains(service))
                .filter(shift -> shift.running()
                        .map(Break::plannedEnd)
                        .map(now::isBefore)
                        .orElse(true))
                .toList();
    }

    private List<Candidate> waitingFor(Collection<OpenShift> counters) {
        Set<ServiceId> reach = new HashSet<>();
        counters.forEach(counter -> reach.addAll(counter.services()));
        return board.waiting(reach).stream()
                .flatMap(ticket -> board.service(ticket.service()).stream()
                        .map(service -> new Candidate(
                                ticket.id(),
                                service.id(),
                                ticket.priorityClass(),
                                ticket.waitsSince(),
                                service.targetWait())))
                .toList();
    }

    private boolean known(ServiceId service) {
        return board.soFar().of(service).recent().size() >= ENOUGH;
    }

    /** How long a ticket usually keeps a counter. */
    private Duration usual(ServiceId service, double quantile) {
        List<Duration> times = board.soFar().of(service).recent().stream()
                .map(FinishedTurn::occupied)
                .sorted()
                .toList();
        return times.size() < ENOUGH
                ? board.service(service).map(ServiceSummary::targetService).orElse(Duration.ZERO)
                : most(Duration.ZERO, quantile(times, quantile));
    }

    /** Between the two nearest, by where it lies. */
    private static Duration quantile(List<Duration> sorted, double quantile) {
        double place = quantile * (sorted.size() - 1);
        int below = (int) place;
        Duration low = sorted.get(below);
        Duration high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low.plusMillis(Math.round(high.minus(low).toMillis() * (place - below)));
    }

    private Optional<Duration> medianOfLastWaits(ServiceId service) {
        Stream<Called> present = board.tickets().stream()
                .filter(ticket -> ticket.service().equals(service) && ticket.status() != TicketStatus.WAITING)
                .flatMap(ticket -> ticket.lastCalledAt().stream()
                        .map(at -> new Called(at, Duration.between(ticket.queuedAt(), at))));
        Stream<Called> finished = board.soFar().of(service).recent().stream()
                .map(turn -> new Called(turn.finishedAt().minus(turn.occupied()), turn.waited()));
        List<Duration> waits = Stream.concat(present, finished)
                .filter(called -> !called.waited().isNegative() && called.at().isAfter(now.minus(LATELY)))
                .sorted(Comparator.comparing(Called::at).reversed())
                .limit(LAST_WAITS)
                .map(Called::waited)
                .sorted()
                .toList();
        return waits.size() < FEWEST_WAITS ? Optional.empty() : Optional.of(quantile(waits, 0.5));
    }

    /** Rounded outward: never more certain than reckoned. */
    private static WaitEstimate.Range told(Duration from, Duration to) {
        long low = from.toMinutes();
        long high = most(to, from.plus(NARROWEST)).plusMinutes(1).minusNanos(1).toMinutes();
        return new WaitEstimate.Range(
                Duration.ofMinutes(low > FINE_MINUTES ? low / COARSE_MINUTES * COARSE_MINUTES : low),
                Duration.ofMinutes(
                        high > FINE_MINUTES ? (high + COARSE_MINUTES - 1) / COARSE_MINUTES * COARSE_MINUTES : high));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private record Called(Instant at, Duration waited) {}

    /** Who goes before the newcomer, by the moment at which one asks. */
    private final class Ahead {

        private final Candidate newcomer;
        private final List<Candidate> waiting;
        private final Map<Duration, Map<ServiceId, Integer>> asked = new HashMap<>();

        private Ahead(Candidate newcomer, List<Candidate> waiting) {
            this.newcomer = newcomer;
            this.waiting = waiting;
        }

        /** How many, by service. */
        private Map<ServiceId, Integer> after(Duration later) {
            return asked.computeIfAbsent(
                    later,
                    at -> waiting.stream()
                            .filter(other -> order.goesBefore(other, newcomer, now.plus(at)))
                            .collect(Collectors.toMap(Candidate::service, other -> 1, Integer::sum)));
        }
    }

    /** The newcomer's way to a counter, where everybody takes as long as one quantile says. */
    private final class Line {

        private final Ahead ahead;
        private final ServiceId service;
        private final List<OpenShift> counters;
        private final List<Duration> freeAfter;

        /** What one person adds to the line of the same service. */
        private final Duration own;

        /** Who gets ahead of a line that goes on still waits until some counter is free. */
        private final Duration gap;

        /** What one person of another service adds to each of its counters. */
        private final Map<ServiceId, Duration> shares = new HashMap<>();

        private Line(Ahead ahead, List<OpenShift> counters, double quantile) {
            this.ahead = ahead;
            this.service = ahead.newcomer.service();
            this.counters = counters;
            this.freeAfter = counters.stream()
                    .map(counter -> freeAfter(counter, quantile))
                    .toList();
            this.own = usual(service, quantile);
            this.gap = quantile < UPPER ? Duration.ZERO : own.dividedBy(counters.size());
            ahead.waiting.forEach(other -> shares.computeIfAbsent(
                    other.service(),
                    shared -> usual(shared, quantile).dividedBy(serving(shared).size())));
        }

        private Duration shortestWait() {
            Duration shortest = waitBehind(ahead.after(Duration.ZERO));
            for (Duration later : LATER) {
                if (later.compareTo(shortest) >= 0) {
                    break;
                }
                shortest = least(shortest, most(later.plus(gap), waitBehind(ahead.after(later))));
            }
            return shortest;
        }

        private Duration waitBehind(Map<ServiceId, Integer> people) {
            List<Duration> free = new ArrayList<>();
            for (int index = 0; index < counters.size(); index++) {
                // In whole nanoseconds: Duration multiplies by way of BigDecimal, a thousand times for each board.
                long shared = 0;
                for (ServiceId other : counters.get(index).services()) {
                    if (!other.equals(service)) {
                        shared += shares.getOrDefault(other, Duration.ZERO).toNanos() * people.getOrDefault(other, 0);
                    }
                }
                Duration start = freeAfter.get(index).plusNanos(shared);
                free.add(start);
            }
            PriorityQueue<Duration> next = new PriorityQueue<>(free);
            for (int person = people.getOrDefault(service, 0); person > 0; person--) {
                next.add(next.remove().plus(own));
            }
            return next.remove();
        }

        private Duration freeAfter(OpenShift counter, double quantile) {
            Duration back = counter.running()
                    .map(pause -> Duration.between(now, pause.plannedEnd()))
                    .orElse(Duration.ZERO);
            Duration occupied = board.activeAt(counter.counter())
                    .map(ticket -> {
                        Duration usual = usual(ticket.service(), quantile);
                        Duration elapsed = ticket.firstCalledAt()
                                .map(called -> Duration.between(called, now).minus(ticket.held()))
                                .orElse(Duration.ZERO);
                        return most(usual.minus(elapsed), usual.dividedBy(REMAINDER));
                    })
                    .orElse(Duration.ZERO);
            return most(back, occupied);
        }
    }
}
