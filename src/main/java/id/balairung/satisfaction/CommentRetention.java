package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.queue.RetainedElsewhere;
import id.balairung.queue.RetentionKind;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes comments away when their time is over. The score stays, and so does that something was done about it, without its words: those
 * of a follow-up that was done by then end with the comment, those of one that was written to later as long after that day as a comment
 * after its own.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CommentRetention implements RetainedElsewhere {

    private final CommentRows rows;
    private final FollowUpRows followUps;
    private final CurrentMall mall;

    CommentRetention(CommentRows rows, FollowUpRows followUps, CurrentMall mall) {
        this.rows = rows;
        this.followUps = followUps;
        this.mall = mall;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.COMMENT;
    }

    @Override
    public Optional<LocalDate> nextDay(AgencyId agency, LocalDate from, LocalDate until) {
        ZoneId zone = mall.rules().zone();
        return Stream.of(
                        rows.nextDay(agency, from, until),
                        followUps
                                .nextUncommented(agency, start(from, zone), start(until, zone))
                                .map(changed -> LocalDate.ofInstant(changed, zone)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public int replace(AgencyId agency, LocalDate from, LocalDate until) {
        ZoneId zone = mall.rules().zone();
        return rows.erase(agency, from, until)
                + followUps.eraseUncommented(agency, start(from, zone), start(until, zone), CommentRows.BATCH);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
