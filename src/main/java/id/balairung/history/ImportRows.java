package id.balairung.history;

import id.balairung.common.StoredMoment;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes turns of older systems into the history, and keeps which import each came with. */
@Component
class ImportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String INSERT_TURN = """
            insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence, service_id,
              counter_number, officer_id, priority_class, status, outcome, calls, queued_at, last_called_at, serving_since,
              ended_at, held_millis, target_wait_seconds, target_service_seconds, rating)
            values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)""";

    private static final String INSERT_LINK =
            "insert into history_import_turn (agency_id, import_id, at, ticket_id) values (?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** From which day on the agency's own tickets tell what was. */
    Optional<LocalDate> firstOwnDay(AgencyId agency) {
        return jdbc.sql("select service_day from ticket where agency_id = ? order by service_day limit 1")
                .param(agency.toString())
                .query((row, number) -> row.getObject("service_day", LocalDate.class))
                .optional();
    }

    /** Those of some tickets that are in the history. */
    Set<UUID> present(AgencyId agency, List<UUID> tickets) {
        return tickets.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "select ticket_id from history_turn where agency_id = :agency and turn = 1 and ticket_id in (:tickets)")
                        .param("agency", agency.toString())
                        .param("tickets", tickets.stream().map(UUID::toString).collect(Collectors.toList()))
                        .query((row, number) -> UUID.fromString(row.getString("ticket_id")))
                        .list());
    }

    void begin(
            AgencyId agency,
            ImportId id,
            String fileName,
            String fingerprint,
            ImportMapping mapping,
            StaffPrincipal by,
            Instant at) {
        jdbc.sql("""
                        insert into history_import (id, agency_id, file_name, fingerprint, mapping, staff_id, staff_name, imported_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.toString(),
                        agency.toString(),
                        fileName,
                        fingerprint,
                        JSON.writeValueAsString(mapping),
                        by.id().value().toString(),
                        by.displayName(),
                        StoredMoment.of(at))
                .update();
    }

    void add(AgencyId agency, ImportId id, List<ImportedTurn> turns) {
        batches.batchUpdate(
                INSERT_TURN, turns.stream().map(turn -> values(agency, turn)).toList());
        batches.batchUpdate(
                INSERT_LINK,
                turns.stream()
                        .map(turn -> new Object[] {
                            agency.toString(),
                            id.toString(),
                            StoredMoment.of(turn.at()),
                            turn.ticket().toString()
                        })
                        .toList());
    }

    void finish(AgencyId agency, ImportId id, int rows, int known, Set<LocalDate> days) {
        jdbc.sql("""
                        update history_import set added = :rows, known = :known, first_day = :first, last_day = :last
                        where agency_id = :agency and id = :id""")
                .param("rows", rows)
                .param("known", known)
                .param("first", days.stream().min(LocalDate::compareTo).orElse(null))
                .param("last", days.stream().max(LocalDate::compareTo).orElse(null))
                .param("agency", agency.toString())
                .param("id", id.toString())
                .update();
    }

    List<ImportRun> runs(AgencyId agency) {
        return jdbc.sql("""
                        select id, file_name, staff_name, imported_at, added, known, first_day, last_day, undone_at
                        from history_import where agency_id = ? order by imported_at desc, id desc limit 100""")
                .param(agency.toString())
                .query((row, number) -> new ImportRun(
                        new ImportId(UUID.fromString(row.getString("id"))),
                        row.getString("file_name"),
                        row.getString("staff_name"),
                        StoredMoment.in(row, "imported_at").orElseThrow(),
                        row.getInt("added"),
                        row.getInt("known"),
                        Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                        StoredMoment.in(row, "undone_at")))
                .list();
    }

    Optional<ImportMapping> lastMapping(AgencyId agency) {
        return jdbc.sql(
                        "select mapping from history_import where agency_id = ? order by imported_at desc, id desc limit 1")
                .param(agency.toString())
                .query((row, number) -> JSON.readValue(row.getString("mapping"), ImportMapping.class))
                .optional();
    }

    /** Marks an import as undone; false when there is none that isn't. Its row is held until the transaction ends. */
    boolean undo(AgencyId agency, ImportId id, Instant at) {
        return jdbc.sql("update history_import set undone_at = ? where agency_id = ? and id = ? and undone_at is null")
                        .params(StoredMoment.of(at), agency.toString(), id.toString())
                        .update()
                > 0;
    }

    Set<LocalDate> days(AgencyId agency, ImportId id) {
        return new HashSet<>(jdbc.sql("""
                        select distinct t.service_day from history_import_turn i
                        join history_turn t on t.agency_id = i.agency_id and t.at = i.at and t.ticket_id = i.ticket_id and t.turn = 1
                        where i.agency_id = ? and i.import_id = ?""")
                .params(agency.toString(), id.toString())
                .query((row, number) -> row.getObject("service_day", LocalDate.class))
                .list());
    }

    int delete(AgencyId agency, ImportId id) {
        int deleted = jdbc.sql("""
                        delete t from history_turn t
                        join history_import_turn i on t.agency_id = i.agency_id and t.at = i.at and t.ticket_id = i.ticket_id
                          and t.turn = 1
                        where i.agency_id = ? and i.import_id = ?""").params(agency.toString(), id.toString()).update();
        jdbc.sql("delete from history_import_turn where agency_id = ? and import_id = ?")
                .params(agency.toString(), id.toString())
                .update();
        return deleted;
    }

    private static @Nullable Object[] values(AgencyId agency, ImportedTurn turn) {
        return new Object[] {
            agency.toString(),
            StoredMoment.of(turn.at()),
            turn.ticket().toString(),
            turn.day(),
            turn.prefix(),
            turn.sequence(),
            turn.service().id().value().toString(),
            turn.counter().orElse(null),
            turn.officer().map(UUID::toString).orElse(null),
            turn.priorityClass().name(),
            turn.result().status().name(),
            turn.result().outcome().map(Enum::name).orElse(null),
            turn.calledAt().isPresent() ? 1 : 0,
            StoredMoment.of(turn.queuedAt()),
            turn.calledAt().map(StoredMoment::of).orElse(null),
            turn.servingSince().map(StoredMoment::of).orElse(null),
            StoredMoment.of(turn.endedAt()),
            turn.service().targetWait().toSeconds(),
            turn.service().targetService().toSeconds(),
            turn.rating().orElse(null)
        };
    }
}
