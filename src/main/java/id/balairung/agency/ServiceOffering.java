package id.balairung.agency;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
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

    @Version
    private @Nullable Integer version;

    protected ServiceOffering() {}

    ServiceOffering(ServiceId id, Agency agency, NewService offered) {
        this.id = id.value();
        this.letter = offered.letter();
        this.prefix = agency.letters() + offered.letter();
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

    ServiceId id() {
        return new ServiceId(id);
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
                Optional.ofNullable(over ? null : pausedUntil));
    }
}
