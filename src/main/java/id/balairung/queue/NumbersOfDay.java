package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts a day's numbers: no ticket leaves it. */
@Component
class NumbersOfDay {

    private final JdbcClient jdbc;

    NumbersOfDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Map<ServiceId, Integer> issued(AllAgencies everyAgency, ServiceDay day) {
        Map<ServiceId, Integer> issued = new HashMap<>();
        jdbc.sql("select service_id, last_number from ticket_number where service_day = ?")
                .param(day.date())
                .query((RowCallbackHandler) row -> issued.put(
                        new ServiceId(UUID.fromString(row.getString("service_id"))), row.getInt("last_number")));
        return issued;
    }

    @Transactional(readOnly = true)
    public int open(AgencyId agency, ServiceDay day) {
        return jdbc.sql("""
                        select count(*) from ticket
                        where agency_id = ? and service_day = ? and status in ('WAITING', 'HELD', 'CALLED', 'SERVING')""")
                .params(agency.toString(), day.date())
                .query(Integer.class)
                .single();
    }
}
