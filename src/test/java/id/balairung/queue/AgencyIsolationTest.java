package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.balairung.agency.ServiceId;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.CounterSummary;
import id.balairung.counter.OpenShift;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.TenantScope;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Agency B sees and changes nothing of A's, on every way to the data. See docs/isolation-matrix.md. */
@BalairungTest
class AgencyIsolationTest {

    @Autowired
    Hall hall;

    @Autowired
    QueueDesk desk;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    QueueFeed feed;

    @Autowired
    TicketRepository repository;

    @Autowired
    WaitingHeads heads;

    @Autowired
    NumberDispenser numbers;

    @Autowired
    MallBoards boards;

    @Autowired
    QueueBoardReader reader;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    Hall.TestAgency a;
    Hall.TestAgency b;
    TicketId ticketOfA;

    @BeforeEach
    void twoAgencies() {
        a = hall.agency(1, 1);
        b = hall.agency(1, 1);
        hall.open(a, 0);
        hall.open(b, 0);
        ticketOfA = hall.issue(a).ticket().id();
    }

    @Test
    void readsCountsAndFindsByIdSeeOnlyTheOwn() {
        TicketId ticketOfB = hall.issue(b).ticket().id();
        inB(() -> {
            assertThat(repository.findById(ticketOfA.value())).isEmpty();
            assertThat(entities.find(Ticket.class, ticketOfA.value())).isNull();
            assertThat(entities.createQuery("select t.id from Ticket t", UUID.class)
                            .getResultList())
                    .containsExactly(ticketOfB.value());
            assertThat(count("select count(t) from Ticket t")).isEqualTo(1);
            assertThat(count("select count(e) from TicketEvent e")).isEqualTo(1);
            assertThat(count("select count(w) from Waiting w")).isEqualTo(1);
            return b;
        });
        assertThat(hall.as(b.officer(), endOfDay::open))
                .extracting(TicketSnapshot::id)
                .containsExactly(ticketOfB);
    }

