package id.balairung.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The visit's numbers, as large as they have to be read out. */
class IssuedTickets extends UnorderedList {

    private final OfferText text = new OfferText(this);
    private transient @Nullable List<PrintedTicket> shown;

    IssuedTickets(Signal<DeskState> state) {
        addClassName("bl-issued");
        getElement().setAttribute("aria-label", getTranslation("intake.visit.issued"));
        getElement().setAttribute("aria-live", "polite");
        Signal.effect(this, () -> show(state.get().issued()));
    }

    private void show(List<PrintedTicket> tickets) {
        if (tickets.equals(shown)) {
            return;
        }
        shown = tickets;
        removeAll();
        tickets.forEach(ticket -> add(item(ticket)));
        setVisible(!tickets.isEmpty());
    }

    private Component item(PrintedTicket ticket) {
        Span number = new Span(ticket.number());
        number.addClassName("number");
        Span service = new Span(text.name(ticket.offer()));
        service.addClassName("service");
        Span agency = new Span(ticket.offer().agency().name());
        agency.addClassNames("bl-sec", "bl-s");
        Span ahead =
                new Span(getTranslation("intake.visit.ahead", ticket.answer().ahead()));
        ahead.addClassNames("ahead", "bl-s");
        Span estimate = new Span(text.whole(ticket.estimate()));
        estimate.addClassName("bl-s");
        Div what = new Div(service, agency, ahead, estimate);
        what.addClassName("what");
        return new ListItem(number, what);
    }
}
