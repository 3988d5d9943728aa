package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.MaskedVisitor;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tickets that were left open, for a person to settle one by one. */
class SettlementList extends Div {

    private final EndOfDay endOfDay;
    private final ServiceCatalogue catalogue;
    private final transient VisitorServices visitors;
    private final transient DateTimeFormatter days;
    private transient Map<TicketId, MaskedVisitor> told = Map.of();
    private final Grid<TicketSnapshot> grid = new Grid<>();
    private final EmptyState empty =
            new EmptyState(Icons.DONE, getTranslation("queue.settle.empty"), getTranslation("queue.settle.empty-next"));

    SettlementList(EndOfDay endOfDay, ServiceCatalogue catalogue, VisitorServices visitors) {
        this.endOfDay = endOfDay;
        this.catalogue = catalogue;
        this.visitors = visitors;
        addClassName("bl-settlement");
        this.days = DateTimeFormatter.ofPattern("EEE d MMM", getLocale());
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("queue.settle.title"));
        grid.addComponentColumn(ticket -> new Bold(ticket.number().toString()))
                .setHeader(getTranslation("queue.list.number"))
                .setWidth("88px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::service)
                .setHeader(getTranslation("queue.settle.service"))
                .setFlexGrow(1);
        deskOnly(grid.addColumn(this::day))
                .setHeader(getTranslation("queue.settle.day"))
                .setWidth("110px")
                .setFlexGrow(0);
        deskOnly(grid.addComponentColumn(this::status))
                .setHeader(getTranslation("queue.settle.status"))
                .setWidth("170px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::settle)
                .setHeader(getTranslation("queue.settle.act"))
                .setWidth("126px")
                .setFlexGrow(0);
        add(grid, empty);
        readAgain();
    }

    /** Reads what is left over now. */
    final void readAgain() {
        List<TicketSnapshot> open = endOfDay.leftOver();
        told = visitors.visitors().masked(open.stream().map(TicketSnapshot::id).toList());
        grid.setItems(open);
        grid.setVisible(!open.isEmpty());
        empty.setVisible(open.isEmpty());
    }

    /** On the phone there is one column for all that is known of a ticket, so day and state stand under its service too. */
    private Component service(TicketSnapshot ticket) {
        Div phone = new Div(new Span(day(ticket)), status(ticket));
        phone.addClassName("phone");
        Div service = new Div(new Span(catalogue.service(ticket.service()).name(getLocale())));
        Optional.ofNullable(told.get(ticket.id()))
                .filter(visitor -> !visitor.empty())
                .ifPresent(visitor -> service.add(new VisitorLine(visitors, ticket, visitor)));
        service.add(phone);
        service.addClassName("bl-settle-service");
        return service;
    }

    private String day(TicketSnapshot ticket) {
        return days.format(ticket.serviceDay().date());
    }

    private static Grid.Column<TicketSnapshot> deskOnly(Grid.Column<TicketSnapshot> column) {
        column.setPartNameGenerator(ticket -> "desk-only");
        return column.setHeaderPartName("desk-only");
    }

    private Component status(TicketSnapshot ticket) {
        String status = ticket.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Icons icon = switch (ticket.status()) {
            case CALLED -> Icons.CALL;
            case SERVING -> Icons.SERVE;
            case HELD -> Icons.HOLD;
            default -> Icons.CLOCK;
        };
        return new StatusBadge(status, icon, getTranslation("queue.status." + status));
    }

    private Component settle(TicketSnapshot ticket) {
        Button button = new Button(
                getTranslation("queue.settle.settle"),
                click -> new SettleDialog(endOfDay, ticket, this::readAgain).open());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("queue.settle.ticket", ticket.number()));
        return button;
    }
}
