package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.history.HistoryEntry;
import id.balairung.queue.PastTurn;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketNumber;
import id.balairung.queue.TicketPast;
import id.balairung.queue.ui.PriorityLook;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose past it is: the state, the number in front, the service and the counter, and the day. */
class TicketPanelHead extends Header {

    private final Div top = new Div();
    private final Div about = new Div();

    TicketPanelHead(TicketPast past, TicketCounters counters, TicketPanelWords words) {
        PastTurn last = past.turns().getLast();
        show(
                words.badge(last.status(), last.outcome()),
                past.ticket().priorityClass(),
                past.ticket().number(),
                where(
                        words.service(last.service()),
                        last.counter()
                                .flatMap(counter -> counters.of(last.turn(), counter))
                                .map(words::counter)),
                past.ticket().serviceDay().date(),
                words);
    }

    TicketPanelHead(HistoryEntry entry, TicketPanelWords words) {
        show(
                words.badge(entry.status(), entry.outcome()),
                entry.priorityClass(),
                entry.number(),
                where(words.service(entry.service()), entry.counter().map(words::counter)),
                words.dateOf(entry.key().at()),
                words);
        about.add(new Span(words.text("history.imported")));
    }

    /** Says whose ticket it is: to whoever reads all agencies' tickets. */
    void naming(String agency) {
        about.add(new Span(agency));
    }

    /** Puts a button there that closes it. */
    void closable(Runnable close) {
        Button button = new Button(Icons.CLOSE.create(), click -> close.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addThemeName("icon");
        button.setAriaLabel(getTranslation("history.ticket.close"));
        top.add(button);
    }

    private void show(
            StatusBadge state,
            PriorityClass priorityClass,
            TicketNumber number,
            String where,
            LocalDate day,
            TicketPanelWords words) {
        addClassName("head");
        Div badges = new Div(state);
        badges.addClassName("badges");
        top.add(badges);
        top.addClassName("top");
        if (priorityClass.vulnerable()) {
            badges.add(PriorityLook.of(priorityClass).create(this));
        }
        H2 title = new H2(number.toString());
        title.addClassName("number");
        Span place = new Span(where);
        place.addClassName("bl-sec");
        about.addClassNames("about", "bl-quiet", "bl-s");
        about.add(new Span(words.day(day)));
        add(top, title, place, about);
    }

    private static String where(String service, Optional<String> counter) {
        return Stream.concat(Stream.of(service), counter.stream()).collect(Collectors.joining(", "));
    }
}
