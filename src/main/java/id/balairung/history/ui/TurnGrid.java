package id.balairung.history.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import id.balairung.history.HistoryEntry;
import id.balairung.history.HistoryOrder;
import id.balairung.queue.TicketId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The turns, a row each, read as far as somebody scrolls. A newer list is taken over in place: what changed is tinted for a
 * moment, and whoever reads further down keeps the rows in sight.
 */
@Uses(Icon.class)
class TurnGrid extends Grid<HistoryEntry> {

    private static final String DESK_ONLY = "desk-only";
    private static final int FURTHER_ROWS = 2_000;

    private final transient HistoryWords words;
    private final transient TurnCells cells;
    private final Map<TurnColumn, Column<HistoryEntry>> byColumn = new EnumMap<>(TurnColumn.class);
    private final Span calledHeader = new Span();
    private final transient Set<LazyTurns.TurnId> changed = new HashSet<>();
    private final transient CallbackDataProvider<HistoryEntry, Void> source = new CallbackDataProvider<>(
            query -> fetch(query.getOffset(), query.getLimit()),
            query -> shown().map(LazyTurns::rows).orElse(0),
            LazyTurns.TurnId::of);
    private transient @Nullable LazyTurns turns;
    private transient Optional<TicketId> open = Optional.empty();
    private HistoryOrder order = HistoryOrder.NEWEST_FIRST;
    private transient Set<TurnColumn> chosen = Set.of();
    private boolean withDate;

    /**
     * A list.
     *
     * @param addresses where a ticket's page is
     */
    TurnGrid(HistoryWords words, Function<TicketId, String> addresses) {
        this.words = words;
        this.cells = new TurnCells(words, addresses);
        addClassName("bl-turns");
        addThemeVariants(GridVariant.NO_BORDER);
        ((GridSingleSelectionModel<HistoryEntry>) setSelectionMode(SelectionMode.SINGLE)).setDeselectAllowed(false);
        setPageSize(LazyTurns.PAGE);
        getElement().setAttribute("aria-label", words.text("history.list"));
        addColumns();
        addOnPhone();
        openByEnter();
        setMultiSort(false);
        setPartNameGenerator(this::parts);
        setItems(source);
    }

    /** Says which columns are there. */
    void show(Set<TurnColumn> shown, boolean ofSeveralDays) {
        chosen = shown;
        withDate = ofSeveralDays;
        fold();
    }

    /** Shows other turns, from the first on. */
    void show(LazyTurns other, HistoryOrder shownOrder) {
        turns = other;
        changed.clear();
        order = shownOrder;
        tellOrder();
        sort(List.of(new GridSortOrder<>(
                column(TurnColumn.CALLED),
                order == HistoryOrder.NEWEST_FIRST ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        if (other.total().more()) {
            getLazyDataView().setItemCountEstimate(other.rows());
            getLazyDataView().setItemCountEstimateIncrease(FURTHER_ROWS);
        } else {
            getLazyDataView().setItemCountFromDataProvider();
        }
        source.refreshAll();
        scrollToStart();
        mark(open);
    }

    /**
     * Takes over a newer reading of the same.
     *
     * @return the tickets of which something changed
     */
    Set<TicketId> take(LazyTurns newer) {
        Map<LazyTurns.TurnId, HistoryEntry> before = shown().stream()
                .flatMap(known -> known.head().stream())
                .collect(Collectors.toMap(LazyTurns.TurnId::of, Function.identity()));
        Set<LazyTurns.TurnId> now =
                newer.head().stream().map(LazyTurns.TurnId::of).collect(Collectors.toSet());
        changed.clear();
        newer.head().stream()
                .filter(turn -> !turn.equals(before.get(LazyTurns.TurnId.of(turn))))
                .map(LazyTurns.TurnId::of)
                .forEach(changed::add);
        int added = newer.rows() - shown().map(LazyTurns::rows).orElse(0);
        turns = newer;
        tellOrder();
        source.refreshAll();
        if (added > 0) {
            keepInSight(added);
        }
        mark(open);
        return Stream.concat(changed.stream(), before.keySet().stream().filter(turn -> !now.contains(turn)))
                .map(LazyTurns.TurnId::ticket)
                .collect(Collectors.toSet());
    }

    /** In which row a ticket stands, from 0; the first one where it isn't among those read first. */
    int rowOf(TicketId ticket) {
        List<TicketId> head = shown().stream()
                .flatMap(known -> known.head().stream())
                .map(turn -> turn.key().ticket())
                .toList();
        return Math.max(0, head.indexOf(ticket));
    }

    /** Marks the ticket that is open. */
    void mark(Optional<TicketId> ticket) {
        open = ticket;
        fold();
        Optional<HistoryEntry> selected = asSingleSelect().getOptionalValue();
        if (selected.map(turn -> turn.key().ticket()).equals(ticket) && ticket.isPresent()) {
            return;
        }
        asSingleSelect()
                .setValue(shown().stream()
                        .flatMap(known -> known.head().stream())
                        .filter(turn ->
                                ticket.filter(turn.key().ticket()::equals).isPresent())
                        .findFirst()
                        .orElse(null));
    }

    /** Is told which turn somebody chose. */
    void whenChosen(Consumer<HistoryEntry> opening) {
        addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                selection.getFirstSelectedItem().ifPresent(opening);
            }
        });
    }

