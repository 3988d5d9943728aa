package id.balairung.history;

import id.balairung.queue.EndedTurn;
import id.balairung.queue.TicketId;
import id.balairung.queue.TurnArchive;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the history up with the queue, within the queue's own transactions. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TurnKeeper implements TurnArchive {

    private final KeptTurns turns;

    TurnKeeper(KeptTurns turns) {
        this.turns = turns;
    }

    @Override
    public void keep(AgencyId agency, EndedTurn turn) {
        turns.insert(agency, turn);
    }

    @Override
    public void correct(AgencyId agency, EndedTurn turn) {
        turns.correct(agency, turn);
    }

    @Override
    public void reopen(AgencyId agency, TicketId ticket, int from) {
        turns.delete(agency, ticket, from);
    }

    @Override
    public void note(AgencyId agency, TicketId ticket, int turn, long event, Instant at, String words) {
        turns.note(agency, ticket, turn, event, at, words);
    }

    @Override
    public int erase(AgencyId agency, Instant from, Instant until, String erased) {
        return turns.eraseNotes(agency, from, until, erased);
    }
}
