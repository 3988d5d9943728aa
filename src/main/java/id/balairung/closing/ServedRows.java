package id.balairung.closing;

import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Of the days from the one that began then which have no report. */
    Map<ServiceId, Long> unreported(AgencyId agency, LocalDate from, LocalDate to, Instant began) {
        Map<ServiceId, Long> served = new HashMap<>();
        jdbc.sql("""
                        select t.service_id, count(*) as served from history_turn t force index (primary)
                          left join daily_closing c on c.agency_id = t.agency_id and c.service_day = t.service_day
                        where t.agency_id = ? and t.at >= ? and t.service_day between ? and ? and t.status = 'COMPLETED'
                          and c.agency_id is null
                        group by t.service_id""")
                .params(agency.toString(), StoredMoment.of(began), from, to)
                .query((RowCallbackHandler) row ->
                        served.put(new ServiceId(UUID.fromString(row.getString("service_id"))), row.getLong("served")));
        return served;
    }

    /** The same of every agency, by the time: agency by agency the database would look through all that each ever had. */
    Map<AgencyId, Long> unreported(AllAgencies everyAgency, LocalDate from, LocalDate to, Instant began) {
        Map<AgencyId, Long> served = new HashMap<>();
        jdbc.sql("""
                        select t.agency_id, count(*) as served from history_turn t force index (history_turn_by_time)
                          left join daily_closing c on c.agency_id = t.agency_id and c.service_day = t.service_day
                        where t.at >= ? and t.service_day between ? and ? and t.status = 'COMPLETED' and c.agency_id is null
                        group by t.agency_id order by null""").params(StoredMoment.of(began), from, to).query((RowCallbackHandler)
                row -> served.put(new AgencyId(UUID.fromString(row.getString("agency_id"))), row.getLong("served")));
        return served;
    }
}
