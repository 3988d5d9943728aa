package id.balairung.history;

import id.balairung.agency.CurrentMall;
import id.balairung.queue.EndedTurn;
import id.balairung.queue.TicketId;
import id.balairung.queue.TurnArchive;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the history up with the queue, within the queue's own transactions, and tells when a past day changed with that. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TurnKeeper implements TurnArchive {

    private final KeptTurns turns;
    private final CurrentMall mall;
    private final ApplicationEventPublisher events;

    TurnKeeper(KeptTurns turns, CurrentMall mall, ApplicationEventPublisher events) {
        this.turns = turns;
        this.mall = mall;
        this.events = events;
    }

    @Override
    public void keep(AgencyId agency, EndedTurn turn) {
        turns.insert(agency, turn, mall.rules().zone());
        tell(agency, Set.of(turn.serviceDay().date()));
    }

    @Override
    public void correct(AgencyId agency, EndedTurn turn) {
        turns.correct(agency, turn);
        tell(agency, Set.of(turn.serviceDay().date()));
    }

    @Override
    public void reopen(AgencyId agency, TicketId ticket, int from) {
        tell(agency, turns.delete(agency, ticket, from));
    }

    @Override
    public void note(AgencyId agency, TicketId ticket, int turn, long event, Instant at, String words) {
        turns.note(agency, ticket, turn, event, at, words);
    }

    @Override
    public int erase(AgencyId agency, Instant from, Instant until, String erased) {
        return turns.eraseNotes(agency, from, until, erased);
    }

    private void tell(AgencyId agency, Collection<LocalDate> days) {
        LocalDate today = mall.today().date();
        Set<LocalDate> past = days.stream().filter(today::isAfter).collect(Collectors.toSet());
        if (!past.isEmpty()) {
            events.publishEvent(new PastDaysChanged(agency, past));
        }
    }
}
