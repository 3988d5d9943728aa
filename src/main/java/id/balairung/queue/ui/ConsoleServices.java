package id.balairung.queue.ui;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.counter.CounterDesk;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.MyDayFigures;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.QueueFeed;
import id.balairung.queue.TicketNotes;
import id.balairung.security.CurrentStaff;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The doors through which the console goes, in one hand. */
@Component
record ConsoleServices(
        QueueDesk tickets,
        TicketNotes notes,
        CounterDesk counters,
        QueueFeed feed,
        EndOfDay endOfDay,
        MyDayFigures figures,
        VisitorServices visitors,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff,
        DrawnBoards drawn,
        Clock clock) {}
