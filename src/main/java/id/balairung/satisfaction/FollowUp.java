package id.balairung.satisfaction;

import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task that what was said led to. */
@Entity
@Table(name = "follow_up")
class FollowUp extends AgencyOwned {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private FollowUpKind kind;

    private @Nullable UUID serviceId;

    private @Nullable String unsur;

    private @Nullable LocalDate month;

    private @Nullable Long ratingId;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String details;

    private @Nullable UUID ownerId;

    @Column(nullable = false)
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private FollowUpState state;

    @Column(nullable = false)
    private String result;

    @Enumerated(EnumType.STRING)
    private @Nullable ComplaintClass complaintClass;

    private @Nullable String laporReference;

    private @Nullable LocalDate receivedOn;

    @Column(nullable = false)
    private Instant openedAt;

    @Column(nullable = false)
    private Instant changedAt;

    private @Nullable UUID changedBy;

    private @Nullable Instant closedAt;

    @Version
    private int version;

    protected FollowUp() {}

    /** What an admin opens: an own idea or a complaint, be it of a comment or not. */
    FollowUp(
            FollowUpDraft draft,
            YearMonth now,
            LocalDate due,
            Optional<CommentRows.Found> comment,
            StaffId by,
            Instant at) {
        this.id = UUID.randomUUID();
        this.kind = draft.complaint().isPresent() ? FollowUpKind.COMPLAINT : FollowUpKind.OWN;
        this.ratingId = comment.map(CommentRows.Found::id).orElse(null);
        this.serviceId = comment.map(found -> found.service().value()).orElse(null);
        this.openedAt = at;
        follow(draft, now, due, by, at);
    }

    FollowUpId id() {
        return new FollowUpId(id);
    }

    FollowUpKind kind() {
        return kind;
    }

    Optional<StaffId> owner() {
        return Optional.ofNullable(ownerId).map(StaffId::new);
    }

    Optional<StaffId> changedBy() {
        return Optional.ofNullable(changedBy).map(StaffId::new);
    }

    Instant changedAt() {
        return changedAt;
    }

    String result() {
        return result;
    }

    boolean isOwn(StaffId person) {
        return person.value().equals(ownerId);
    }

    int version() {
        return version;
    }

    final void follow(FollowUpDraft draft, YearMonth now, LocalDate until, StaffId by, Instant at) {
        title = draft.title().text();
        details = draft.details().text();
        ownerId = draft.owner().map(StaffId::value).orElse(null);
        due = until;
        if (kind == FollowUpKind.OWN) {
            plan(draft.unsur(), now);
        }
        draft.complaint().ifPresent(part -> {
            complaintClass = part.complaintClass();
            receivedOn = part.receivedOn();
            laporReference = Optional.of(part.laporReference().text())
                    .filter(number -> !number.isEmpty())
                    .orElse(null);
        });
        stand(draft.state(), draft.result().text(), by, at);
    }

    /** A plan stays in its month's report, but one for another unsur is another plan. */
    private void plan(Optional<FollowUpDraft.OfUnsur> of, YearMonth now) {
        @Nullable String wanted = of.map(planned -> planned.unsur().value()).orElse(null);
        if (!Objects.equals(wanted, unsur)) {
            unsur = wanted;
            month = of.map(planned -> planned.month().orElse(now).atDay(1)).orElse(null);
        }
    }

    final void stand(FollowUpState now, String found, StaffId by, Instant at) {
        closedAt = now == FollowUpState.DONE ? Optional.ofNullable(closedAt).orElse(at) : null;
        state = now;
        result = found;
        changedAt = at;
        changedBy = by.value();
    }

    /** What the trail compares. No words that were typed: they may name a visitor. */
    Map<String, String> facts(Map<StaffId, String> names) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("state", state.name());
        facts.put("due", due.toString());
        facts.put(
                "owner",
                owner().map(who -> names.getOrDefault(who, who.toString())).orElse(""));
        facts.put("complaintClass", Objects.toString(complaintClass, ""));
        facts.put("ofUnsur", Objects.toString(unsur, ""));
        return facts;
    }
}
