package id.balairung.rollup;

import id.balairung.agency.ServiceId;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurn;
import id.balairung.counter.OpenStretch;
import id.balairung.queue.EstimateAccuracy;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a day brought an agency, reckoned from its turns and its counters' open times: a pure function.
 *
 * @param agency the agency's figures
 * @param services by service
 * @param counters by counter number
 * @param load how the work was spread over the officers
 */
record DayRollup(
        Figures agency, Map<ServiceId, Figures> services, Map<Integer, CounterFigures> counters, OfficerLoad load) {

    /** An hour in which a counter was open for less tells nothing. */
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private static final int FIFTH = 5;

    private static final Set<TicketStatus> AT_A_COUNTER =
            Set.of(TicketStatus.COMPLETED, TicketStatus.NO_SHOW, TicketStatus.TRANSFERRED, TicketStatus.ABANDONED);

    private static final Set<TicketStatus> UNDER_WAY =
            Set.of(TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.HELD);

    static DayRollup of(DayBounds day, List<DayTurn> turns, List<OpenStretch> open) {
        Tally all = new Tally(day);
        Map<ServiceId, Tally> services = new HashMap<>();
        Map<StaffId, List<Duration>> officers = new HashMap<>();
        for (DayTurn turn : turns) {
            all.count(turn);
            services.computeIfAbsent(turn.service(), service -> new Tally(day)).count(turn);
            turn.serviceTime()
                    .ifPresent(time -> turn.officer()
                            .ifPresent(officer -> officers.computeIfAbsent(officer, one -> new ArrayList<>())
                                    .add(onTheDay(day, turn, time))));
        }
        return new DayRollup(
                all.figures(),
                services.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, tally -> tally.getValue().figures())),
                counters(day, turns, open),
                load(officers.values()));
    }

    /** Of a service that ended after its day what lay within. */
    private static Duration onTheDay(DayBounds day, DayTurn turn, Duration time) {
        Duration after = turn.endedAt()
                .map(ended -> Duration.between(day.end(), ended))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        return after.compareTo(time) < 0 ? time.minus(after) : Duration.ZERO;
    }

    private static OfficerLoad load(Collection<List<Duration>> officers) {
        return new OfficerLoad(
                Spread.of(officers.stream().map(times -> (long) times.size()).toList()),
                Spread.of(officers.stream()
                        .map(times ->
                                times.stream().mapToLong(Duration::toMillis).sum())
                        .toList()));
    }

    private static Map<Integer, CounterFigures> counters(DayBounds day, List<DayTurn> turns, List<OpenStretch> open) {
        Map<Integer, List<OpenStretch>> stretches = open.stream().collect(Collectors.groupingBy(OpenStretch::counter));
        Map<Integer, List<DayTurn>> served = turns.stream()
                .filter(turn -> turn.counter().isPresent())
                .collect(Collectors.groupingBy(turn -> turn.counter().orElseThrow()));
        Map<Integer, CounterFigures> found = new HashMap<>();
        Stream.concat(stretches.keySet().stream(), served.keySet().stream())
                .distinct()
                .forEach(counter -> {
                    List<DayTurn> mine = served.getOrDefault(counter, List.of());
                    List<OpenStretch> noted = stretches.getOrDefault(counter, List.of());
                    found.put(counter, counter(day, OpenTimes.of(day, noted, mine), mine));
                });
        found.values().removeIf(CounterFigures.NONE::equals);
        return found;
    }

    private static CounterFigures counter(DayBounds day, List<OpenStretch> open, List<DayTurn> turns) {
        long openMillis = 0;
        long servingMillis = 0;
        long quietMillis = 0;
        Instant until = day.until();
        for (Instant hour = day.begin(); hour.isBefore(until); hour = hour.plus(Duration.ofHours(1))) {
            Instant end = hour.plus(Duration.ofHours(1));
            long here = within(open, hour, end);
            if (here == 0) {
                continue;
            }
            double serving = 0;
            for (DayTurn turn : turns) {
                serving += serving(until, turn, open, hour, end);
            }
            openMillis += here;
            servingMillis += Math.round(serving);
            if (here >= HALF_HOUR.toMillis() && serving * FIFTH < here) {
                quietMillis += here;
            }
        }
        boolean over = day.over();
        return new CounterFigures(
                openMillis,
                servingMillis,
                quietMillis,
                turns.stream()
                        .filter(turn ->
                                AT_A_COUNTER.contains(turn.status()) || !over && UNDER_WAY.contains(turn.status()))
                        .count());
    }

    /** How long a turn was served in an hour while its counter was open, in milliseconds; a hold is spread over the whole of it. */
    private static double serving(Instant now, DayTurn turn, List<OpenStretch> open, Instant hour, Instant end) {
        if (turn.servingSince().isEmpty() || turn.status() == TicketStatus.HELD) {
            return 0;
        }
        Instant from = turn.servingSince().get();
        Instant until = turn.endedAt().orElse(now);
        long whole = Duration.between(from, until).toMillis();
        Instant first = from.isAfter(hour) ? from : hour;
        Instant last = until.isBefore(end) ? until : end;
        if (whole <= 0 || !first.isBefore(last)) {
            return 0;
        }
        double held = Math.min(1, (double) turn.held().toMillis() / whole);
        return within(open, first, last) * (1 - held);
    }

    private static long within(List<OpenStretch> open, Instant from, Instant until) {
        return open.stream()
                .mapToLong(stretch -> stretch.within(from, until).toMillis())
                .sum();
    }

    private static final class Tally {

        private final DayBounds day;
        private final boolean over;
        private final Instant until;
        private final List<Long> waits = new ArrayList<>();
        private final List<Long> serviceTimes = new ArrayList<>();
        private final List<Long> misses = new ArrayList<>();
        private final WeekHours.Sum hours = new WeekHours.Sum();
        private int arrivals;
        private int served;
        private int noShows;
        private int abandoned;
        private int unsettled;
        private int transferred;
        private int judged;
        private int within;
        private int serviceWithin;
        private int estimated;
        private int inside;

        private Tally(DayBounds day) {
            this.day = day;
            this.over = day.over();
            this.until = day.until();
        }

        private void count(DayTurn turn) {
            switch (turn.status()) {
                case COMPLETED -> served++;
                case NO_SHOW -> noShows++;
                case TRANSFERRED -> transferred++;
                case ABANDONED -> abandoned++;
                case WAITING, CALLED, SERVING, HELD -> {
                    unsettled++;
                    abandoned += over ? 1 : 0;
                }
            }
            if (turn.arrived()) {
                arrivals++;
                hours.count(WeekHours.Kind.ARRIVALS, weekday(), day.hour(turn.issuedAt()));
            }
            turn.wait(until).map(Duration::toMillis).ifPresent(waits::add);
            turn.serviceTime().ifPresent(time -> {
                serviceTimes.add(time.toMillis());
                serviceWithin += time.compareTo(turn.targetService()) <= 0 ? 1 : 0;
            });
            judge(turn);
            judge(turn.estimate());
        }

        private void judge(DayTurn turn) {
            boolean good = turn.within(until);
            if (good || turn.missed(until) || turn.wait(until).isPresent()) {
                judged++;
                hours.count(WeekHours.Kind.JUDGED, weekday(), day.hour(turn.queuedAt()));
            }
            if (good) {
                within++;
                hours.count(WeekHours.Kind.WITHIN_TARGET, weekday(), day.hour(turn.queuedAt()));
            }
        }

        private void judge(EstimateAccuracy estimate) {
            estimated += estimate.judged();
            inside += estimate.inside();
            estimate.misses().forEach(miss -> misses.add(miss.toMillis()));
        }

        private DayOfWeek weekday() {
            return day.day().getDayOfWeek();
        }

        private Figures figures() {
            return new Figures(
                    arrivals,
                    served,
                    noShows,
                    abandoned,
                    unsettled,
                    transferred,
                    judged,
                    within,
                    Spread.of(waits),
                    Spread.of(serviceTimes),
                    serviceWithin,
                    estimated,
                    inside,
                    Spread.of(misses),
                    hours.result());
        }
    }
}
