package id.balairung.bench;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.counter.CounterId;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application over years of history, which it makes up where they aren't there yet. */
class HistoryServer {

    static final List<String> OPTIONS = List.of(
            "--innodb-buffer-pool-size=2G",
            "--innodb-log-file-size=2G",
            "--innodb-buffer-pool-load-at-startup=0",
            "--skip-log-bin");

    private static final int AGENCIES = 30;
    private static final int SERVICES = 10;
    private static final int YEARS = 10;
    private static final int LOADERS = 2;
    /** What is slow is measured less often. */
    private static final long ENOUGH_NANOS = 4_000_000_000L;

    private static final double DAYS_IN_A_YEAR = 365.25;
    private static final double DAYS_IN_A_WEEK = 7;
    static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private final ConfigurableApplicationContext context;
    private final Hall hall;
    private final JdbcClient jdbc;
    private final List<Hall.TestAgency> agencies;
    private final StaffPrincipal head;
    private final Connection raw;

    private HistoryServer(ConfigurableApplicationContext context) throws SQLException {
        this.context = context;
        this.hall = context.getBean(Hall.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.agencies = agencies();
        this.head = mallStaff(Role.MALL_HEAD);
        this.raw = QueueBench.connect(context.getBean(DataSource.class));
    }

    /**
     * Starts the application and serves until its input ends.
     *
     * @param args the name of its files under target/, and how many tickets there are to be
     */
    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext context = WholeApplication.startAgain(args[0], OPTIONS, Hall.class)) {
            HistoryServer server = new HistoryServer(context);
            String loaded = server.load(Long.parseLong(args[1]));
            Map<String, HistoryReads> readers = new HashMap<>();
            LiveRounds live = new LiveRounds(context, server.agencies, server.mallStaff(Role.FRONT_DESK));
            Child.serve(loaded, question -> {
                try {
                    return server.answer(question.split(" "), readers, live);
                } catch (Exception fault) {
                    fault.printStackTrace();
                    throw new IllegalStateException(fault);
                }
            });
        }
    }

    private String answer(String[] asked, Map<String, HistoryReads> readers, LiveRounds live) throws Exception {
        return switch (asked[0]) {
            case "prepare" -> {
                reads(asked[1], readers).prepare(Integer.parseInt(asked[2]));
                yield "ready";
            }
            case "settle" -> {
                reads(asked[1], readers).settle();
                yield "settled";
            }
            case "read" -> {
                HistoryReads reads = reads(asked[1], readers);
                HistoryReads.Kind kind = HistoryReads.Kind.valueOf(asked[2]);
                StringBuilder took = new StringBuilder();
                long spent = 0;
                for (int call = Integer.parseInt(asked[4]); call > 0 && spent < ENOUGH_NANOS; call--) {
                    long one = asked[3].equals("raw") ? reads.raw(kind) : reads.service(kind);
                    spent += one;
                    took.append(one).append(' ');
                }
                yield took.toString().strip();
            }
            case "export" ->
                new HistoryExports(context, reader(asked[1]), raw)
                        .measure(asked[2], Long.parseLong(asked[3]), asked[4].equals("memory"));
            case "live" -> live.round(Integer.parseInt(asked[1]));
            case "tickets" ->
                String.valueOf(jdbc.sql("select count(*) from ticket")
                        .query(Long.class)
                        .single());
            default -> throw new IllegalArgumentException(asked[0]);
        };
    }

    private HistoryReads reads(String name, Map<String, HistoryReads> readers) throws SQLException {
        HistoryReads known = readers.get(name);
        if (known == null) {
            LocalDate today = LocalDate.now(ZONE);
            known = new HistoryReads(
                    context, reader(name), agencies.getFirst(), raw, today.minusYears(YEARS), today.minusDays(1), ZONE);
            readers.put(name, known);
        }
        return known;
    }

    private StaffPrincipal reader(String name) {
        return name.equals("head") ? head : agencies.getFirst().admin();
    }

    private StaffPrincipal mallStaff(Role role) {
        return jdbc.sql(
                        "select username from staff_account where role = ? and agency_id is null order by username limit 1")
                .param(role.name())
                .query(String.class)
                .optional()
                .map(name ->
                        (StaffPrincipal) context.getBean(StaffAccounts.class).loadUserByUsername(name))
                .orElseGet(() -> hall.staff(role, Optional.empty()));
    }

    /** An agency's size: a few see most of the people, and some open two days a week. */
    private record Size(double share, int counters, int openDays) {

        private static final double ALL =
                IntStream.range(0, AGENCIES).mapToDouble(Size::weight).sum();

        static Size of(int agency) {
            return new Size(
                    weight(agency) / ALL, agency < 4 ? 6 : agency < 12 ? 3 : 2, agency < 3 ? 7 : agency >= 26 ? 2 : 5);
        }

        private static double weight(int agency) {
            return 1 / Math.pow(agency + 2, 0.75);
        }

        int perDay(long tickets) {
            return Math.max(
                    1, (int) Math.round(tickets * share / YEARS / (DAYS_IN_A_YEAR * openDays / DAYS_IN_A_WEEK)));
        }
    }

    /**
     * Month by month, so that rows come nearly in the order of their keys, half of the agencies beside the other half; tells the
     * seconds that it took and how many tickets came to be.
     */
    private String load(long tickets) throws InterruptedException, ExecutionException {
        if (tickets == 0) {
            return "0 0";
        }
        LocalDate today = LocalDate.now(ZONE);
        long start = System.nanoTime();
        long written = 0;
        try (ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            List<Future<Long>> running = IntStream.range(0, LOADERS)
                    .mapToObj(half -> loaders.submit(() -> load(half, today, tickets)))
                    .toList();
            for (Future<Long> one : running) {
                written += one.get();
            }
        }
        return "%.0f %d".formatted((System.nanoTime() - start) / 1e9, written);
    }

    private long load(int half, LocalDate today, long tickets) throws SQLException {
        long written = 0;
        try (Connection connection = PastYears.connect(context.getBean(JdbcConnectionDetails.class))) {
            List<PastYears> pasts = new ArrayList<>();
            for (int index = half; index < AGENCIES; index += LOADERS) {
                Hall.TestAgency agency = agencies.get(index);
                pasts.add(new PastYears(connection, agency, numbers(agency), ZONE, index));
            }
            for (LocalDate month = today.minusYears(YEARS);
                    month.isBefore(today);
                    month = month.plusMonths(1).withDayOfMonth(1)) {
                LocalDate next = month.plusMonths(1).withDayOfMonth(1);
                LocalDate until = next.isBefore(today) ? next : today;
                for (int place = 0; place < pasts.size(); place++) {
                    Size size = Size.of(half + place * LOADERS);
                    written += pasts.get(place).write(month, until, size.perDay(tickets), size.openDays());
                }
                System.err.println("history: half " + half + " has " + month + ", " + written + " tickets written");
            }
        }
        return written;
    }

    private List<Hall.TestAgency> agencies() {
        ServiceCatalogue catalogue = context.getBean(ServiceCatalogue.class);
        if (catalogue.agencies().size() < AGENCIES) {
            return IntStream.range(0, AGENCIES)
                    .mapToObj(index -> hall.agency(SERVICES, Size.of(index).counters()))
                    .toList();
        }
        return catalogue.agencies().stream().map(this::agency).toList();
    }

    private Hall.TestAgency agency(AgencySummary known) {
        return new Hall.TestAgency(
                known.id(),
                known.name(),
                context.getBean(ServiceCatalogue.class).servicesOf(known.id()),
                jdbc
                        .sql("select id from counter where agency_id = ? order by number")
                        .param(known.id().toString())
                        .query(String.class)
                        .list()
                        .stream()
                        .map(id -> new CounterId(UUID.fromString(id)))
                        .toList(),
                staff(known, Role.OFFICER),
                staff(known, Role.AGENCY_ADMIN).getFirst());
    }

    private List<StaffPrincipal> staff(AgencySummary agency, Role role) {
        return jdbc
                .sql("select username from staff_account where agency_id = ? and role = ? order by username")
                .param(agency.id().toString())
                .param(role.name())
                .query(String.class)
                .list()
                .stream()
                .map(name ->
                        (StaffPrincipal) context.getBean(StaffAccounts.class).loadUserByUsername(name))
                .toList();
    }

    private List<Integer> numbers(Hall.TestAgency agency) {
        return agency.counters().stream()
                .map(counter -> jdbc.sql("select number from counter where id = ?")
                        .param(counter.value().toString())
                        .query(Integer.class)
                        .single())
                .toList();
    }
}
