package id.balairung.history.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PageHeader;
import id.balairung.queue.TicketId;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** One ticket's past on a page of its own, to be read and printed. An id that is none says no more than a foreign one. */
@Route("riwayat/tiket/:ticket")
@RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
class TicketPage extends Div implements PageHeader, BeforeEnterObserver {

    private static final String TICKET = "ticket";

    private final TicketPanel panel;

    TicketPage(TicketPanels panels) {
        this.panel = panels.onPage();
        Anchor back = new Anchor("riwayat");
        back.add(Icons.RIGHT.create(), new Span(getTranslation("history.ticket.back")));
        back.addClassName("bl-ticket-back");
        back.getElement().setAttribute("router-link", true);
        addClassNames("bl-main", "bl-ticket-page");
        add(back, panel);
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
        panel.show(
                event.getRouteParameters().get(TICKET).flatMap(TicketPage::id).map(TicketId::new), OptionalInt.empty());
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
