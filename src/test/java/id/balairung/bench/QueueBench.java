package id.balairung.bench;

import id.balairung.agency.ServiceSummary;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketDesk;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Issuing and calling next through the full service layer, against hand-written JDBC that makes the same durable writes
 * on the same server ({@link RawQueue}). Eight threads, over one service and over thirty; the two take turns, round by
 * round. A called ticket is finished outside the measured time, alike for both.
 */
class QueueBench {

    private static final int THREADS = 8;
    private static final int SURPLUS = 24;

    /** Rounds that aren't counted: the machine must have compiled what both sides run. */
    private static final int WARM_UP = 10;

    private final int rounds;
    private final int operations;
    private final boolean quick;

    QueueBench(boolean quick) {
        this.quick = quick;
        this.rounds = quick ? 2 : 5;
        this.operations = quick ? 25 : 200;
    }

    /** One thread's place: its agency, officer and service of the moment. */
    record Place(Hall.TestAgency agency, StaffPrincipal officer, UUID counter) {

        ServiceSummary service(int operation) {
            return agency.services().get(operation % agency.services().size());
        }
    }

    interface Operation {
        /** Does it once and says how long it took, in nanoseconds. */
        long run(Place place, int number) throws Exception;
    }

    record Measured(double perSecond, double p50Millis, double p99Millis) {}

    void run() throws Exception {
        try (ConfigurableApplicationContext context = WholeApplication.start("queue", Hall.class)) {
            BenchReport report = new BenchReport("queue");
            Hall hall = context.getBean(Hall.class);
            StaffPrincipal frontDesk = hall.frontDesk();
            over("1 service", context, frontDesk, places(hall, 1, 1), report);
            over("30 services", context, frontDesk, places(hall, 5, 6), report);
            report.add("duplicates", "numbers or calls", List.of(duplicates(context)), "<= 0");
            report.print();
            if (!quick) {
                report.write();
            }
        }
    }

    private void over(
            String services,
            ConfigurableApplicationContext context,
            StaffPrincipal frontDesk,
            List<Place> places,
            BenchReport report)
            throws Exception {
        TicketDesk tickets = context.getBean(TicketDesk.class);
        QueueDesk desk = context.getBean(QueueDesk.class);
        RawQueue raw = new RawQueue();
        DataSource dataSource = context.getBean(DataSource.class);
        ThreadLocal<Connection> connections = ThreadLocal.withInitial(() -> connect(dataSource));

        Operation issue = issue(tickets, frontDesk);
        Operation rawIssue = (place, number) -> {
            long start = System.nanoTime();
            raw.retried(connections.get(), connection -> {
                raw.issue(connection, place.service(number), frontDesk.id());
                return place;
            });
            return System.nanoTime() - start;
        };
        Operation call = call(desk, raw, connections);
        Operation rawCall = (place, number) -> {
            long start = System.nanoTime();
            UUID called = raw.retried(
                    connections.get(),
                    connection -> raw.call(
                            connection,
                            place.agency().id(),
                            place.agency().services(),
                            place.counter(),
                            place.officer().id()));
            long took = System.nanoTime() - start;
            finish(raw, connections.get(), called);
            return took;
        };

        // A few more than are called, so that the last call of a round finds somebody too.
        for (Place place : places) {
            for (int number = 0; number < SURPLUS; number++) {
                rawIssue.run(place, number);
            }
        }
        List<Double> issueRatio = new ArrayList<>();
        List<Double> issueP99 = new ArrayList<>();
        List<Double> callRatio = new ArrayList<>();
        List<Double> callP99 = new ArrayList<>();
        for (int round = quick ? 0 : -WARM_UP; round < rounds; round++) {
            // The one that begins changes from round to round.
            boolean serviceFirst = round % 2 == 0;
            Measured[] issued = pair(places, serviceFirst, issue, rawIssue);
            Measured[] called = pair(places, serviceFirst, call, rawCall);
            System.out.printf(
                    "%-12s %s issue %5.0f/s raw %5.0f/s, p99 %5.1f raw %5.1f ms; call %5.0f/s raw %5.0f/s, p99 %5.1f raw %5.1f ms%n",
                    services,
                    round < 0 ? "warm-up" : "round " + (round + 1),
                    issued[0].perSecond(),
                    issued[1].perSecond(),
                    issued[0].p99Millis(),
                    issued[1].p99Millis(),
                    called[0].perSecond(),
                    called[1].perSecond(),
                    called[0].p99Millis(),
                    called[1].p99Millis());
            if (round >= 0) {
                issueRatio.add(issued[0].perSecond() / issued[1].perSecond());
                issueP99.add(issued[0].p99Millis() / issued[1].p99Millis());
                callRatio.add(called[0].perSecond() / called[1].perSecond());
                callP99.add(called[0].p99Millis() / called[1].p99Millis());
            }
        }
        report.add("issue throughput, " + services, "service / raw", issueRatio, ">= 0.8");
        report.add("issue p99, " + services, "service / raw", issueP99, "<= 1.5");
        report.add("call-next throughput, " + services, "service / raw", callRatio, ">= 0.8");
        report.add("call-next p99, " + services, "service / raw", callP99, "<= 1.5");
    }

