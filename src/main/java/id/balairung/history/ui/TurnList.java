package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.LostFocus;
import id.balairung.common.ui.Reconnected;
import id.balairung.common.ui.RowFocus;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryOrder;
import id.balairung.queue.MallBoard;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionException;

/** The list of turns with its head: what it shows, how many there are, and how many waited too long. */
class TurnList extends Section {

    private final transient HistoryServices services;
    private final transient StaffPrincipal reader;
    private final HistoryView view;
    private final transient HistoryWords words;
    private final TurnGrid grid;
    private final H2 title = new H2();
    private final Span count = new Span();
    private final Button over = new Button(Icons.ALERT.create());
    private final Div empty = new Div();
    private final Div fault = new Div();
    private final Footer foot = new Footer();
    private transient Set<TurnColumn> columns;
    private transient Optional<Optional<AgencyId>> choicesOf = Optional.empty();
    private transient Map<StaffId, String> names = Map.of();
    private transient List<Integer> counters = List.of();
    private transient Registration following = () -> {};
    private transient @Nullable Optional<AgencyId> followed;
    private transient Object seen = Set.of();
    private final transient ReadingPace pace = new ReadingPace();
    private transient Runnable look = () -> {};
    private boolean looksLater;

    TurnList(HistoryServices services, HistoryView view) {
        this.services = services;
        this.reader = services.currentStaff().require();
        this.view = view;
        this.words = new HistoryWords(
                this, services.catalogue(), services.mall().rules().zone());
        this.grid = new TurnGrid(words, view::address);
        this.columns = columns();
        addClassNames("bl-card", "bl-turn-list");
        setAriaLabel(getTranslation("history.list"));
        count.addClassNames("bl-quiet", "bl-s");
        count.getElement().setAttribute("aria-live", "polite");
        over.addClassNames("bl-badge", "b-breached", "bl-turns-over");
        over.addClickListener(
                click -> view.goTo(view.query().overTarget(!view.query().isOverTarget())));
        Div tools = new Div(
                over,
                new SavedViewsMenu(services.views(), view::asAddress, view::open),
                new ColumnMenu(TurnColumn.choosable(reader.role()), columns, this::choose));
        tools.addClassNames("bl-push", "bl-turn-tools");
        Header head = new Header(title, count, tools);
        head.addClassName("bl-head");
        grid.whenChosen(turn -> view.open(turn.key().ticket()));
        grid.whenTurned(order -> view.goTo(view.query().in(order)));
        empty.addClassName("bl-turns-none");
        fault.addClassName("bl-turns-none");
        foot.addClassName("bl-foot");
        add(head, grid, new RowFocus(), empty, fault, foot);
    }

    /** Reads the turns again, as after one was corrected. */
    void readAgain() {
        HistoryQuery query = view.query();
        try {
            LazyTurns found = read(query);
            grid.take(found);
            tell(found, query);
        } catch (QueryTimeoutException tooLong) {
            tooLong(query);
        }
    }

    private LazyTurns read(HistoryQuery query) {
        long began = System.nanoTime();
        try {
            return new LazyTurns(services.history(), query, this::tellRead, this::brokenOff);
        } finally {
            pace.read(began, System.nanoTime());
        }
    }

    private void tellRead(LazyTurns found) {
        foot.setText(words.read(found));
    }

    /** Gives the focus to the row of a ticket that was closed. */
    void focus(TicketId ticket) {
        new LostFocus(grid, grid.rowOf(ticket)).pass();
    }

    /** What officers are called, of an agency or of all. */
    Map<StaffId, String> officers(Optional<AgencyId> agency) {
        choose(agency);
        return names;
    }

    /** The numbers of the counters, of an agency or of all. */
    List<Integer> counters(Optional<AgencyId> agency) {
        choose(agency);
        return counters;
    }

    private void choose(Optional<AgencyId> agency) {
        if (choicesOf.equals(Optional.of(agency))) {
            return;
        }
        try {
            names = services.choices().officers(agency);
            counters = services.choices().counters(agency);
            choicesOf = Optional.of(agency);
        } catch (DataAccessException | TransactionException gone) {
            // The next list asks again.
            names = Map.of();
            counters = List.of();
            choicesOf = Optional.empty();
        }
        words.call(names);
    }

    /** Shows what a query finds. */
    void show(HistoryQuery query) {
        title.setText(words.title(query.period()));
        grid.show(columns, !query.period().isOneDay());
        try {
            LazyTurns found = read(query);
            grid.show(found, query.order());
            tell(found, query);
        } catch (QueryTimeoutException tooLong) {
            tooLong(query);
        } catch (DataAccessException | TransactionException gone) {
            unreachable();
        }
        if (isAttached()) {
            follow(UI.getCurrent());
        }
    }

