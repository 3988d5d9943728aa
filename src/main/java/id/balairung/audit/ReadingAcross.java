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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
    static final int FOLLOWED_MINUTES = 60;

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

    private record Reading(StaffId staff, AgencyId agency, String data, String number) {}

    /**
     * Records a reading by the signed-in person; an agency's own staff reading its data are not recorded. Call it before the data
     * are handed out. When the database is gone it is recorded once that is back.
     *
     * @param agencies whose data
     * @param data which data, in kebab case: {@code audit.data.} and it are the i18n key of its name
     */
    public void of(Collection<AgencyId> agencies, String data) {
        record(entries(currentStaff.get(), currentStaff.address(), agencies, data, ""));
    }

    /**
     * The same for one ticket's details.
     *
     * @param agency whose ticket
     * @param data which data, as in {@link #of}
     * @param number which ticket: its number and day
     */
    public void of(AgencyId agency, String data, String number) {
        record(entries(currentStaff.get(), currentStaff.address(), List.of(agency), data, number));
    }

    private void record(List<LaterEvents.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            later.writeNow(entries);
        } catch (DataAccessException | TransactionException gone) {
            entries.forEach(entry -> later.add(() -> entry));
        }
    }

    /**
     * The same for a screen that stays open and is handed newer data: recorded now, and every {@value #FOLLOWED_MINUTES} minutes
     * anew.
     *
     * @param agencies whose data
     * @param data which data, as in {@link #of}
     * @return to be called, on any thread, with whatever is handed out
     */
    public Runnable following(Collection<AgencyId> agencies, String data) {
        of(agencies, data);
        Optional<StaffPrincipal> reader = currentStaff.get();
        Optional<String> address = currentStaff.address();
        Set<AgencyId> followed = Set.copyOf(agencies);
        AtomicReference<Instant> last = new AtomicReference<>(clock.instant());
        return () -> {
            Instant before = last.get();
            Instant now = clock.instant();
            if (Duration.between(before, now).toMinutes() >= FOLLOWED_MINUTES && last.compareAndSet(before, now)) {
                entries(reader, address, followed, data, "").forEach(entry -> later.add(() -> entry));
            }
        };
    }

    private List<LaterEvents.Entry> entries(
            Optional<StaffPrincipal> reader,
            Optional<String> address,
            Collection<AgencyId> agencies,
            String data,
            String number) {
        Instant now = clock.instant();
        return reader.filter(staff -> staff.agency().isEmpty()).stream()
                .flatMap(staff -> due(staff, Set.copyOf(agencies), data, number, now).stream())
                .map(agency -> AuditEvent.of(AuditKind.READ_ACROSS, agency, data))
                .map(event -> new LaterEvents.Entry(
                        number.isEmpty() ? event : event.with("number", number), reader, address, now))
                .toList();
    }

    private synchronized List<AgencyId> due(
            StaffPrincipal staff, Set<AgencyId> agencies, String data, String number, Instant now) {
        if (recorded.size() > MOST_REMEMBERED) {
            recorded.values().removeIf(at -> !isFresh(at, now));
        }
        return agencies.stream()
                .filter(agency -> {
                    Reading reading = new Reading(staff.id(), agency, data, number);
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
