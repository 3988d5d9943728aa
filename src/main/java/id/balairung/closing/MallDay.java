package id.balairung.closing;

import java.util.List;

/**
 * A day of the whole mall.
 *
 * @param report of all agencies together, without hours and services; median and percentile are those of all their turns, and empty
 *     as long as they are being reckoned
 * @param agencies the totals of each agency that has a report
 */
public record MallDay(DayReport report, List<AgencyDay> agencies) {

    /** Keeps the list as it is. */
    public MallDay {
        agencies = List.copyOf(agencies);
    }
}
