package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputCheck;
import id.balairung.common.InvalidInput;
import id.balairung.security.CurrentStaff;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What each change of a follow-up does besides: it checks the version, says who it was, and tells the screens. */
@Component
class FollowUpKeeping {

    private final FollowUpRepository followUps;
    private final TimeLimits limits;
    private final Questionnaires questionnaires;
    private final StaffNames names;
    private final CurrentMall mall;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUpKeeping(
            FollowUpRepository followUps,
            TimeLimits limits,
            Questionnaires questionnaires,
            StaffNames names,
            CurrentMall mall,
            CurrentStaff currentStaff,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.followUps = followUps;
        this.limits = limits;
        this.questionnaires = questionnaires;
        this.names = names;
        this.mall = mall;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Of one that is to be opened. */
    InputCheck check(FollowUpDraft draft) {
        LocalDate today = mall.today().date();
        return draft.checkNew(today, asked(today));
    }

    private Set<UnsurCode> asked(LocalDate today) {
        return questionnaires.until(today).stream()
                .flatMap(version -> version.unsur().stream())
                .map(Unsur::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private InputCheck check(AgencyId agency, FollowUpKind kind, FollowUpDraft draft) {
        LocalDate today = mall.today().date();
        return kind.opensByItself()
                ? draft.checkOpenedByItself(today, names.officers(agency))
                : draft.check(today, asked(today));
    }

    /** Opens what was filled in and checked. */
    @Transactional(propagation = Propagation.MANDATORY)
    FollowUpId open(AgencyId agency, FollowUpDraft draft, Optional<CommentRows.Found> comment) {
        requireOwner(agency, draft.owner(), Optional.empty());
        FollowUp opened = new FollowUp(draft, thisMonth(), due(draft), comment, self(), clock.instant());
        try {
            followUps.saveAndFlush(opened);
        } catch (DataIntegrityViolationException already) {
            throw new BusinessRuleViolation(
                    comment.isPresent() ? "satisfaction.refused.followed-up" : "satisfaction.refused.unsur-planned");
        }
        record(AuditKind.FOLLOW_UP_OPENED, agency, opened, Map.of());
        return opened.id();
    }

    /**
     * Changes all of it.
     *
     * @throws InvalidInput when it can't be taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(AgencyId agency, FollowUpId id, int version, FollowUpDraft draft) {
        changed(agency, id, version, Optional.empty(), followUp -> {
            if (followUp.kind() == FollowUpKind.COMPLAINT != draft.complaint().isPresent()) {
                throw new IllegalArgumentException("A complaint stays one, and nothing else becomes one");
            }
            check(agency, followUp.kind(), draft).orThrow();
            requireOwner(agency, draft.owner(), followUp.owner());
            followUp.follow(draft, thisMonth(), due(draft), self(), clock.instant());
            try {
                followUps.saveAndFlush(followUp);
            } catch (DataIntegrityViolationException already) {
                throw new BusinessRuleViolation("satisfaction.refused.unsur-planned");
            }
        });
    }

    /**
     * Changes where it stands.
     *
     * @param owner whose it has to be; empty for anybody's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void stand(
            AgencyId agency, FollowUpId id, int version, Optional<StaffId> owner, FollowUpState state, String result) {
        changed(agency, id, version, owner, followUp -> followUp.stand(state, result, self(), clock.instant()));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(mall.today().date());
    }

    private void changed(
            AgencyId agency, FollowUpId id, int version, Optional<StaffId> owner, Consumer<FollowUp> change) {
        FollowUp followUp = followUps
                .lock(id.value())
                .filter(found -> owner.isEmpty() || found.owner().equals(owner))
                .orElseThrow(() -> new BusinessRuleViolation("satisfaction.refused.no-such-follow-up"));
        requireVersion(followUp, version);
        Map<String, String> before = facts(followUp);
        change.accept(followUp);
        record(AuditKind.FOLLOW_UP_CHANGED, agency, followUp, before);
    }

    private void requireVersion(FollowUp followUp, int version) {
        if (followUp.version() == version) {
            return;
        }
        String who = followUp.changedBy()
                .map(by -> names.of(List.of(by)).getOrDefault(by, ""))
                .orElse("Balairung");
        throw new ChangedMeanwhile(
                who, LocalDateTime.ofInstant(followUp.changedAt(), mall.rules().zone()));
    }

    private void requireOwner(AgencyId agency, Optional<StaffId> owner, Optional<StaffId> before) {
        if (!owner.equals(before) && owner.isPresent() && !names.working(agency).containsKey(owner.get())) {
            throw new BusinessRuleViolation("satisfaction.refused.no-such-owner");
        }
    }

    private LocalDate due(FollowUpDraft draft) {
        return draft.complaint()
                .map(part -> limits.ofComplaint(
                        Objects.requireNonNull(part.complaintClass()), Objects.requireNonNull(part.receivedOn())))
                .orElseGet(() -> Objects.requireNonNull(draft.due()));
    }

    /** No words that were typed: they may name a visitor, and the trail can't be purged. */
    private void record(AuditKind kind, AgencyId agency, FollowUp followUp, Map<String, String> before) {
        trail.record(AuditEvent.of(kind, agency, followUp.kind().name()).changing(before, facts(followUp)));
        events.publishEvent(new SatisfactionChanged(agency));
    }

    private Map<String, String> facts(FollowUp followUp) {
        return followUp.facts(names.of(followUp.owner().stream().toList()));
    }

    private StaffId self() {
        return currentStaff.require().id();
    }
}
