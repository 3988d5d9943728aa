package id.balairung.history;

import id.balairung.agency.ServiceSummary;
import id.balairung.queue.PriorityClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A turn as it stands in an older system's file.
 *
 * @param row its number in the file
 * @param ticket an id that the same row of the same agency always has, and that rises with time
 * @param day its service day
 * @param prefix the number's letters
 * @param sequence the running number
 * @param service at which service
 * @param counter the counter's number
 * @param officer who called it
 * @param priorityClass of which class
 * @param result how it ended
 * @param queuedAt when it entered the queue
 * @param calledAt its call
 * @param servingSince when service began
 * @param endedAt when it ended
 * @param rating from 1 to 4
 */
record ImportedTurn(
        int row,
        UUID ticket,
        LocalDate day,
        String prefix,
        int sequence,
        ServiceSummary service,
        Optional<Integer> counter,
        Optional<UUID> officer,
        PriorityClass priorityClass,
        TurnResult result,
        Instant queuedAt,
        Optional<Instant> calledAt,
        Optional<Instant> servingSince,
        Instant endedAt,
        Optional<Integer> rating) {

    /** Its place in the history. */
    Instant at() {
        return calledAt.orElse(queuedAt);
    }
}
