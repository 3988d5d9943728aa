package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.queue.TicketId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads follow-ups, and opens those that open by themselves: a unique key lets each be opened once. */
@Component
class FollowUpRows {

    private static final String COLUMNS = """
            select follow_up.*, nullif(rating.comment, '') as words from follow_up
              left join rating on rating.agency_id = follow_up.agency_id and rating.id = follow_up.rating_id
            where follow_up.agency_id = :agency""";

    /** Of the agency's done ones: without the hint the database looks at everybody's. */
    private static final String UNCOMMENTED = """
             force index (follow_up_list)
            join rating on rating.agency_id = follow_up.agency_id and rating.id = follow_up.rating_id
            where follow_up.agency_id = :agency and state = 'DONE' and changed_at >= :from and changed_at < :until
              and (details <> '' or result <> '' or lapor_reference is not null) and rating.comment = ''""";

    /** Agency by agency, for the list of all agencies has no order by day: of each only those few are read. */
    private static final String OVERDUE = """
            from agency straight_join follow_up force index (follow_up_list)
              on follow_up.agency_id = agency.id and state in ('OPEN', 'RUNNING') and due < :today""";

    private final JdbcClient jdbc;

    FollowUpRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By day; those that are due first come first, but the done ones the other way round. Of a day that which was opened first comes
     * first, where only some that aren't done are to be put in order: the done ones grow from year to year.
     */
    List<FollowUpEntry> page(
            AgencyId agency, FollowUpFilter filter, LocalDate today, Optional<FollowUpKey> after, int limit) {
        boolean latestFirst = filter.standing().equals(Optional.of(FollowUpFilter.Standing.DONE));
        Map<String, Object> params = new HashMap<>();
        params.put("agency", agency.toString());
        params.put("today", today);
        params.put("limit", limit);
        StringBuilder sql = new StringBuilder(COLUMNS);
        filter.standing()
                .ifPresent(standing -> sql.append(
                        switch (standing) {
                            case OPEN -> " and state = 'OPEN'";
                            case RUNNING -> " and state = 'RUNNING'";
                            case DONE -> " and state = 'DONE'";
                            case PENDING -> " and state in ('OPEN', 'RUNNING')";
                            case OVERDUE -> " and state in ('OPEN', 'RUNNING') and due < :today";
                        }));
        filter.kind().ifPresent(kind -> {
            sql.append(" and kind = :kind");
            params.put("kind", kind.name());
        });
        filter.owner()
                .ifPresent(owner -> owner.person()
                        .ifPresentOrElse(
                                person -> {
                                    sql.append(" and owner_id = :owner");
                                    params.put("owner", person.value().toString());
                                },
                                () -> sql.append(" and owner_id is null")));
        boolean byOpening = filter.standing().isPresent() && !latestFirst;
        after.ifPresent(key -> {
            sql.append(
                    byOpening
                            ? " and (due, opened_at, follow_up.id) > (:afterDue, :afterOpened, :afterId)"
                            : " and (due, follow_up.id) " + (latestFirst ? "<" : ">") + " (:afterDue, :afterId)");
            params.put("afterDue", key.due());
            params.put("afterOpened", StoredMoment.of(key.openedAt()));
            params.put("afterId", key.id().value().toString());
        });
        String way = latestFirst ? " desc" : "";
        sql.append(" order by due" + way + (byOpening ? ", opened_at" : "") + ", follow_up.id" + way + " limit :limit");
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, number) -> entry(row))
                .list();
    }

    Optional<FollowUpEntry> find(AgencyId agency, FollowUpId id) {
        return jdbc.sql(COLUMNS + " and follow_up.id = :id")
                .param("agency", agency.toString())
                .param("id", id.value().toString())
                .query((row, number) -> entry(row))
                .optional();
    }

    /** Who was ever asked to do one. */
    List<StaffId> owners(AgencyId agency) {
        return jdbc.sql("select distinct owner_id from follow_up where agency_id = :agency and owner_id is not null")
                .param("agency", agency.toString())
                .query((row, number) -> new StaffId(UUID.fromString(row.getString("owner_id"))))
                .list();
    }

    FollowUpCounts counts(AgencyId agency, LocalDate today) {
        return jdbc.sql("""
                        select coalesce(sum(state = 'OPEN'), 0) as open, coalesce(sum(state = 'RUNNING'), 0) as running,
                          coalesce(sum(state = 'DONE'), 0) as done, coalesce(sum(state <> 'DONE' and due < :today), 0) as overdue
                        from follow_up where agency_id = :agency""")
                .param("agency", agency.toString())
                .param("today", today)
                .query((row, number) -> new FollowUpCounts(
                        row.getLong("open"), row.getLong("running"), row.getLong("done"), row.getLong("overdue")))
                .single();
    }

    /** Those of every agency that should be done by now, without what visitors wrote; {@code limit} of them in order. */
    OverdueFollowUps overdue(AllAgencies everyAgency, LocalDate today, int limit) {
        long count = jdbc.sql("select count(*) " + OVERDUE)
                .param("today", today)
                .query(Long.class)
                .single();
        return new OverdueFollowUps(
                count,
                jdbc.sql("select follow_up.*, null as words " + OVERDUE
                                + " order by due, opened_at, follow_up.id limit :limit")
                        .param("today", today)
                        .param("limit", limit)
                        .query((row, number) -> new OverdueFollowUps.OfAgency(
                                new AgencyId(UUID.fromString(row.getString("agency_id"))), entry(row)))
                        .list());
    }

    /** Somebody's own that aren't done, or were done lately, by day. */
    List<OwnFollowUp> own(AgencyId agency, StaffId owner, Instant doneSince) {
        return jdbc.sql("""
                        select id, title, details, due, state, result, version from follow_up
                        where agency_id = :agency and owner_id = :owner
                          and (state in ('OPEN', 'RUNNING') or state = 'DONE' and closed_at >= :since)
                        order by due, id""")
                .param("agency", agency.toString())
                .param("owner", owner.value().toString())
                .param("since", StoredMoment.of(doneSince))
                .query((row, number) -> new OwnFollowUp(
                        id(row),
                        row.getString("title"),
                        row.getString("details"),
                        row.getObject("due", LocalDate.class),
                        FollowUpState.valueOf(row.getString("state")),
                        row.getString("result"),
                        row.getInt("version")))
                .list();
    }

    /** Opens the task of a rating, in the transaction that keeps the rating. */
    void openOfRating(AgencyId agency, TicketId ticket, LocalDate due, Instant at) {
        jdbc.sql("""
                        insert into follow_up (id, agency_id, kind, service_id, rating_id, title, due, state, opened_at, changed_at,
                          version)
                        select :id, agency_id, 'RATING', service_id, id, '', :due, 'OPEN', :at, :at, 0
                        from rating where agency_id = :agency and ticket_id = :ticket""")
                .param("id", UUID.randomUUID().toString())
                .param("due", due)
                .param("at", StoredMoment.of(at))
                .param("agency", agency.toString())
                .param("ticket", ticket.value().toString())
                .update();
    }

    boolean isOpened(AgencyId agency, UnsurCode unsur, YearMonth month) {
        return jdbc.sql("""
                        select exists (select 1 from follow_up
                          where agency_id = :agency and unsur = :unsur and month = :month)""")
                .param("agency", agency.toString())
                .param("unsur", unsur.value())
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /**
     * Opens the task of a low unsur.
     *
     * @throws DuplicateKeyException when there is one for that month
     */
    void openOfUnsur(AgencyId agency, UnsurCode unsur, YearMonth month, LocalDate due, Instant at) {
        jdbc.sql("""
                        insert into follow_up (id, agency_id, kind, unsur, month, title, due, state, opened_at, changed_at, version)
                        values (:id, :agency, 'UNSUR', :unsur, :month, '', :due, 'OPEN', :at, :at, 0)""")
                .param("id", UUID.randomUUID().toString())
                .param("agency", agency.toString())
                .param("unsur", unsur.value())
                .param("month", month.atDay(1))
                .param("due", due)
                .param("at", StoredMoment.of(at))
                .update();
    }

    /** The moment in a window at which a done one was written to first whose comment is over and whose words are not. */
    Optional<Instant> nextUncommented(AgencyId agency, Instant from, Instant until) {
        return uncommented("select min(changed_at) from follow_up" + UNCOMMENTED, agency, from, until)
                .query((row, number) -> StoredMoment.in(row, 1))
                .single();
    }

    /**
     * Empties what was written to done follow-ups in a window, after their comment's time was over; a screen that shows it still can't
     * write it back.
     *
     * @return how many
     */
    int eraseUncommented(AgencyId agency, Instant from, Instant until, int most) {
        List<String> ids = uncommented(
                        "select follow_up.id from follow_up" + UNCOMMENTED + " limit " + most, agency, from, until)
                .query(String.class)
                .list();
        return ids.isEmpty()
                ? 0
                : jdbc.sql("""
                                update follow_up set details = '', result = '', lapor_reference = null, version = version + 1
                                where agency_id = :agency and id in (:ids)""")
                        .param("agency", agency.toString())
                        .param("ids", ids)
                        .update();
    }

    private JdbcClient.StatementSpec uncommented(String sql, AgencyId agency, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("agency", agency.toString())
                .param("from", StoredMoment.of(from))
                .param("until", StoredMoment.of(until));
    }

    private static FollowUpEntry entry(ResultSet row) throws SQLException {
        return new FollowUpEntry(
                id(row),
                FollowUpKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("details"),
                Optional.ofNullable(row.getString("service_id"))
                        .map(UUID::fromString)
                        .map(ServiceId::new),
                Optional.ofNullable(row.getString("unsur")).map(UnsurCode::new),
                day(row, "month").map(YearMonth::from),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getString("owner_id"))
                        .map(UUID::fromString)
                        .map(StaffId::new)
                        .map(owner -> new FollowUpOwner(owner, "")),
                day(row, "due").orElseThrow(),
                FollowUpState.valueOf(row.getString("state")),
                row.getString("result"),
                complaint(row),
                StoredMoment.in(row, "opened_at").orElseThrow(),
                row.getInt("version"));
    }

    private static Optional<FollowUpEntry.Complaint> complaint(ResultSet row) throws SQLException {
        @Nullable String complaintClass = row.getString("complaint_class");
        return complaintClass == null
                ? Optional.empty()
                : Optional.of(new FollowUpEntry.Complaint(
                        ComplaintClass.valueOf(complaintClass),
                        Optional.ofNullable(row.getString("lapor_reference")),
                        day(row, "received_on").orElseThrow()));
    }

    private static FollowUpId id(ResultSet row) throws SQLException {
        return new FollowUpId(UUID.fromString(row.getString("id")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        @Nullable LocalDate day = row.getObject(column, LocalDate.class);
        return Optional.ofNullable(day);
    }
}
