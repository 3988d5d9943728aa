package id.balairung.history;

import id.balairung.agency.ServiceId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketNumber;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn as the history lists it. Carries nothing that a visitor told. Every moment is UTC; durations follow kpi.md.
 *
 * @param key its place
 * @param number the ticket's number
 * @param service the turn's service
 * @param counter the number of the counter that called it last, as it was then
 * @param officer who called it last
 * @param priorityClass the ticket's class
 * @param status where the ticket stood when the turn ended, or stands while it goes on
 * @param outcome what came of it
 * @param queuedAt when it entered the queue
 * @param calledAt the last call
 * @param endedAt when it ended; empty while it goes on
 * @param waitingTime the waiting time; empty when nobody called it
 * @param wayTime the way time; empty when it wasn't served
 * @param serviceTime the service time, holds left out; empty when it wasn't completed
 * @param overTarget whether it missed the target of its day, as {@link WaitFigure#MISSED} has it
 * @param rating how the visitor rated it, from 1 to 4; empty also for whoever may not know
 * @param corrected whether an admin corrected it
 * @param unsettled whether it is still open although its day is over
 */
public record HistoryEntry(
        HistoryKey key,
        TicketNumber number,
        ServiceId service,
        Optional<Integer> counter,
        Optional<StaffId> officer,
        PriorityClass priorityClass,
        TicketStatus status,
        Optional<Outcome> outcome,
        Instant queuedAt,
        Optional<Instant> calledAt,
        Optional<Instant> endedAt,
        Optional<Duration> waitingTime,
        Optional<Duration> wayTime,
        Optional<Duration> serviceTime,
        boolean overTarget,
        Optional<Integer> rating,
        boolean corrected,
        boolean unsettled) {

    HistoryEntry withoutRating() {
        return new HistoryEntry(
                key,
                number,
                service,
                counter,
                officer,
                priorityClass,
                status,
                outcome,
                queuedAt,
                calledAt,
                endedAt,
                waitingTime,
                wayTime,
                serviceTime,
                overTarget,
                Optional.empty(),
                corrected,
                unsettled);
    }
}
