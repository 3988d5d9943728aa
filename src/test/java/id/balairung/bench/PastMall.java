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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thirty agencies of one mall with ten years behind them, which are made up where they aren't there yet. */
class PastMall {

    static final int YEARS = 10;
    static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private static final int AGENCIES = 30;
    private static final int SERVICES = 10;
    private static final int LOADERS = 2;
    private static final double DAYS_IN_A_YEAR = 365.25;
    private static final double DAYS_IN_A_WEEK = 7;

    private final ApplicationContext context;
    private final Hall hall;
    private final JdbcClient jdbc;
    private final List<Hall.TestAgency> agencies;

    PastMall(ApplicationContext context) {
        this.context = context;
        this.hall = context.getBean(Hall.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.agencies = found();
    }

    List<Hall.TestAgency> agencies() {
        return agencies;
    }

    /** Somebody of the mall's own. */
    StaffPrincipal staff(Role role) {
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
     *
     * @param tickets how many there are to be, about
     * @param events whether their events are written, too
     */
    String load(long tickets, boolean events) throws InterruptedException, ExecutionException {
        if (tickets == 0) {
            return "0 0";
        }
        LocalDate today = LocalDate.now(ZONE);
        long start = System.nanoTime();
        long written = 0;
        try (ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            List<Future<Long>> running = IntStream.range(0, LOADERS)
                    .mapToObj(half -> loaders.submit(() -> load(half, today, tickets, events)))
                    .toList();
            for (Future<Long> one : running) {
                written += one.get();
            }
        }
        return "%.0f %d".formatted((System.nanoTime() - start) / 1e9, written);
    }

    private long load(int half, LocalDate today, long tickets, boolean events) throws SQLException {
        long written = 0;
        try (Connection connection = PastYears.connect(context.getBean(JdbcConnectionDetails.class))) {
            List<PastYears> pasts = new ArrayList<>();
            for (int index = half; index < AGENCIES; index += LOADERS) {
                Hall.TestAgency agency = agencies.get(index);
                pasts.add(new PastYears(connection, agency, numbers(agency), ZONE, index, events));
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
            if (!events) {
                // Of today there is all that will have happened.
                for (int place = 0; place < pasts.size(); place++) {
                    Size size = Size.of(half + place * LOADERS);
                    written += pasts.get(place).write(today, today.plusDays(1), size.perDay(tickets), size.openDays());
                }
            }
        }
        return written;
    }

    private List<Hall.TestAgency> found() {
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
