package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceState;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ServiceDay;
import id.balairung.security.StaffId;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a ticket in the transaction of the agency in scope. */
@Component
class TicketIssuer {

    private final EntityManager entities;
    private final NumberDispenser numbers;
    private final TicketLog log;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final SecureRandom random = new SecureRandom();

    TicketIssuer(
            EntityManager entities,
            NumberDispenser numbers,
            TicketLog log,
            CurrentMall mall,
            ServiceCatalogue catalogue) {
        this.entities = entities;
        this.numbers = numbers;
        this.log = log;
        this.mall = mall;
        this.catalogue = catalogue;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Ticket issue(NewTicket issued, boolean newVisit, @Nullable StaffId staff, CommandId command, Instant at) {
        ServiceDay day = ServiceDay.of(at, mall.rules().zone());
        ServiceSummary service = catalogue.service(issued.service());
        requireOpen(service, day);
        if (newVisit) {
            entities.persist(new Visit(issued.visit(), day, at));
            // The number's row is locked as late as can be: nothing but the ticket itself comes after it.
            entities.flush();
        }
        TicketNumber number = numbers.draw(service.agency(), service, day);
        requireWithinQuota(service, number);
        Ticket ticket = Ticket.issue(issued, number, day, PublicToken.random(random), at);
        entities.persist(ticket);
        entities.persist(ticket.waiting());
        log.append(service.agency(), ticket, EventType.ISSUED, at, staff, command, EventDetails.NONE);
        return ticket;
    }

    /**
     * After the number was drawn: its row is locked until this transaction ends, so two desks can't both have the last one. A
     * refusal gives the number back.
     */
    private static void requireWithinQuota(ServiceSummary service, TicketNumber number) {
        service.dailyQuota().filter(quota -> number.sequence() > quota).ifPresent(quota -> {
            throw new BusinessRuleViolation("queue.refused.quota", service.prefix(), quota);
        });
    }

    /** A day is open as a whole: who is in the hall at closing time still gets a number. The front desk is told the hour. */
    void requireOpen(ServiceSummary service, ServiceDay day) {
        ServiceState state = catalogue.stateOf(service, day);
        if (state == ServiceState.CLOSED_TODAY) {
            throw new BusinessRuleViolation("queue.refused.closed-today", service.prefix());
        }
        if (state == ServiceState.PAUSED) {
            throw new BusinessRuleViolation(
                    "queue.refused.paused",
                    service.prefix(),
                    service.pausedReason().orElse(""));
        }
        if (state == ServiceState.SUSPENDED) {
            throw new BusinessRuleViolation("queue.refused.suspended", service.prefix());
        }
        if (state == ServiceState.WITHDRAWN) {
            throw new BusinessRuleViolation("queue.refused.withdrawn", service.prefix());
        }
    }
}
