package id.balairung.history.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.balairung.queue.TicketPast;

/** The visit's other tickets: those of the same agency by number, of others only how many. */
class TicketPanelVisit extends Section {

    TicketPanelVisit(TicketPast past, TicketPanelWords words) {
        addClassName("visit");
        UnorderedList tickets = new UnorderedList();
        past.siblings().forEach(sibling -> tickets.add(item(sibling, words)));
        if (past.elsewhere() > 0) {
            ListItem elsewhere = new ListItem(words.text("history.visit.elsewhere", past.elsewhere()));
            elsewhere.addClassName("bl-sec");
            tickets.add(elsewhere);
        }
        setAriaLabel(words.text("history.visit"));
        add(new H3(words.text("history.visit")), tickets);
    }

    private static ListItem item(TicketPast.Sibling sibling, TicketPanelWords words) {
        String number = sibling.number().toString();
        Span service = new Span(words.service(sibling.service()));
        service.addClassName("bl-sec");
        return sibling.readable()
                ? new ListItem(new TicketLink(number, sibling.ticket()), service)
                : new ListItem(new Span(number), service);
    }
}
