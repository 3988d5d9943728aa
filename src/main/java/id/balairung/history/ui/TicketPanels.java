package id.balairung.history.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ui.PrintedFrame;
import id.balairung.history.HistoryChoices;
import id.balairung.history.ServiceHistory;
import id.balairung.queue.TicketCorrections;
import id.balairung.queue.TicketNotes;
import id.balairung.queue.TicketPasts;
import id.balairung.security.CurrentStaff;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The doors through which one ticket's past is read and written, in one hand; makes the panels that show it. */
@Component
record TicketPanels(
        TicketPasts pasts,
        ServiceHistory history,
        HistoryChoices choices,
        TicketNotes notes,
        TicketCorrections corrections,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff,
        I18NProvider texts,
        Clock clock) {

    /** A panel beside a list; it can be closed and leads to the ticket's own page. */
    TicketPanel besideList() {
        return new TicketPanel(this, Optional.empty());
    }

    /** A panel that is a page of its own; it can be printed, in that frame. */
    TicketPanel onPage(PrintedFrame paper) {
        return new TicketPanel(this, Optional.of(paper));
    }

    TicketPanelWords words(Locale language) {
        return new TicketPanelWords(texts, language, mall.rules().zone(), catalogue);
    }
}
