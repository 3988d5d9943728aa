package id.balairung.agency;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "service_offering")
class ServiceOffering extends AgencyOwned {

    private static final int LONGEST_REASON = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(30);

    @Id
    private UUID id;

    @Column(nullable = false, length = 1)
    private String letter;

    @Column(nullable = false)
    private String prefix;

    @Column(name = "name_id", nullable = false)
    private String nameIndonesian;

    @Column(name = "name_en", nullable = false)
    private String nameEnglish;

    @Column(nullable = false)
    private int targetWaitMinutes;

    @Column(nullable = false)
    private int targetServiceMinutes;

    private @Nullable String pausedReason;

    private @Nullable Instant pausedUntil;

    private @Nullable Integer dailyQuota;

    @Convert(converter = RequirementsConverter.class)
    @Column(nullable = false)
    private List<Requirement> requirements = List.of();

    private @Nullable Instant withdrawnAt;

    private @Nullable LastChange lastChange;

    @Version
    private @Nullable Integer version;

    protected ServiceOffering() {}

    ServiceOffering(ServiceId id, String agencyLetters, NewService offered) {
        this.id = id.value();
        this.letter = offered.letter();
        this.prefix = agencyLetters + offered.letter();
        this.nameIndonesian = offered.nameIndonesian();
        this.nameEnglish = offered.nameEnglish();
        this.targetWaitMinutes = (int) offered.targetWait().toMinutes();
        this.targetServiceMinutes = (int) offered.targetService().toMinutes();
    }

    void pause(String typed, Optional<Instant> until, Instant at) {
        TypedText words = new TypedText(typed);
        String reason = words.text();
        if (reason.isEmpty()) {
            throw new BusinessRuleViolation("agency.refused.pause-reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new BusinessRuleViolation("agency.refused.pause-reason-too-long", LONGEST_REASON);
        }
        if (!words.printable()) {
            throw new BusinessRuleViolation("agency.refused.pause-reason-unprintable");
        }
        if (until.filter(end -> !end.isAfter(at) || end.isAfter(at.plus(LONGEST_PAUSE)))
                .isPresent()) {
            throw new BusinessRuleViolation("agency.refused.pause-end", LONGEST_PAUSE.toDays());
        }
        pausedReason = reason;
        pausedUntil = until.orElse(null);
    }

    void reopen() {
        pausedReason = null;
        pausedUntil = null;
    }

    /** Takes over what was typed and checked; the letter stays, for numbers that were given out bear it. */
    void follow(ServiceDraft draft) {
        nameIndonesian = draft.nameIndonesian();
        nameEnglish = draft.nameEnglish();
        targetWaitMinutes = ServiceDraft.minutes(draft.targetWait());
        targetServiceMinutes = ServiceDraft.minutes(draft.targetService());
        dailyQuota = draft.dailyQuota();
        requirements = draft.requirements();
    }

    void withdraw(Instant at) {
        withdrawnAt = at;
    }

    void offerAgain() {
        withdrawnAt = null;
    }

    void changed(LastChange change) {
        lastChange = change;
    }

    @Nullable
    LastChange lastChange() {
        return lastChange;
    }

    @Nullable
    Integer version() {
        return version;
    }

    ServiceId id() {
        return new ServiceId(id);
    }

    String letter() {
        return letter;
    }

    ServiceDetails details(Instant at) {
        ServiceSummary now = summary(at);
        return new ServiceDetails(
                now.id(),
                letter,
                prefix,
                nameIndonesian,
                nameEnglish,
                targetWaitMinutes,
                targetServiceMinutes,
                now.dailyQuota(),
                requirements,
                now.withdrawn(),
                now.pausedReason(),
                now.pausedUntil(),
                version == null ? 0 : version);
    }

    ServiceSummary summary(Instant at) {
        boolean over = pausedUntil != null && !pausedUntil.isAfter(at);
        return new ServiceSummary(
                id(),
                agencyId(),
                prefix,
                nameIndonesian,
                nameEnglish,
                Duration.ofMinutes(targetWaitMinutes),
                Duration.ofMinutes(targetServiceMinutes),
                Optional.ofNullable(over ? null : pausedReason),
                Optional.ofNullable(over ? null : pausedUntil),
                Optional.ofNullable(dailyQuota),
                withdrawnAt != null,
                requirements);
    }
}
