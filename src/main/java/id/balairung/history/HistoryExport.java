package id.balairung.history;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetTable;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history as a table for a file. Who may read which turns is decided as for the list. The table is read while it is written, a
 * few thousand turns in a transaction, so that neither the memory nor the database notices how many there are. Never a visitor's name.
 */
@Service
public class HistoryExport {

    /** What the trail calls it. */
    static final String DATA = "history";

    private static final int PAGE = 4_000;

    /** So many days one statement looks through: with a rare filter it would else look through ten years for one page. */
    private static final int WINDOW_DAYS = 92;

    /** More aren't counted before they are written, nor longer. */
    private static final int MOST_COUNTED = 1_000_000;

    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(5);

    private final ServiceHistory history;
    private final TurnRows rows;
    private final HistoryChoices choices;
    private final StaffNames names;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final ExportTexts texts;
    private final AuditTrail trail;
    private final Reauthentication reauthentication;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate reading;

    HistoryExport(
            ServiceHistory history,
            TurnRows rows,
            HistoryChoices choices,
            StaffNames names,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            ExportTexts texts,
            AuditTrail trail,
            Reauthentication reauthentication,
            CurrentStaff currentStaff,
            PlatformTransactionManager transactions) {
        this.history = history;
        this.rows = rows;
        this.choices = choices;
        this.names = names;
        this.catalogue = catalogue;
        this.mall = mall;
        this.texts = texts;
        this.trail = trail;
        this.reauthentication = reauthentication;
        this.currentStaff = currentStaff;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A table to be written at once, newest turn first; records the export.
     *
     * @param wish what it holds
     * @param progress follows the writing; what it throws ends it
     * @return a table to be gone through once, by whoever may read it
     * @throws AccessDeniedException when notes are wanted by somebody who doesn't get them
     * @throws ReauthenticationRequired when notes are wanted and nobody proved lately who sits there
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public SheetTable table(ExportWish wish, ExportProgress progress) {
        requireRight(wish);
        HistoryTotal total = total(wish.filter());
        SheetTable table = prepare(wish, progress);
        record(wish, "DOWNLOADED", Map.of("rows", (total.more() ? "> " : "") + total.turns()));
        return table;
    }

    /** Checks who sits there, as far as what is wanted asks for it. */
    void requireRight(ExportWish wish) {
        if (wish.notes()) {
            requireNotes();
            reauthentication.requireFresh();
        }
    }

    /** The same table without a record of it. */
    SheetTable prepare(ExportWish wish, ExportProgress progress) {
        StaffPrincipal reader = currentStaff.require();
        if (wish.notes()) {
            requireNotes();
        }
        HistoryFilter readable = history.readable(wish.filter());
        ZoneId zone = mall.rules().zone();
        ExportWords words =
                new ExportWords(texts, wish.language(), zone, catalogue, ExportColumns.of(reader, wish.notes()));
        return new SheetTable(
                name(wish), words.columns(), () -> new Rows(readable, wish.notes(), zone, words, progress));
    }

    /**
     * How many rows there will be, counted some thousand at a time.
     *
     * @param progress asked in between whether it goes on
     * @return empty when there are more than {@value #MOST_COUNTED}, more on a day than the list counts, or it takes seconds
     */
    Optional<Long> count(ExportWish wish, ExportProgress progress) {
        HistoryFilter filter = history.readable(wish.filter());
        LocalDate last = filter.to();
        int days = WINDOW_DAYS;
        long rowsSoFar = 0;
        long end = System.nanoTime() + COUNTED_WITHIN.toNanos();
        while (!last.isBefore(filter.from())) {
            progress.written(0);
            LocalDate first = first(filter, last, days);
            HistoryTotal part = total(filter.between(first, last));
            rowsSoFar += part.more() ? 0 : part.turns();
            boolean tooMany = rowsSoFar > MOST_COUNTED || (part.more() && first.equals(last));
            if (tooMany || System.nanoTime() > end) {
                return Optional.empty();
            }
            last = part.more() ? last : first.minusDays(1);
            days = part.more() ? Math.max(1, days / 4) : Math.min(WINDOW_DAYS, 2 * days);
        }
        return Optional.of(rowsSoFar);
    }

    private HistoryTotal total(HistoryFilter filter) {
        try {
            return history.total(filter);
        } catch (QueryTimeoutException othersSearch) {
            return new HistoryTotal(0, true, 0);
        }
    }

    private static LocalDate first(HistoryFilter filter, LocalDate last, int days) {
        LocalDate window = last.minusDays(days - 1L);
        return window.isBefore(filter.from()) ? filter.from() : window;
    }

    /** What a file is called. */
    String fileName(ExportWish wish) {
        return wish.format().fileName(new SheetTable(name(wish), List.of(), List.of()));
    }

    private String name(ExportWish wish) {
        LocalDate from = wish.filter().from();
        LocalDate to = wish.filter().to();
        return texts.text(wish.language(), "history.export.name") + " " + from + (to.equals(from) ? "" : " " + to);
    }

    /**
     * Records that turns left the house, for each agency that may be among them.
     *
     * @param act how, e.g. DOWNLOADED
     * @param more what else is to be told
     */
    void record(ExportWish wish, String act, Map<String, String> more) {
        Optional<AgencyId> own = currentStaff.require().agency();
        // A service is one agency's, and what was asked of it concerns no other.
        Optional<AgencyId> one = own.or(wish.filter()::agency)
                .or(() -> wish.filter()
                        .service()
                        .map(service -> catalogue.service(service).agency()));
        List<AgencyId> agencies = one.map(List::of)
                .orElseGet(() ->
                        catalogue.agencies().stream().map(AgencySummary::id).toList());
        Map<String, String> told = told(wish, act);
        told.putAll(more);
        if (one.isEmpty()) {
            told.remove("rows");
        }
        // An agency is told of its own officers only.
        wish.filter()
                .officer()
                .flatMap(officer -> one.flatMap(agency -> name(agency, officer)))
                .ifPresent(name -> told.put("officer", name));
        agencies.forEach(agency ->
                trail.recordAlone(new AuditEvent(AuditKind.EXPORTED, Optional.of(agency), DATA, Map.of(), told)));
    }

    /** Empty when it is another agency's officer, or when the names can't be had in time: no export fails for want of one. */
    private Optional<String> name(AgencyId agency, StaffId officer) {
        try {
            return Optional.ofNullable(choices.officers(Optional.of(agency)).get(officer));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.empty();
        }
    }

    private void requireNotes() {
        if (currentStaff.require().role() != Role.AGENCY_ADMIN) {
            throw new AccessDeniedException("Notes are for the agency's admin");
        }
    }

    /** No words that were typed: what was looked for in notes may name a visitor. */
    private Map<String, String> told(ExportWish wish, String act) {
        HistoryFilter filter = wish.filter();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("act", act);
        told.put("from", filter.from().toString());
        told.put("to", filter.to().toString());
        told.put("format", wish.format().name());
        told.put("notes", String.valueOf(wish.notes()));
        filter.service().map(catalogue::service).ifPresent(service -> told.put("service", service.prefix()));
        filter.counter().ifPresent(number -> told.put("counter", String.valueOf(number)));
        filter.result().ifPresent(result -> told.put("result", result.name()));
        filter.priorityClass().ifPresent(chosen -> told.put("priorityClass", chosen.name()));
        filter.rating()
                .filter(asked -> history.seesRatings())
                .ifPresent(rating -> told.put("rating", String.valueOf(rating)));
        filter.number()
                .ifPresent(typed -> told.put(
                        "number",
                        typed.prefix().orElse("")
                                + typed.sequence().map(String::valueOf).orElse("")));
        FigureFilter figure = filter.figure();
        if (figure.arrivals()) {
            told.put("arrivals", "true");
        }
        figure.waiting().ifPresent(wait -> told.put("wait", wait.name()));
        figure.serviceTime().ifPresent(time -> told.put("serviceTime", time.name()));
        figure.weekday().ifPresent(day -> told.put("weekday", day.name()));
        figure.hour().ifPresent(hour -> told.put("hour", String.valueOf(hour)));
        if (!filter.note().isEmpty()) {
            told.put("noteSearched", "true");
        }
        return told;
    }

    /** The rows, a page at a time, from the newest window of days to the oldest. */
    private final class Rows implements Iterator<List<SheetCell>> {

        private final HistoryFilter filter;
        private final boolean notes;
        private final ZoneId zone;
        private final ExportWords words;
        private final ExportProgress progress;
        private LocalDate last;
        private Optional<HistoryKey> after = Optional.empty();
        private Iterator<ExportedTurn> page = Collections.emptyIterator();
        private long written;

        Rows(HistoryFilter filter, boolean notes, ZoneId zone, ExportWords words, ExportProgress progress) {
            this.filter = filter;
            this.notes = notes;
            this.zone = zone;
            this.words = words;
            this.progress = progress;
            this.last = filter.to();
        }

        /**
         * Reads on where a page is over.
         *
         * @throws CancellationException when it shall not go on
         */
        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !last.isBefore(filter.from())) {
                progress.written(written);
                List<ExportedTurn> read = read();
                page = read.iterator();
                if (read.size() < PAGE) {
                    last = first(filter, last, WINDOW_DAYS).minusDays(1);
                    after = Optional.empty();
                } else {
                    after = Optional.of(read.getLast().entry().key());
                }
            }
            if (!page.hasNext()) {
                progress.written(written);
            }
            return page.hasNext();
        }

        @Override
        public List<SheetCell> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            written++;
            return words.row(page.next());
        }

        private List<ExportedTurn> read() {
            HistoryFilter window = filter.between(first(filter, last, WINDOW_DAYS), last);
            return reading.execute(status -> {
                List<ExportedTurn> turns = filter.agency()
                        .map(agency -> rows.exported(agency, window, zone, after, PAGE, notes))
                        .orElseGet(() -> rows.exported(AllAgencies.READ, window, zone, after, PAGE));
                words.name(turns, names::of);
                return turns;
            });
        }
    }
}