    @Test
    void everyActOnAnotherAgencysTicketIsRefused() {
        StaffPrincipal officer = b.officer();
        Instant until = clock.instant().plus(Duration.ofMinutes(5));
        List<Supplier<Object>> acts = List.of(
                () -> desk.callChosen(CommandId.next(), ticketOfA, "Saya pilih"),
                () -> desk.recall(CommandId.next(), ticketOfA),
                () -> desk.serve(CommandId.next(), ticketOfA),
                () -> desk.complete(CommandId.next(), ticketOfA, Outcome.FULFILLED),
                () -> desk.markNoShow(CommandId.next(), ticketOfA),
                () -> desk.hold(CommandId.next(), ticketOfA, "Alasan", until),
                () -> desk.resume(CommandId.next(), ticketOfA),
                () -> desk.returnLate(CommandId.next(), ticketOfA),
                () -> desk.transfer(CommandId.next(), ticketOfA, b.service().id(), "Alasan"),
                () -> desk.handOff(CommandId.next(), ticketOfA, a.service().id(), "Alasan"),
                () -> desk.abandon(CommandId.next(), ticketOfA),
                () -> desk.undo(CommandId.next(), ticketOfA),
                () -> endOfDay.abandon(CommandId.next(), ticketOfA, 0),
                () -> endOfDay.complete(CommandId.next(), ticketOfA, 0, Outcome.FULFILLED));
        String before = rows();
        acts.forEach(act -> assertThatThrownBy(() -> hall.as(officer, act::get))
                .satisfiesAnyOf(
                        refused -> assertThat(refused).isInstanceOf(BusinessRuleViolation.class),
                        refused -> assertThat(refused).isInstanceOf(AccessDeniedException.class)));
        assertThat(hall.as(officer, () -> desk.callNext(CommandId.next())))
                .isInstanceOf(CallResult.NobodyWaiting.class);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void bulkStatementsChangeOnlyTheOwn() {
        String before = rows();
        inB(() -> {
            assertThat(entities.createQuery("update Ticket t set t.calls = 9").executeUpdate())
                    .isZero();
            assertThat(entities.createQuery("delete from Waiting w").executeUpdate())
                    .isZero();
            return b;
        });
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anotherAgencysEntityCannotBeMergedOrRemoved() {
        String before = rows();
        Ticket stolen = TenantScope.in(
                a.id(), () -> writing().execute(status -> entities.find(Ticket.class, ticketOfA.value())));
        assertThatThrownBy(() -> inB(() -> {
                    entities.merge(stolen).abandon(clock.instant());
                    entities.flush();
                    return b;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> inB(() -> {
                    entities.remove(entities.getReference(Waiting.class, ticketOfA.value()));
                    entities.flush();
                    return b;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void withoutAnAgencyReadsFindNothingAndWritesThrow() {
        String before = rows();
        writing().executeWithoutResult(status -> {
            assertThat(repository.findById(ticketOfA.value())).isEmpty();
            assertThat(count("select count(t) from Ticket t")).isZero();
            assertThat(entities.createQuery("delete from Waiting w").executeUpdate())
                    .isZero();
        });
        assertThatThrownBy(() -> writing().executeWithoutResult(status -> {
                    entities.persist(new Waiting(
                            UUID.randomUUID(), a.service().id().value(), PriorityClass.GENERAL, clock.instant()));
                    entities.flush();
                }))
                .hasStackTraceContaining("belongs to an agency, but none is in scope");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void acrossAgenciesEverythingIsReadAndNothingWritten() {
        hall.issue(b);
        String before = rows();
        TenantScope.acrossAgencies(() -> writing().execute(status -> {
            assertThat(entities.find(Ticket.class, ticketOfA.value())).isNotNull();
            assertThat(entities.createQuery("select distinct t.serviceId from Ticket t", UUID.class)
                            .getResultList())
                    .contains(a.service().id().value(), b.service().id().value());
            return a;
        }));
        refusedAcross(() -> {
            entities.find(Ticket.class, ticketOfA.value()).abandon(clock.instant());
            entities.flush();
        });
        refusedAcross(() -> entities.remove(entities.find(Waiting.class, ticketOfA.value())));
        refusedAcross(() -> entities.persist(
                new Waiting(UUID.randomUUID(), a.service().id().value(), PriorityClass.GENERAL, clock.instant())));
        refusedAcross(
                () -> entities.createQuery("update Ticket t set t.calls = 9").executeUpdate());
        refusedAcross(() -> entities.createQuery("delete from Waiting w").executeUpdate());
        refusedAcross(
                () -> entities.createNativeQuery("update ticket set calls = 9").executeUpdate());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aScopeIsOpenedBeforeTheTransactionOrNotAtAll() {
        assertThatThrownBy(() -> inB(() -> TenantScope.in(a.id(), () -> a)))
                .hasStackTraceContaining("before the transaction");
        assertThatThrownBy(() -> inB(() -> TenantScope.acrossAgencies(() -> a)))
                .hasStackTraceContaining("before the transaction");
        TransactionTemplate outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        assertThatThrownBy(() -> TenantScope.in(
                        b.id(),
                        () -> outside.execute(status -> {
                            // Binds a session of B's to the thread, which a scope of A's would go on using.
                            entities.createQuery("select count(t) from Ticket t")
                                    .getSingleResult();
                            return TenantScope.in(a.id(), () -> a);
                        })))
                .hasStackTraceContaining("before the transaction");
    }

    @Test
    void nativeReadersKeepToTheAgencyTheyAreGiven() {
        TicketId ticketOfB = hall.issue(b).ticket().id();
        Instant today = clock.instant().minus(Duration.ofHours(1));
        List<ServiceId> both = List.of(a.service().id(), b.service().id());
        assertThat(heads.of(b.id(), both, today, 8))
                .extracting(Candidate::ticket)
                .containsExactly(ticketOfB);
        assertThatThrownBy(() -> inB(() -> numbers.draw(b.id(), a.service(), null)))
                .hasStackTraceContaining("is not a service of agency");
        assertThat(MallQueue.of(boards.current()).waitingAt(a.service().id())).isEqualTo(1);
        assertThat(MallQueue.of(boards.current()).waitingAt(b.service().id())).isEqualTo(1);
    }

    @Test
    void aSubscriberGetsTheBoardOfTheOwnAgencyOnly() {
        TicketId ticketOfB = hall.issue(b).ticket().id();
        try (QueueSubscription<QueueBoard> ofB = hall.as(b.officer(), () -> feed.subscribe(update -> {}))) {
            assertThat(ofB.current().agency()).isEqualTo(b.id());
            assertThat(ofB.current().tickets()).extracting(TicketSnapshot::id).containsExactly(ticketOfB);
            assertThat(ofB.current().shifts()).hasSize(1);
        }
        assertThatThrownBy(() -> hall.as(hall.frontDesk(), () -> feed.subscribe(update -> {})))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> hall.as(b.officer(), () -> feed.subscribeMall(update -> {})))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void onlyTheHeadLooksIntoEveryAgency() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        try (QueueSubscription<MallBoard> mall = hall.as(head, () -> feed.subscribeMallBoard(update -> {}));
                QueueSubscription<QueueBoard> ofA = hall.as(head, () -> feed.subscribe(a.id(), update -> {}))) {
            // While somebody else follows, too, the newest may be the one before.
            await().untilAsserted(() -> assertThat(
                            mall.current().of(a.id()).orElseThrow().tickets())
                    .extracting(TicketSnapshot::id)
                    .containsExactly(ticketOfA));
            await().untilAsserted(() -> assertThat(ofA.current().tickets())
                    .extracting(TicketSnapshot::id)
                    .containsExactly(ticketOfA));
            assertThat(mall.current().of(b.id()).orElseThrow().tickets()).isEmpty();
        }
        for (StaffPrincipal other : List.of(a.officer(), b.officer(), b.admin(), hall.frontDesk())) {
            assertThatThrownBy(() -> hall.as(other, () -> feed.subscribeMallBoard(update -> {})))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(other, () -> feed.subscribe(a.id(), update -> {})))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    /** One reading of the whole mall is taken apart by agency: nothing of one may end up on another's board. */
    @Test
    void aReadingOfTheWholeMallKeepsTheAgenciesApart() {
        TicketId ticketOfB = hall.issue(b).ticket().id();
        List<QueueBoard> all = reader.readAll();
        QueueBoard ofA = board(all, a);
        QueueBoard ofB = board(all, b);
        assertThat(ofA.tickets()).extracting(TicketSnapshot::id).containsExactly(ticketOfA);
        assertThat(ofB.tickets()).extracting(TicketSnapshot::id).containsExactly(ticketOfB);
        assertThat(ofB.shifts())
                .extracting(OpenShift::officer)
                .containsExactly(b.officer().id());
        assertThat(ofB.counters().counters()).extracting(CounterSummary::id).containsExactlyElementsOf(b.counters());
        assertThat(ofB.soFar().latest())
                .extracting(Happening::service)
                .containsOnly(b.service().id());
        assertThat(ofA).usingRecursiveComparison().ignoringFields("asOf").isEqualTo(reader.read(a.id()));
        assertThat(ofB).usingRecursiveComparison().ignoringFields("asOf").isEqualTo(reader.read(b.id()));
    }

    private static QueueBoard board(List<QueueBoard> all, Hall.TestAgency agency) {
        return all.stream()
                .filter(board -> board.agency().equals(agency.id()))
                .findAny()
                .orElseThrow();
    }

    @Test
    void theDatabaseRefusesAReferenceAcrossAgencies() {
        String service = a.service().id().value().toString();
        refusedByTheDatabase(
                "update waiting set agency_id = ? where ticket_id = ?",
                b.id().toString(),
                ticketOfA.value().toString());
        refusedByTheDatabase(
                "insert into ticket_event (ticket_id, agency_id, service_id, turn, type, occurred_at, command_id, details)"
                        + " values (?, ?, ?, 1, 'CALLED', utc_timestamp(), uuid(), '{}')",
                ticketOfA.value().toString(),
                b.id().toString(),
                service);
        refusedByTheDatabase(
                "insert into ticket_number (service_id, agency_id, service_day, last_number) values (?, ?, '2020-01-01', 1)",
                service,
                b.id().toString());
        refusedByTheDatabase(
                "insert into counter_service (counter_id, agency_id, service_id) values (?, ?, ?)",
                b.counters().getFirst().value().toString(),
                b.id().toString(),
                service);
        refusedByTheDatabase(
                "update ticket set counter_id = ? where id = ?",
                b.counters().getFirst().value().toString(),
                ticketOfA.value().toString());
    }

    private void refusedByTheDatabase(String sql, String... parameters) {
        assertThatThrownBy(() -> jdbc.sql(sql).params(List.of(parameters)).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("foreign key");
    }

    private void refusedAcross(Runnable write) {
        assertThatThrownBy(() -> TenantScope.acrossAgencies(() -> writing().execute(status -> {
                    write.run();
                    return a;
                })))
                .satisfiesAnyOf(
                        refused -> assertThat(refused).hasStackTraceContaining("Reading across agencies never writes"),
                        refused -> assertThat(refused).hasStackTraceContaining("but none is in scope"));
    }

    private TransactionTemplate writing() {
        return new TransactionTemplate(transactions);
    }

    private <T> T inB(Supplier<T> work) {
        return TenantScope.in(b.id(), () -> writing().execute(status -> work.get()));
    }

    private long count(String hql) {
        return entities.createQuery(hql, Long.class).getSingleResult();
    }

    /** All of A's, as the database has it. */
    private String rows() {
        return List.of("ticket", "waiting", "ticket_event", "ticket_number").stream()
                .map(table -> jdbc.sql("select * from " + table + " where agency_id = ?")
                        .param(a.id().toString())
                        .query()
                        .listOfRows()
                        .toString())
                .toList()
                .toString();
    }
}
