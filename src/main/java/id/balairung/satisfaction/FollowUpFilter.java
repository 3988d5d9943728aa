package id.balairung.satisfaction;

import id.balairung.security.StaffId;
import java.util.Optional;

/**
 * Which follow-ups are looked for.
 *
 * @param standing where they stand; empty for anywhere
 * @param kind what they go back to; empty for anything
 * @param owner who does them; empty for anybody and nobody
 */
public record FollowUpFilter(Optional<Standing> standing, Optional<FollowUpKind> kind, Optional<Owner> owner) {

    /** All of them. */
    public static final FollowUpFilter ALL = new FollowUpFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Who does a follow-up, as it is looked for.
     *
     * @param person who; empty for those that nobody was asked to do
     */
    public record Owner(Optional<StaffId> person) {}

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
