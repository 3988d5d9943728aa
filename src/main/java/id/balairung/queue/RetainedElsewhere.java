package id.balairung.queue;

import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Personal data of a kind that another module keeps. Called by the retention job within a transaction and in the scope of the agency.
 */
public interface RetainedElsewhere {

    /** Which kind. */
    RetentionKind kind();

    /**
     * The first day that has any: a look into an index, however many years there are.
     *
     * @param agency whose
     * @param from the first service day to look at
     * @param until the day after the last one
     */
    Optional<LocalDate> nextDay(AgencyId agency, LocalDate from, LocalDate until);

    /**
     * Replaces some of it, as many as a short transaction may, in the days of a window.
     *
     * @param agency whose
     * @param from the first service day
     * @param until the day after the last one
     * @return how many; 0 when all are done
     */
    int replace(AgencyId agency, LocalDate from, LocalDate until);
}
