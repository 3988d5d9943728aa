package id.balairung.satisfaction;

import id.balairung.tenancy.AgencyId;
import java.util.List;

/**
 * The follow-ups of all agencies that should be done by now, whatever period is looked at.
 *
 * @param count how many there are
 * @param first those that have waited longest, the longest first
 */
public record OverdueFollowUps(long count, List<OfAgency> first) {

    /**
     * One of them.
     *
     * @param agency whose
     * @param followUp which, without what a visitor wrote
     */
    public record OfAgency(AgencyId agency, FollowUpEntry followUp) {}

    /** Keeps the list as it is. */
    public OverdueFollowUps {
        first = List.copyOf(first);
    }
}
