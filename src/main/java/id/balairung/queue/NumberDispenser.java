package id.balairung.queue;

import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the next number of a service and day from its row, which stays locked until the transaction ends. */
@Component
class NumberDispenser {

    private final JdbcClient jdbc;

    NumberDispenser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TicketNumber draw(AgencyId agency, ServiceSummary service, ServiceDay day) {
        if (!service.agency().equals(agency)) {
            throw new IllegalArgumentException(service.prefix() + " is not a service of agency " + agency);
        }
        int sequence = jdbc.sql("""
                        insert into ticket_number (agency_id, service_id, service_day, last_number)
                        values (?, ?, ?, 1)
                        on duplicate key update last_number = last_number + 1
                        returning last_number""")
                .params(agency.toString(), service.id().value().toString(), day.date())
                .query(Integer.class)
                .single();
        return new TicketNumber(service.prefix(), sequence);
    }
}
