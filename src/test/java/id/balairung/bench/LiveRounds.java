package id.balairung.bench;

import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterSupervision;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketDesk;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Issuing and calling next in a database that may hold years of history: eight counters of the four largest agencies. */
class LiveRounds {

    private static final int THREADS = 8;
    private static final int LARGEST = 4;
    private static final int SURPLUS = 24;

    private final ApplicationContext context;
    private final List<Hall.TestAgency> agencies;
    private final StaffPrincipal frontDesk;
    private final QueueBench.Operation issue;
    private final QueueBench.Operation call;
    private @Nullable List<QueueBench.Place> places;

    LiveRounds(ApplicationContext context, List<Hall.TestAgency> agencies, StaffPrincipal frontDesk) {
        this.context = context;
        this.agencies = agencies;
        this.frontDesk = frontDesk;
        DataSource dataSource = context.getBean(DataSource.class);
        ThreadLocal<Connection> connections = ThreadLocal.withInitial(() -> QueueBench.connect(dataSource));
        this.issue = QueueBench.issue(context.getBean(TicketDesk.class), frontDesk);
        this.call = QueueBench.call(context.getBean(QueueDesk.class), new RawQueue(), connections);
    }

    /** How many a second, p50 and p99 in milliseconds: issues, then calls. */
    String round(int operations) throws Exception {
        List<QueueBench.Place> open = open();
        QueueBench.Measured issued = QueueBench.measure(open, issue, operations);
        QueueBench.Measured called = QueueBench.measure(open, call, operations);
        return "%f %f %f %f %f %f"
                .formatted(
                        issued.perSecond(),
                        issued.p50Millis(),
                        issued.p99Millis(),
                        called.perSecond(),
                        called.p50Millis(),
                        called.p99Millis());
    }

    private List<QueueBench.Place> open() throws Exception {
        if (places != null) {
            return places;
        }
        Hall hall = context.getBean(Hall.class);
        List<QueueBench.Place> opened = IntStream.range(0, THREADS)
                .mapToObj(thread -> {
                    Hall.TestAgency agency = agencies.get(thread % LARGEST);
                    int desk = thread / LARGEST;
                    // An earlier run may have been broken off.
                    hall
                            .as(
                                    agency.admin(),
                                    () -> context.getBean(CounterDesk.class).counters())
                            .stream()
                            .filter(counter -> counter.taken()
                                    && counter.id().equals(agency.counters().get(desk)))
                            .forEach(counter -> hall.as(agency.admin(), () -> {
                                context.getBean(CounterSupervision.class).close(counter.id());
                                return counter;
                            }));
                    hall.open(agency, desk);
                    return new QueueBench.Place(
                            agency,
                            agency.officers().get(desk),
                            agency.counters().get(desk).value());
                })
                .toList();
        places = opened;
        // A few more than are called, so that the last call of a round finds somebody too.
        for (QueueBench.Place place : opened) {
            for (int number = 0; number < SURPLUS; number++) {
                issue.run(place, number);
            }
        }
        return opened;
    }
}
