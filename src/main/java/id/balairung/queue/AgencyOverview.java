package id.balairung.queue;

import id.balairung.agency.DayHours;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CountersNow;
import id.balairung.counter.OpenShift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An agency at a glance, for those who look at the whole mall: a pure function of its board.
 *
 * @param board the board
 * @param trouble how urgently somebody should look
 * @param worst who has the least time left to the target, or has exceeded it most; empty when nobody waits
 * @param waiting how many wait
 * @param over how many of them beyond their target
 * @param open how many counters are open, those on a break included
 * @param onBreak how many of them are on a break
 * @param figures the day's figures of all its services together
 */
public record AgencyOverview(
        QueueBoard board,
        Trouble trouble,
        Optional<Worst> worst,
        int waiting,
        int over,
        int open,
        int onBreak,
        ServiceFigures figures) {

    /** The agencies that need somebody most first: trouble, then how many are over, by how much, how many wait. */
    public static final Comparator<AgencyOverview> BY_TROUBLE = Comparator.comparing(AgencyOverview::trouble)
            .thenComparing(AgencyOverview::over, Comparator.reverseOrder())
            .thenComparing(overview -> overview.worst().map(Worst::due).orElse(Instant.MAX), Comparator.naturalOrder())
            .thenComparing(AgencyOverview::waiting, Comparator.reverseOrder());

    /** How urgently somebody should look at an agency, the worst first. */
    public enum Trouble {
        /** People wait and no counter is open. */
        DESERTED,
        /** Somebody waits beyond the target. */
        OVER_TARGET,
        /** No counter is open in opening hours; nobody waits yet. */
        UNATTENDED,
        /** Another alert lasts. */
        ALERTED,
        /** All is well. */
        CALM,
        /** It isn't open, and nobody waits. */
        CLOSED
    }

    /**
     * Who needs attention first.
     *
     * @param ticket the ticket
     * @param target its service's target wait
     */
    public record Worst(TicketSnapshot ticket, Duration target) {

        /** When the target is or was reached, UTC. */
        public Instant due() {
            return ticket.queuedAt().plus(target);
        }
    }

    /**
     * An agency at a glance.
     *
     * @param board its board
     * @param hours its opening hours of the day; empty when it doesn't open
     * @param time the time of day in the mall's zone
     * @param now the moment, UTC
     */
    public static AgencyOverview of(QueueBoard board, Optional<DayHours> hours, LocalTime time, Instant now) {
        Map<ServiceId, Duration> targets = board.services().stream()
                .collect(Collectors.toUnmodifiableMap(ServiceSummary::id, ServiceSummary::targetWait));
        List<Worst> waiting = board.waiting().stream()
                .map(ticket -> new Worst(ticket, targets.getOrDefault(ticket.service(), Duration.ZERO)))
                .sorted(Comparator.comparing(Worst::due))
                .toList();
        int over = (int) waiting.stream().filter(one -> now.isAfter(one.due())).count();
        int onBreak = (int) board.shifts().stream().filter(OpenShift::onBreak).count();
        boolean openNow = hours.filter(day -> !time.isBefore(day.opens()) && time.isBefore(day.closes()))
                .isPresent();
        return new AgencyOverview(
                board,
                urgency(board, waiting.isEmpty(), over, openNow),
                waiting.stream().findFirst(),
                waiting.size(),
                over,
                board.shifts().size(),
                onBreak,
                board.soFar()
                        .of(board.services().stream().map(ServiceSummary::id).toList()));
    }

    private static Trouble urgency(QueueBoard board, boolean nobodyWaits, int over, boolean openNow) {
        boolean noCounter = board.shifts().isEmpty();
        if (noCounter && !nobodyWaits) {
            return Trouble.DESERTED;
        }
        if (over > 0) {
            return Trouble.OVER_TARGET;
        }
        if (board.alerts().stream().anyMatch(alert -> alert.kind().equals(CountersNow.NO_OPEN_COUNTER))) {
            return Trouble.UNATTENDED;
        }
        if (!board.alerts().isEmpty()) {
            return Trouble.ALERTED;
        }
        return openNow || !noCounter || !nobodyWaits ? Trouble.CALM : Trouble.CLOSED;
    }
}