    void mark(Optional<TicketId> ticket) {
        grid.mark(ticket);
    }

    /** Which turn of the open ticket is chosen in the list. */
    OptionalInt chosenTurn() {
        return grid.asSingleSelect()
                .getOptionalValue()
                .map(turn -> OptionalInt.of(turn.key().turn()))
                .orElseGet(OptionalInt::empty);
    }

    /** Follows today's queue while its turns are listed. */
    void follow(UI ui) {
        HistoryQuery query = view.asked().orElse(null);
        Optional<AgencyId> wanted = query == null || !isLive(query)
                ? null
                : reader.agency().or(() -> query.filter().agency());
        if (wanted != null && wanted.equals(followed)) {
            return;
        }
        leave();
        if (wanted != null) {
            followed = wanted;
            if (wanted.isPresent()) {
                followAgency(ui, wanted.get());
            } else {
                followMall(ui);
            }
        }
    }

    void leave() {
        following.remove();
        following = () -> {};
        followed = null;
        look = () -> {};
    }

    private void followAgency(UI ui, AgencyId agency) {
        QueueSubscription<QueueBoard> feed = reader.agency().isPresent()
                ? services.feed().subscribe(update -> told(ui, update))
                : services.feed().subscribe(agency, update -> told(ui, update));
        keep(ui, feed, () -> news(feed.current()));
        seen = turnsOf(List.of(feed.current()));
    }

    private void followMall(UI ui) {
        QueueSubscription<MallBoard> feed = services.feed().subscribeMallBoard(update -> toldOfMall(ui, update));
        keep(ui, feed, () -> news(feed.current().boards()));
        seen = turnsOf(feed.current().boards());
    }

    private void keep(UI ui, QueueSubscription<?> feed, Runnable readAgain) {
        look = readAgain;
        following = Registration.combine(
                feed::close, ComponentUtil.addListener(ui, Reconnected.class, back -> readAgain.run()));
    }

    private void told(UI ui, QueueUpdate<QueueBoard> update) {
        if (update instanceof QueueUpdate.Current<QueueBoard>(QueueBoard board)) {
            ui.access(() -> news(board));
        }
    }

    private void toldOfMall(UI ui, QueueUpdate<MallBoard> update) {
        if (update instanceof QueueUpdate.Current<MallBoard>(MallBoard board)) {
            ui.access(() -> news(board.boards()));
        }
    }

    private void news(QueueBoard board) {
        news(List.of(board));
    }

    /** The history is read again only when a turn was called, went on or ended, or where it matters who waits. */
    private void news(Collection<QueueBoard> boards) {
        Object turns = turnsOf(boards);
        if (followed == null || turns.equals(seen)) {
            return;
        }
        Duration rest = pace.rest(System.nanoTime());
        if (rest.isPositive()) {
            lookLater(rest);
            return;
        }
        seen = turns;
        HistoryQuery query = view.query();
        try {
            LazyTurns found = read(query);
            Set<TicketId> changed = grid.take(found);
            tell(found, query);
            view.changed(changed);
        } catch (DataAccessException | TransactionException gone) {
            // The frame says so; what is shown stays.
            seen = Set.of();
        }
    }

