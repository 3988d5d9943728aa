package id.balairung.satisfaction;

import java.time.LocalDate;

/**
 * A follow-up as the one reads it who was asked to do it. It doesn't tell what it goes back to, nor when that was: an officer must not
 * find a rating's visitor by it.
 *
 * @param id which; it tells nothing
 * @param title what is to be done; never empty for an officer
 * @param details what the admin wrote to it; may be empty
 * @param due until which day, included, in the mall's zone
 * @param state where it stands
 * @param result what came of it; empty before that
 * @param version to be given back with a change
 */
public record OwnFollowUp(
        FollowUpId id, String title, String details, LocalDate due, FollowUpState state, String result, int version) {

    /** Whether it should have been done by now. */
    public boolean overdue(LocalDate today) {
        return state != FollowUpState.DONE && due.isBefore(today);
    }
}
