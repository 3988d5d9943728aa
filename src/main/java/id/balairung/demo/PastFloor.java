package id.balairung.demo;

import id.balairung.agency.ServiceSummary;
import id.balairung.counter.PastShift;
import id.balairung.history.TurnResult;
import id.balairung.queue.CallOrder;
import id.balairung.queue.Candidate;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An agency's part of the hall on a day that is played on paper: who waits, who has nobody to call, and what became of all. */
final class PastFloor {

    /** From a new number to the call of an officer who had nothing to do. */
    private static final Duration REACTION = Duration.ofSeconds(15);

    private final PastAgenda agenda;
    private final CallOrder order;
    private final Map<TicketId, Waiting> waiting = new LinkedHashMap<>();
    private final Set<PastDesk> idle = new LinkedHashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<PastTurn> turns = new ArrayList<>();
    private final List<PastShift> shifts = new ArrayList<>();
    private long tickets;

    PastFloor(PastAgenda agenda, CallOrder order) {
        this.agenda = agenda;
        this.order = order;
    }

    /** Somebody who waits. */
    record Waiting(PastTurn.Number number, ServiceSummary service, Candidate candidate, Manner manner) {

        Instant queued() {
            return candidate.waitsSince();
        }

        PriorityClass priorityClass() {
            return candidate.priorityClass();
        }

        PastTurn ended(Optional<PastTurn.Call> call, Instant at, TurnResult result, Optional<Integer> rating) {
            return new PastTurn(number, service.prefix(), priorityClass(), queued(), call, at, result, rating);
        }
    }

    /** Somebody gets the next number of a service. */
    void issue(ServiceSummary service, PriorityClass priorityClass, Manner manner, Instant now) {
        int sequence = numbers.merge(service.prefix(), 1, Integer::sum);
        queue(new PastTurn.Number(service.prefix(), sequence), service, priorityClass, manner, now);
    }

    /** Somebody waits with a number that they have. */
    void queue(
            PastTurn.Number number, ServiceSummary service, PriorityClass priorityClass, Manner manner, Instant now) {
        TicketId ticket = new TicketId(new UUID(0, ++tickets));
        waiting.put(
                ticket,
                new Waiting(
                        number,
                        service,
                        new Candidate(ticket, service.id(), priorityClass, now, service.targetWait()),
                        manner));
        manner.patience()
                .ifPresent(targets -> agenda.at(
                        now.plusSeconds(Math.round(service.targetWait().toSeconds() * targets)),
                        then -> leave(ticket, then)));
        idle.stream().findFirst().ifPresent(desk -> {
            idle.remove(desk);
            desk.next(now.plus(REACTION));
        });
    }

    private void leave(TicketId ticket, Instant now) {
        Waiting left = waiting.remove(ticket);
        if (left != null) {
            add(left.ended(Optional.empty(), now, TurnResult.ABANDONED, Optional.empty()));
        }
    }

    /** Whose turn it is; empty when nobody waits. */
    Optional<Waiting> call(Instant now) {
        return order.next(waiting.values().stream().map(Waiting::candidate).toList(), now)
                .map(choice ->
                        Objects.requireNonNull(waiting.remove(choice.candidate().ticket())));
    }

    /** An officer has nobody to call. */
    void rests(PastDesk desk) {
        idle.add(desk);
    }

    /** An officer does something, and is not to be woken. */
    void acts(PastDesk desk) {
        idle.remove(desk);
    }

    void add(PastTurn turn) {
        turns.add(turn);
    }

    void add(PastShift shift) {
        shifts.add(shift);
    }

    /** The end of the day finds whoever still waits. */
    void settle(Instant now) {
        List.copyOf(waiting.keySet()).forEach(ticket -> leave(ticket, now));
    }

    List<PastTurn> turns() {
        return turns;
    }

    List<PastShift> shifts() {
        return shifts;
    }
}
