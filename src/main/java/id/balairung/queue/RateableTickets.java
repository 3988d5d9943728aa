package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.counter.CounterId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the ticket that somebody may rate: by its slip's token, or for the pad at the counter that finished it. */
@Service
public class RateableTickets {

    private final RateableRows rows;
    private final CurrentMall mall;
    private final TransactionTemplate reading;

    RateableTickets(RateableRows rows, CurrentMall mall, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.mall = mall;
        // Not marked as reading: the mark costs two more ways to the server, and each visit comes here.
        this.reading = new TransactionTemplate(transactions);
    }

    /**
     * The ticket on whose slip this token stands, at whichever agency.
     *
     * @param token what the slip's link carries
     * @return empty when it is no ticket's
     */
    public Optional<RateableTicket> of(PublicToken token) {
        return reading.execute(status -> rows.find(AllAgencies.READ, token));
    }

    /**
     * The ticket that a counter finished last today.
     *
     * @param agency whose counter
     * @param counter the counter
     * @return empty when it finished none yet, or serves the next one
     */
    public Optional<RateableTicket> lastFinished(AgencyId agency, CounterId counter) {
        return reading.execute(status -> rows.lastFinished(agency, counter, mall.today()));
    }

    /**
     * A ticket that a counter finished.
     *
     * @param agency whose counter
     * @param counter the counter
     * @param ticket the ticket
     * @return empty when it is none that this counter finished
     */
    public Optional<RateableTicket> finishedAt(AgencyId agency, CounterId counter, TicketId ticket) {
        return reading.execute(status -> rows.finishedAt(agency, counter, ticket));
    }
}
