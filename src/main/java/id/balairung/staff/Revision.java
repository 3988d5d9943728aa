package id.balairung.staff;

import id.balairung.common.ChangedMeanwhile;
import id.balairung.security.StaffPrincipal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How often a row was administered, and by whom last: told to whoever saves a form that was filled before. Apart from the row's
 * version, which also rises with what isn't administration, such as a person's own preferences.
 *
 * @param number how often
 * @param changedBy the name of whoever changed it last; null when nobody did since it was made
 * @param changedAt when, UTC
 */
@Embeddable
public record Revision(
        @Column(name = "revision", nullable = false) int number,
        @Column(name = "changed_by") @Nullable String changedBy,
        @Column(name = "changed_at") @Nullable Instant changedAt) {

    /** Of a row that was just made. */
    public static Revision first() {
        return new Revision(0, null, null);
    }

    /** After a change. */
    public Revision next(StaffPrincipal by, Instant at) {
        return new Revision(number + 1, by.displayName(), at);
    }

    /**
     * Refuses what was filled in over an older revision.
     *
     * @param filledIn the number that the form was filled with
     * @param zone the mall's zone, in which the change is told
     * @throws ChangedMeanwhile when it is another one
     */
    public void require(int filledIn, ZoneId zone) {
        if (filledIn != number) {
            throw new ChangedMeanwhile(
                    changedBy == null ? "-" : changedBy,
                    LocalDateTime.ofInstant(changedAt == null ? Instant.EPOCH : changedAt, zone));
        }
    }
}
