package id.balairung.history.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;
import id.balairung.common.ui.PrintedFrame;
import id.balairung.queue.TicketId;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One ticket's past on a page of its own, to be read and printed. An id that is none says no more than a foreign one. What the list
 * was narrowed to stands in the address, for the way back.
 */
@Route("riwayat/tiket/:ticket")
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
class TicketPage extends Div implements PageHeader, BeforeEnterObserver {

    private static final String TICKET = "ticket";
    private static final String LIST = "riwayat";

    private final transient TicketPanels panels;
    private final TicketPanel panel;
    private final Anchor back = new Anchor(LIST);

    TicketPage(TicketPanels panels) {
        this.panels = panels;
        PrintedFrame paper = new PrintedFrame();
        this.panel = panels.onPage(paper);
        back.add(Icons.RIGHT.create(), new Span(getTranslation("history.ticket.back")));
        back.addClassNames("bl-ticket-back", "bl-screen-only");
        back.getElement().setAttribute("router-link", true);
        addClassNames("bl-main", "bl-ticket-page");
        add(paper.head(), back, panel, paper.foot());
    }

    /** A ticket's address. */
    static RouteParameters of(TicketId ticket) {
        return new RouteParameters(TICKET, ticket.value().toString());
    }

    @Override
    public String title() {
        return getTranslation("history.ticket.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        back.setHref(new Location(LIST, narrowing(event.getLocation())).getPathWithQueryParameters());
        panel.show(
                event.getRouteParameters().get(TICKET).flatMap(TicketPage::id).map(TicketId::new), OptionalInt.empty());
    }

    /** What means something to the list; the rest would only be complained about there. */
    private QueryParameters narrowing(Location address) {
        return new AskedHistory(
                        address.getQueryParameters(),
                        panels.mall().today().date(),
                        panels.catalogue(),
                        panels.currentStaff().require())
                .query()
                .parameters(panels.catalogue());
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
