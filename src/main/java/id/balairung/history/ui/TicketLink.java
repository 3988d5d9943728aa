package id.balairung.history.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import id.balairung.queue.TicketId;
import java.util.Optional;

/**
 * Leads to a ticket's page, and takes along what the list was narrowed to: that stands in the address, so that the way back leads to
 * the same list, also from another tab and after a reload.
 */
class TicketLink extends RouterLink {

    private transient Optional<Registration> following = Optional.empty();

    TicketLink(String text, TicketId ticket) {
        super(text, TicketPage.class, TicketPage.of(ticket));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        setQueryParameters(event.getUI().getInternals().getActiveViewLocation().getQueryParameters());
        following = Optional.of(event.getUI()
                .addAfterNavigationListener(
                        gone -> setQueryParameters(gone.getLocation().getQueryParameters())));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        following.ifPresent(Registration::remove);
        following = Optional.empty();
    }
}
