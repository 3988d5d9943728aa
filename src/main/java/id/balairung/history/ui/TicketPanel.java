package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.history.TurnDetail;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketPast;
import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One ticket's past: its state, its number, how long everything took, what can be done about it, and what happened. Of a turn of an
 * older system it shows what that has told. Made by {@link TicketPanels}.
 */
@StyleSheet("styles/ticket.css")
class TicketPanel extends Section {

    private final transient TicketPanels services;
    private final boolean page;
    private transient Runnable closed = () -> {};
    private transient Runnable changed = () -> {};
    private transient Optional<TicketId> ticket = Optional.empty();
    private transient OptionalInt turn = OptionalInt.empty();

    TicketPanel(TicketPanels services, boolean page) {
        this.services = services;
        this.page = page;
        addClassNames("bl-card", "bl-ticket");
        setClassName("is-page", page);
    }

    /** What to do when somebody closes the panel. */
    void onClose(Runnable close) {
        closed = close;
    }

    /** What to do when something of the ticket was changed here. */
    void onChange(Runnable change) {
        changed = change;
    }

    /**
     * Shows a ticket.
     *
     * @param shown the ticket
     * @param chosen the turn that was chosen; none for all alike
     * @return whether there is one that this person may read
     */
    boolean show(TicketId shown, OptionalInt chosen) {
        return show(Optional.of(shown), chosen);
    }

    /** The same, or that there is no such ticket. */
    boolean show(Optional<TicketId> shown, OptionalInt chosen) {
        ticket = shown;
        turn = chosen;
        return readAgain();
    }

    /** Reads it again, as after somebody else changed it. */
    boolean readAgain() {
        removeAll();
        Optional<TicketPast> past = ticket.flatMap(services.pasts()::of);
        List<TurnDetail> kept = ticket.map(services.history()::turns).orElse(List.of());
        TicketPanelWords words = services.words(getLocale());
        if (past.isPresent()) {
            show(past.get(), kept, words);
        } else if (!kept.isEmpty()) {
            showImported(kept, words);
        } else {
            setAriaLabel(getTranslation("history.ticket.none"));
            add(new EmptyState(
                    Icons.NOT_FOUND,
                    getTranslation("history.ticket.none"),
                    getTranslation("history.ticket.none-next")));
        }
        return past.isPresent() || !kept.isEmpty();
    }

    private void show(TicketPast past, List<TurnDetail> kept, TicketPanelWords words) {
        setAriaLabel(getTranslation("history.ticket.of", past.ticket().number()));
        TicketPanelHead head = new TicketPanelHead(past, words);
        complete(head, past.agency());
        add(
                head,
                new TicketPanelTimes(past, kept, turn, words),
                new TicketPanelActs(services, past, page, this::actedOn, this::readAgain),
                line(new Timeline(past, words)));
        if (!past.siblings().isEmpty() || past.elsewhere() > 0) {
            add(new TicketPanelVisit(past, words));
        }
    }

    private void showImported(List<TurnDetail> kept, TicketPanelWords words) {
        TurnDetail last = kept.getLast();
        setAriaLabel(getTranslation("history.ticket.of", last.entry().number()));
        TicketPanelHead head = new TicketPanelHead(last.entry(), words);
        complete(head, last.entry().key().agency());
        add(
                head,
                new TicketPanelTimes(kept, turn, words),
                line(new EmptyState(
                        Icons.HISTORY, getTranslation("history.imported"), getTranslation("history.imported-next"))));
    }

    private void complete(TicketPanelHead head, AgencyId agency) {
        if (page || services.currentStaff().require().agency().isEmpty()) {
            head.naming(services.catalogue().agency(agency).name());
        }
        if (!page) {
            head.closable(() -> closed.run());
        }
    }

    private static Div line(Component part) {
        Div line = new Div(part);
        line.addClassName("line");
        return line;
    }

    private void actedOn() {
        readAgain();
        changed.run();
    }
}
