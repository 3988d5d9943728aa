package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.ReadingAcross;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputCheck;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done about what was said. A rating of 1 and a low unsur open a task by themselves; an agency's admin gives it to somebody and
 * opens others. The head reads them; an officer sees and moves the own ones, and learns nothing of what they go back to.
 */
@Service
public class FollowUps {

    private static final String DATA = "satisfaction";
    private static final int MOST = 200;
    private static final Duration DONE_LATELY = Duration.ofDays(14);

    private final FollowUpRows rows;
    private final FollowUpKeeping keeping;
    private final TimeLimits limits;
    private final StaffNames names;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final TransactionTemplate transaction;

    FollowUps(
            FollowUpRows rows,
            FollowUpKeeping keeping,
            TimeLimits limits,
            StaffNames names,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.keeping = keeping;
        this.limits = limits;
        this.names = names;
        this.catalogue = catalogue;
        this.mall = mall;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A page of follow-ups, by the day until which they are to be done, and of a day that which was opened first; the done ones with the
     * latest day first.
     *
     * @param agency whose; an agency's admin reads the own ones, whatever stands here
     * @param filter which
     * @param after the place after which the page begins; empty for the first
     * @param limit how many at most, up to {@value #MOST}
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<FollowUpEntry> page(AgencyId agency, FollowUpFilter filter, Optional<FollowUpKey> after, int limit) {
        LocalDate today = mall.today().date();
        return read(agency, readable -> named(rows.page(readable, filter, today, after, Math.min(limit, MOST))));
    }

    /**
     * How many follow-ups stand where.
     *
     * @param agency whose; an agency's admin reads the own ones, whatever stands here
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public FollowUpCounts counts(AgencyId agency) {
        LocalDate today = mall.today().date();
        return read(agency, readable -> rows.counts(readable, today));
    }

    /**
     * Who was ever asked to do a follow-up, by name, without those whose account is gone.
     *
     * @param agency of which; an agency's admin reads the own one's, whatever stands here
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<FollowUpOwner> asked(AgencyId agency) {
        return read(agency, readable -> byName(names.of(rows.owners(readable))));
    }

    /**
     * One follow-up of one's agency.
     *
     * @param id which
     * @throws BusinessRuleViolation when the agency has no such follow-up
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public FollowUpEntry find(FollowUpId id) {
        AgencyId agency = currentStaff.requireAgency();
        return reading.execute(status -> rows.find(agency, id)
                .map(found -> named(List.of(found)).getFirst())
                .orElseThrow(() -> new BusinessRuleViolation("satisfaction.refused.no-such-follow-up")));
    }

    /**
     * One's own follow-ups by the day until which they are to be done: those that aren't done, and those of the last two weeks. To an
     * officer none without a title.
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public List<OwnFollowUp> own() {
        StaffPrincipal self = currentStaff.require();
        return reading
                .execute(status -> rows.own(
                        currentStaff.requireAgency(), self.id(), clock.instant().minus(DONE_LATELY)))
                .stream()
                .filter(task -> self.role() != Role.OFFICER || !task.title().isEmpty())
                .toList();
    }

    /** Who may be asked to do a follow-up: the staff of one's agency that may sign in, by name. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public List<FollowUpOwner> owners() {
        AgencyId agency = currentStaff.requireAgency();
        return reading.execute(status -> byName(names.working(agency)));
    }

    private static List<FollowUpOwner> byName(Map<StaffId, String> people) {
        return people.entrySet().stream()
                .map(person -> new FollowUpOwner(person.getKey(), person.getValue()))
                .sorted(Comparator.comparing(FollowUpOwner::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * Until when a complaint is to be dealt with.
     *
     * @param complaintClass how it is dealt with
     * @param receivedOn on which day it came in, in the mall's zone
     * @return the last day, included
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public LocalDate due(ComplaintClass complaintClass, LocalDate receivedOn) {
        return limits.ofComplaint(complaintClass, receivedOn);
    }

    /**
     * Opens a follow-up of one's agency that goes back to no comment.
     *
     * @param draft what was filled in; with a complaint's part it is registered as a complaint, and its time limit is the law's
     * @throws InvalidInput when it can't be taken, or its unsur was never asked about
     * @throws BusinessRuleViolation when nobody like its owner works there, or that month's report has a plan for the unsur
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public FollowUpId add(FollowUpDraft draft) {
        keeping.check(draft).orThrow();
        return transaction.execute(status -> keeping.open(currentStaff.requireAgency(), draft, Optional.empty()));
    }

    /**
     * Changes a follow-up of one's agency; also finishes it, or opens it anew.
     *
     * @param id which
     * @param version the version that the form was filled with
     * @param draft what was filled in; with a complaint's part if, and only if, it is one
     * @throws InvalidInput when it can't be taken; one that opened by itself goes to no officer without a title
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when the agency has no such follow-up, or nobody like its owner works there
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void change(FollowUpId id, int version, FollowUpDraft draft) {
        transaction.executeWithoutResult(status -> keeping.change(currentStaff.requireAgency(), id, version, draft));
    }

    /**
     * Moves a follow-up on: an officer an own one, an admin any of the agency's.
     *
     * @param id which
     * @param version the version that was on the screen
     * @param state where it stands now
     * @param result what came of it; needed once it is done
     * @throws InvalidInput when the result can't be taken
     * @throws ChangedMeanwhile when somebody else changed it since
     * @throws BusinessRuleViolation when there is no such follow-up, or it isn't one's own
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public void move(FollowUpId id, int version, FollowUpState state, TypedText result) {
        FollowUpDraft.result(new InputCheck(), state, result).orThrow();
        StaffPrincipal self = currentStaff.require();
        Optional<StaffId> owner = Optional.of(self.id()).filter(person -> self.role() == Role.OFFICER);
        transaction.executeWithoutResult(
                status -> keeping.stand(currentStaff.requireAgency(), id, version, owner, state, result.text()));
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

    private List<FollowUpEntry> named(List<FollowUpEntry> found) {
        Map<StaffId, String> known = names.of(found.stream()
                .flatMap(entry -> entry.owner().stream())
                .map(FollowUpOwner::id)
                .distinct()
                .toList());
        return found.stream().map(entry -> entry.named(known)).toList();
    }
}
