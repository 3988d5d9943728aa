package id.balairung.alert;

import id.balairung.common.TimeOrderedId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert's row. While it lasts it holds {@code openKey}, which is unique. */
@Entity
@Table(name = "alert")
class AlertEntry extends AgencyOwned {

    /** How long a condition must be gone before its alert ends; back sooner, the same alert goes on. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Convert(converter = FactsConverter.class)
    @Column(nullable = false, updatable = false)
    private List<String> facts;

    @Column(nullable = false, updatable = false)
    private Instant beganAt;

    @Column(nullable = false, updatable = false)
    private Instant raisedAt;

    private @Nullable Instant clearedAt;

    private @Nullable Instant endedAt;

    private @Nullable Instant acknowledgedAt;

    private @Nullable UUID acknowledgedBy;

    private @Nullable String openKey;

    @Version
    private @Nullable Integer version;

    protected AlertEntry() {}

    AlertEntry(Condition condition, Instant at) {
        this.id = TimeOrderedId.next();
        this.kind = condition.kind().code();
        this.subject = condition.subject().toString();
        this.facts = condition.facts();
        this.beganAt = condition.since();
        this.raisedAt = at;
        this.openKey = condition.key();
    }

    /** Whether {@link #follow} would change anything. */
    boolean wouldFollow(boolean holds, Instant at) {
        return holds ? clearedAt != null : clearedAt == null || isQuiet(clearedAt, at);
    }

    /** Goes on while the condition holds; ends when it has been gone for a while. */
    void follow(boolean holds, Instant at) {
        if (holds) {
            clearedAt = null;
        } else if (clearedAt == null) {
            clearedAt = at;
        } else if (isQuiet(clearedAt, at)) {
            endedAt = clearedAt;
            openKey = null;
        }
    }

    /** Somebody takes note; the first one stays. */
    void acknowledge(StaffId by, Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
            acknowledgedBy = by.value();
        }
    }

    Optional<String> openKey() {
        return Optional.ofNullable(openKey);
    }

    Optional<StaffId> acknowledgedBy() {
        return Optional.ofNullable(acknowledgedBy).map(StaffId::new);
    }

    Alert alert(Map<StaffId, String> names) {
        return new Alert(
                new AlertId(id),
                new AlertKind(kind),
                UUID.fromString(subject),
                facts,
                beganAt,
                Optional.ofNullable(endedAt != null ? endedAt : clearedAt),
                Optional.ofNullable(acknowledgedAt)
                        .flatMap(at -> acknowledgedBy()
                                .map(by -> new Alert.Acknowledgement(at, by, names.getOrDefault(by, "")))));
    }

    private static boolean isQuiet(Instant cleared, Instant at) {
        return !at.isBefore(cleared.plus(QUIET));
    }
}
