package id.balairung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is recorded is sealed, and whatever is done to it past the application afterwards is found. */
@BalairungTest
class ChainTest {

    private static final int EVENTS = 24;
    private static final int TAMPERINGS = 1000;

    @Autowired
    Hall hall;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient applications;

    @Autowired
    TablesOwner owner;

    JdbcClient jdbc;

    @Autowired
    HeadsFile heads;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    Hall.TestAgency one;
    Hall.TestAgency other;

    @BeforeEach
    void twoTrails() {
        jdbc = owner.jdbc();
        one = hall.agency(1, 0);
        other = hall.agency(1, 0);
    }

    @Test
    void whatWasRecordedIsSealedAndFoundUntouched() {
        record(one, EVENTS);
        record(other, EVENTS);
        awaitSeals(one);
        awaitSeals(other);
        assertThat(findings(heads)).isEmpty();
        assertThat(positions(one.id()))
                .isEqualTo(IntStream.rangeClosed(1, positions(one.id()).size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void everyOneOfAThousandTamperingsIsFound() {
        record(one, EVENTS);
        record(other, EVENTS);
        awaitSeals(one);
        awaitSeals(other);
        Random random = new Random(20_261_124);
        Map<Tampering, Long> tried = IntStream.range(0, TAMPERINGS)
                .mapToObj(number -> {
                    Tampering tampering = Tampering.values()[random.nextInt(Tampering.values().length)];
                    assertThat(tampered(tampering, random))
                            .as("number %d, %s", number, tampering)
                            .isNotEmpty();
                    return tampering;
                })
                .collect(Collectors.groupingBy(tampering -> tampering, Collectors.counting()));
        assertThat(tried).hasSize(Tampering.values().length);
        assertThat(findings(heads)).isEmpty();
    }

    @Test
    void aChangeIsFoundWhereItIs() {
        record(one, EVENTS);
        awaitSeals(one);
        long event = ids(one.id()).get(6);
        List<ChainVerification.Finding> found = inUndone(() -> {
            jdbc.sql("update audit_event set subject = concat(subject, ' ') where id = ?")
                    .param(event)
                    .update();
            return findings(heads);
        });
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().trail()).contains(one.id());
        assertThat(found.getFirst().event()).isEqualTo(event);
        assertThat(found.getFirst().position()).isEqualTo(7);
    }

    @Test
    void idsThatAreCommittedOutOfOrderAreSealedInTheOrderOfBeingFound() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> hall.as(
                        one.admin(),
                        () -> new TransactionTemplate(transactions).execute(status -> {
                            trail.record(event("lambat"));
                            written.countDown();
                            try {
                                overtaken.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return event("lambat");
                        })));
        written.await();
        record(one, 3);
        awaitSeals(one);
        overtaken.countDown();
        slow.join();
        awaitSeals(one);
        List<Long> sealed = jdbc.sql("select event_id from audit_seal where trail_id = ? order by position")
                .param(one.id().toString())
                .query(Long.class)
                .list();
        assertThat(sealed).hasSize(ids(one.id()).size());
        assertThat(sealed.getLast()).isLessThan(sealed.get(sealed.size() - 2));
        assertThat(findings(heads)).isEmpty();
    }

    @Test
    void twoSealersAtOnceMakeOneChain() throws InterruptedException {
        SealRows rows = new SealRows(dataSource, applications);
        record(one, 1);
        List<Thread> sealers = IntStream.range(0, 4)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    HeadsFile own = new HeadsFile(folder.resolve(number + "/heads.log"));
                    Sealer sealer = new Sealer(rows, own, clock);
                    for (int round = 0; round < 20; round++) {
                        record(one, 1);
                        sealer.round();
                    }
                }))
                .toList();
        for (Thread sealer : sealers) {
            sealer.join();
        }
        awaitSeals(one);
        assertThat(ids(one.id())).hasSizeGreaterThanOrEqualTo(81);
        assertThat(findings(heads)).isEmpty();
    }

    @Test
    void aHeadsFileThatIsMissingOrChangedIsTold() throws IOException {
        record(one, EVENTS);
        awaitSeals(one);
        testClock.advance(Duration.ofMinutes(6));
        assertThat(whole(new HeadsFile(folder.resolve("none.log"))))
                .anySatisfy(finding -> assertThat(finding.what()).contains("is missing"));
        List<String> lines = Files.readAllLines(heads.path());
        int last = lines.size() - 1;
        while (!lines.get(last).contains(one.id().toString())) {
            last--;
        }
        int line = last;
        assertThat(whole(changed(copy -> copy.remove(line)))).isNotEmpty();
        assertThat(whole(changed(copy -> copy.set(
                        line,
                        copy.get(line).replace(one.id().toString(), other.id().toString())))))
                .isNotEmpty();
        assertThat(whole(changed(copy -> copy.add(line, copy.get(line))))).isNotEmpty();
    }

    @Test
    void aHeadsFileThatWasBegunAnewIsTold() {
        record(one, EVENTS);
        awaitSeals(one);
        HeadsFile anew = new HeadsFile(folder.resolve("anew/heads.log"));
        new Sealer(new SealRows(dataSource, applications), anew, clock).round();
        assertThat(whole(anew)).anySatisfy(finding -> assertThat(finding.what()).contains("begun anew"));
    }

    @Test
    void aHeadsFileThatCouldNotBeBegunAtOnceSaysWhatWasSealedBeforeAllTheSame() throws IOException {
        Path blocked = Files.createFile(folder.resolve("blocked"));
        HeadsFile late = new HeadsFile(blocked.resolve("heads.log"));
        Head head = new Head(one.id(), 7, ChainHash.NONE);
        late.appendAll(List.of(head), clock.instant());
        Files.delete(blocked);
        late.append(List.of(), clock.instant());
        late.appendAll(List.of(head), clock.instant());
        HeadsFile.Contents contents = late.read().orElseThrow();
        assertThat(contents.sealedBefore()).isEqualTo(7);
        assertThat(contents.heads()).containsExactly(head);
    }

    @Test
    void theHeadsFileIsForItsOwnerOnly() throws IOException {
        record(one, 1);
        awaitSeals(one);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(heads.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(heads.path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aTornLineIsNoLineAndTheNextBeginsInItsPlace() throws IOException {
        Path path = folder.resolve("torn.log");
        HeadsFile first = new HeadsFile(path);
        Head head = new Head(one.id(), 1, ChainHash.NONE);
        first.appendAll(List.of(), clock.instant());
        first.append(List.of(head), clock.instant());
        Files.writeString(path, Files.readString(path) + "2026-11-24T00:00:00Z torn");
        assertThat(new HeadsFile(path).read().orElseThrow().faults()).isEmpty();
        new HeadsFile(path).appendAll(List.of(new Head(one.id(), 2, ChainHash.NONE)), clock.instant());
        HeadsFile.Contents contents = new HeadsFile(path).read().orElseThrow();
        assertThat(contents.faults()).isEmpty();
        assertThat(contents.heads()).extracting(Head::position).containsExactly(1L, 2L);
    }

    /** What somebody with all rights on the database may do to a trail. */
    private enum Tampering {
        CHANGE_A_COLUMN,
        DELETE_AN_EVENT,
        DELETE_AN_EVENT_AND_ITS_SEAL,
        INSERT_AN_EVENT,
        INSERT_AN_EVENT_WITH_A_SEAL,
        SWAP_TWO_EVENTS,
        SWAP_TWO_SEALS,
        MOVE_TO_ANOTHER_TRAIL,
        CUT_THE_TAIL,
        CUT_THE_WHOLE_TRAIL,
        CHANGE_A_SEAL,
        SEAL_ANEW,
    }

    private List<ChainVerification.Finding> tampered(Tampering how, Random random) {
        return inUndone(() -> {
            tamper(how, random);
            return findings(heads);
        });
    }

    private void tamper(Tampering how, Random random) {
        List<Long> ids = ids(one.id());
        int place = random.nextInt(ids.size());
        long id = ids.get(place);
        long second = ids.get((place + 1 + random.nextInt(ids.size() - 1)) % ids.size());
        switch (how) {
            case CHANGE_A_COLUMN -> changeAColumn(id, random);
            case DELETE_AN_EVENT -> update("delete from audit_event where id = ?", id);
            case DELETE_AN_EVENT_AND_ITS_SEAL -> {
                update("delete from audit_event where id = ?", id);
                update("delete from audit_seal where event_id = ?", id);
            }
            case INSERT_AN_EVENT -> insert(random.nextInt(10, 10_000));
            case INSERT_AN_EVENT_WITH_A_SEAL -> {
                insert(random.nextInt(10, 10_000));
                jdbc.sql("""
                                insert into audit_seal select max(id), ?, ?, unhex(sha2('x', 256)) from audit_event""").params(one.id().toString(), ids.size() + 1).update();
            }
            case SWAP_TWO_EVENTS -> {
                update("update audit_event set id = -1 where id = ?", id);
                jdbc.sql("update audit_event set id = ? where id = ?")
                        .params(id, second)
                        .update();
                update("update audit_event set id = ? where id = -1", second);
            }
            case SWAP_TWO_SEALS -> {
                update("update audit_seal set event_id = -1 where event_id = ?", id);
                jdbc.sql("update audit_seal set event_id = ? where event_id = ?")
                        .params(id, second)
                        .update();
                update("update audit_seal set event_id = ? where event_id = -1", second);
            }
            case MOVE_TO_ANOTHER_TRAIL ->
                jdbc.sql("update audit_event set trail_id = ? where id = ?")
                        .params(other.id().toString(), id)
                        .update();
            case CUT_THE_TAIL -> {
                jdbc.sql("delete from audit_event where trail_id = ? and id >= ?")
                        .params(one.id().toString(), id)
                        .update();
                jdbc.sql("delete from audit_seal where trail_id = ? and position > ?")
                        .params(one.id().toString(), place)
                        .update();
            }
            case CUT_THE_WHOLE_TRAIL -> {
                for (String table : List.of("audit_event", "audit_seal")) {
                    jdbc.sql("delete from " + table + " where trail_id = ?")
                            .param(one.id().toString())
                            .update();
                }
            }
            case CHANGE_A_SEAL -> changeASeal(id, random);
            case SEAL_ANEW -> {
                changeAColumn(id, random);
                sealAnew();
            }
        }
    }

    private void changeAColumn(long id, Random random) {
        List<String> changes = List.of(
                "kind = 'RETIRED'",
                "occurred_at = occurred_at + interval 1 microsecond",
                "actor_id = uuid()",
                "actor_id = null",
                "actor_name = concat(actor_name, ' ')",
                "actor_name = upper(actor_name)",
                "actor_role = 'OFFICER'",
                "address = '10.0.0.9'",
                "subject = concat('x', subject)",
                "subject = ''",
                "was = '{\"name\":\"C\"}'",
                "was = if(was is null, '{}', null)",
                "became = concat(became, ' ')",
                "became = '{}'");
        update("update audit_event set " + changes.get(random.nextInt(changes.size())) + " where id = ?", id);
    }

    private void changeASeal(long id, Random random) {
        List<String> changes = List.of(
                "hash = unhex(sha2(hash, 256))",
                "position = position + 100000",
                "trail_id = '" + other.id() + "', position = 100000",
                "event_id = 900000000");
        update("update audit_seal set " + changes.get(random.nextInt(changes.size())) + " where event_id = ?", id);
    }

    /** As the application would, over rows that were changed. */
    private void sealAnew() {
        List<EventRow> rows = jdbc.sql("select " + EventRow.COLUMNS + """
                         from audit_event e join audit_seal s on s.event_id = e.id
                         where s.trail_id = ? order by s.position""")
                .param(one.id().toString())
                .query((row, number) -> EventRow.of(row))
                .list();
        ChainHash hash = ChainHash.NONE;
        for (int position = 1; position <= rows.size(); position++) {
            hash = hash.followedBy(position, rows.get(position - 1));
            jdbc.sql("update audit_seal set hash = unhex(?) where event_id = ?")
                    .params(hash.hex(), rows.get(position - 1).id())
                    .update();
        }
    }

    /** By the application's clock, which other tests move: what just happened may still wait for its seal. */
    private void insert(int minutesAgo) {
        jdbc.sql("""
                        insert into audit_event (trail_id, kind, occurred_at, subject)
                        values (?, 'SIGNED_IN', ?, 'x')""")
                .params(
                        one.id().toString(),
                        LocalDateTime.ofInstant(clock.instant().minus(Duration.ofMinutes(minutesAgo)), ZoneOffset.UTC))
                .update();
    }

    private void update(String sql, long id) {
        assertThat(jdbc.sql(sql).param(id).update()).isEqualTo(1);
    }

    private void record(Hall.TestAgency agency, int events) {
        hall.as(agency.admin(), () -> {
            for (int number = 0; number < events; number++) {
                trail.recordAlone(AuditEvent.of(AuditKind.SERVICE_CHANGED, agency.id(), "Layanan " + number)
                        .changing(Map.of("name", "Lama"), Map.of("name", "Baru")));
            }
            return agency;
        });
    }

    private AuditEvent event(String subject) {
        return AuditEvent.of(AuditKind.SERVICE_CHANGED, one.id(), subject);
    }

    private <T> T inUndone(Supplier<T> work) {
        return owner.undone(work);
    }

    private List<ChainVerification.Finding> findings(HeadsFile file) {
        List<ChainVerification.Finding> found = new ArrayList<>();
        verification(file).verify(Set.of(one.id(), other.id()), found::add);
        return found;
    }

    private List<ChainVerification.Finding> whole(HeadsFile file) {
        List<ChainVerification.Finding> found = new ArrayList<>();
        verification(file).verifyAll(found::add);
        return found;
    }

    private ChainVerification verification(HeadsFile file) {
        return new ChainVerification(new ChainRows(jdbc), file, clock, Duration.ZERO);
    }

    private HeadsFile changed(Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(heads.path()));
        change.accept(lines);
        Path copy = folder.resolve("changed.log");
        Files.writeString(copy, String.join("\n", lines) + "\n");
        return new HeadsFile(copy);
    }

    /** Until all is sealed and its end stands in the file. */
    private void awaitSeals(Hall.TestAgency agency) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(new TreeSet<>(sealed(agency.id()))).isEqualTo(new TreeSet<>(ids(agency.id())));
            assertThat(heads.read().orElseThrow().heads())
                    .anySatisfy(head -> assertThat(Optional.of(head)
                                    .filter(of -> of.trail().equals(agency.id()))
                                    .map(Head::position))
                            .contains((long) ids(agency.id()).size()));
        });
    }

    private List<Long> ids(AgencyId of) {
        return jdbc.sql("select id from audit_event where trail_id = ? order by id")
                .param(of.toString())
                .query(Long.class)
                .list();
    }

    private List<Long> sealed(AgencyId of) {
        return jdbc.sql("select event_id from audit_seal where trail_id = ?")
                .param(of.toString())
                .query(Long.class)
                .list();
    }

    private List<Long> positions(AgencyId of) {
        return jdbc.sql("select position from audit_seal where trail_id = ? order by position")
                .param(of.toString())
                .query(Long.class)
                .list();
    }
}
