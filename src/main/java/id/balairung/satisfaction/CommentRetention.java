package id.balairung.satisfaction;

import id.balairung.queue.RetainedElsewhere;
import id.balairung.queue.RetentionKind;
import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes comments away when their time is over. The score stays, and so does that something was done about it,
 * without its words. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CommentRetention implements RetainedElsewhere {

    private final CommentRows rows;

    CommentRetention(CommentRows rows) {
        this.rows = rows;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.COMMENT;
    }

    @Override
    public Optional<LocalDate> nextDay(AgencyId agency, LocalDate from, LocalDate until) {
        return rows.nextDay(agency, from, until);
    }

    @Override
    public int replace(AgencyId agency, LocalDate from, LocalDate until) {
        return rows.erase(agency, from, until);
    }
}
