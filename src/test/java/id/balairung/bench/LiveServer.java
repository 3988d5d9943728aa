package id.balairung.bench;

import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application in a process of its own, so that its heap holds nothing of the benchmark's screens. It does what
 * it is asked to by {@link Child}, a line for each.
 */
class LiveServer {

    private static final int COLLECTIONS = 3;
    private static final long BETWEEN_COLLECTIONS_MILLIS = 300;

    private final ConfigurableApplicationContext context;
    private final Hall hall;
    private final Hall.TestAgency agency;

    private LiveServer(ConfigurableApplicationContext context, int counters) {
        this.context = context;
        this.hall = context.getBean(Hall.class);
        this.agency = hall.agency(1, counters);
        IntStream.range(0, counters).forEach(desk -> hall.open(agency, desk));
    }

    /**
     * Starts the application on a database of its own and serves until its input ends.
     *
     * @param args how many counters the agency has, all of them open
     */
    public static void main(String[] args) throws IOException {
        try (ConfigurableApplicationContext context = WholeApplication.start("live", Hall.class)) {
            LiveServer server = new LiveServer(context, Integer.parseInt(args[0]));
            Child.serve(
                    WholeApplication.port(context) + " "
                            + server.agency.service().prefix() + " "
                            + server.agency.officers().stream()
                                    .map(StaffPrincipal::getUsername)
                                    .collect(Collectors.joining(",")),
                    server::answer);
        }
    }

    private String answer(String question) {
        String[] words = question.split(" ");
        return switch (words[0]) {
            case "issue" -> {
                IntStream.range(0, Integer.parseInt(words[1])).forEach(one -> hall.issue(agency));
                yield "issued";
            }
            case "head" -> hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername();
            case "heap" -> String.valueOf(heapAfterCollection());
            case "selects" -> selects();
            case "cpu" ->
                String.valueOf(ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow()
                        .toMillis());
            default -> throw new IllegalArgumentException(question);
        };
    }

    /** In bytes. More than one collection: what waits for a cleaner is free only after the next. */
    private static long heapAfterCollection() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            memory.gc();
            try {
                Thread.sleep(BETWEEN_COLLECTIONS_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** How many the database's server has run since it started. */
    private String selects() {
        return context.getBean(JdbcClient.class)
                .sql("show global status like 'Com_select'")
                .query((row, number) -> row.getString(2))
                .single();
    }
}
