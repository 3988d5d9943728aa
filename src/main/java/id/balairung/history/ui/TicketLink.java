package id.balairung.history.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.router.RouterLink;
import id.balairung.queue.TicketId;

/**
 * Leads to a ticket's page, and takes along what the list was narrowed to: that stands in the address, so that the way back leads to
 * the same list, also from another tab and after a reload. A view is attached anew at each navigation, and so is this.
 */
class TicketLink extends RouterLink {

    TicketLink(String text, TicketId ticket) {
        super(text, TicketPage.class, TicketPage.of(ticket));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        setQueryParameters(event.getUI().getInternals().getActiveViewLocation().getQueryParameters());
    }
}
