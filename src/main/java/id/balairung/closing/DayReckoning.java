package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reckons a day's figures from its turns: a pure function.
 *
 * @param day the day
 * @param zone the mall's
 * @param now the moment, UTC: on a day that goes on, those who wait beyond the target count as missed now
 */
record DayReckoning(LocalDate day, ZoneId zone, Instant now) {

    private static final int LAST_HOUR = 23;

    DayReport of(Collection<DayTurn> turns) {
        Tally total = new Tally();
        Map<Integer, Tally> hours = new HashMap<>();
        Map<ServiceId, Tally> services = new HashMap<>();
        for (DayTurn turn : turns) {
            total.count(turn);
            hours.computeIfAbsent(hour(turn.queuedAt()), hour -> new Tally()).count(turn);
            Tally service = services.computeIfAbsent(turn.service(), id -> new Tally());
            service.count(turn);
            if (turn.arrived()) {
                total.arrivals++;
                hours.computeIfAbsent(hour(turn.issuedAt()), hour -> new Tally()).arrivals++;
                service.arrivals++;
            }
        }
        return new DayReport(day, Optional.empty(), total.figures(), figures(hours), figures(services));
    }

    private static <K> Map<K, DayFigures> figures(Map<K, Tally> tallies) {
        return tallies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tally -> tally.getValue().figures()));
    }

    /** A ticket that is moved on after midnight still belongs to its day, and there to the last hour. */
    private int hour(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return local.toLocalDate().isAfter(day) ? LAST_HOUR : local.getHour();
    }

    private boolean over() {
        return !now.isBefore(end());
    }

    private Instant end() {
        return new ServiceDay(day.plusDays(1)).begins(zone);
    }

    private Instant until() {
        return over() ? end() : now;
    }

    private final class Tally {

        private final List<Duration> waits = new ArrayList<>();
        private final List<Duration> serviceTimes = new ArrayList<>();
        private int arrivals;
        private int served;
        private int noShows;
        private int abandoned;
        private int unsettled;
        private int transferred;
        private int missed;
        private int within;

        private void count(DayTurn turn) {
            TicketStatus status = turn.status();
            switch (status) {
                case COMPLETED -> served++;
                case NO_SHOW -> noShows++;
                case TRANSFERRED -> transferred++;
                case ABANDONED -> abandoned++;
                case WAITING, CALLED, SERVING, HELD -> {
                    unsettled++;
                    abandoned += over() ? 1 : 0;
                }
            }
            turn.serviceTime().map(DayReckoning::inMillis).ifPresent(serviceTimes::add);
            turn.wait(until()).ifPresent(wait -> {
                waits.add(inMillis(wait));
                within += wait.compareTo(turn.target()) <= 0 ? 1 : 0;
            });
            missed += turn.missed(until()) ? 1 : 0;
        }

        private DayFigures figures() {
            return new DayFigures(
                    arrivals,
                    waits.size(),
                    served,
                    noShows,
                    abandoned,
                    unsettled,
                    transferred,
                    waits.size() + missed,
                    within,
                    TurnTimes.of(waits),
                    TurnTimes.of(serviceTimes));
        }
    }

    /** As the history keeps them. */
    private static Duration inMillis(Duration time) {
        return Duration.ofMillis(time.toMillis());
    }
}
