package id.balairung.satisfaction;

import java.util.Optional;

/**
 * Which follow-ups are looked for.
 *
 * @param standing where they stand; empty for anywhere
 * @param kind what they go back to; empty for anything
 */
public record FollowUpFilter(Optional<Standing> standing, Optional<FollowUpKind> kind) {

    /** All of them. */
    public static final FollowUpFilter ALL = new FollowUpFilter(Optional.empty(), Optional.empty());

    /** Where a follow-up stands, as it is looked for. */
    public enum Standing {
        /** Nobody began. */
        OPEN,
        /** Somebody is at it. */
        RUNNING,
        /** It is done. */
        DONE,
        /** It isn't done. */
        PENDING,
        /** It isn't done, and should be. */
        OVERDUE
    }
}
