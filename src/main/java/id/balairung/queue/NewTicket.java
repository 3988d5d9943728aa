package id.balairung.queue;

import id.balairung.agency.ServiceId;
import java.time.Duration;
import java.util.Optional;

/** A ticket about to be issued. */
record NewTicket(
        TicketId ticket,
        VisitId visit,
        ServiceId service,
        PriorityClass priorityClass,
        Visitor visitor,
        Duration waitingCredit,
        Optional<WaitEstimate.Range> estimate) {}
