package id.balairung.history.ui;

import id.balairung.counter.CounterId;
import id.balairung.history.TurnDetail;
import id.balairung.queue.PastTurn;
import id.balairung.queue.TicketPast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of a ticket's counters: a turn's own counter as the history kept it, for it may have got another number since; today's
 * of those that only held or resumed it, and of a turn that goes on.
 *
 * @param now the numbers that the counters have now
 * @param then the numbers that they had, by turn
 */
record TicketCounters(Map<CounterId, Integer> now, Map<Integer, Map<CounterId, Integer>> then) {

    static TicketCounters of(TicketPast past, List<TurnDetail> kept) {
        Map<Integer, Map<CounterId, Integer>> then = new HashMap<>();
        for (PastTurn turn : past.turns()) {
            turn.counter()
                    .ifPresent(counter -> kept.stream()
                            .map(TurnDetail::entry)
                            .filter(entry -> entry.key().turn() == turn.turn())
                            .flatMap(entry -> entry.counter().stream())
                            .forEach(number -> then.put(turn.turn(), Map.of(counter, number))));
        }
        return new TicketCounters(past.counters(), then);
    }

    /**
     * A counter's number.
     *
     * @param turn in which turn something happened there
     */
    Optional<Integer> of(int turn, CounterId counter) {
        return Optional.ofNullable(then.getOrDefault(turn, Map.of()).get(counter))
                .or(() -> Optional.ofNullable(now.get(counter)));
    }
}