    /** Is told which order somebody asks for by the header, whose third state is the other order, too. */
    void whenTurned(Consumer<HistoryOrder> turning) {
        addSortListener(sorted -> {
            HistoryOrder asked = sorted.getSortOrder().stream()
                    .findFirst()
                    .map(by -> by.getDirection() == SortDirection.ASCENDING
                            ? HistoryOrder.OLDEST_FIRST
                            : HistoryOrder.NEWEST_FIRST)
                    .orElseGet(() ->
                            order == HistoryOrder.NEWEST_FIRST ? HistoryOrder.OLDEST_FIRST : HistoryOrder.NEWEST_FIRST);
            if (asked != order) {
                turning.accept(asked);
            }
        });
    }

    private Optional<LazyTurns> shown() {
        return Optional.ofNullable(turns);
    }

    /** Beside an open ticket there is room for less: the class becomes an icon, and the agency stands below its service. */
    private void fold() {
        boolean beside = open.isPresent();
        boolean agencyBelow = beside && chosen.contains(TurnColumn.SERVICE);
        byColumn.forEach((column, shown) -> shown.setVisible(
                switch (column) {
                    case PRIORITY -> chosen.contains(column) && !beside;
                    case AGENCY -> chosen.contains(column) && !agencyBelow;
                    default -> !column.isChoosable() || chosen.contains(column);
                }));
        setClassName("is-beside", beside);
        setClassName("with-date", withDate);
        setClassName("with-agency", chosen.contains(TurnColumn.AGENCY));
        setClassName("with-class", chosen.contains(TurnColumn.PRIORITY));
    }

    /** Those under way stand first, whenever they were called; the header doesn't claim otherwise. */
    private void tellOrder() {
        calledHeader.setTitle(underWay() > 0 ? words.text("history.called-first") : "");
    }

    private int underWay() {
        return shown().map(LazyTurns::underWay).orElse(0);
    }

