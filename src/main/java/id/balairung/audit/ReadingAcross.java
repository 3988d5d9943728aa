package id.balairung.audit;

import id.balairung.security.CurrentStaff;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Records for an agency that somebody of the mall looked at its data. Once for each person, agency and kind of data in
 * {@value #ONCE_IN_MINUTES} minutes, however often a screen reads.
 */
@Component
public class ReadingAcross {

    static final int ONCE_IN_MINUTES = 10;

    private static final int MOST_REMEMBERED = 20_000;

    private final LaterEvents later;
    private final CurrentStaff currentStaff;
    private final Clock clock;
    private final Map<Reading, Instant> recorded = new HashMap<>();

    ReadingAcross(LaterEvents later, CurrentStaff currentStaff, Clock clock) {
        this.later = later;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    private record Reading(StaffId staff, AgencyId agency, String data) {}

    /**
     * Records a reading by the signed-in person; an agency's own staff reading its data are not recorded. Call it before the data
     * are handed out. When the database is gone it is recorded once that is back.
     *
     * @param agencies whose data
     * @param data which data, in kebab case: {@code audit.data.} and it are the i18n key of its name
     */
    public void of(Collection<AgencyId> agencies, String data) {
        currentStaff.get().filter(staff -> staff.agency().isEmpty()).ifPresent(staff -> {
            Instant now = clock.instant();
            List<LaterEvents.Entry> entries = due(staff, Set.copyOf(agencies), data, now).stream()
                    .map(agency -> new LaterEvents.Entry(
                            AuditEvent.of(AuditKind.READ_ACROSS, agency, data),
                            currentStaff.get(),
                            currentStaff.address(),
                            now))
                    .toList();
            if (entries.isEmpty()) {
                return;
            }
            try {
                later.write(entries);
            } catch (DataAccessException | TransactionException gone) {
                entries.forEach(entry -> later.add(() -> entry));
            }
        });
    }

    private synchronized List<AgencyId> due(StaffPrincipal staff, Set<AgencyId> agencies, String data, Instant now) {
        if (recorded.size() > MOST_REMEMBERED) {
            recorded.values().removeIf(at -> !isFresh(at, now));
        }
        return agencies.stream()
                .filter(agency -> {
                    Reading reading = new Reading(staff.id(), agency, data);
                    Instant last = recorded.get(reading);
                    boolean due = last == null || !isFresh(last, now);
                    if (due) {
                        recorded.put(reading, now);
                    }
                    return due;
                })
                .toList();
    }

    private static boolean isFresh(Instant at, Instant now) {
        return Duration.between(at, now).abs().toMinutes() < ONCE_IN_MINUTES;
    }
}
