package id.balairung.dashboard;

import id.balairung.rollup.Figures;
import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Reads all that a dashboard shows, and adds up what its cards do. */
public final class DashboardReads {

    private final DashboardReader reader;

    /** Of that application. */
    public DashboardReads(ApplicationContext context) {
        this.reader = context.getBean(DashboardReader.class);
    }

    /**
     * Of some days, as if one of the past had just changed if asked so: nothing that was read before is of use then.
     *
     * @return what the days brought
     */
    public Figures read(Optional<AgencyId> agency, LocalDate from, LocalDate to, boolean anew) {
        if (anew) {
            reader.forget();
        }
        DashboardReading reading =
                reader.of(new DashboardQuery(agency, Optional.empty(), DashboardPeriod.of(from, to)));
        reading.totalBefore();
        reading.byAgency();
        reading.weeksTotal();
        reading.counterTotal();
        reading.counterTotalBefore();
        return reading.total();
    }
}
