package id.balairung.agency;

import id.balairung.common.ChangedMeanwhile;
import id.balairung.security.StaffPrincipal;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Who changed a row last, and when: told to whoever comes too late. The trail tells the rest. */
@Embeddable
class LastChange {

    private @Nullable String changedBy;

    private @Nullable Instant changedAt;

    protected LastChange() {}

    LastChange(StaffPrincipal by, Instant at) {
        this.changedBy = by.displayName();
        this.changedAt = at;
    }

    /**
     * Refuses what was filled in over an older version.
     *
     * @param last the last change; null when the row was never changed by hand
     * @param present the row's version
     * @param filledIn the version that the form was filled with
     * @throws ChangedMeanwhile when they differ
     */
    static void require(@Nullable LastChange last, @Nullable Integer present, int filledIn, Instant now, ZoneId zone) {
        if (present != null && present == filledIn) {
            return;
        }
        String who = last == null || last.changedBy == null ? "Balairung" : last.changedBy;
        Instant at = last == null || last.changedAt == null ? now : last.changedAt;
        throw new ChangedMeanwhile(who, LocalDateTime.ofInstant(at, zone));
    }
}
