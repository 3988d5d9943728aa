package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetFormat;
import id.balairung.tenancy.AllAgencies;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports in the background: made with the rights of whoever asked, theirs alone, and gone without a trace when they end. */
@BalairungTest
class ExportJobsTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 5, 1);
    private static final int DAYS = 60;
    private static final int TURNS = 12_500;
    private static final ExportWish WISH = new ExportWish(
            HistoryFilter.of(FIRST, FIRST.plusDays(DAYS)), SheetFormat.CSV, false, Locale.forLanguageTag("id"));
    private static final ExportWish WITH_NOTES = new ExportWish(WISH.filter(), WISH.format(), true, WISH.language());

    @Autowired
    Hall hall;

    @Autowired
    ExportJobs jobs;

    @Autowired
    ExportQueue queue;

    @Autowired
    ExportExpiry expiry;

    @Autowired
    ExportRows rows;

    @Autowired
    ExportFiles files;

    @Autowired
    ExportNews news;

    @Autowired
    HistoryExport export;

    @Autowired
    PresentRights rights;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    TestClock time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Value("${balairung.exports.dir}")
    Path folder;

    private Hall.TestAgency agency;

    @BeforeEach
    void anAgencyWithAPast() throws IOException {
        Files.createDirectories(folder);
        agency = hall.agency(2, 2);
        new PastTurns(batches, transaction, 2).add(agency, FIRST, DAYS, TURNS);
    }

    @AfterEach
    void nothingWaits() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from history_export").update());
        expiry.round();
    }

    @Test
    void whoAskedFetchesWhatADownloadWouldHold() throws Exception {
        ExportId id = asked(agency.admin());
        assertThat(state(agency.admin(), id)).isEqualTo(ExportState.WAITING);

        ExportJob made = made(agency.admin(), id, ExportState.READY);
        byte[] fetched = fetched(agency.admin(), id).orElseThrow();

        byte[] direct = hall.as(agency.admin(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SheetFormat.CSV.write(export.table(WISH, written -> {}), out);
            return out.toByteArray();
        });
        assertThat(fetched).isEqualTo(direct);
        assertThat(made.rows()).isEqualTo(TURNS);
        assertThat(made.bytes()).contains((long) direct.length);
        assertThat(jdbc.sql("select sha256 from history_export where id = ?")
                        .param(id.toString())
                        .query(String.class)
                        .single())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(direct)));
        assertThat(trail()).hasSize(3).anySatisfy(event -> assertThat(event).contains("PREPARED", "" + TURNS));
        assertThat(trail().get(1)).contains("FETCHED");
    }

    @Test
    void nobodyElseSeesFetchesEndsOrDeletesIt() {
        ExportId id = asked(agency.admin());
        made(agency.admin(), id, ExportState.READY);
        List<StaffPrincipal> others = List.of(
                hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id())),
                hall.agency(1, 0).admin(),
                agency.officer(),
                hall.staff(Role.MALL_HEAD, Optional.empty()));

        for (StaffPrincipal other : others) {
            assertThat(hall.as(other, jobs::own)).isEmpty();
            assertThat(hall.as(other, () -> jobs.fetch(id))).isEmpty();
            hall.as(other, () -> {
                jobs.cancel(id);
                jobs.delete(id);
                return id;
            });
        }

        assertThat(state(agency.admin(), id)).isEqualTo(ExportState.READY);
        assertThat(fetched(agency.admin(), id)).isPresent();
    }

    @Test
    void oneWithNotesIsFetchedOnlyAfterAFreshProof() {
        ExportId id = hall.asProven(agency.admin(), () -> jobs.request(WITH_NOTES));
        made(agency.admin(), id, ExportState.READY);

        assertThatThrownBy(() -> hall.as(agency.admin(), () -> jobs.fetch(id)))
                .isInstanceOf(ReauthenticationRequired.class);
        assertThat(trail()).noneMatch(event -> event.contains("FETCHED"));
        assertThat(hall.as(hall.agency(1, 0).admin(), () -> jobs.fetch(id))).isEmpty();
        assertThat(hall.asProven(agency.admin(), () -> read(jobs.fetch(id)))).isPresent();
    }

    /** A session that is older than what became of the account. */
    @Test
    void whoLostTheAccountOrChangedTheAgencyCantFetchItAnyMore() {
        Hall.TestAgency other = hall.agency(1, 0);
        ExportId id = asked(agency.admin());
        made(agency.admin(), id, ExportState.READY);
        StaffPrincipal moved = new StaffPrincipal(
                agency.admin().id(),
                agency.admin().getUsername(),
                agency.admin().displayName(),
                "",
                Role.AGENCY_ADMIN,
                other.id().equals(agency.id()) ? null : other.id(),
                true,
                false);
        assertThat(hall.as(moved, () -> jobs.fetch(id))).isEmpty();
        assertThat(hall.as(moved, jobs::own)).isEmpty();

        change(
                "update staff_account set agency_id = ? where id = ?",
                other.id().value(),
                agency.admin().id().value());
        assertThat(hall.as(agency.admin(), () -> jobs.fetch(id))).isEmpty();

        change(
                "update staff_account set agency_id = ? where id = ?",
                agency.id().value(),
                agency.admin().id().value());
        hall.disable(agency.admin());
        assertThat(hall.as(agency.admin(), () -> jobs.fetch(id))).isEmpty();
    }

    @Test
    void anAccountThatIsDisabledMeanwhileEndsIt() {
        ExportId id = asked(agency.admin());
        hall.disable(agency.admin());

        assertThat(made(agency.admin(), id, ExportState.FAILED).fault()).contains("history.export.fault.access");
        assertThat(filesOf(id)).isEmpty();
    }

    @Test
    void anAccountThatIsDisabledWhileItIsWrittenEndsIt() throws Exception {
        ExportId id = asked(agency.admin());
        try (InputStream pipe = slowly(id)) {
            hall.disable(agency.admin());
            pipe.transferTo(new ByteArrayOutputStream());
        }

        await().until(() -> state(agency.admin(), id) == ExportState.FAILED);
        await().untilAsserted(() -> assertThat(filesOf(id)).isEmpty());
    }

    @Test
    void threeAreUnderWayForOnePersonAndNoMore() {
        List.of(1, 2, 3).forEach(number -> asked(agency.admin()));

        assertThatThrownBy(() -> asked(agency.admin())).isInstanceOf(BusinessRuleViolation.class);
        asked(agency.officer());
    }

    @Test
    void oneThatWaitsIsCancelled() {
        ExportId id = asked(agency.admin());
        hall.as(agency.admin(), () -> {
            jobs.cancel(id);
            return id;
        });
        queue.round();

        assertThat(state(agency.admin(), id)).isEqualTo(ExportState.CANCELLED);
        assertThat(filesOf(id)).isEmpty();
    }

    @Test
    void oneThatIsBeingWrittenIsCancelledAndLeavesNothing() throws Exception {
        ExportId id = asked(agency.admin());
        AtomicInteger told = new AtomicInteger();
        Runnable end = hall.as(agency.admin(), () -> jobs.follow(told::incrementAndGet));
        try (InputStream pipe = slowly(id)) {
            assertThat(state(agency.admin(), id)).isEqualTo(ExportState.RUNNING);
            hall.as(agency.admin(), () -> {
                jobs.cancel(id);
                return id;
            });
            pipe.transferTo(new ByteArrayOutputStream());
        }

        await().untilAsserted(() -> assertThat(filesOf(id)).isEmpty());
        await().untilAsserted(() -> assertThat(told).hasValueGreaterThanOrEqualTo(3));
        assertThat(state(agency.admin(), id)).isEqualTo(ExportState.CANCELLED);
        assertThat(trail()).noneMatch(event -> event.contains("PREPARED"));
        end.run();
    }

    @Test
    void whatAnEndOfTheApplicationInterruptedBeginsAnewOnce() throws Exception {
        ExportId id = asked(agency.admin());
        change("update history_export set state = 'RUNNING', attempts = 1 where id = ?", id.value());
        Files.writeString(folder.resolve(id + ".part"), "Tanggal;Nom");

        restarted().round();

        await().until(() -> state(agency.admin(), id) == ExportState.READY);
        assertThat(fetched(agency.admin(), id).orElseThrow().length).isGreaterThan(TURNS * 100);
    }

    @Test
    void whatWasInterruptedTwiceFailsAndSaysSo() throws Exception {
        ExportId id = asked(agency.admin());
        change("update history_export set state = 'RUNNING', attempts = 2 where id = ?", id.value());
        Files.writeString(folder.resolve(id + ".part"), "Tanggal;Nom");

        restarted().round();

        assertThat(own(agency.admin(), id).orElseThrow().fault()).contains("history.export.fault.interrupted");
        assertThat(filesOf(id)).isEmpty();
    }

    /** As when the database was away just when it should have been written down that it failed. */
    @Test
    void whatIsUnderWayByItsStateAndInNobodysHandsBeginsAnewWithoutARestart() {
        queue.round();
        ExportId id = asked(agency.admin());
        change("update history_export set state = 'RUNNING', attempts = 1 where id = ?", id.value());

        made(agency.admin(), id, ExportState.READY);
    }

    @Test
    void whatIsBeingWrittenIsLeftAlone() throws Exception {
        ExportId id = asked(agency.admin());
        try (InputStream pipe = slowly(id)) {
            queue.round();
            assertThat(state(agency.admin(), id)).isEqualTo(ExportState.RUNNING);
            assertThat(jdbc.sql("select attempts from history_export where id = ?")
                            .param(id.toString())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            pipe.transferTo(new ByteArrayOutputStream());
        }
        await().until(() -> state(agency.admin(), id) == ExportState.READY);
    }

    @Test
    void aScreenThatCantBeToldKeepsNothingFromBeingMade() {
        Runnable end = hall.as(
                agency.admin(),
                () -> jobs.follow(() -> {
                    throw new IllegalStateException("The screen is gone");
                }));
        AtomicInteger told = new AtomicInteger();
        Runnable endOfOther = hall.as(agency.admin(), () -> jobs.follow(told::incrementAndGet));

        made(agency.admin(), asked(agency.admin()), ExportState.READY);

        assertThat(told).hasPositiveValue();
        end.run();
        endOfOther.run();
    }

    @Test
    void anErrorFailsItAndGivesItsPlaceToTheNext() {
        AtomicInteger told = new AtomicInteger();
        Runnable end = hall.as(
                agency.officer(),
                () -> jobs.follow(() -> {
                    // At its beginning, and not again at its end.
                    if (told.getAndIncrement() % 2 == 0) {
                        throw new StackOverflowError("at will");
                    }
                }));
        for (ExportId id : List.of(ExportId.next(), ExportId.next())) {
            transaction.executeWithoutResult(
                    status -> rows.insert(AllAgencies.READ, id, agency.officer(), WISH, clock.instant()));
            assertThat(made(agency.officer(), id, ExportState.FAILED).fault())
                    .contains("history.export.fault.unexpected");
            await().until(() -> told.get() % 2 == 0);
        }
        end.run();
        made(agency.admin(), asked(agency.admin()), ExportState.READY);
    }

    @Test
    void howManyRowsThereWillBeIsToldWhileItIsWritten() throws Exception {
        ExportId id = asked(agency.admin());
        assertThat(own(agency.admin(), id).orElseThrow().expected()).isEmpty();
        try (InputStream pipe = slowly(id)) {
            assertThat(own(agency.admin(), id).orElseThrow().expected()).contains((long) TURNS);
            pipe.transferTo(new ByteArrayOutputStream());
        }
        await().until(() -> state(agency.admin(), id) == ExportState.READY);
        assertThat(own(agency.admin(), id).orElseThrow().expected()).isEmpty();
    }

    @Test
    void anEndOfTheApplicationLetsItBeginAnewAtTheNextStart() throws Exception {
        ExportId id = asked(agency.admin());
        ExportQueue before = restarted();
        try (InputStream pipe = slowly(before, id)) {
            Thread end = Thread.ofVirtual().start(before::end);
            await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
            pipe.transferTo(new ByteArrayOutputStream());
            end.join();
        }
        assertThat(state(agency.admin(), id)).isEqualTo(ExportState.WAITING);
        assertThat(filesOf(id)).isEmpty();

        made(agency.admin(), id, ExportState.READY);
    }

    /** The device on which nothing has room. */
    @Test
    void aFullDiskFailsItAndSaysSo() throws IOException {
        ExportId id = asked(agency.admin());
        Files.createSymbolicLink(folder.resolve(id + ".part"), Path.of("/dev/full"));

        assertThat(made(agency.admin(), id, ExportState.FAILED).fault()).contains("history.export.fault.disk");
        assertThat(filesOf(id)).isEmpty();
        assertThat(Path.of("/dev/full")).exists();
    }

    @Test
    void itsTimeIsOverAfterADay() {
        ExportId id = asked(agency.admin());
        made(agency.admin(), id, ExportState.READY);

        time.advance(Duration.ofHours(24).minusSeconds(5));
        expiry.round();
        assertThat(fetched(agency.admin(), id)).isPresent();

        time.advance(Duration.ofSeconds(10));
        assertThat(hall.as(agency.admin(), () -> jobs.fetch(id))).isEmpty();
        assertThat(filesOf(id)).isNotEmpty();
        expiry.round();
        assertThat(filesOf(id)).isEmpty();
        assertThat(jdbc.sql("select count(*) from history_export where id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileWhoseExportIsGoneIsDeletedAndNothingElse() throws IOException {
        Path strange = Files.writeString(folder.resolve("catatan.txt"), "bukan ekspor");
        ExportId gone = ExportId.next();
        Files.writeString(folder.resolve(gone + ".export"), "Tanggal");
        ExportId id = asked(agency.admin());
        made(agency.admin(), id, ExportState.READY);

        expiry.round();

        assertThat(filesOf(gone)).isEmpty();
        assertThat(filesOf(id)).hasSize(1);
        assertThat(strange).exists();
        Files.delete(strange);
    }

    @Test
    void whoAskedDeletesIt() {
        ExportId id = asked(agency.admin());
        made(agency.admin(), id, ExportState.READY);

        hall.as(agency.admin(), () -> {
            jobs.delete(id);
            return id;
        });

        assertThat(own(agency.admin(), id)).isEmpty();
        assertThat(filesOf(id)).isEmpty();
    }

    private ExportId asked(StaffPrincipal by) {
        return hall.as(by, () -> jobs.request(WISH));
    }

    private ExportJob made(StaffPrincipal by, ExportId id, ExportState state) {
        queue.round();
        await().until(() -> state(by, id) == state);
        return own(by, id).orElseThrow();
    }

    /** Begins it with a pipe in the place of its file: it is written no faster than somebody reads. */
    private InputStream slowly(ExportId id) throws Exception {
        return slowly(queue, id);
    }

    private InputStream slowly(ExportQueue by, ExportId id) throws Exception {
        Path part = folder.resolve(id + ".part");
        assertThat(new ProcessBuilder("mkfifo", part.toString()).start().waitFor())
                .isZero();
        by.round();
        InputStream pipe = Files.newInputStream(part);
        pipe.read();
        return pipe;
    }

    private ExportQueue restarted() {
        return new ExportQueue(rows, files, news, export, rights, clock, transactions, Duration.ofDays(1));
    }

    private ExportState state(StaffPrincipal by, ExportId id) {
        return own(by, id).orElseThrow().state();
    }

    private Optional<ExportJob> own(StaffPrincipal by, ExportId id) {
        return hall.as(by, jobs::own).stream()
                .filter(job -> job.id().equals(id))
                .findAny();
    }

    private Optional<byte[]> fetched(StaffPrincipal by, ExportId id) {
        return read(hall.as(by, () -> jobs.fetch(id)));
    }

    private static Optional<byte[]> read(Optional<ExportJobs.Fetched> file) {
        return file.map(fetched -> {
            try (InputStream content = fetched.content()) {
                return content.readAllBytes();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    private List<String> filesOf(ExportId id) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(id.toString()))
                    .toList();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private List<String> trail() {
        return jdbc.sql("select became from audit_event where trail_id = ? and kind = 'EXPORTED' order by id")
                .param(agency.id().toString())
                .query(String.class)
                .list();
    }

    private void change(String sql, Object... parameters) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql)
                .params(Stream.of(parameters).map(Object::toString).toList())
                .update());
    }
}
