package id.balairung.dashboard;

import java.time.Instant;

/**
 * A report among others.
 *
 * @param period which month or year
 * @param state where it stands
 */
public record PeriodReportEntry(ReportPeriod period, State state) {

    /** Where a report stands. */
    public sealed interface State {}

    /**
     * It is there.
     *
     * @param since when it was made, UTC
     * @param renewals how often it was made anew because its figures changed
     * @param renewing whether that is happening once more
     */
    public record Ready(Instant since, int renewals, boolean renewing) implements State {}

    /** It will be there by itself. */
    public record Making() implements State {}

    /** Of long ago: it is made when somebody asks for it. */
    public record OnRequest() implements State {}
}
