package id.balairung.dashboard;

import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import id.balairung.rollup.Rollups;
import id.balairung.rollup.Scope;
import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads all that a dashboard shows, and adds up what its cards do. */
public final class DashboardReads {

    private final DashboardReader reader;
    private final Rollups rollups;
    private final TransactionTemplate reading;

    /** Of that application. */
    public DashboardReads(ApplicationContext context) {
        this.reader = context.getBean(DashboardReader.class);
        this.rollups = context.getBean(Rollups.class);
        this.reading = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Reads days that are over and as many before them, and nothing else of a dashboard. */
    public void readPeriods(Optional<AgencyId> agency, LocalDate from, LocalDate to) {
        DashboardPeriod period = DashboardPeriod.of(from, to);
        DashboardPeriod before = period.before();
        Scope scope = new DashboardQuery(agency, Optional.empty(), period).scope();
        reading.executeWithoutResult(status -> {
            PeriodFigures now = rollups.past(scope, from, to);
            now.byAgency();
            Figures.sum(now.steps().values());
            PeriodFigures then = rollups.pastToCompare(scope, before.from(), before.to(), before.to());
            Figures.sum(then.steps().values());
        });
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
