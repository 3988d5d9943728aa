package id.balairung.history.ui;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.history.HistoryChoices;
import id.balairung.history.SavedViews;
import id.balairung.history.ServiceHistory;
import id.balairung.queue.QueueFeed;
import id.balairung.queue.TicketPasts;
import id.balairung.security.CurrentStaff;
import org.springframework.stereotype.Component;

/** The doors through which the history's screen goes, in one hand. */
@Component
record HistoryServices(
        ServiceHistory history,
        HistoryChoices choices,
        SavedViews views,
        TicketPasts pasts,
        QueueFeed feed,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff) {}
