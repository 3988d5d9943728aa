package id.balairung.staff;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.InputCheck;
import id.balairung.common.TypedText;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetRow;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The officers of one's own agency as a table that goes out and comes in. A row whose sign-in name an officer of the agency has
 * changes that officer; any other makes a new account. So a table that goes out and comes in again changes nothing.
 */
@Service
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
public class OfficerTable {

    /** The column of the sign-in name. */
    public static final String USERNAME = "username";
    /** The column of the person's name. */
    public static final String NAME = "name";
    /** The column of the right to call out of turn. */
    public static final String MAY_CHOOSE = "mayChoose";
    /** The column of the counters' numbers, with commas; empty for all. */
    public static final String COUNTERS = "counters";

    /** Each new account takes a password hash: more at once would keep the processors from the counters. */
    static final int MOST_ROWS = 200;

    /** What the trail calls them. */
    static final String OFFICERS = "officers";

    private final StaffAccountRepository accounts;
    private final AccountKeeping keeping;
    private final OfficerAdministration officers;
    private final Credentials credentials;
    private final Reauthentication reauthentication;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    OfficerTable(
            StaffAccountRepository accounts,
            AccountKeeping keeping,
            OfficerAdministration officers,
            Credentials credentials,
            Reauthentication reauthentication,
            CurrentStaff currentStaff,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.officers = officers;
        this.credentials = credentials;
        this.reauthentication = reauthentication;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reads the officers, disabled ones too, and records that they were exported.
     *
     * @param yes what stands for a right that is there
     * @param no what stands for one that isn't
     * @return rows with the columns in the order of the constants
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public List<List<SheetCell>> export(String yes, String no) {
        reauthentication.requireFresh();
        Map<UUID, Integer> numbers =
                officers.counters().stream().collect(Collectors.toMap(Workplace::id, Workplace::number));
        List<List<SheetCell>> rows = officers.officers().stream()
                .map(officer -> List.of(
                        SheetCell.of(officer.username()),
                        SheetCell.of(officer.name()),
                        SheetCell.of(officer.mayChooseTicket() ? yes : no),
                        SheetCell.of(officer.counters().stream()
                                .map(counter -> numbers.getOrDefault(counter, 0))
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")))))
                .toList();
        trail.recordAlone(
                AuditEvent.of(AuditKind.EXPORTED, agency(), OFFICERS).with("rows", String.valueOf(rows.size())));
        return rows;
    }

    /**
     * Tells what is wrong with rows; changes nothing.
     *
     * @param rows the rows of a file
     * @throws BusinessRuleViolation when they are too many
     */
    public List<RowProblem> check(List<SheetRow> rows) {
        return transaction.execute(status -> new Reading(rows, accounts::findByUsernameLikenessIn).problems());
    }

    /**
     * Imports all rows, or none when something is wrong with any.
     *
     * @param rows the rows of a file
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws BusinessRuleViolation when they are too many
     */
    public Imported importAll(List<SheetRow> rows) {
        reauthentication.requireFresh();
        Set<String> known = officers.officers().stream()
                .map(officer -> new Username(officer.username()).likeness())
                .collect(Collectors.toSet());
        // Hashed before the transaction begins: it would hold its connection for as long.
        Map<Integer, Hashed> passwords = new HashMap<>();
        if (check(rows).isEmpty()) {
            rows.stream()
                    .filter(row -> !known.contains(new Username(row.text(USERNAME)).likeness()))
                    .forEach(row -> passwords.put(row.number(), hashed()));
        }
        return transaction.execute(status -> {
            Reading reading = new Reading(rows, accounts::lockByUsernameLikenessIn);
            List<RowProblem> problems = reading.problems();
            if (!problems.isEmpty()) {
                return new Imported(problems, List.of());
            }
            List<GivenPassword> given = new ArrayList<>();
            reading.lines().forEach(line -> line.save(passwords).ifPresent(given::add));
            trail.record(AuditEvent.of(AuditKind.IMPORTED, agency(), OFFICERS)
                    .with("rows", String.valueOf(rows.size()))
                    .with("created", String.valueOf(given.size())));
            return new Imported(List.of(), given);
        });
    }

    /**
     * What came of an import.
     *
     * @param problems what is wrong; then nothing was imported
     * @param given the initial passwords of the new accounts, to be shown once
     */
    public record Imported(List<RowProblem> problems, List<GivenPassword> given) {}

    private Hashed hashed() {
        InitialPassword password = InitialPassword.random();
        return new Hashed(password, credentials.hash(password.text()));
    }

    private AgencyId agency() {
        return currentStaff.requireAgency();
    }

    private record Hashed(InitialPassword password, String hash) {}

    /** The rows against what is stored now. */
    private final class Reading {

        private final List<Line> lines;
        private final List<RowProblem> problems = new ArrayList<>();

        Reading(List<SheetRow> rows, Function<Set<String>, List<StaffAccount>> holders) {
            if (rows.size() > MOST_ROWS) {
                throw new BusinessRuleViolation("staff.refused.too-many-rows", MOST_ROWS);
            }
            Map<Integer, UUID> places =
                    keeping.places().stream().collect(Collectors.toMap(Workplace::number, Workplace::id));
            Map<String, StaffAccount> taken = holders
                    .apply(rows.stream()
                            .map(row -> new Username(row.text(USERNAME)).likeness())
                            .collect(Collectors.toSet()))
                    .stream()
                    .collect(Collectors.toMap(
                            account -> new Username(account.principal().getUsername()).likeness(),
                            Function.identity()));
            Set<String> seen = new HashSet<>();
            lines = rows.stream().map(row -> line(row, places, taken, seen)).toList();
        }

        List<Line> lines() {
            return lines;
        }

        List<RowProblem> problems() {
            return problems;
        }

        private Line line(SheetRow row, Map<Integer, UUID> places, Map<String, StaffAccount> taken, Set<String> seen) {
            Username username = new Username(row.text(USERNAME));
            Optional<Boolean> mayChoose = row.yesOrNo(MAY_CHOOSE);
            List<String> numbers = Arrays.stream(row.text(COUNTERS).split("[,;/\\s]+"))
                    .filter(number -> !number.isEmpty())
                    .toList();
            Optional<String> unknown = numbers.stream()
                    .filter(number -> !number.matches("\\d{1,4}") || !places.containsKey(Integer.parseInt(number)))
                    .findFirst();
            Set<UUID> counters = unknown.isPresent()
                    ? Set.of()
                    : numbers.stream().map(Integer::parseInt).map(places::get).collect(Collectors.toSet());
            AccountDraft draft = AccountDraft.officer(
                    username.text(), new TypedText(row.text(NAME)), agency(), mayChoose.orElse(false), counters);
            Optional<StaffAccount> holder = Optional.ofNullable(taken.get(username.likeness()));
            Optional<StaffAccount> own = holder.filter(account -> isOwn(account, username));
            InputCheck check = draft.checkNew()
                    .that(holder.isEmpty() || own.isPresent(), USERNAME, "staff.refused.username-taken")
                    .that(seen.add(username.likeness()), USERNAME, "staff.refused.username-twice")
                    .that(mayChoose.isPresent(), MAY_CHOOSE, "staff.refused.yes-or-no")
                    .that(unknown.isEmpty(), COUNTERS, "staff.refused.counter-unknown", unknown.orElse(""));
            check.faults()
                    .forEach(fault -> problems.add(RowProblem.at(
                            row, fault.field(), fault.key(), fault.arguments().toArray())));
            return new Line(row, draft, own);
        }

        private boolean isOwn(StaffAccount account, Username username) {
            return account.isNamed(username.text())
                    && account.principal().role() == Role.OFFICER
                    && account.principal().agency().filter(agency()::equals).isPresent();
        }
    }

    /** A row that is right, and the officer that it changes; none when it makes one. */
    private final class Line {

        private final SheetRow row;
        private final AccountDraft draft;
        private final Optional<StaffAccount> own;

        Line(SheetRow row, AccountDraft draft, Optional<StaffAccount> own) {
            this.row = row;
            this.draft = draft;
            this.own = own;
        }

        Optional<GivenPassword> save(Map<Integer, Hashed> passwords) {
            if (own.isPresent()) {
                change(own.get());
                return Optional.empty();
            }
            Hashed password = passwords.get(row.number());
            if (password == null) {
                throw new BusinessRuleViolation("staff.refused.changed-meanwhile");
            }
            keeping.create(draft, password.hash());
            return Optional.of(new GivenPassword(draft.username(), draft.name().text(), password.password()));
        }

        private void change(StaffAccount account) {
            StaffId id = account.principal().id();
            AccountDetails before = account.details(keeping.assigned().getOrDefault(id, Set.of()));
            if (!before.name().equals(draft.name().text())
                    || before.mayChooseTicket() != draft.mayChooseTicket()
                    || !before.counters().equals(draft.counters())) {
                keeping.change(account, before.revision(), draft);
            }
        }
    }
}
