package id.balairung.history.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.ServiceHistory;
import id.balairung.queue.TicketCorrections;
import id.balairung.queue.TicketNotes;
import id.balairung.queue.TicketPasts;
import id.balairung.security.CurrentStaff;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The doors through which one ticket's past is read and written, in one hand; makes the panels that show it. */
@Component
record TicketPanels(
        TicketPasts pasts,
        ServiceHistory history,
        TicketNotes notes,
        TicketCorrections corrections,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff,
        I18NProvider texts,
        Clock clock) {

    /** A panel beside a list; it can be closed and leads to the ticket's own page. */
    TicketPanel besideList() {
        return new TicketPanel(this, false);
    }

    /** A panel that is a page of its own; it can be printed. */
    TicketPanel onPage() {
        return new TicketPanel(this, true);
    }

    TicketPanelWords words(Locale language) {
        return new TicketPanelWords(texts, language, mall.rules().zone(), catalogue);
    }
}
