package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts finished services. */
@Component
class ServedRows {

    private final JdbcClient jdbc;

    ServedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ServiceId, Long> kept(AgencyId agency, LocalDate from, LocalDate to) {
        Map<ServiceId, Long> served = new HashMap<>();
        jdbc.sql("""
                        select service_id, sum(served) as served from daily_closing_service
                        where agency_id = ? and service_day between ? and ? group by service_id having sum(served) > 0""").params(agency.toString(), from, to).query((RowCallbackHandler)
                row -> served.put(new ServiceId(UUID.fromString(row.getString("service_id"))), row.getLong("served")));
        return served;
    }

    Map<AgencyId, Long> kept(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        Map<AgencyId, Long> served = new HashMap<>();
        jdbc.sql("""
                        select agency_id, sum(served) as served from daily_closing
                        where service_day between ? and ? group by agency_id having sum(served) > 0""").params(from, to).query((RowCallbackHandler)
                row -> served.put(new AgencyId(UUID.fromString(row.getString("agency_id"))), row.getLong("served")));
        return served;
    }

    /** Of a day that goes on: its report isn't built yet. */
    Map<ServiceId, Long> today(AgencyId agency, ServiceDay day, Instant began) {
        Map<ServiceId, Long> served = new HashMap<>();
        jdbc.sql("""
                        select service_id, count(*) as served from history_turn
                        where agency_id = ? and at >= ? and service_day = ? and status = 'COMPLETED' group by service_id""")
                .params(agency.toString(), LocalDateTime.ofInstant(began, ZoneOffset.UTC), day.date())
                .query((RowCallbackHandler) row ->
                        served.put(new ServiceId(UUID.fromString(row.getString("service_id"))), row.getLong("served")));
        return served;
    }

    /** Of a day that goes on, for every agency. */
    Map<AgencyId, Long> today(AllAgencies everyAgency, ServiceDay day, Instant began) {
        Map<AgencyId, Long> served = new HashMap<>();
        jdbc.sql("""
                        select agency_id, count(*) as served from history_turn
                        where at >= ? and service_day = ? and status = 'COMPLETED' group by agency_id""")
                .params(LocalDateTime.ofInstant(began, ZoneOffset.UTC), day.date())
                .query((RowCallbackHandler) row ->
                        served.put(new AgencyId(UUID.fromString(row.getString("agency_id"))), row.getLong("served")));
        return served;
    }
}
