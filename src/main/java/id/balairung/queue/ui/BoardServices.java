package id.balairung.queue.ui;

import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.alert.Alerts;
import id.balairung.counter.CounterSupervision;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.QueueFeed;
import id.balairung.queue.QueueSupervision;
import id.balairung.security.CurrentStaff;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The doors through which the live boards go, in one hand. */
@Component
record BoardServices(
        QueueFeed feed,
        QueueSupervision supervision,
        QueueDesk tickets,
        CounterSupervision counters,
        EndOfDay endOfDay,
        AgencyAdministration agencies,
        Alerts alerts,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff,
        DrawnBoards drawn,
        Clock clock) {}
