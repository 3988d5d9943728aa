package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.queue.TicketId;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a follow-up for each rating of 1, in the very transaction that keeps the rating: both happen or neither. */
@Component
class RatingTasks {

    private static final int WORST = 1;

    private final FollowUpRows rows;
    private final TimeLimits limits;
    private final CurrentMall mall;

    RatingTasks(FollowUpRows rows, TimeLimits limits, CurrentMall mall) {
        this.rows = rows;
        this.limits = limits;
        this.mall = mall;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void rated(AgencyId agency, TicketId ticket, int score, Instant at) {
        if (score == WORST) {
            rows.openOfRating(agency, ticket, limits.ofRating(mall.today().date()), at);
        }
    }
}
