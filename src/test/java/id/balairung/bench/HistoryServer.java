package id.balairung.bench;

import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application over years of history, which it makes up where they aren't there yet. */
class HistoryServer {

    static final List<String> OPTIONS = List.of(
            "--innodb-buffer-pool-size=2G",
            "--innodb-log-file-size=2G",
            "--innodb-buffer-pool-load-at-startup=0",
            "--skip-log-bin");

    /** What is slow is measured less often. */
    private static final long ENOUGH_NANOS = 4_000_000_000L;

    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private final PastMall mall;
    private final List<Hall.TestAgency> agencies;
    private final StaffPrincipal head;
    private final Connection raw;

    private HistoryServer(ConfigurableApplicationContext context) throws SQLException {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.mall = new PastMall(context);
        this.agencies = mall.agencies();
        this.head = mall.staff(Role.MALL_HEAD);
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
            String loaded = server.mall.load(Long.parseLong(args[1]), true);
            Map<String, HistoryReads> readers = new HashMap<>();
            LiveRounds live = new LiveRounds(context, server.agencies, server.mall.staff(Role.FRONT_DESK));
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
            LocalDate today = LocalDate.now(PastMall.ZONE);
            known = new HistoryReads(
                    context,
                    reader(name),
                    agencies.getFirst(),
                    raw,
                    today.minusYears(PastMall.YEARS),
                    today.minusDays(1),
                    PastMall.ZONE);
            readers.put(name, known);
        }
        return known;
    }

    private StaffPrincipal reader(String name) {
        return name.equals("head") ? head : agencies.getFirst().admin();
    }
}
