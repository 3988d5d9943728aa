package id.balairung.history;

import id.balairung.queue.PriorityClass;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A row of a file as it would stand in the history; moments in the mall's zone.
 *
 * @param row its number in the file
 * @param number the ticket's number
 * @param service the service's name in Indonesian
 * @param counter the counter's number
 * @param priorityClass of which class
 * @param result how it ended
 * @param queuedAt when it entered the queue
 * @param calledAt its call
 * @param endedAt when it ended
 */
public record ImportPreview(
        int row,
        String number,
        String service,
        Optional<Integer> counter,
        PriorityClass priorityClass,
        TurnResult result,
        LocalDateTime queuedAt,
        Optional<LocalDateTime> calledAt,
        LocalDateTime endedAt) {}
