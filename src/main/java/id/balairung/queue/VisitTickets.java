package id.balairung.queue;

import id.balairung.tenancy.AllAgencies;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tickets a visit has, at whatever agency: that there was one is all that another agency learns. */
@Component
class VisitTickets {

    private final JdbcClient jdbc;

    VisitTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(AllAgencies everyAgency, UUID visit) {
        return jdbc.sql("select count(*) from ticket where visit_id = ?")
                .param(visit.toString())
                .query(Integer.class)
                .single();
    }
}