    private @Nullable String parts(HistoryEntry turn) {
        LazyTurns.TurnId id = LazyTurns.TurnId.of(turn);
        boolean lastUnderWay = underWay() > 0
                && shown().map(known -> known.head().get(underWay() - 1))
                        .map(LazyTurns.TurnId::of)
                        .filter(id::equals)
                        .isPresent();
        String parts = Stream.of(changed.contains(id) ? "changed" : "", lastUnderWay ? "last-under-way" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }

    private Stream<HistoryEntry> fetch(int offset, int limit) {
        return shown().map(known -> known.fetch(offset, limit)).orElse(List.of()).stream();
    }

    /** Enter on a row opens it, as a click does. */
    private void openByEnter() {
        getElement().executeJs("""
                        this.addEventListener('keydown', (event) => {
                          const row = event.composedPath()[0].closest?.('#items > tr');
                          if (event.key !== 'Enter' || !row) { return; }
                          const link = [...row.querySelectorAll('slot')]
                            .flatMap((slot) => slot.assignedElements())
                            .map((content) => content.querySelector('a.number'))
                            .find((found) => found);
                          if (link) { event.preventDefault(); event.stopPropagation(); link.click(); }
                        }, true);
                        """);
    }

    /** Whoever has scrolled down goes on reading the same rows. */
    private void keepInSight(int added) {
        getElement().executeJs("""
                        const table = this.$.table;
                        const row = this.$.items.querySelector('tr:not([hidden])');
                        if (table.scrollTop > 0 && row) { table.scrollTop += $0 * row.offsetHeight; }
                        """, added);
    }

    private Column<HistoryEntry> column(TurnColumn column) {
        return Objects.requireNonNull(byColumn.get(column));
    }

    private void addColumns() {
        calledHeader.setText(words.text(TurnColumn.CALLED.key()));
        add(TurnColumn.CALLED, cells.called())
                .setHeader(calledHeader)
                .setSortable(true)
                .setSortProperty("at");
        add(TurnColumn.NUMBER, cells.number()).setTooltipGenerator(cells::vulnerableClass);
        add(TurnColumn.AGENCY, cells.name(words::agency)).setTooltipGenerator(words::agency);
        add(TurnColumn.SERVICE, cells.service()).setTooltipGenerator(this::serviceInFull);
        add(TurnColumn.COUNTER, words::counter);
        add(TurnColumn.OFFICER, cells.name(words::officer)).setTooltipGenerator(words::officer);
        add(TurnColumn.PRIORITY, cells.priority());
        add(TurnColumn.QUEUED, turn -> words.clock(Optional.of(turn.queuedAt())));
        add(TurnColumn.WAIT, cells.waiting()).setTextAlign(ColumnTextAlign.END);
        add(TurnColumn.WAY, cells.lasted(HistoryEntry::wayTime)).setTextAlign(ColumnTextAlign.END);
        add(TurnColumn.SERVICE_TIME, cells.lasted(HistoryEntry::serviceTime)).setTextAlign(ColumnTextAlign.END);
        add(TurnColumn.ENDED, turn -> words.clock(turn.endedAt()));
        add(TurnColumn.RATING, turn -> turn.rating().map(String::valueOf).orElse(HistoryWords.NONE));
        add(TurnColumn.CORRECTION, turn -> turn.corrected() ? words.text("history.corrected") : HistoryWords.NONE);
        add(TurnColumn.STATE, cells.state());
        // Where there are more columns than fit, how a turn ended stays in sight.
        column(TurnColumn.STATE).setFrozenToEnd(true);
        Stream.of(TurnColumn.SERVICE, TurnColumn.AGENCY, TurnColumn.OFFICER)
                .forEach(named -> column(named).setFlexGrow(3));
    }

    private Column<HistoryEntry> add(TurnColumn column, Function<HistoryEntry, String> text) {
        return prepared(column, addColumn(text::apply));
    }

    private Column<HistoryEntry> add(TurnColumn column, Renderer<HistoryEntry> renderer) {
        return prepared(column, addColumn(renderer));
    }

    private Column<HistoryEntry> prepared(TurnColumn column, Column<HistoryEntry> added) {
        byColumn.put(column, added);
        added.setKey(column.code())
                .setHeader(words.text(column.key()))
                .setWidth(column.width() + "px")
                .setFlexGrow(1);
        added.setPartNameGenerator(turn -> DESK_ONLY);
        added.setHeaderPartName(DESK_ONLY);
        return added;
    }

    /** On a phone each turn has a few lines, and no columns. */
    private void addOnPhone() {
        Column<HistoryEntry> phone = addColumn(cells.onPhone(() -> withDate));
        // Beside the columns of a desk it takes no room; the style sheet gives it all of a phone's.
        phone.setKey("phone")
                .setHeader(words.text("history.list"))
                .setWidth("0px")
                .setFlexGrow(0);
        phone.setPartNameGenerator(turn -> "phone-only");
        phone.setHeaderPartName("phone-only");
    }

    private String serviceInFull(HistoryEntry turn) {
        return chosen.contains(TurnColumn.AGENCY)
                ? words.service(turn) + ", " + words.agency(turn)
                : words.service(turn);
    }
}