    private void lookLater(Duration rest) {
        if (looksLater) {
            return;
        }
        looksLater = true;
        UI ui = UI.getCurrent();
        CompletableFuture.delayedExecutor(rest.toMillis() + 1, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    // A page that was left shows nothing any more.
                    if (ui.isAttached()) {
                        ui.access(() -> {
                            looksLater = false;
                            look.run();
                        });
                    }
                });
    }

    private Object turnsOf(Collection<QueueBoard> boards) {
        FigureFilter figure = view.query().filter().figure();
        boolean waiting = figure.arrivals() || figure.waiting().isPresent();
        return boards.stream()
                .flatMap(board -> board.tickets().stream())
                .filter(ticket -> waiting || ticket.status() != TicketStatus.WAITING)
                .map(ticket -> List.of(ticket.id(), ticket.version()))
                .collect(Collectors.toSet());
    }

    private boolean isLive(HistoryQuery query) {
        return query.order() == HistoryOrder.NEWEST_FIRST
                && query.period().contains(services.mall().today().date());
    }

    private void tell(LazyTurns found, HistoryQuery query) {
        count.setText(words.total(found, query.order()));
        boolean only = query.isOverTarget();
        over.setText(
                only
                        ? getTranslation("history.over-target-only")
                        : found.total().more()
                                ? getTranslation("history.over-target-at-least", found.overTarget())
                                : getTranslation("history.over-target-count", found.overTarget()));
        over.getElement().setAttribute("aria-pressed", String.valueOf(only));
        over.setVisible(only || found.overTarget() > 0);
        grid.setVisible(!found.isEmpty());
        tellRead(found);
        foot.setVisible(found.rows() > LazyTurns.PAGE || found.total().more());
        fault.setVisible(false);
        empty.setVisible(found.isEmpty());
        empty.removeAll();
        if (found.isEmpty()) {
            empty.add(nothing(query), widening(query));
        }
    }

    private static EmptyState emptyState(Icons icon, String headline, String next) {
        return new EmptyState(icon, headline, next);
    }

    private EmptyState nothing(HistoryQuery query) {
        return query.isNarrowed()
                ? emptyState(
                        Icons.SEARCH,
                        getTranslation("history.nothing-found"),
                        getTranslation("history.nothing-found-next"))
                : query.period().is(HistoryPeriod.Quick.TODAY)
                        ? emptyState(
                                Icons.HISTORY,
                                getTranslation("history.nothing"),
                                getTranslation("history.nothing-today"))
                        : emptyState(
                                Icons.HISTORY,
                                getTranslation("history.nothing-past"),
                                getTranslation("history.nothing-then"));
    }

    /** First the filters go, then the days grow. */
    private Button widening(HistoryQuery query) {
        if (query.isNarrowed()) {
            return new Button(getTranslation("history.filter.clear"), click -> view.goTo(query.widened()));
        }
        HistoryPeriod.Quick wider =
                query.period().is(HistoryPeriod.Quick.TODAY) || query.period().is(HistoryPeriod.Quick.YESTERDAY)
                        ? HistoryPeriod.Quick.SEVEN_DAYS
                        : HistoryPeriod.Quick.ALL;
        return new Button(
                getTranslation("history.widen", getTranslation(wider.key())),
                click -> view.goTo(query.in(wider.on(services.mall().today().date()))));
    }

    private void unreachable() {
        nothingRead(
                emptyState(
                        Icons.FAULT, getTranslation("history.unreachable"), getTranslation("history.unreachable-next")),
                new Button(getTranslation("history.again"), click -> show(view.query())));
    }

    /** So few are found in so many days that nobody would wait for them. */
    private void tooLong(HistoryQuery query) {
        EmptyState said = emptyState(
                Icons.SEARCH,
                getTranslation("history.too-long"),
                getTranslation(
                        reader.agency().isPresent() || query.filter().agency().isPresent()
                                ? "history.too-long-next"
                                : "history.too-long-next-mall"));
        HistoryPeriod year =
                HistoryPeriod.Quick.THIS_YEAR.on(services.mall().today().date());
        boolean longer = query.period().from().isBefore(year.from())
                && !query.period().to().isBefore(year.from());
        if (longer) {
            nothingRead(
                    said,
                    new Button(
                            getTranslation("history.narrow", getTranslation(HistoryPeriod.Quick.THIS_YEAR.key())),
                            click -> view.goTo(query.in(year))));
        } else {
            nothingRead(said);
        }
    }

    private void nothingRead(Component... said) {
        grid.setVisible(false);
        foot.setVisible(false);
        empty.setVisible(false);
        over.setVisible(false);
        count.setText("");
        fault.removeAll();
        fault.add(said);
        fault.setVisible(true);
    }

    private void brokenOff() {
        foot.setText(getTranslation("history.broken-off"));
        foot.setVisible(true);
    }

    private Set<TurnColumn> columns() {
        List<String> chosen = services.views().columns();
        return chosen.isEmpty()
                ? TurnColumn.standard(reader.role())
                : chosen.stream()
                        .flatMap(code -> TurnColumn.of(code).stream())
                        .filter(TurnColumn.choosable(reader.role())::contains)
                        .collect(Collectors.toSet());
    }

    /** The number is always there, and so remembered too: nobody chose nothing. */
    private void choose(Set<TurnColumn> chosen) {
        columns = chosen;
        services.views()
                .chooseColumns(Stream.concat(Stream.of(TurnColumn.NUMBER), chosen.stream())
                        .map(TurnColumn::code)
                        .toList());
        grid.show(columns, !view.query().period().isOneDay());
    }
}
