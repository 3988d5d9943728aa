package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.common.TimeOrderedId;
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

    private FollowUp(FollowUpKind kind, String title, LocalDate due, Instant at) {
        this.id = TimeOrderedId.next();
        this.kind = kind;
        this.title = title;
        this.details = "";
        this.due = due;
        this.state = FollowUpState.OPEN;
        this.result = "";
        this.openedAt = at;
        this.changedAt = at;
    }

    static FollowUp own(FollowUpDraft draft, StaffId by, Instant at) {
        FollowUp task = new FollowUp(FollowUpKind.OWN, draft.title().text(), Objects.requireNonNull(draft.due()), at);
        task.follow(draft, by, at);
        return task;
    }

    static FollowUp ofUnsur(UnsurCode unsur, LocalDate month, String title, LocalDate due, Instant at) {
        FollowUp task = new FollowUp(FollowUpKind.UNSUR, title, due, at);
        task.unsur = unsur.value();
        task.month = month;
        return task;
    }

    static FollowUp ofRating(long rating, ServiceId service, String title, LocalDate due, Instant at) {
        FollowUp task = new FollowUp(FollowUpKind.RATING, title, due, at);
        task.ratingId = rating;
        task.serviceId = service.value();
        return task;
    }

    FollowUpId id() {
        return new FollowUpId(id);
    }

    boolean isOwn(StaffId person) {
        return person.value().equals(ownerId);
    }

    int version() {
        return version;
    }

    void follow(FollowUpDraft draft, StaffId by, Instant at) {
        title = draft.title().text();
        details = draft.details().text();
        ownerId = draft.owner().map(StaffId::value).orElse(null);
        due = Objects.requireNonNull(draft.due());
        stand(draft.state(), draft.result().text(), by, at);
    }

    void stand(FollowUpState now, String found, StaffId by, Instant at) {
        closedAt = now == FollowUpState.DONE ? Optional.ofNullable(closedAt).orElse(at) : null;
        state = now;
        result = found;
        changedAt = at;
        changedBy = by.value();
    }

    /** What the trail compares. No words that were typed: they may name a visitor. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("state", state.name());
        facts.put("due", due.toString());
        facts.put("owner", Objects.toString(ownerId, ""));
        return facts;
    }

    FollowUpEntry entry() {
        return new FollowUpEntry(
                id(),
                kind,
                title,
                details,
                Optional.ofNullable(serviceId).map(ServiceId::new),
                Optional.ofNullable(unsur).map(UnsurCode::new),
                Optional.ofNullable(ownerId).map(StaffId::new),
                due,
                state,
                result,
                Optional.ofNullable(complaintClass)
                        .map(how -> new FollowUpEntry.Complaint(
                                how, Optional.ofNullable(laporReference), Objects.requireNonNull(receivedOn))),
                openedAt,
                version);
    }

    OwnFollowUp own() {
        return new OwnFollowUp(id(), title, details, due, state, result, version);
    }
}
