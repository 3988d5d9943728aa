package id.balairung.satisfaction;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.audit.ReadingAcross;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.InvalidInput;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people wrote to their ratings. An agency's admin reads the own agency's, whatever is asked for, and says what each is; the head
 * reads any agency's, which that finds in its trail. Of who wrote, nothing but the service and the day stands in it; an admin, who
 * answers for it, finds the turn by its rating in the history.
 */
@Service
public class Comments {

    private static final String DATA = "satisfaction";
    private static final int MOST = 200;

    private final CommentRows rows;
    private final FollowUpKeeping followUps;
    private final ServiceCatalogue catalogue;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate reading;
    private final TransactionTemplate transaction;

    Comments(
            CommentRows rows,
            FollowUpKeeping followUps,
            ServiceCatalogue catalogue,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            AuditTrail trail,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.followUps = followUps;
        this.catalogue = catalogue;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A page of comments, the newest service day first.
     *
     * @param agency whose; an agency's admin reads the own ones, whatever stands here
     * @param filter which
     * @param after the place after which the page begins; empty for the first
     * @param limit how many at most, up to {@value #MOST}
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<CommentEntry> page(AgencyId agency, CommentFilter filter, Optional<CommentKey> after, int limit) {
        return read(agency, readable -> rows.page(readable, filter, after, Math.min(limit, MOST)));
    }

    /**
     * How many comments there are of each tag; a tag of which there is none may be missing.
     *
     * @param agency whose; an agency's admin reads the own ones, whatever stands here
     * @param filter which; its tags don't matter
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Map<CommentTag, Long> counts(AgencyId agency, CommentFilter filter) {
        return read(agency, readable -> rows.counts(readable, filter));
    }

    private <T> T read(AgencyId agency, Function<AgencyId, T> read) {
        AgencyId readable = currentStaff.require().agency().orElseGet(() -> {
            requireKnown(agency);
            readings.of(List.of(agency), DATA);
            return agency;
        });
        return reading.execute(status -> read.apply(readable));
    }

    private void requireKnown(AgencyId agency) {
        if (catalogue.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            throw new AccessDeniedException("No such agency");
        }
    }

    /**
     * Says what a comment of one's agency is.
     *
     * @param comment which
     * @param tag what it is
     * @throws BusinessRuleViolation when the agency has no such comment, or its time is over
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void tag(CommentId comment, CommentTag tag) {
        AgencyId agency = currentStaff.requireAgency();
        transaction.executeWithoutResult(status -> {
            CommentRows.Found found = locked(agency, comment);
            if (found.tag() != tag) {
                tag(agency, found, tag);
                events.publishEvent(new SatisfactionChanged(agency));
            }
        });
    }

    /**
     * Opens a follow-up that goes back to a comment of one's agency, and tags the comment by it. The words are not copied: they end when
     * their time is over.
     *
     * @param comment which
     * @param draft what was filled in; with a complaint's part it is registered as a complaint, and its time limit is the law's
     * @throws InvalidInput when it can't be taken
     * @throws BusinessRuleViolation when the agency has no such comment, or a follow-up of the kind goes back to it already
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public FollowUpId followUp(CommentId comment, FollowUpDraft draft) {
        AgencyId agency = currentStaff.requireAgency();
        followUps.check(draft).orThrow();
        return transaction.execute(status -> {
            CommentRows.Found found = locked(agency, comment);
            FollowUpId opened = followUps.open(agency, draft, Optional.of(found));
            tag(agency, found, draft.complaint().isPresent() ? CommentTag.COMPLAINT : CommentTag.FOLLOW_UP);
            return opened;
        });
    }

    private CommentRows.Found locked(AgencyId agency, CommentId comment) {
        return rows.lock(agency, comment)
                .orElseThrow(() -> new BusinessRuleViolation("satisfaction.refused.no-such-comment"));
    }

    private void tag(AgencyId agency, CommentRows.Found comment, CommentTag tag) {
        rows.tag(agency, new CommentId(comment.id()), tag);
        String subject = catalogue.service(comment.service()).prefix() + " · " + comment.day();
        trail.record(AuditEvent.of(AuditKind.COMMENT_TAGGED, agency, subject)
                .changing(Map.of("tag", comment.tag().name()), Map.of("tag", tag.name())));
    }
}
