package id.balairung.bench;

import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application in a process of its own, in which officers serve people while {@link RatingBench} rates. */
class RatingServer {

    private static final int FINISHING = 4;
    private static final int AT_WORK = 2;

    /** Between two acts of an officer, much less than there ever is. */
    private static final long PAUSE_MILLIS = 20;

    private final Hall hall;
    private final QueueDesk desk;
    private final JdbcClient jdbc;
    private final List<Hall.TestAgency> agencies;

    private RatingServer(ConfigurableApplicationContext context) {
        this.hall = context.getBean(Hall.class);
        this.desk = context.getBean(QueueDesk.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.agencies = IntStream.range(0, Math.max(FINISHING, AT_WORK))
                .mapToObj(place -> {
                    Hall.TestAgency agency = hall.agency(1, 1);
                    hall.open(agency, 0);
                    return agency;
                })
                .toList();
    }

    /** Starts the application and serves until its input ends. */
    public static void main(String[] args) throws IOException {
        try (ConfigurableApplicationContext context = WholeApplication.start("rating", Hall.class)) {
            RatingServer server = new RatingServer(context);
            Child.serve(WholeApplication.port(context), question -> {
                try {
                    return server.answer(question.split(" "));
                } catch (InterruptedException | ExecutionException fault) {
                    throw new IllegalStateException(fault);
                }
            });
        }
    }

    private String answer(String[] asked) throws InterruptedException, ExecutionException {
        return switch (asked[0]) {
            case "finish" -> String.join(" ", finish(Integer.parseInt(asked[1])));
            case "acts" -> acts(Integer.parseInt(asked[1]));
            case "kept" -> count("rating") + " " + count("history_turn where rating is not null");
            default -> throw new IllegalArgumentException(asked[0]);
        };
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    /** The slips' tokens of so many people who were served. */
    private List<String> finish(int people) throws InterruptedException, ExecutionException {
        return atOnce(FINISHING, place -> {
            List<String> tokens = new ArrayList<>();
            for (int number = place; number < people; number += FINISHING) {
                IssuedTicket slip = hall.issue(agencies.get(place));
                StaffPrincipal officer = agencies.get(place).officer();
                TicketId called = called(officer);
                hall.as(officer, () -> desk.serve(CommandId.next(), called));
                hall.as(officer, () -> desk.complete(CommandId.next(), called, Outcome.FULFILLED));
                tokens.add(slip.token().value());
            }
            return tokens;
        });
    }

    /** Serves people for so many seconds; tells the median and the 99th hundredth of calling next, serving and completing in ms. */
    private String acts(int seconds) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<double[]> took = atOnce(AT_WORK, place -> {
            List<double[]> people = new ArrayList<>();
            StaffPrincipal officer = agencies.get(place).officer();
            while (System.nanoTime() < end) {
                hall.issue(agencies.get(place));
                // People come while others are served; what follows from one more that waits is over when the officer
                // calls.
                Thread.sleep(PAUSE_MILLIS);
                double[] person = new double[3];
                TicketId[] called = new TicketId[1];
                person[0] = millis(() -> called[0] = called(officer));
                person[1] = millis(() -> hall.as(officer, () -> desk.serve(CommandId.next(), called[0])));
                person[2] = millis(
                        () -> hall.as(officer, () -> desk.complete(CommandId.next(), called[0], Outcome.FULFILLED)));
                people.add(person);
            }
            return people;
        });
        return IntStream.range(0, 3)
                .mapToObj(act -> new Spread(took.stream()
                        .mapToDouble(person -> person[act])
                        .sorted()
                        .toArray()))
                .map(act -> act.at(50) + " " + act.at(99))
                .collect(Collectors.joining(" "));
    }

    private TicketId called(StaffPrincipal officer) {
        return ((CallResult.Called) hall.as(officer, () -> desk.callNext(CommandId.next())))
                .act()
                .ticket()
                .id();
    }

    private static double millis(Callable<?> act) throws Exception {
        long start = System.nanoTime();
        act.call();
        double took = (System.nanoTime() - start) / 1e6;
        Thread.sleep(PAUSE_MILLIS);
        return took;
    }

    private interface Work<T> {
        List<T> at(int place) throws Exception;
    }

    private static <T> List<T> atOnce(int places, Work<T> work) throws InterruptedException, ExecutionException {
        List<T> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(places)) {
            List<Future<List<T>>> running = IntStream.range(0, places)
                    .mapToObj(place -> threads.submit(() -> work.at(place)))
                    .toList();
            for (Future<List<T>> one : running) {
                done.addAll(one.get());
            }
        }
        Collections.shuffle(done);
        return done;
    }
}
