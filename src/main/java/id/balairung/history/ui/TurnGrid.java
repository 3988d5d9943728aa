package id.balairung.history.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import id.balairung.common.ui.Icons;
import id.balairung.history.HistoryEntry;
import id.balairung.history.HistoryOrder;
import id.balairung.queue.TicketId;
import id.balairung.queue.ui.PriorityLook;
import java.time.Duration;
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
    private final transient Function<TicketId, String> addresses;
    private final Map<TurnColumn, Column<HistoryEntry>> byColumn = new EnumMap<>(TurnColumn.class);
    private final transient Set<LazyTurns.TurnId> changed = new HashSet<>();
    private final transient CallbackDataProvider<HistoryEntry, Void> source = new CallbackDataProvider<>(
            query -> fetch(query.getOffset(), query.getLimit()),
            query -> shown().map(LazyTurns::rows).orElse(0),
            LazyTurns.TurnId::of);
    private transient @Nullable LazyTurns turns;
    private transient Optional<TicketId> open = Optional.empty();
    private HistoryOrder order = HistoryOrder.NEWEST_FIRST;
    private boolean withDate;

    /**
     * A list.
     *
     * @param addresses where a ticket's page is
     */
    TurnGrid(HistoryWords words, Function<TicketId, String> addresses) {
        this.words = words;
        this.addresses = addresses;
        addClassName("bl-turns");
        addThemeVariants(GridVariant.NO_BORDER);
        ((GridSingleSelectionModel<HistoryEntry>) setSelectionMode(SelectionMode.SINGLE)).setDeselectAllowed(false);
        setPageSize(LazyTurns.PAGE);
        getElement().setAttribute("aria-label", words.text("history.list"));
        addColumns();
        addOnPhone();
        openByEnter();
        setMultiSort(false);
        setPartNameGenerator(turn -> changed.contains(LazyTurns.TurnId.of(turn)) ? "changed" : null);
        setItems(source);
    }

    /** Says which columns are there. */
    void show(Set<TurnColumn> chosen, boolean ofSeveralDays) {
        withDate = ofSeveralDays;
        byColumn.forEach((column, shown) -> shown.setVisible(
                column == TurnColumn.DATE ? withDate : !column.isChoosable() || chosen.contains(column)));
    }

    /** Shows other turns, from the first on. */
    void show(LazyTurns other, HistoryOrder shownOrder) {
        turns = other;
        changed.clear();
        order = shownOrder;
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
        add(TurnColumn.DATE, turn -> words.day(turn.key().at()));
        add(TurnColumn.CALLED, turn -> words.clock(turn.calledAt()))
                .setSortable(true)
                .setSortProperty("at");
        add(
                TurnColumn.NUMBER,
                LitRenderer.<HistoryEntry>of("""
                        <a class="number" href=${item.address} router-link tabindex="-1">${item.number}</a>""")
                        .withProperty(
                                "address", turn -> addresses.apply(turn.key().ticket()))
                        .withProperty("number", turn -> turn.number().toString()));
        add(TurnColumn.AGENCY, words::agency);
        add(TurnColumn.SERVICE, words::service);
        add(TurnColumn.COUNTER, words::counter);
        add(TurnColumn.OFFICER, words::officer);
        add(TurnColumn.PRIORITY, priority());
        add(TurnColumn.QUEUED, turn -> words.clock(Optional.of(turn.queuedAt())));
        add(TurnColumn.WAIT, waiting()).setTextAlign(ColumnTextAlign.END);
        add(TurnColumn.WAY, quietly(this::way)).setTextAlign(ColumnTextAlign.END);
        add(TurnColumn.SERVICE_TIME, quietly(this::serviceTime)).setTextAlign(ColumnTextAlign.END);
        add(TurnColumn.ENDED, turn -> words.clock(turn.endedAt()));
        add(TurnColumn.RATING, turn -> turn.rating().map(String::valueOf).orElse(HistoryWords.NONE));
        add(TurnColumn.CORRECTION, turn -> turn.corrected() ? words.text("history.corrected") : HistoryWords.NONE);
        add(TurnColumn.STATE, state());
        // Where there are more columns than fit, how a turn ended stays in sight.
        column(TurnColumn.STATE).setFrozenToEnd(true);
        Stream.of(TurnColumn.SERVICE, TurnColumn.AGENCY, TurnColumn.OFFICER)
                .forEach(named -> column(named).setFlexGrow(3));
    }

    private Column<HistoryEntry> add(TurnColumn column, Function<HistoryEntry, String> text) {
        return prepared(column, addColumn(text::apply).setTooltipGenerator(turn -> tooltip(column, text.apply(turn))));
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

    /** What may be too long for its column. */
    private static @Nullable String tooltip(TurnColumn column, String text) {
        return switch (column) {
            case AGENCY, SERVICE, OFFICER -> text;
            default -> null;
        };
    }

    private Renderer<HistoryEntry> priority() {
        return LitRenderer.<HistoryEntry>of("""
                        ${item.icon
                          ? html`<span class="bl-badge bl-prio"><vaadin-icon class="bl-ico" src="icons.svg" symbol=${item.icon}
                              aria-hidden="true"></vaadin-icon><span>${item.word}</span></span>`
                          : html`<span class="bl-quiet">${item.word}</span>`}""")
                .withProperty(
                        "icon",
                        turn -> PriorityLook.of(turn.priorityClass())
                                .icon()
                                .map(Icons::symbol)
                                .orElse(""))
                .withProperty("word", this::priorityWord);
    }

    private Renderer<HistoryEntry> waiting() {
        return LitRenderer.<HistoryEntry>of("""
                        ${item.over
                          ? html`<span class="bl-over"><vaadin-icon class="bl-ico" src="icons.svg" symbol="alert"
                              aria-hidden="true"></vaadin-icon> <span class="bl-sr">${item.overWord}</span>${item.text}</span>`
                          : html`<span class=${item.quiet ? 'bl-quiet' : ''}>${item.text}</span>`}""")
                .withProperty("over", HistoryEntry::overTarget)
                .withProperty("overWord", turn -> words.text("history.list.over-target"))
                .withProperty("quiet", turn -> turn.waitingTime().isEmpty())
                .withProperty("text", turn -> lasted(turn, turn.waitingTime()));
    }

    private Renderer<HistoryEntry> quietly(Function<HistoryEntry, Optional<Duration>> lasted) {
        return LitRenderer.<HistoryEntry>of("<span class=${item.quiet ? 'bl-quiet' : ''}>${item.text}</span>")
                .withProperty("quiet", turn -> lasted.apply(turn).isEmpty())
                .withProperty("text", turn -> lasted(turn, lasted.apply(turn)));
    }

    private Renderer<HistoryEntry> state() {
        return LitRenderer.<HistoryEntry>of("""
                        <span class=${'bl-badge b-' + item.look}><vaadin-icon class="bl-ico" src="icons.svg" symbol=${item.icon}
                          aria-hidden="true"></vaadin-icon><span>${item.word}</span></span>""")
                .withProperty("look", turn -> TurnLook.of(turn).state())
                .withProperty("icon", turn -> TurnLook.of(turn).icon().symbol())
                .withProperty("word", turn -> words.text(TurnLook.of(turn).key()));
    }

    /** On a phone each turn has two lines, and no columns. */
    private void addOnPhone() {
        Column<HistoryEntry> phone = addColumn(LitRenderer.<HistoryEntry>of("""
                        <div class="bl-turn"><div><b>${item.number}</b><span
                          class=${'bl-badge b-' + item.look}><vaadin-icon class="bl-ico" src="icons.svg" symbol=${item.icon}
                          aria-hidden="true"></vaadin-icon><span>${item.word}</span></span></div><div
                          class="bl-sec"><span class="facts">${item.facts}</span><span
                          class=${item.over ? 'bl-over wait' : 'wait'}>${item.over
                            ? html`<vaadin-icon class="bl-ico" src="icons.svg" symbol="alert" aria-hidden="true"></vaadin-icon> `
                            : ''}${item.wait}</span></div></div>""")
                .withProperty("number", turn -> turn.number().toString())
                .withProperty("look", turn -> TurnLook.of(turn).state())
                .withProperty("icon", turn -> TurnLook.of(turn).icon().symbol())
                .withProperty("word", turn -> words.text(TurnLook.of(turn).key()))
                .withProperty("facts", this::facts)
                .withProperty("over", HistoryEntry::overTarget)
                .withProperty(
                        "wait",
                        turn -> turn.waitingTime()
                                .map(words::minutes)
                                .map(minutes -> words.text("history.list.waited", minutes))
                                .orElse("")));
        // Beside the columns of a desk it takes no room; the style sheet gives it all of a phone's.
        phone.setKey("phone")
                .setHeader(words.text("history.list"))
                .setWidth("0px")
                .setFlexGrow(0);
        phone.setPartNameGenerator(turn -> "phone-only");
        phone.setHeaderPartName("phone-only");
    }

    private String facts(HistoryEntry turn) {
        return Stream.of(
                        withDate ? words.day(turn.key().at()) : "",
                        turn.calledAt().isPresent()
                                ? words.clock(turn.calledAt())
                                : words.clock(Optional.of(turn.queuedAt())),
                        words.service(turn),
                        turn.counter()
                                .map(number -> words.text("history.at-counter", words.counter(turn)))
                                .orElse(""),
                        turn.priorityClass().vulnerable() ? priorityWord(turn) : "")
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A long word may break where it has a stroke. */
    private String priorityWord(HistoryEntry turn) {
        return words.text(PriorityLook.of(turn.priorityClass()).key()).replace("/", "/\u200b");
    }

    private Optional<Duration> way(HistoryEntry turn) {
        return turn.wayTime();
    }

    private Optional<Duration> serviceTime(HistoryEntry turn) {
        return turn.serviceTime();
    }

    /** What isn't over yet may still come. */
    private String lasted(HistoryEntry turn, Optional<Duration> lasted) {
        return lasted.map(words::minutes)
                .orElseGet(() -> words.text(turn.endedAt().isPresent() ? "history.none" : "history.not-yet"));
    }
}
