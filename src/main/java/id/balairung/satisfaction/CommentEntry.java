package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import java.time.LocalDate;
import java.util.Set;

/**
 * A comment as those read it who run or review an agency: unsigned, with the day of the service and not its time.
 *
 * @param id which
 * @param text what was written, in one line
 * @param service of which service
 * @param day on which service day that was given
 * @param score from 1 to 4
 * @param tag what it was taken for
 * @param followUps which kinds of follow-up go back to it
 */
public record CommentEntry(
        CommentId id,
        String text,
        ServiceId service,
        LocalDate day,
        int score,
        CommentTag tag,
        Set<FollowUpKind> followUps) {

    /** Keeps the kinds. */
    public CommentEntry {
        followUps = Set.copyOf(followUps);
    }

    /** Its place, after which a next page begins. */
    public CommentKey key() {
        return new CommentKey(day, id);
    }
}
