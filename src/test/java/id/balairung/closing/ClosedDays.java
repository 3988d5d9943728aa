package id.balairung.closing;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.queue.TicketId;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A day that is over, for tests of the screen. */
public final class ClosedDays {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    private final TestClock clock;
    private final DayCloser closer;
    private final MallCloser mallCloser;
    private final ServiceCatalogue catalogue;
    private final DayAtTheCounters counters;
    private @Nullable TicketId last;

    /** Of that agency. */
    public ClosedDays(ApplicationContext application, Hall.TestAgency agency, Hall.TestAgency other) {
        this.clock = application.getBean(TestClock.class);
        this.closer = application.getBean(DayCloser.class);
        this.mallCloser = application.getBean(MallCloser.class);
        this.catalogue = application.getBean(ServiceCatalogue.class);
        this.counters = new DayAtTheCounters(application, agency, other, 1);
    }

    /** Serves so many, each after three minutes for seven, and goes to the next day's morning. */
    public LocalDate served(int many) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), MALL);
        for (int served = 0; served < many; served++) {
            last = counters.serve(Duration.ofMinutes(3), Duration.ofMinutes(7));
        }
        nextMorning();
        close();
        return day;
    }

    /** Goes to the next day's morning, in which nothing is built yet. */
    public void nextMorning() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), MALL);
        clock.set(today.plusDays(1).atTime(LocalTime.of(9, 0)).atZone(MALL).toInstant());
    }

    /** An admin corrects the last one. */
    public void correct() {
        TicketId ticket = last;
        if (ticket == null) {
            throw new IllegalStateException("Nobody was served");
        }
        counters.correct(ticket);
        close();
    }

    /** How an address names an agency. */
    public String code(Hall.TestAgency agency) {
        return catalogue.agency(agency.id()).code();
    }

    /** Builds all that is due. */
    public void close() {
        closer.search();
        boolean more = true;
        while (more) {
            more = closer.closeNext() || mallCloser.closeNext();
        }
    }
}
