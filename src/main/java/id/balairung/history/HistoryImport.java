package id.balairung.history;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.SheetLimits;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.OfficerAdministration;
import id.balairung.staff.StaffAccounts;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the turns of an older system into the own agency's history. All of a file or nothing; a row that is there already is not
 * added again, for its ticket's id is made of what the row tells. So is whoever imports it: an import can be undone as a whole.
 */
@Service
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
public class HistoryImport {

    /** A file's most rows, bytes, and bytes once unpacked. */
    public static final SheetLimits LIMITS = new SheetLimits(20 * 1024 * 1024, 100_000, 320 * 1024 * 1024);

    private static final long PATIENCE_SECONDS = 60;
    private static final int BATCH = 1_000;
    private static final int PREVIEWED = 20;
    private static final int LONGEST_NAME = 200;

    private final ImportRows rows;
    private final ServiceCatalogue catalogue;
    private final OfficerAdministration officers;
    private final StaffAccounts accounts;
    private final PresentRights rights;
    private final CurrentMall mall;
    private final AuditTrail trail;
    private final Reauthentication reauthentication;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore turn = new Semaphore(1, true);

    HistoryImport(
            ImportRows rows,
            ServiceCatalogue catalogue,
            OfficerAdministration officers,
            StaffAccounts accounts,
            PresentRights rights,
            CurrentMall mall,
            AuditTrail trail,
            Reauthentication reauthentication,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.officers = officers;
        this.accounts = accounts;
        this.rights = rights;
        this.mall = mall;
        this.trail = trail;
        this.reauthentication = reauthentication;
        this.currentStaff = currentStaff;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What a file has above its columns, and how that is likely meant.
     *
     * @param headings the headings, from the left
     * @param mapping as the headings tell it, or the agency's import before
     */
    public record Looked(List<String> headings, ImportMapping mapping) {}

    /**
     * Looks at a file's headings.
     *
     * @param file a file
     * @throws BusinessRuleViolation when it is no table, or too large
     */
    public Looked look(SheetFile file) {
        return alone(() -> lookAlone(file));
    }

    private Looked lookAlone(SheetFile file) {
        List<String> headings = new ArrayList<>();
        file.lines(LIMITS, (number, cells) -> {
            if (headings.isEmpty()) {
                cells.stream().map(String::strip).forEach(headings::add);
            }
        });
        Optional<ImportMapping> before = transaction.execute(status -> rows.lastMapping(agency()));
        return new Looked(
                headings.stream()
                        .filter(heading -> !heading.isEmpty())
                        .distinct()
                        .toList(),
                ImportMapping.guessed(headings, before));
    }

    /**
     * Tells what would come of a file, and changes nothing.
     *
     * @param file a file
     * @param mapping how it is to be understood
     * @throws BusinessRuleViolation when it is no table, too large, or a column that must be told isn't
     */
    public ImportCheck check(SheetFile file, ImportMapping mapping) {
        return alone(() -> checkAlone(file, mapping));
    }

    private ImportCheck checkAlone(SheetFile file, ImportMapping mapping) {
        ImportReading read = read(file, mapping);
        Set<UUID> present = present(read.turns());
        ZoneId zone = mall.rules().zone();
        Set<UUID> seen = new HashSet<>(present);
        int known = (int)
                read.turns().stream().filter(turn -> !seen.add(turn.ticket())).count();
        return new ImportCheck(
                read.rows(),
                known,
                read.wrongRows(),
                List.copyOf(read.problems()),
                read.unknownServices(),
                read.unknownOfficers(),
                read.namesOfUnknownOfficers(),
                read.turns().stream()
                        .limit(PREVIEWED)
                        .map(turn -> preview(turn, zone))
                        .toList());
    }

    /**
     * Imports a file: all of it, or nothing. It goes on on a thread of its own.
     *
     * @param file a file
     * @param fileName what it is called
     * @param mapping how it is to be understood
     * @param progress told on that thread how many rows are written
     * @return what came of it, or the {@link BusinessRuleViolation} when something is wrong with any row, or the account lost its
     *     right meanwhile
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    public CompletableFuture<ImportRun> begin(
            SheetFile file, String fileName, ImportMapping mapping, IntConsumer progress) {
        reauthentication.requireFresh();
        Callable<ImportRun> importing = new DelegatingSecurityContextCallable<>(
                () -> alone(() -> importAll(file, fileName, mapping, progress)));
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return importing.call();
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Exception unexpected) {
                        throw new IllegalStateException(unexpected);
                    }
                },
                Thread.ofPlatform().name("history-import").daemon()::start);
    }

    /** Imports a file on this thread, without asking who sits there: nobody does. For {@link DemoImport} only. */
    ImportRun bringIn(SheetFile file, String fileName) {
        return alone(() -> importAll(file, fileName, lookAlone(file).mapping(), rows -> {}));
    }

    private ImportRun importAll(SheetFile file, String fileName, ImportMapping mapping, IntConsumer progress) {
        ImportReading read = read(file, mapping);
        if (!read.problems().isEmpty()) {
            throw new BusinessRuleViolation(
                    "history.import.refused.problems",
                    read.problems().size(),
                    read.problems().getFirst().row());
        }
        // In the order in which they lie: rows that are written so fall beside each other.
        List<ImportedTurn> turns = read.turns().stream()
                .sorted(Comparator.comparing(ImportedTurn::at))
                .toList();
        ImportId id = ImportId.next();
        try {
            transaction.executeWithoutResult(status -> write(id, file, nameOf(fileName), mapping, turns, progress));
        } catch (DuplicateKeyException meanwhile) {
            throw new BusinessRuleViolation("history.import.refused.meanwhile");
        }
        return imports().stream().filter(run -> run.id().equals(id)).findAny().orElseThrow();
    }

    private void write(
            ImportId id,
            SheetFile file,
            String fileName,
            ImportMapping mapping,
            List<ImportedTurn> turns,
            IntConsumer progress) {
        AgencyId agency = agency();
        rows.begin(agency, id, fileName, fingerprint(file), mapping, currentStaff.require(), clock.instant());
        Set<UUID> seen = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        int added = 0;
        for (int from = 0; from < turns.size(); from += BATCH) {
            List<ImportedTurn> batch = turns.subList(from, Math.min(from + BATCH, turns.size()));
            seen.addAll(rows.present(
                    agency, batch.stream().map(ImportedTurn::ticket).toList()));
            List<ImportedTurn> fresh =
                    batch.stream().filter(turn -> seen.add(turn.ticket())).toList();
            rows.add(agency, id, fresh);
            fresh.stream().map(ImportedTurn::day).forEach(days::add);
            added += fresh.size();
            progress.accept(from + batch.size());
        }
        holdRights();
        rows.finish(agency, id, added, turns.size() - added, days);
        trail.record(AuditEvent.of(AuditKind.IMPORTED, agency, HistoryExport.DATA)
                .with("file", fileName)
                .with("rows", String.valueOf(added))
                .with("known", String.valueOf(turns.size() - added)));
        if (!days.isEmpty()) {
            events.publishEvent(new PastDaysChanged(agency, days));
        }
    }

    /** The own agency's imports, the newest first; the latest hundred. */
    public List<ImportRun> imports() {
        return transaction.execute(status -> rows.runs(agency()));
    }

    /**
     * Takes an import's turns out of the history again.
     *
     * @param id an import of the own agency
     * @return how many turns are gone
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws BusinessRuleViolation when there is no such import, it was undone already, or the account lost its right meanwhile
     */
    public int undo(ImportId id) {
        reauthentication.requireFresh();
        AgencyId agency = agency();
        return transaction.execute(status -> {
            if (!rows.undo(agency, id, clock.instant())) {
                throw new BusinessRuleViolation("history.import.refused.undone");
            }
            Set<LocalDate> days = rows.days(agency, id);
            int deleted = rows.delete(agency, id);
            holdRights();
            String fileName = rows.runs(agency).stream()
                    .filter(run -> run.id().equals(id))
                    .map(ImportRun::fileName)
                    .findAny()
                    .orElse("");
            trail.record(AuditEvent.of(AuditKind.IMPORTED, agency, HistoryExport.DATA)
                    .with("act", "UNDONE")
                    .with("file", fileName)
                    .with("rows", String.valueOf(deleted)));
            if (!days.isEmpty()) {
                events.publishEvent(new PastDaysChanged(agency, days));
            }
            return deleted;
        });
    }

    /** Nobody takes the right away from here to the transaction's end; who did before finds nothing changed. */
    private void holdRights() {
        if (!accounts.holdEnabled() || rights.of(currentStaff.require()).isEmpty()) {
            throw new BusinessRuleViolation("history.import.refused.rights");
        }
    }

    /** One file at a time: what it holds lies in memory meanwhile. */
    private <T> T alone(Supplier<T> work) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusinessRuleViolation("history.import.refused.busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BusinessRuleViolation("history.import.refused.busy");
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private ImportReading read(SheetFile file, ImportMapping mapping) {
        if (!mapping.missing().isEmpty()) {
            throw new BusinessRuleViolation("history.import.refused.columns");
        }
        AgencyId agency = agency();
        ImportReading reading = new ImportReading(
                agency,
                mall.rules().zone(),
                clock.instant(),
                Optional.ofNullable(transaction.execute(status -> rows.firstOwnDay(agency)))
                        .flatMap(day -> day),
                mapping,
                catalogue.servicesOf(agency),
                namesOfOfficers());
        file.lines(LIMITS, reading::take);
        return reading;
    }

    /** A name that two bear is nobody's. */
    private Map<String, UUID> namesOfOfficers() {
        Map<String, Set<UUID>> byName = new HashMap<>();
        for (AccountDetails officer : officers.officers()) {
            for (String name : List.of(officer.name(), officer.username())) {
                byName.computeIfAbsent(ImportField.plain(name), key -> new HashSet<>())
                        .add(officer.id().value());
            }
        }
        return byName.entrySet().stream()
                .filter(name -> name.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, name -> name.getValue().iterator().next()));
    }

    private Set<UUID> present(List<ImportedTurn> turns) {
        AgencyId agency = agency();
        Set<UUID> present = new HashSet<>();
        for (int from = 0; from < turns.size(); from += BATCH) {
            List<UUID> batch = turns.subList(from, Math.min(from + BATCH, turns.size())).stream()
                    .map(ImportedTurn::ticket)
                    .toList();
            present.addAll(transaction.execute(status -> rows.present(agency, batch)));
        }
        return present;
    }

    private static ImportPreview preview(ImportedTurn turn, ZoneId zone) {
        return new ImportPreview(
                turn.row(),
                "%s-%03d".formatted(turn.prefix(), turn.sequence()),
                turn.service().nameIndonesian(),
                turn.counter(),
                turn.priorityClass(),
                turn.result(),
                LocalDateTime.ofInstant(turn.queuedAt(), zone),
                turn.calledAt().map(called -> LocalDateTime.ofInstant(called, zone)),
                LocalDateTime.ofInstant(turn.endedAt(), zone));
    }

    /** What a browser claims a file is called may hold anything. */
    private static String nameOf(String claimed) {
        String plain = claimed.replaceAll("[\\p{C}]+", " ").strip();
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static String fingerprint(SheetFile file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.content()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private AgencyId agency() {
        return currentStaff.requireAgency();
    }
}