    /** Issues a number through the services. */
    static Operation issue(TicketDesk tickets, StaffPrincipal frontDesk) {
        return (place, number) -> {
            signIn(frontDesk);
            CommandId command = CommandId.next();
            long start = System.nanoTime();
            tickets.issue(
                    command,
                    VisitId.next(),
                    true,
                    place.service(number).id(),
                    PriorityClass.GENERAL,
                    Visitor.unnamed());
            return System.nanoTime() - start;
        };
    }

    /** Calls next through the services; the ticket is finished beside the measured time. */
    static Operation call(QueueDesk desk, RawQueue raw, ThreadLocal<Connection> connections) {
        return (place, number) -> {
            signIn(place.officer());
            CommandId command = CommandId.next();
            long start = System.nanoTime();
            CallResult result = desk.callNext(command);
            long took = System.nanoTime() - start;
            if (!(result instanceof CallResult.Called(var act))) {
                throw new IllegalStateException("Nobody waits");
            }
            finish(raw, connections.get(), act.ticket().id().value());
            return took;
        };
    }

    private Measured[] pair(List<Place> places, boolean serviceFirst, Operation service, Operation raw)
            throws Exception {
        if (serviceFirst) {
            Measured measured = measure(places, service, operations);
            return new Measured[] {measured, measure(places, raw, operations)};
        }
        Measured measured = measure(places, raw, operations);
        return new Measured[] {measure(places, service, operations), measured};
    }

    /** Lets every place do it so many times at once. */
    static Measured measure(List<Place> places, Operation operation, int operations) throws Exception {
        CyclicBarrier start = new CyclicBarrier(places.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(places.size())) {
            List<Future<long[]>> futures = places.stream()
                    .map(place -> threads.submit((Callable<long[]>) () -> {
                        start.await();
                        long[] took = new long[operations];
                        for (int number = 0; number < operations; number++) {
                            took[number] = operation.run(place, number);
                        }
                        return took;
                    }))
                    .toList();
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> future : futures) {
                all.add(future.get());
            }
            double perSecond = all.stream()
                    .mapToDouble(took -> took.length * 1e9 / Arrays.stream(took).sum())
                    .sum();
            long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(perSecond, millisAt(sorted, 50), millisAt(sorted, 99));
        }
    }

    private static double millisAt(long[] sorted, int percent) {
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1e6;
    }

    private static List<Place> places(Hall hall, int agencies, int services) {
        List<Hall.TestAgency> made = IntStream.range(0, agencies)
                .mapToObj(number -> hall.agency(services, Math.ceilDiv(THREADS, agencies)))
                .toList();
        return IntStream.range(0, THREADS)
                .mapToObj(thread -> {
                    Hall.TestAgency agency = made.get(thread % agencies);
                    int desk = thread / agencies;
                    hall.open(agency, desk);
                    return new Place(
                            agency,
                            agency.officers().get(desk),
                            agency.counters().get(desk).value());
                })
                .toList();
    }

    private static void finish(RawQueue raw, Connection connection, UUID ticket) throws SQLException {
        raw.retried(connection, again -> {
            raw.finish(again, ticket);
            return ticket;
        });
    }

    private static void signIn(StaffPrincipal staff) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(staff, null, staff.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }

    /** One for each thread and arm, straight from the driver: the raw side pays for no pool. */
    static Connection connect(DataSource dataSource) {
        try {
            var pool = dataSource.unwrap(com.zaxxer.hikari.HikariDataSource.class);
            // With the same settings of the driver: the raw side, too, has its statements parsed only once.
            java.util.Properties settings = new java.util.Properties();
            settings.putAll(pool.getDataSourceProperties());
            settings.setProperty("user", pool.getUsername());
            settings.setProperty("password", pool.getPassword());
            Connection connection = java.sql.DriverManager.getConnection(pool.getJdbcUrl(), settings);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (PreparedStatement zone = connection.prepareStatement("set time_zone = '+00:00'")) {
                zone.execute();
            }
            return connection;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static double duplicates(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class).sql("""
                        select (select count(*) - count(distinct ticket_id) from ticket_event where type = 'CALLED')
                             + (select count(*) - count(distinct service_id, number_sequence) from ticket)
                             + (select coalesce(sum(last_number), 0) from ticket_number) - (select count(*) from ticket)
                        """).query(Double.class).single();
    }
}
