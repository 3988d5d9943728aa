package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
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
 */
record DayReckoning(DayBounds day) {

    DayReport of(Collection<DayTurn> turns) {
        Tally total = new Tally();
        Map<Integer, Tally> hours = new HashMap<>();
        Map<ServiceId, Tally> services = new HashMap<>();
        for (DayTurn turn : turns) {
            total.count(turn);
            hours.computeIfAbsent(day.hour(turn.queuedAt()), hour -> new Tally())
                    .count(turn);
            Tally service = services.computeIfAbsent(turn.service(), id -> new Tally());
            service.count(turn);
            if (turn.arrived()) {
                total.arrivals++;
                hours.computeIfAbsent(day.hour(turn.issuedAt()), hour -> new Tally()).arrivals++;
                service.arrivals++;
            }
        }
        return new DayReport(day.day(), Optional.empty(), total.figures(), figures(hours), figures(services));
    }

    private static <K> Map<K, DayFigures> figures(Map<K, Tally> tallies) {
        return tallies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tally -> tally.getValue().figures()));
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
                    abandoned += day.over() ? 1 : 0;
                }
            }
            turn.serviceTime().map(DayReckoning::inMillis).ifPresent(serviceTimes::add);
            turn.wait(day.until()).map(DayReckoning::inMillis).ifPresent(waits::add);
            within += turn.within(day.until()) ? 1 : 0;
            missed += turn.missed(day.until()) ? 1 : 0;
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
