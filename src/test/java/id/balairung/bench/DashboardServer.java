package id.balairung.bench;

import id.balairung.closing.ClosingRound;
import id.balairung.dashboard.DashboardReads;
import id.balairung.rollup.Figures;
import id.balairung.rollup.SpanRound;
import id.balairung.rollup.Spread;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application over years of days, which it makes up and builds where they aren't there yet. */
class DashboardServer {

    private static final int BUILDERS = 2;
    private static final int HOURS = 24;

    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private final DashboardReads reads;
    private final List<Hall.TestAgency> agencies;
    private final PastMall mall;
    private final Connection raw;

    private DashboardServer(ConfigurableApplicationContext context, PastMall mall) throws SQLException {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.reads = new DashboardReads(context);
        this.mall = mall;
        this.agencies = mall.agencies();
        this.raw = QueueBench.connect(context.getBean(DataSource.class));
    }

    /**
     * Starts the application and serves until its input ends.
     *
     * @param args the name of its files under target/, and how many tickets there are to be
     */
    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext context =
                WholeApplication.startAgain(args[0], HistoryServer.OPTIONS, Hall.class)) {
            PastMall mall = new PastMall(context);
            String loaded = mall.load(Long.parseLong(args[1]), false);
            DashboardServer server = new DashboardServer(context, mall);
            Child.serve(loaded, question -> {
                try {
                    return server.answer(question.split(" "));
                } catch (Exception fault) {
                    fault.printStackTrace();
                    throw new IllegalStateException(fault);
                }
            });
        }
    }

    private String answer(String[] asked) throws Exception {
        return switch (asked[0]) {
            case "port" -> WholeApplication.port(context);
            case "headname" -> mall.staff(Role.MALL_HEAD).getUsername();
            case "build" -> build();
            case "tickets" -> String.valueOf(count("ticket"));
            case "read", "anew" -> {
                long start = System.nanoTime();
                reads.read(
                        whose(asked[1]), LocalDate.parse(asked[2]), LocalDate.parse(asked[3]), asked[0].equals("anew"));
                yield String.valueOf(System.nanoTime() - start);
            }
            case "periods" -> {
                long start = System.nanoTime();
                reads.readPeriods(whose(asked[1]), LocalDate.parse(asked[2]), LocalDate.parse(asked[3]));
                yield String.valueOf(System.nanoTime() - start);
            }
            case "raw" -> {
                LocalDate from = LocalDate.parse(asked[2]);
                LocalDate to = LocalDate.parse(asked[3]);
                long start = System.nanoTime();
                Scan now = new Scan();
                now.read(whose(asked[1]), from, to);
                new Scan().read(whose(asked[1]), before(from, to), from.minusDays(1));
                long took = System.nanoTime() - start;
                yield took + " " + now.compared(reads.read(whose(asked[1]), from, to, true));
            }
            default -> throw new IllegalArgumentException(asked[0]);
        };
    }

    private static LocalDate before(LocalDate from, LocalDate to) {
        return from.minusDays(ChronoUnit.DAYS.between(from, to) + 1);
    }

    private Optional<AgencyId> whose(String name) {
        return name.equals("head")
                ? Optional.empty()
                : Optional.of(agencies.getFirst().id());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /**
     * As the jobs of the application do, without their pauses: tells the agencies' days that were built and the seconds that these, and
     * the months and years took.
     */
    private String build() throws InterruptedException, ExecutionException {
        ClosingRound closing = new ClosingRound(context);
        long built = count("rollup_agency where span = 'D'");
        long start = System.nanoTime();
        while (!closing.searched()) {
            closing.search();
            atOnce(closing::closeNext);
        }
        atOnce(closing::closeNext);
        long days = System.nanoTime();
        SpanRound spans = new SpanRound(context);
        atOnce(() -> {
            spans.run();
            return false;
        });
        spans.run();
        long end = System.nanoTime();
        for (String table : List.of("history_turn", "rollup_agency", "rollup_service", "rollup_breakdown")) {
            jdbc.sql("analyze table " + table).query().listOfRows();
        }
        return String.format(
                Locale.ROOT,
                "%d %.1f %.1f",
                count("rollup_agency where span = 'D'") - built,
                (days - start) / 1e9,
                (end - days) / 1e9);
    }

    private static void atOnce(BooleanSupplier next) throws InterruptedException, ExecutionException {
        try (ExecutorService builders = Executors.newFixedThreadPool(BUILDERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int builder = 0; builder < BUILDERS; builder++) {
                running.add(builders.submit(() -> {
                    boolean more = true;
                    while (more) {
                        more = next.getAsBoolean();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /**
     * What a period tells, from its turns, by one statement: counts, sums and percentiles, and counts by agency, service, counter, officer's
     * day, and weekday and hour; without estimates, without the times that counters were open, and without steps.
     */
    private final class Scan {

        private long arrivals;
        private long served;
        private long noShows;
        private long abandoned;
        private long transferred;
        private long within;
        private long judged;
        private long waitMillis;
        private long serviceMillis;
        private final Map<String, long[]> shares = new HashMap<>();
        private final long[] hours = new long[DayOfWeek.values().length * HOURS];
        private final Numbers waits = new Numbers();
        private final Numbers services = new Numbers();

        /** An agency's rows lie one after the other in the order of time: nothing reads more of them at once than that. */
        void read(Optional<AgencyId> one, LocalDate from, LocalDate to) throws SQLException {
            List<AgencyId> whose = one.map(List::of)
                    .orElseGet(() -> agencies.stream().map(Hall.TestAgency::id).toList());
            String names = String.join(
                    ", ", whose.stream().map(agency -> "'" + agency + "'").toList());
            try (PreparedStatement select = raw.prepareStatement(
                    "select status, turn, wait_millis, service_millis, over_target, queued_at, ended_at, target_wait_seconds,"
                            + " target_service_seconds, service_day, agency_id, service_id, counter_number, officer_id from"
                            + " history_turn force index (primary) where agency_id in (" + names
                            + ") and at >= ? and at < ?")) {
                select.setObject(
                        1,
                        LocalDateTime.ofInstant(from.atStartOfDay(PastMall.ZONE).toInstant(), ZoneOffset.UTC));
                select.setObject(
                        2,
                        LocalDateTime.ofInstant(
                                to.plusDays(1).atStartOfDay(PastMall.ZONE).toInstant(), ZoneOffset.UTC));
                select.setFetchSize(10_000);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        count(rows);
                    }
                }
            }
            waits.sort();
            services.sort();
        }

        private void count(ResultSet row) throws SQLException {
            switch (row.getString(1)) {
                case "COMPLETED" -> served++;
                case "NO_SHOW" -> noShows++;
                case "TRANSFERRED" -> transferred++;
                default -> abandoned++;
            }
            arrivals += row.getInt(2) == 1 ? 1 : 0;
            long wait = row.getLong(3);
            if (!row.wasNull()) {
                judged++;
                within += row.getBoolean(5) ? 0 : 1;
                waitMillis += wait;
                waits.add(wait);
            } else {
                Timestamp queued = row.getTimestamp(6);
                Timestamp ended = row.getTimestamp(7);
                judged += ended.getTime() - queued.getTime() > row.getInt(8) * 1000L ? 1 : 0;
            }
            long service = row.getLong(4);
            boolean wasServed = !row.wasNull();
            if (wasServed) {
                serviceMillis += service;
                services.add(service);
            }
            share(row, wait, wasServed ? service : 0);
        }

        private void share(ResultSet row, long wait, long service) throws SQLException {
            LocalDate day = row.getObject(10, LocalDate.class);
            long late = service > row.getInt(9) * 1000L ? 1 : 0;
            for (String part : List.of(
                    row.getString(11),
                    row.getString(12),
                    row.getString(11) + row.getInt(13),
                    row.getString(14) + day.toEpochDay())) {
                long[] sums = shares.computeIfAbsent(part, none -> new long[4]);
                sums[0]++;
                sums[1] += wait;
                sums[2] += service;
                sums[3] += late;
            }
            int hour = (int) ((row.getTimestamp(6).getTime() / 3_600_000 + 8) % HOURS);
            hours[day.getDayOfWeek().ordinal() * HOURS + hour]++;
        }

        /** How many counts and sums differ, and by how many hundredths a percentile is off at most. */
        String compared(Figures figures) {
            List<Long> mine = List.of(
                    arrivals,
                    served,
                    noShows,
                    abandoned,
                    transferred,
                    within,
                    waitMillis,
                    serviceMillis,
                    (long) waits.n,
                    (long) services.n,
                    judged);
            List<Long> theirs = List.of(
                    figures.arrivals(),
                    figures.served(),
                    figures.noShows(),
                    figures.abandoned(),
                    figures.transferred(),
                    figures.withinTarget(),
                    figures.waiting().sum(),
                    figures.service().sum(),
                    figures.waiting().n(),
                    figures.service().n(),
                    figures.judged());
            long different = IntStream.range(0, mine.size())
                    .filter(place -> !mine.get(place).equals(theirs.get(place)))
                    .count();
            if (different > 0) {
                System.err.println("raw " + mine + " rollups " + theirs);
            }
            double off = Math.max(waits.off(figures.waiting()), services.off(figures.service()));
            return different + " " + off;
        }
    }

    /** As many as there come. */
    private static final class Numbers {

        private long[] all = new long[1024];
        private int n;

        void add(long number) {
            if (n == all.length) {
                all = Arrays.copyOf(all, 2 * n);
            }
            all[n++] = number;
        }

        void sort() {
            Arrays.sort(all, 0, n);
        }

        double off(Spread spread) {
            return n == 0 ? 0 : Math.max(off(50, spread.median()), off(90, spread.p90()));
        }

        private double off(int percent, OptionalLong told) {
            double exact = all[(int) Math.ceilDiv((long) n * percent, 100L) - 1];
            return 100 * Math.abs(told.orElseThrow() - exact) / Math.max(1, exact);
        }
    }
}
