package id.balairung.history.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import id.balairung.queue.TicketId;

/**
 * Leads to a ticket's page, and takes along what the list is narrowed to: that stands in the address, so that the way back leads to
 * the same list, also from another tab and after a reload. A view stays while its address changes, so the link follows that.
 */
class TicketLink extends RouterLink {

    private transient Registration following = () -> {};

    TicketLink(String text, TicketId ticket) {
        super(text, TicketPage.class, TicketPage.of(ticket));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        takeAlong(event.getUI().getInternals().getActiveViewLocation());
        following = event.getUI().addAfterNavigationListener(arrived -> takeAlong(arrived.getLocation()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        following.remove();
    }

    private void takeAlong(Location address) {
        setQueryParameters(address.getQueryParameters());
    }
}
