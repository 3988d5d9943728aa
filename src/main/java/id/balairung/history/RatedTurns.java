package id.balairung.history;

import id.balairung.queue.TicketId;
import id.balairung.tenancy.AgencyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the history be searched by what a service was rated. Called within the transaction that keeps the rating. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RatedTurns {

    private final KeptTurns turns;

    RatedTurns(KeptTurns turns) {
        this.turns = turns;
    }

    /**
     * Puts a rating beside the turn in which its ticket's service was finished.
     *
     * @param agency whose ticket
     * @param ticket the ticket
     * @param score from 1 to 4
     */
    public void rated(AgencyId agency, TicketId ticket, int score) {
        turns.rate(agency, ticket, score);
    }
}
