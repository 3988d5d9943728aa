package id.balairung.counter;

import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads shifts and their breaks, and tells what is left. */
@Component
class OpenStretchRows {

    /** A shift ends with its day; one that nobody closed is known over a long weekend, and not looked for after that. */
    private static final Duration LONGEST = Duration.ofDays(4);

    /** In the order of their beginning: breaks of a shift don't overlap. */
    private static final String SQL = """
            select s.id, s.agency_id, c.number, s.opened_at, s.closed_at, b.started_at, b.ended_at,
              s.break_started_at
            from counter_shift s join counter c on c.id = s.counter_id
              left join counter_break b on b.agency_id = s.agency_id and b.shift_id = s.id
            where s.opened_at >= :earliest and s.opened_at < :until and (s.closed_at is null or s.closed_at > :from)%s
            order by s.opened_at, s.id, b.started_at""";

    private static final String EVERYWHERE = SQL.formatted("");
    private static final String OWN = SQL.formatted(" and s.agency_id = :agency");

    private final JdbcClient jdbc;

    OpenStretchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenStretch> between(AgencyId agency, Instant from, Instant until) {
        return read(jdbc.sql(OWN).param("agency", agency.toString()), from, until)
                .getOrDefault(agency, List.of());
    }

    Map<AgencyId, List<OpenStretch>> between(AllAgencies everyAgency, Instant from, Instant until) {
        return read(jdbc.sql(EVERYWHERE), from, until);
    }

    private static Map<AgencyId, List<OpenStretch>> read(
            JdbcClient.StatementSpec statement, Instant from, Instant until) {
        Map<String, Shift> shifts = new LinkedHashMap<>();
        statement
                .param("earliest", StoredMoment.of(from.minus(LONGEST)))
                .param("from", StoredMoment.of(from))
                .param("until", StoredMoment.of(until))
                .query((RowCallbackHandler) row -> {
                    Shift shift = shifts.get(row.getString("id"));
                    if (shift == null) {
                        shift = new Shift(row, until);
                        shifts.put(row.getString("id"), shift);
                    }
                    shift.pause(StoredMoment.in(row, "started_at"), StoredMoment.in(row, "ended_at"));
                });
        Map<AgencyId, List<OpenStretch>> found = new HashMap<>();
        shifts.values()
                .forEach(shift -> found.computeIfAbsent(shift.agency, agency -> new ArrayList<>())
                        .addAll(shift.stretches(from, until)));
        return found;
    }

    /** A shift, and the stretches of it that are known so far. */
    private static final class Shift {

        private final AgencyId agency;
        private final int counter;
        private final Instant opened;
        private final Optional<Instant> closed;
        private final Instant end;
        private final List<OpenStretch> found = new ArrayList<>();
        private Instant since;

        private Shift(ResultSet row, Instant until) throws SQLException {
            agency = new AgencyId(UUID.fromString(row.getString("agency_id")));
            counter = row.getInt("number");
            opened = StoredMoment.in(row, "opened_at").orElseThrow();
            closed = StoredMoment.in(row, "closed_at");
            since = opened;
            // A break that goes on ends nothing: the counter isn't open since it began.
            end = StoredMoment.in(row, "break_started_at").orElse(closed.orElse(until));
        }

        private void pause(Optional<Instant> from, Optional<Instant> to) {
            if (from.isPresent() && to.isPresent()) {
                found.add(stretch(from.get()));
                since = to.get();
            }
        }

        private List<OpenStretch> stretches(Instant from, Instant until) {
            found.add(stretch(end));
            return found.stream()
                    .flatMap(stretch -> stretch.part(from, until).stream())
                    .toList();
        }

        private OpenStretch stretch(Instant to) {
            return new OpenStretch(counter, since, to, opened, closed);
        }
    }
}
