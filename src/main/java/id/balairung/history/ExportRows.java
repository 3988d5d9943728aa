package id.balairung.history;

import id.balairung.common.StoredMoment;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the exports in the background. They are a person's, not an agency's: each is found by who asked, in the role of then. */
@Component
class ExportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "select id, agency_id, staff_id, role, wish, state, attempts, rows_done, bytes, fault, requested_at, expires_at"
                    + " from history_export";
    private static final String OF_REQUESTER =
            " where staff_id = :staff and role = :role and agency_id <=> :agency and (expires_at is null or expires_at > :now)";

    private final JdbcClient jdbc;

    ExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An export with who asked for it. */
    record Kept(ExportJob job, StaffId staff, Role role, Optional<AgencyId> agency, int attempts) {}

    void insert(AllAgencies everyAgency, ExportId id, StaffPrincipal by, ExportWish wish, Instant at) {
        jdbc.sql("""
                        insert into history_export (id, agency_id, staff_id, role, wish, state, requested_at)
                        values (:id, :agency, :staff, :role, :wish, 'WAITING', :at)""")
                .param("id", id.toString())
                .param("agency", by.agency().map(AgencyId::toString).orElse(null))
                .param("staff", by.id().value().toString())
                .param("role", by.role().name())
                .param("wish", JSON.writeValueAsString(wish))
                .param("at", StoredMoment.of(at))
                .update();
    }

    int underWay(AllAgencies everyAgency, StaffPrincipal of) {
        return jdbc.sql("select count(*) from history_export where staff_id = ? and state in ('WAITING', 'RUNNING')")
                .param(of.id().value().toString())
                .query(Integer.class)
                .single();
    }

    List<ExportJob> of(AllAgencies everyAgency, StaffPrincipal requester, Instant now) {
        return ofRequester(requester, now, " order by requested_at desc, id desc").stream()
                .map(Kept::job)
                .toList();
    }

    Optional<ExportJob> find(AllAgencies everyAgency, StaffPrincipal requester, ExportId id, Instant now) {
        return ofRequester(requester, now, "").stream()
                .map(Kept::job)
                .filter(job -> job.id().equals(id))
                .findAny();
    }

    private List<Kept> ofRequester(StaffPrincipal requester, Instant now, String order) {
        return jdbc.sql(COLUMNS + OF_REQUESTER + order)
                .param("staff", requester.id().value().toString())
                .param("role", requester.role().name())
                .param("agency", requester.agency().map(AgencyId::toString).orElse(null))
                .param("now", StoredMoment.of(now))
                .query((row, number) -> kept(row))
                .list();
    }

    /** Who waits longest. */
    Optional<Kept> next(AllAgencies everyAgency) {
        return jdbc.sql(COLUMNS + " where state = 'WAITING' order by requested_at, id limit 1")
                .query((row, number) -> kept(row))
                .optional();
    }

    boolean begin(AllAgencies everyAgency, ExportId id) {
        return jdbc.sql("update history_export set state = 'RUNNING', attempts = attempts + 1, rows_done = 0"
                                + " where id = ? and state = 'WAITING'")
                        .param(id.toString())
                        .update()
                > 0;
    }

    /** Tells how far it is; false when it isn't to go on. */
    boolean progress(AllAgencies everyAgency, ExportId id, long rows) {
        return jdbc.sql("update history_export set rows_done = ? where id = ? and state = 'RUNNING'")
                        .param(rows)
                        .param(id.toString())
                        .update()
                > 0;
    }

    boolean ready(
            AllAgencies everyAgency, ExportId id, long rows, long bytes, String sha256, Instant at, Instant expires) {
        return jdbc.sql("""
                                update history_export set state = 'READY', rows_done = :rows, bytes = :bytes, sha256 = :sha256,
                                  finished_at = :at, expires_at = :expires
                                where id = :id and state = 'RUNNING'""")
                        .param("rows", rows)
                        .param("bytes", bytes)
                        .param("sha256", sha256)
                        .param("at", StoredMoment.of(at))
                        .param("expires", StoredMoment.of(expires))
                        .param("id", id.toString())
                        .update()
                > 0;
    }

    void fail(AllAgencies everyAgency, ExportId id, String fault, Instant at, Instant expires) {
        jdbc.sql("update history_export set state = 'FAILED', fault = :fault, finished_at = :at, expires_at = :expires"
                        + " where id = :id and state = 'RUNNING'")
                .param("fault", fault)
                .param("at", StoredMoment.of(at))
                .param("expires", StoredMoment.of(expires))
                .param("id", id.toString())
                .update();
    }

    boolean cancel(AllAgencies everyAgency, ExportId id, Instant at, Instant expires) {
        return jdbc.sql("update history_export set state = 'CANCELLED', finished_at = :at, expires_at = :expires"
                                + " where id = :id and state in ('WAITING', 'RUNNING')")
                        .param("at", StoredMoment.of(at))
                        .param("expires", StoredMoment.of(expires))
                        .param("id", id.toString())
                        .update()
                > 0;
    }

    /** Those that are being made, or were when the application ended. */
    List<Kept> running(AllAgencies everyAgency) {
        return jdbc.sql(COLUMNS + " where state = 'RUNNING'")
                .query((row, number) -> kept(row))
                .list();
    }

    void wait(AllAgencies everyAgency, ExportId id) {
        jdbc.sql("update history_export set state = 'WAITING', rows_done = 0 where id = ? and state = 'RUNNING'")
                .param(id.toString())
                .update();
    }

    void delete(AllAgencies everyAgency, ExportId id) {
        jdbc.sql("delete from history_export where id = ?").param(id.toString()).update();
    }

    List<ExportId> expired(AllAgencies everyAgency, Instant now) {
        return jdbc.sql("select id from history_export where expires_at <= ?")
                .param(StoredMoment.of(now))
                .query((row, number) -> new ExportId(UUID.fromString(row.getString("id"))))
                .list();
    }

    List<ExportId> all(AllAgencies everyAgency) {
        return jdbc.sql("select id from history_export")
                .query((row, number) -> new ExportId(UUID.fromString(row.getString("id"))))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        @Nullable String agency = row.getString("agency_id");
        long bytes = row.getLong("bytes");
        ExportJob job = new ExportJob(
                new ExportId(UUID.fromString(row.getString("id"))),
                JSON.readValue(row.getString("wish"), ExportWish.class),
                ExportState.valueOf(row.getString("state")),
                row.getLong("rows_done"),
                Optional.empty(),
                Optional.ofNullable(row.getString("fault")),
                StoredMoment.in(row, "requested_at").orElseThrow(),
                StoredMoment.in(row, "expires_at"),
                bytes == 0 ? Optional.empty() : Optional.of(bytes));
        return new Kept(
                job,
                new StaffId(UUID.fromString(row.getString("staff_id"))),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(agency).map(UUID::fromString).map(AgencyId::new),
                row.getInt("attempts"));
    }
}
