package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNotes;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history's rows against the tickets and their events, whatever officers do. The statements by which the migration filled
 * the history are the oracle: they know nothing of how the queue keeps it.
 */
@BalairungTest
class TurnsFollowTheQueueTest {

    private static final String COMPARED = """
            select concat_ws('|', agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence, service_id,
              ifnull(counter_number, '-'), ifnull(officer_id, '-'), priority_class, status, ifnull(outcome, '-'), calls, queued_at,
              ifnull(last_called_at, '-'), ifnull(serving_since, '-'), ended_at, held_millis, target_wait_seconds,
              target_service_seconds)
            from history_turn where agency_id = ? order by ticket_id, turn""";

    private static final int ACTS = 250;

    @Autowired
    Hall hall;

    @Autowired
    QueueDesk desk;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    TicketNotes notes;

    Hall.TestAgency agency;

    private final List<TicketId> known = new ArrayList<>();

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(3, 2);
        hall.open(agency, 0);
        hall.open(agency, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverOfficersDo(long seed) throws IOException {
        Random random = new Random(seed);
        int done = 0;
        for (int act = 0; act < ACTS; act++) {
            clock.advance(Duration.ofSeconds(5 + random.nextInt(90)));
            done += tried(random) ? 1 : 0;
        }
        List<String> kept = rows();
        assertThat(done).isGreaterThan(ACTS / 3);
        assertThat(kept).hasSizeGreaterThan(20);
        assertThat(String.join("\n", kept)).contains("COMPLETED", "TRANSFERRED", "NO_SHOW", "ABANDONED");

        change("delete from history_turn where agency_id = '" + agency.id() + "'");
        fillings().forEach(this::change);

        assertThat(kept).isEqualTo(rows());
    }

    @Test
    void aTurnIsKeptWithTheNumbersOfItsTime() {
        hall.issue(agency);
        TicketId ticket = callNext(0);
        by(0, () -> desk.serve(CommandId.next(), ticket));
        by(0, () -> desk.complete(CommandId.next(), ticket, Outcome.CONSULTATION));

        change("update counter set number = number + 20000 where agency_id = '" + agency.id() + "'");
        change("update service_offering set target_wait_minutes = target_wait_minutes + 1 where agency_id = '"
                + agency.id() + "'");

        assertThat(jdbc.sql(
                                "select concat(counter_number < 20000, ' ', target_wait_seconds) from history_turn where ticket_id = ?")
                        .param(ticket.value().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("1 1200");
    }

    @Test
    void whatWasKeptOutsideOfItsDayIsMovedIntoItWithItsNotes() throws IOException {
        hall.issue(agency);
        TicketId ticket = callNext(0);
        by(0, () -> desk.serve(CommandId.next(), ticket));
        by(0, () -> notes.note(CommandId.next(), ticket, "Berkas di meja"));
        by(0, () -> desk.complete(CommandId.next(), ticket, Outcome.CONSULTATION));
        migrate("V29__turns_lie_in_their_day.sql");
        String within = places(ticket);
        change("update history_note set turn_at = turn_at + interval 1 day where ticket_id = '" + ticket.value() + "'");
        change("update history_turn set at = at + interval 1 day where ticket_id = '" + ticket.value() + "'");

        migrate("V29__turns_lie_in_their_day.sql");

        String last = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Makassar")) + " 15:59:59.999999";
        assertThat(places(ticket)).isEqualTo(last + " " + last).isNotEqualTo(within);
    }

    private String places(TicketId ticket) {
        return jdbc.sql(
                        "select concat(t.at, ' ', n.turn_at) from history_turn t join history_note n on n.ticket_id = t.ticket_id"
                                + " and n.turn = t.turn where t.ticket_id = ?")
                .param(ticket.value().toString())
                .query(String.class)
                .single();
    }

    private void migrate(String file) throws IOException {
        Arrays.stream(migration(file).split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(this::change);
    }

    private static String migration(String file) throws IOException {
        return new ClassPathResource("db/migration/" + file)
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?m)^--.*$", "");
    }

    private boolean tried(Random random) {
        int at = random.nextInt(2);
        try {
            switch (random.nextInt(14)) {
                case 0, 1 ->
                    known.add(hall.issue(
                                    agency.services().get(random.nextInt(3)),
                                    PriorityClass.values()[random.nextInt(5)],
                                    Visitor.unnamed())
                            .ticket()
                            .id());
                case 2, 3 -> by(at, () -> desk.callNext(CommandId.next()));
                case 4 -> by(at, () -> desk.recall(CommandId.next(), active(at)));
                case 5, 6 -> by(at, () -> desk.serve(CommandId.next(), active(at)));
                case 7 ->
                    by(at, () -> desk.complete(CommandId.next(), active(at), Outcome.values()[random.nextInt(4)]));
                case 8 -> {
                    for (int recall = 0; recall < 2; recall++) {
                        clock.advance(Duration.ofMinutes(2));
                        by(at, () -> desk.recall(CommandId.next(), active(at)));
                    }
                    by(at, () -> desk.markNoShow(CommandId.next(), active(at)));
                }
                case 9 -> by(at, () -> desk.returnLate(CommandId.next(), any(random)));
                case 10 -> {
                    if (random.nextBoolean()) {
                        by(
                                at,
                                () -> desk.hold(
                                        CommandId.next(),
                                        active(at),
                                        "Ke bank",
                                        clock.instant().plusSeconds(600)));
                    } else {
                        by(at, () -> desk.resume(CommandId.next(), any(random)));
                    }
                }
                case 11 ->
                    by(
                            at,
                            () -> desk.transfer(
                                    CommandId.next(),
                                    active(at),
                                    agency.services().get(random.nextInt(3)).id(),
                                    "Salah loket"));
                case 12 -> by(at, () -> desk.undo(CommandId.next(), any(random)));
                default -> settle(random, at);
            }
            return true;
        } catch (BusinessRuleViolation refused) {
            return false;
        }
    }

    private void settle(Random random, int at) {
        List<TicketSnapshot> open = by(at, endOfDay::open);
        if (open.isEmpty()) {
            throw new BusinessRuleViolation("nothing.open");
        }
        TicketSnapshot one = open.get(random.nextInt(open.size()));
        by(
                at,
                () -> random.nextBoolean()
                        ? desk.abandon(CommandId.next(), one.id())
                        : endOfDay.complete(CommandId.next(), one.id(), one.version(), Outcome.FULFILLED));
    }

    private TicketId active(int at) {
        return by(at, desk::atMyCounter)
                .map(act -> act.ticket().id())
                .orElseThrow(() -> new BusinessRuleViolation("nobody.there"));
    }

    /** The last ones mostly: what is older can't be taken back. */
    private TicketId any(Random random) {
        if (known.isEmpty()) {
            throw new BusinessRuleViolation("nobody.there");
        }
        return known.get(Math.max(0, known.size() - 1 - random.nextInt(12)));
    }

    private TicketId callNext(int at) {
        return ((CallResult.Called) by(at, () -> desk.callNext(CommandId.next())))
                .act()
                .ticket()
                .id();
    }

    private <T> T by(int at, Callable<T> act) {
        return hall.as(agency.officers().get(at), act);
    }

    private void change(String statement) {
        transaction.executeWithoutResult(status -> jdbc.sql(statement).update());
    }

    private List<String> rows() {
        return jdbc.sql(COMPARED)
                .param(agency.id().toString())
                .query(String.class)
                .list();
    }

    /** Those of the migration, for this agency alone. */
    private List<String> fillings() throws IOException {
        return Arrays.stream(migration("V20__history.sql").split(";"))
                .map(String::strip)
                .filter(statement -> statement.startsWith("insert"))
                .map(statement -> statement
                        + (statement.contains("left join counter c on c.id = p.counter_id") ? " where" : " and")
                        + " k.agency_id = '" + agency.id() + "'")
                .toList();
    }
}
