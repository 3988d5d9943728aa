package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.security.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * A follow-up as its agency's admin and the head read it.
 *
 * @param id which
 * @param kind what it goes back to
 * @param title what is to be done; empty for one that opened by itself, until somebody says so
 * @param details more about it; may be empty
 * @param service of which service; empty when of all
 * @param unsur which unsur was low, or is to be raised
 * @param month in which month it was low, or in whose report it stands; empty for that of the day on which it was opened
 * @param comment what was written to the rating that it goes back to; empty when nothing was, or its time is over
 * @param owner who does it; empty while nobody was asked
 * @param due until which day, included, in the mall's zone
 * @param state where it stands
 * @param result what came of it; empty before that
 * @param complaint the complaint's part, for that kind
 * @param openedAt when it was opened, UTC
 * @param version to be given back with a change
 */
public record FollowUpEntry(
        FollowUpId id,
        FollowUpKind kind,
        String title,
        String details,
        Optional<ServiceId> service,
        Optional<UnsurCode> unsur,
        Optional<YearMonth> month,
        Optional<String> comment,
        Optional<FollowUpOwner> owner,
        LocalDate due,
        FollowUpState state,
        String result,
        Optional<Complaint> complaint,
        Instant openedAt,
        int version) {

    /**
     * A complaint's part.
     *
     * @param complaintClass how it is dealt with
     * @param laporReference its number at LAPOR!; empty when it isn't there
     * @param receivedOn on which day it came in
     */
    public record Complaint(ComplaintClass complaintClass, Optional<String> laporReference, LocalDate receivedOn) {}

    /** Whether it should have been done by now. */
    public boolean overdue(LocalDate today) {
        return state != FollowUpState.DONE && due.isBefore(today);
    }

    /** Its place, after which a next page begins. */
    public FollowUpKey key() {
        return new FollowUpKey(due, openedAt, id);
    }

    FollowUpEntry named(Map<StaffId, String> names) {
        return new FollowUpEntry(
                id,
                kind,
                title,
                details,
                service,
                unsur,
                month,
                comment,
                owner.map(who -> new FollowUpOwner(who.id(), names.getOrDefault(who.id(), ""))),
                due,
                state,
                result,
                complaint,
                openedAt,
                version);
    }
}
