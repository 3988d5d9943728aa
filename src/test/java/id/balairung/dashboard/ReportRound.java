package id.balairung.dashboard;

import id.balairung.closing.ClosedDays;
import id.balairung.rollup.SpanRound;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Months that are over, and their reports, as the application makes them every few seconds; of some agencies and of the mall only. */
public final class ReportRound {

    private static final int MOST_PLANS = 20;
    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    private final TestClock clock;
    private final TablesOwner tables;
    private final PeriodReportMaker maker;
    private final SpanRound spans;
    private final ClosedDays days;
    private final List<AgencyId> agencies;

    /** Of those agencies; the days are of the first one. */
    public ReportRound(ApplicationContext application, Hall.TestAgency... agencies) {
        this.clock = application.getBean(TestClock.class);
        this.tables = application.getBean(TablesOwner.class);
        this.maker = application.getBean(PeriodReportMaker.class);
        this.spans = new SpanRound(application);
        this.days = new ClosedDays(application, agencies[0], agencies[1]);
        this.agencies = Arrays.stream(agencies).map(Hall.TestAgency::id).toList();
    }

    /** Goes to a day's morning, as long ago as it may be. */
    public static void goTo(TestClock clock, LocalDate day) {
        clock.set(day.atTime(LocalTime.of(9, 0)).atZone(MALL).toInstant());
    }

    /** Builds the days and the months that are over. */
    public void build() {
        // Days are looked for a month at a time.
        for (int month = 0; month <= 13; month++) {
            days.close();
        }
        spans.run();
    }

    /** An admin corrects a service of the day before. */
    public void correct() {
        days.correct();
    }

    /** Serves so many and goes to the next morning. */
    public LocalDate served(int many) {
        return days.served(many);
    }

    /** Notes what is to be made; that of other tests' agencies waits. */
    public void plan() {
        boolean more = true;
        for (int time = 0; more && time < MOST_PLANS; time++) {
            maker.plan();
            more = others() > 0;
        }
    }

    private int others() {
        return tables.jdbc()
                .sql("update period_report set due = false where due and agency_id is not null and agency_id not in ("
                        + agencies.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",")) + ")")
                .update();
    }

    /** Makes what was noted. */
    public int make() {
        int made = 0;
        while (maker.makeNext()) {
            made++;
        }
        return made;
    }

    /** All of it. */
    public int run() {
        build();
        plan();
        return make();
    }

    /** Lets the time pass for which one is put off that can't be made. */
    public void wait(Duration time) {
        clock.advance(time);
    }
}
