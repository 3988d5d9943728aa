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
import id.balairung.queue.TicketSnapshot;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The tickets that were left open, for a person to settle one by one. */
class SettlementList extends Div {

    private final EndOfDay endOfDay;
    private final ServiceCatalogue catalogue;
    private final Grid<TicketSnapshot> grid = new Grid<>();
    private final EmptyState empty =
            new EmptyState(Icons.DONE, getTranslation("queue.settle.empty"), getTranslation("queue.settle.empty-next"));

    SettlementList(EndOfDay endOfDay, ServiceCatalogue catalogue) {
        this.endOfDay = endOfDay;
        this.catalogue = catalogue;
        addClassName("bl-settlement");
        DateTimeFormatter day = DateTimeFormatter.ofPattern("EEE d MMM", getLocale());
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("queue.settle.title"));
        grid.addComponentColumn(ticket -> new Bold(ticket.number().toString()))
                .setHeader(getTranslation("queue.list.number"))
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::service)
                .setHeader(getTranslation("queue.settle.service"))
                .setFlexGrow(1);
        grid.addColumn(ticket -> day.format(ticket.serviceDay().date()))
                .setHeader(getTranslation("queue.settle.day"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::status)
                .setHeader(getTranslation("queue.settle.status"))
                .setWidth("170px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::settle)
                .setHeader(getTranslation("queue.settle.settle"))
                .setWidth("150px")
                .setFlexGrow(0);
        add(grid, empty);
        readAgain();
    }

    /** Reads what is left over now. */
    final void readAgain() {
        List<TicketSnapshot> open = endOfDay.leftOver();
        grid.setItems(open);
        grid.setVisible(!open.isEmpty());
        empty.setVisible(open.isEmpty());
    }

    private Component service(TicketSnapshot ticket) {
        return new Span(catalogue.service(ticket.service()).name(getLocale()));
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
