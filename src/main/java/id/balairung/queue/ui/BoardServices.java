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

/** The doors through which the live board goes, in one hand. */
@Component
record BoardServices(
        QueueFeed feed,
        QueueDesk tickets,
        QueueSupervision supervision,
        CounterSupervision counters,
        AgencyAdministration agencies,
        Alerts alerts,
        EndOfDay endOfDay,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        CurrentStaff currentStaff,
        Clock clock) {}
