package id.balairung.history;

import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which counters and officers the history knows: a look at the ends of an index, not at its rows. */
@Component
class TurnChoices {

    /** Nobody waits for what a field offers. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private final JdbcClient jdbc;

    TurnChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Integer> counters(AgencyId agency) {
        return jdbc.sql(StatementTime.within(
                        TIME, "select distinct counter_number from history_turn where agency_id = :agency"))
                .param("agency", agency.toString())
                .query(Integer.class)
                .list();
    }

    List<Integer> counters(AllAgencies everyAgency) {
        return jdbc.sql(StatementTime.within(
                        TIME, "select counter_number from history_turn group by agency_id, counter_number"))
                .query(Integer.class)
                .list();
    }

    List<StaffId> officers(AgencyId agency) {
        return jdbc
                .sql(StatementTime.within(
                        TIME, "select distinct officer_id from history_turn where agency_id = :agency"))
                .param("agency", agency.toString())
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(id -> id != null)
                .map(id -> new StaffId(UUID.fromString(id)))
                .toList();
    }

    List<StaffId> officers(AllAgencies everyAgency) {
        return jdbc
                .sql(StatementTime.within(TIME, "select officer_id from history_turn group by agency_id, officer_id"))
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(id -> id != null)
                .map(id -> new StaffId(UUID.fromString(id)))
                .toList();
    }
}
