package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PrintedFrame;
import id.balairung.history.TurnDetail;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNumber;
import id.balairung.queue.TicketPast;
import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One ticket's past: its state, its number, how long everything took, what can be done about it, and what happened. Of a turn of an
 * older system it shows what that has told. Made by {@link TicketPanels}.
 */
@StyleSheet("styles/ticket.css")
class TicketPanel extends Section {

    private final transient TicketPanels services;
    private final transient Optional<PrintedFrame> paper;
    private transient Runnable closed = () -> {};
    private transient Runnable changed = () -> {};
    private transient Optional<TicketId> ticket = Optional.empty();
    private transient OptionalInt turn = OptionalInt.empty();
    private @Nullable Timeline timeline;

    /**
     * A panel.
     *
     * @param paper what stands round it on paper, where it is a page of its own
     */
    TicketPanel(TicketPanels services, Optional<PrintedFrame> paper) {
        this.services = services;
        this.paper = paper;
        addClassNames("bl-card", "bl-ticket");
        setClassName("is-page", paper.isPresent());
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
        timeline = null;
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
        boolean found = past.isPresent() || !kept.isEmpty();
        paper.ifPresent(frame -> {
            frame.head().setVisible(found);
            frame.foot().setVisible(found);
        });
        return found;
    }

    private void show(TicketPast past, List<TurnDetail> kept, TicketPanelWords words) {
        setAriaLabel(getTranslation("history.ticket.of", past.ticket().number()));
        TicketCounters counters = TicketCounters.of(past, kept);
        TicketPanelHead head = new TicketPanelHead(past, counters, words);
        complete(head, past.agency(), past.ticket().number(), words);
        timeline = new Timeline(
                TimelineWords.of(past, counters, words).told(past.events()),
                past.ticket().serviceDay().date(),
                words);
        add(head, new TicketPanelTimes(past, kept, turn, words), line(timeline));
        if (!past.siblings().isEmpty() || past.elsewhere() > 0) {
            add(new TicketPanelVisit(past, words));
        }
        add(new TicketPanelActs(services, past, print(words), this::actedOn, this::readAgain));
    }

    private void showImported(List<TurnDetail> kept, TicketPanelWords words) {
        TurnDetail last = kept.getLast();
        setAriaLabel(getTranslation("history.ticket.of", last.entry().number()));
        AgencyId agency = last.entry().key().agency();
        TicketPanelHead head = new TicketPanelHead(last.entry(), words);
        complete(head, agency, last.entry().number(), words);
        ImportedTimeline telling = new ImportedTimeline(
                words,
                new OfficerNames(services.choices()).of(Optional.of(agency)).orElse(Map.of()));
        Paragraph onlyThat = new Paragraph(getTranslation("history.imported-next"));
        onlyThat.addClassNames("bl-quiet", "bl-s", "only");
        add(
                head,
                new TicketPanelTimes(kept, turn, words),
                line(
                        new Timeline(
                                kept.stream()
                                        .flatMap(one -> telling.of(one).stream())
                                        .toList(),
                                words.dateOf(last.entry().key().at()),
                                words),
                        onlyThat),
                new TicketPanelActs(last.entry().key().ticket(), print(words)));
    }

    private void complete(TicketPanelHead head, AgencyId agency, TicketNumber number, TicketPanelWords words) {
        String name = services.catalogue().agency(agency).name();
        if (services.currentStaff().require().agency().isEmpty()) {
            head.naming(name);
        }
        paper.ifPresentOrElse(
                frame -> {
                    frame.show(services.mall().rules().name(), getTranslation("history.letterhead", number), name);
                    tellWhoPrints(frame, words);
                },
                () -> head.closable(() -> closed.run()));
    }

    private Optional<Runnable> print(TicketPanelWords words) {
        return paper.map(frame -> () -> {
            tellWhoPrints(frame, words);
            UI.getCurrent().getPage().executeJs("requestAnimationFrame(() => setTimeout(() => window.print(), 0))");
        });
    }

    private void tellWhoPrints(PrintedFrame frame, TicketPanelWords words) {
        frame.printed(getTranslation(
                "history.printed",
                words.moment(services.clock().instant()),
                services.currentStaff().require().displayName()));
    }

    private static Div line(Component... parts) {
        Div line = new Div(parts);
        line.addClassName("line");
        return line;
    }

    /** What was written is the last that happened: it may stand far below. */
    private void actedOn(String saved) {
        readAgain();
        changed.run();
        Notifications.SUCCESS.show(getTranslation(saved));
        Optional.ofNullable(timeline).ifPresent(Timeline::focusLast);
    }
}
