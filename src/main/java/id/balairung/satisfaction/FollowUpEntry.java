package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.security.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A follow-up as its agency's admin reads it.
 *
 * @param id which
 * @param kind what it goes back to
 * @param title what is to be done
 * @param details more about it; may be empty
 * @param service of which service; empty when of all
 * @param unsur which unsur was low, for that kind
 * @param owner who does it; empty while nobody was asked
 * @param due until which day, included
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
        Optional<StaffId> owner,
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
}
