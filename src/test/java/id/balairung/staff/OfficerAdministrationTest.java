package id.balairung.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterSummary;
import id.balairung.queue.CommandId;
import id.balairung.queue.QueueDesk;
import id.balairung.security.Founder;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetRow;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** An agency's admin runs its officers: nobody of another agency, and no other account of the own one. */
@BalairungTest
class OfficerAdministrationTest {

    @Autowired
    Hall hall;

    @Autowired
    OfficerAdministration officers;

    @Autowired
    OfficerTable table;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    CounterDesk desk;

    @Autowired
    QueueDesk queue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffAccountRepository accountRows;

    @Autowired
    TransactionTemplate transaction;

    Hall.TestAgency agency;
    String name;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(1, 2);
        name = "o-" + agency.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "-x";
    }

    @Test
    void aNewOfficerSignsInWithTheInitialPasswordThatHasToBeChanged() {
        GivenPassword given = create(name, Set.of());
        StaffPrincipal made = (StaffPrincipal) accounts.loadUserByUsername(name);
        assertThat(encoder.matches(given.password().text(), made.getPassword())).isTrue();
        assertThat(made.role()).isEqualTo(Role.OFFICER);
        assertThat(made.agency()).contains(agency.id());
        AccountDetails details = details(made.id());
        assertThat(details.passwordDue()).isTrue();
        assertThat(trail().getLast().get("kind")).isEqualTo("ACCOUNT_CREATED");
        assertThat(trail().toString()).doesNotContain(given.password().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Siti", "siti rahma", "siti_rahma", ".siti", "siti-", "sіti", "siti..a", "sïti"})
    void aNameOfOtherLettersIsRefusedAtTheField(String typed) {
        assertThatThrownBy(() -> create(typed, Set.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.field() + " " + fault.key())
                                        .isEqualTo("username staff.refused.username")));
    }

    @Test
    void aNameThatLooksLikeAnotherAgencysIsRefusedAsTakenAndNothingElseIsTold() {
        Hall.TestAgency other = hall.agency(1, 1);
        String first = name + "0l";
        hall.asProven(other.admin(), () -> officers.create(first, new TypedText("Lain"), false, Set.of()));
        for (String like : List.of(first, name + "o1", first.replace('-', '.'))) {
            assertThatThrownBy(() -> create(like, Set.of())).isInstanceOfSatisfying(InvalidInput.class, refused -> {
                assertThat(refused.key()).isEqualTo("staff.refused.username-taken");
                assertThat(refused.arguments()).isEmpty();
            });
        }
    }

    @Test
    void nobodyIsNamedAsWhatStandsInTheTrailForTheInstallation() {
        assertThatThrownBy(() -> create(Founder.USERNAME, Set.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.key()).isEqualTo("staff.refused.username-taken"));
    }

    @Test
    void anOfficerOpensOnlyTheCountersThatWereGiven() {
        StaffPrincipal officer = agency.officer();
        CounterId given = agency.counters().getLast();
        change(officer, 0, Set.of(given.value()));
        assertThat(hall.as(officer, desk::counters))
                .extracting(CounterSummary::id)
                .containsExactly(given);
        assertThatThrownBy(() -> hall.open(agency, 0))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.not-assigned"));
        hall.open(agency, 1, officer);
        assertThat(hall.as(agency.officers().getLast(), desk::counters)).hasSize(2);
    }

    @Test
    void anotherAgencysCounterCantBeGiven() {
        UUID foreign = hall.agency(1, 1).counters().getFirst().value();
        assertThatThrownBy(() -> change(agency.officer(), 0, Set.of(foreign)))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.no-such-counter"));
        assertThat(details(agency.officer().id()).revision()).isZero();
    }

    @Test
    void whoIsDisabledHasNoCounterOpenAnyMore() {
        hall.open(agency, 0);
        disable(agency.officer(), 0);
        assertThat(accounts.loadUserByUsername(agency.officer().getUsername()).isEnabled())
                .isFalse();
        assertThat(hall.as(agency.officer(), desk::current)).isEmpty();
        assertThatThrownBy(() -> hall.open(agency, 0))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.account-disabled"));
    }

    @Test
    void whoOpensACounterWhileBeingDisabledWaitsAndOpensNone() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> opening = transaction.execute(disabling -> {
                accountRows.lock(agency.officer().id().value()).orElseThrow().disable(Revision.first());
                Future<?> waiting = threads.submit(() -> hall.open(agency, 0));
                assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return waiting;
            });
            assertThatThrownBy(opening::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            BusinessRuleViolation.class,
                            refused -> assertThat(refused.key()).isEqualTo("counter.refused.account-disabled"));
        }
        assertThat(hall.as(agency.officer(), desk::current)).isEmpty();
    }

    @Test
    void whoServesSomebodyIsDisabledOnlyAfterwards() {
        hall.open(agency, 0);
        hall.issue(agency);
        hall.as(agency.officer(), () -> queue.callNext(CommandId.next()));
        assertThatThrownBy(() -> disable(agency.officer(), 0))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.still-occupied"));
        assertThat(details(agency.officer().id()).enabled()).isTrue();
    }

    @Test
    void aFormFilledBeforeSomebodyElseSavedIsRefusedButNotBecauseOfTheOfficersOwnPreferences() {
        StaffPrincipal officer = agency.officer();
        hall.as(officer, () -> {
            accounts.prefer(StaffPreferences.standard().shown(ColorScheme.DARK));
            return officer;
        });
        change(officer, 0, Set.of());
        assertThatThrownBy(() -> change(officer, 0, Set.of())).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void aResetPasswordReplacesTheOldOneAndNeedsAFreshProof() {
        StaffPrincipal officer = agency.officer();
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> officers.resetPassword(officer.id())))
                .isInstanceOf(ReauthenticationRequired.class);
        GivenPassword given = hall.asProven(agency.admin(), () -> officers.resetPassword(officer.id()));
        StaffPrincipal now = (StaffPrincipal) accounts.loadUserByUsername(officer.getUsername());
        assertThat(encoder.matches(given.password().text(), now.getPassword())).isTrue();
        assertThat(encoder.matches(Hall.PASSWORD, now.getPassword())).isFalse();
        assertThat(details(officer.id()).passwordDue()).isTrue();
    }

    @Test
    void withoutAFreshProofNobodyIsMadeEnabledOrImported() {
        disable(agency.officer(), 0);
        for (Runnable act : List.<Runnable>of(
                () -> officers.create(name, new TypedText("Siti"), false, Set.of()),
                () -> officers.enable(agency.officer().id(), 1),
                () -> table.importAll(List.of(row(2, name, "Siti", "ya", ""))))) {
            assertThatThrownBy(() -> hall.as(agency.admin(), () -> {
                        act.run();
                        return agency;
                    }))
                    .isInstanceOf(ReauthenticationRequired.class);
        }
        assertThat(hall.as(agency.admin(), officers::officers)).hasSize(2);
        assertThat(details(agency.officer().id()).enabled()).isFalse();
        hall.asProven(agency.admin(), () -> {
            officers.enable(agency.officer().id(), 1);
            return agency;
        });
        assertThat(details(agency.officer().id()).enabled()).isTrue();
    }

    @Test
    void anotherAgencysOfficerAndTheOwnAdminDontExistHere() {
        Hall.TestAgency other = hall.agency(1, 1);
        for (StaffId foreign : List.of(other.officer().id(), agency.admin().id(), StaffId.next())) {
            for (Runnable act : List.<Runnable>of(
                    () -> officers.change(foreign, 0, new TypedText("X"), true, Set.of()),
                    () -> officers.disable(foreign, 0),
                    () -> officers.enable(foreign, 0),
                    () -> officers.resetPassword(foreign),
                    () -> officers.removeSecondFactor(foreign),
                    () -> officers.endSessions(foreign))) {
                assertThatThrownBy(() -> hall.asProven(agency.admin(), () -> {
                            act.run();
                            return foreign;
                        }))
                        .isInstanceOfSatisfying(
                                BusinessRuleViolation.class,
                                refused -> assertThat(refused.key()).isEqualTo("staff.refused.no-such-officer"));
            }
        }
        assertThat(trail().getLast().get("kind")).isEqualTo("REFUSED");
        assertThat(hall.as(other.admin(), officers::officers))
                .singleElement()
                .satisfies(officer -> assertThat(officer.revision()).isZero());
        assertThatThrownBy(() -> hall.as(agency.officer(), officers::officers))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aTableMakesNewOfficersAndChangesThoseThatAreThere() {
        StaffPrincipal officer = agency.officer();
        int number = hall.as(officer, desk::counters).getFirst().number();
        OfficerTable.Imported imported = hall.asProven(
                agency.admin(),
                () -> table.importAll(List.of(
                        row(2, name, "Baru Sekali", "ya", ""),
                        row(3, officer.getUsername(), "Nama Lain", "tidak", String.valueOf(number)))));
        assertThat(imported.problems()).isEmpty();
        assertThat(imported.given()).extracting(GivenPassword::username).containsExactly(name);
        AccountDetails changed = details(officer.id());
        assertThat(changed.name()).isEqualTo("Nama Lain");
        assertThat(changed.mayChooseTicket()).isFalse();
        assertThat(changed.counters())
                .containsExactly(agency.counters().getFirst().value());
        assertThat(trail().getLast().get("kind")).isEqualTo("IMPORTED");
    }

    @Test
    void aTableThatComesInWhileAnotherAdminSavesWaitsForThat() throws Exception {
        StaffPrincipal officer = agency.officer();
        List<SheetRow> rows = List.of(row(2, officer.getUsername(), "Nama Lain", "ya", ""));
        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            Future<OfficerTable.Imported> coming = hall.as(
                    agency.admin(),
                    () -> transaction.execute(saving -> {
                        change(officer, 0, Set.of(agency.counters().getFirst().value()));
                        Future<OfficerTable.Imported> begun =
                                another.submit(() -> hall.asProven(agency.admin(), () -> table.importAll(rows)));
                        await().until(this::somebodyWaitsForAnAccount);
                        return begun;
                    }));
            assertThat(coming.get().problems()).isEmpty();
        }
        assertThat(details(officer.id())).satisfies(now -> {
            assertThat(now.name()).isEqualTo("Nama Lain");
            assertThat(now.revision()).isEqualTo(2);
        });
    }

    private boolean somebodyWaitsForAnAccount() {
        return jdbc.sql("""
                        select count(*) from information_schema.processlist
                        where info regexp '^(update staff_account|select .* staff_account .* for update)'""").query(Integer.class).single() > 0;
    }

    @Test
    void ofATableWithOneBadRowNothingIsImported() {
        Hall.TestAgency other = hall.agency(1, 1);
        List<SheetRow> rows = List.of(
                row(2, name, "Baik", "ya", ""),
                row(3, other.officer().getUsername(), "", "mungkin", "9999"),
                row(4, name, "Dua kali", "no", ""));
        OfficerTable.Imported imported = hall.asProven(agency.admin(), () -> table.importAll(rows));
        assertThat(imported.problems())
                .extracting(problem -> problem.row() + " " + problem.column() + " " + problem.key())
                .containsExactlyInAnyOrder(
                        "3 name common.refused.missing",
                        "3 username staff.refused.username-taken",
                        "3 mayChoose staff.refused.yes-or-no",
                        "3 counters staff.refused.counter-unknown",
                        "4 username staff.refused.username-twice");
        assertThat(hall.as(agency.admin(), officers::officers)).hasSize(2);
    }

    @Test
    void whatIsExportedChangesNothingWhenItIsImportedAgain() {
        change(agency.officer(), 0, Set.of(agency.counters().getLast().value()));
        var exported = hall.asProven(agency.admin(), () -> table.export("ya", "tidak"));
        assertThat(trail().getLast().get("kind")).isEqualTo("EXPORTED");
        AtomicInteger number = new AtomicInteger(1);
        List<SheetRow> rows = exported.stream()
                .map(cells ->
                        row(number.incrementAndGet(), text(cells, 0), text(cells, 1), text(cells, 2), text(cells, 3)))
                .toList();
        List<AccountDetails> before = hall.as(agency.admin(), officers::officers);
        OfficerTable.Imported imported = hall.asProven(agency.admin(), () -> table.importAll(rows));
        assertThat(imported.problems()).isEmpty();
        assertThat(imported.given()).isEmpty();
        assertThat(hall.as(agency.admin(), officers::officers)).isEqualTo(before);
    }

    private static String text(List<SheetCell> cells, int column) {
        return ((SheetCell.Text) cells.get(column)).text();
    }

    private static SheetRow row(int number, String username, String name, String mayChoose, String counters) {
        return new SheetRow(
                number,
                Map.of(
                        OfficerTable.USERNAME, username,
                        OfficerTable.NAME, name,
                        OfficerTable.MAY_CHOOSE, mayChoose,
                        OfficerTable.COUNTERS, counters));
    }

    private GivenPassword create(String username, Set<UUID> counters) {
        return hall.asProven(
                        agency.admin(),
                        () -> officers.create(username, new TypedText("Siti Rahmawati"), false, counters))
                .given();
    }

    private void change(StaffPrincipal officer, int revision, Set<UUID> counters) {
        hall.as(agency.admin(), () -> {
            officers.change(officer.id(), revision, new TypedText(officer.displayName()), true, counters);
            return Optional.empty();
        });
    }

    private void disable(StaffPrincipal officer, int revision) {
        hall.asProven(agency.admin(), () -> {
            officers.disable(officer.id(), revision);
            return Optional.empty();
        });
    }

    private AccountDetails details(StaffId id) {
        return hall.as(agency.admin(), officers::officers).stream()
                .filter(officer -> officer.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private List<Map<String, Object>> trail() {
        return jdbc.sql("select * from audit_event where trail_id = ? order by id")
                .param(agency.id().toString())
                .query()
                .listOfRows();
    }
}
