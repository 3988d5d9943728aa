package id.balairung.closing;

import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which days are to be built, and how far back was looked for such. */
@Component
class DueDays {

    /** The days that have tickets or turns. */
    private static final String TURN_DAYS = """
            select distinct t.service_day from history_turn t
            where t.agency_id = :agency and t.at >= :begin and t.at < :end and t.service_day between :from and :to
            union
            select distinct k.service_day from ticket k
            where k.agency_id = :agency and k.service_day between :from and :to""";

    private final JdbcClient jdbc;

    DueDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day to be built. */
    record Due(AgencyId agency, LocalDate day) {}

    /**
     * How far was looked.
     *
     * @param oldest the first day that was looked at
     * @param newest the last one
     * @param complete whether nothing lies before
     */
    record Search(LocalDate oldest, LocalDate newest, boolean complete) {}

    /** Something of a day changed. Whoever builds it at this moment is waited for, and it is built again. */
    void changed(AgencyId agency, LocalDate day, Instant at) {
        jdbc.sql("""
                        insert into daily_closing_due (agency_id, service_day, changed, since) values (:agency, :day, true, :at)
                        on duplicate key update changed = true, since = values(since), retry_at = null""")
                .param("agency", agency.toString())
                .param("day", day)
                .param("at", StoredMoment.of(at))
                .update();
    }

    /**
     * Takes the next day that nobody else builds at this moment; it is theirs until the transaction ends.
     *
     * @param until the last day that may be built
     * @param now the moment, UTC
     */
    Optional<Due> take(AllAgencies everyAgency, LocalDate until, Instant now) {
        return jdbc.sql("""
                        select agency_id, service_day from daily_closing_due
                        where service_day <= :until and (retry_at is null or retry_at <= :now)
                        order by changed desc, service_day desc limit 1 for update skip locked""")
                .param("until", until)
                .param("now", StoredMoment.of(now))
                .query((row, number) -> new Due(
                        new AgencyId(UUID.fromString(row.getString("agency_id"))),
                        row.getObject("service_day", LocalDate.class)))
                .optional();
    }

    void done(AgencyId agency, LocalDate day) {
        jdbc.sql("delete from daily_closing_due where agency_id = :agency and service_day = :day")
                .param("agency", agency.toString())
                .param("day", day)
                .update();
    }

    void retry(AgencyId agency, LocalDate day, Instant at) {
        jdbc.sql("update daily_closing_due set retry_at = :at where agency_id = :agency and service_day = :day")
                .param("at", StoredMoment.of(at))
                .param("agency", agency.toString())
                .param("day", day)
                .update();
    }

    /** How many days that were never built are still to be. */
    int neverBuilt(AllAgencies everyAgency) {
        return jdbc.sql("select count(*) from daily_closing_due where not changed")
                .query(Integer.class)
                .single();
    }

    /** The agencies among whose turns the last day wasn't looked for yet, or which have older ones. */
    List<AgencyId> toSearch(AllAgencies everyAgency, LocalDate last, boolean olderToo) {
        return jdbc.sql("""
                        select a.id from agency a left join daily_closing_search s on s.agency_id = a.id
                        where s.agency_id is null or s.newest < :last or (:older and not s.complete)""")
                .param("last", last)
                .param("older", olderToo)
                .query((row, number) -> new AgencyId(UUID.fromString(row.getString(1))))
                .list();
    }

    Optional<Search> search(AgencyId agency) {
        return jdbc.sql("select oldest, newest, complete from daily_closing_search where agency_id = :agency")
                .param("agency", agency.toString())
                .query((row, number) -> new Search(
                        row.getObject("oldest", LocalDate.class),
                        row.getObject("newest", LocalDate.class),
                        row.getBoolean("complete")))
                .optional();
    }

    /** What two nodes found at the same time is the same. */
    void searched(AgencyId agency, Search search) {
        jdbc.sql("""
                        insert into daily_closing_search (agency_id, oldest, newest, complete)
                        values (:agency, :oldest, :newest, :complete)
                        on duplicate key update oldest = least(oldest, values(oldest)), newest = greatest(newest, values(newest)),
                          complete = complete or values(complete)""")
                .param("agency", agency.toString())
                .param("oldest", search.oldest())
                .param("newest", search.newest())
                .param("complete", search.complete())
                .update();
    }

    /**
     * The days that are due, and those of which it isn't known yet because they ended lately, or the agency is new; the newest
     * first.
     *
     * @param zone the mall's
     * @param now the moment, UTC
     */
    List<DayTurns.Unbuilt> unbuilt(AgencyId agency, LocalDate from, LocalDate to, ZoneId zone, Instant now, int most) {
        return unbuilt(Optional.of(agency), from, to, zone, now, most);
    }

    /** Those of every agency. */
    List<DayTurns.Unbuilt> unbuilt(
            AllAgencies everyAgency, LocalDate from, LocalDate to, ZoneId zone, Instant now, int most) {
        return unbuilt(Optional.empty(), from, to, zone, now, most);
    }

    private List<DayTurns.Unbuilt> unbuilt(
            Optional<AgencyId> agency, LocalDate from, LocalDate to, ZoneId zone, Instant now, int most) {
        @Nullable String id = agency.map(AgencyId::toString).orElse(null);
        List<DayTurns.Unbuilt> found =
                new ArrayList<>(jdbc.sql("""
                        select agency_id, service_day from daily_closing_due where service_day between :from and :to""" + (agency.isPresent() ? " and agency_id = :agency" : "")
                                + " order by service_day desc limit :most")
                        .param("from", from)
                        .param("to", to)
                        .param("agency", id)
                        .param("most", most)
                        .query((row, number) -> new DayTurns.Unbuilt(
                                new AgencyId(UUID.fromString(row.getString("agency_id"))),
                                row.getObject("service_day", LocalDate.class)))
                        .list());
        jdbc.sql("select agency_id, newest from daily_closing_search where newest < :to"
                        + (agency.isPresent() ? " and agency_id = :agency" : ""))
                .param("to", to)
                .param("agency", id)
                .query(row -> {
                    AgencyId late = new AgencyId(UUID.fromString(row.getString("agency_id")));
                    LocalDate newest = row.getObject("newest", LocalDate.class);
                    LocalDate first = newest.isBefore(from) ? from : newest.plusDays(1);
                    first.datesUntil(to.plusDays(1))
                            .map(day -> new DayTurns.Unbuilt(late, day))
                            .forEach(found::add);
                });
        for (AgencyId fresh : neverSearched(agency)) {
            Stream.concat(turnDays(fresh, from, to, zone).stream(), openDays(fresh, from, to, zone, now).stream())
                    .map(day -> new DayTurns.Unbuilt(fresh, day))
                    .forEach(found::add);
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(DayTurns.Unbuilt::day).reversed())
                .limit(most)
                .toList();
    }

    /** New ones, for some seconds. */
    private List<AgencyId> neverSearched(Optional<AgencyId> agency) {
        return jdbc.sql("""
                        select a.id from agency a left join daily_closing_search s on s.agency_id = a.id
                        where s.agency_id is null""" + (agency.isPresent() ? " and a.id = :agency" : ""))
                .param("agency", agency.map(AgencyId::toString).orElse(null))
                .query((row, number) -> new AgencyId(UUID.fromString(row.getString(1))))
                .list();
    }

    /** How many days are due, each once however many agencies it is due for, besides those of which it isn't known yet. */
    int due(AgencyId agency, LocalDate from, LocalDate to) {
        return due(Optional.of(agency), from, to);
    }

    /** Those of every agency. */
    int due(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        return due(Optional.empty(), from, to);
    }

    private int due(Optional<AgencyId> agency, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select count(distinct service_day) from daily_closing_due where service_day between :from and :to"
                                + (agency.isPresent() ? " and agency_id = :agency" : ""))
                .param("from", from)
                .param("to", to)
                .param("agency", agency.map(AgencyId::toString).orElse(null))
                .query(Integer.class)
                .single();
    }

    /** Before which day wasn't looked yet; empty when nothing lies before. */
    Optional<LocalDate> searchedFrom(AgencyId agency) {
        return search(agency).filter(search -> !search.complete()).map(Search::oldest);
    }

    /** The latest of every agency's. */
    Optional<LocalDate> searchedFrom(AllAgencies everyAgency) {
        return jdbc.sql("select max(oldest) from daily_closing_search where not complete")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Which of some days are due, or not looked at yet. */
    Set<LocalDate> toCome(AgencyId agency, LocalDate from, LocalDate to) {
        return toCome(Optional.of(agency), from, to);
    }

    /** Those that are so for any agency. */
    Set<LocalDate> toCome(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        return toCome(Optional.empty(), from, to);
    }

    private Set<LocalDate> toCome(Optional<AgencyId> agency, LocalDate from, LocalDate to) {
        String own = agency.isPresent() ? " and agency_id = :agency" : "";
        @Nullable String id = agency.map(AgencyId::toString).orElse(null);
        Set<LocalDate> toCome = new HashSet<>(
                jdbc.sql("select service_day from daily_closing_due where service_day between :from and :to" + own)
                        .param("from", from)
                        .param("to", to)
                        .param("agency", id)
                        .query(LocalDate.class)
                        .list());
        jdbc.sql("""
                        select if(count(*) = count(s.agency_id), min(s.newest), null) as newest,
                          max(if(s.complete, null, s.oldest)) as oldest
                        from agency a left join daily_closing_search s on s.agency_id = a.id""" + (agency.isPresent() ? " where a.id = :agency" : ""))
                .param("agency", id)
                .query(row -> {
                    Optional<LocalDate> newest = Optional.ofNullable(row.getObject("newest", LocalDate.class));
                    Optional<LocalDate> oldest = Optional.ofNullable(row.getObject("oldest", LocalDate.class));
                    from.datesUntil(to.plusDays(1))
                            .filter(day -> newest.isEmpty()
                                    || day.isAfter(newest.get())
                                    || oldest.filter(day::isBefore).isPresent())
                            .forEach(toCome::add);
                });
        return toCome;
    }

    private static StatementSpec between(
            StatementSpec statement, AgencyId agency, LocalDate from, LocalDate to, ZoneId zone) {
        return statement
                .param("agency", agency.toString())
                .param("begin", StoredMoment.of(from.atStartOfDay(zone).toInstant()))
                .param("end", StoredMoment.of(to.plusDays(1).atStartOfDay(zone).toInstant()))
                .param("from", from)
                .param("to", to);
    }

    private List<LocalDate> turnDays(AgencyId agency, LocalDate from, LocalDate to, ZoneId zone) {
        return between(jdbc.sql(TURN_DAYS), agency, from, to, zone)
                .query(LocalDate.class)
                .list();
    }

    /** Notes the days that have tickets, turns or open counters and no report. */
    void find(AgencyId agency, LocalDate from, LocalDate to, ZoneId zone, Instant now) {
        between(jdbc.sql("""
                        insert ignore into daily_closing_due (agency_id, service_day, changed, since)
                        select :agency, d.service_day, false, :now
                        from (""" + TURN_DAYS + """
                        ) d
                        left join daily_closing c on c.agency_id = :agency and c.service_day = d.service_day
                        where c.agency_id is null"""), agency, from, to, zone)
                .param("now", StoredMoment.of(now))
                .update();
        openDays(agency, from, to, zone, now)
                .forEach(day -> jdbc.sql("""
                        insert ignore into daily_closing_due (agency_id, service_day, changed, since)
                        select :agency, :day, false, :now
                        where not exists (select 1 from daily_closing where agency_id = :agency and service_day = :day)""")
                        .param("agency", agency.toString())
                        .param("day", day)
                        .param("now", StoredMoment.of(now))
                        .update());
    }

    /** Counters that were open while nobody came are a part of what is kept of a day. */
    private Set<LocalDate> openDays(AgencyId agency, LocalDate from, LocalDate to, ZoneId zone, Instant now) {
        Set<LocalDate> days = new TreeSet<>();
        jdbc.sql("""
                        select opened_at, ifnull(closed_at, :now) as closed_at from counter_shift
                        where agency_id = :agency and opened_at >= :begin and opened_at < :end""")
                .param("agency", agency.toString())
                .param("now", StoredMoment.of(now))
                .param(
                        "begin",
                        StoredMoment.of(from.minusDays(1).atStartOfDay(zone).toInstant()))
                .param("end", StoredMoment.of(to.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(row -> {
                    LocalDate opened = LocalDate.ofInstant(
                            StoredMoment.in(row, "opened_at").orElseThrow(), zone);
                    LocalDate closed = LocalDate.ofInstant(
                            StoredMoment.in(row, "closed_at").orElseThrow(), zone);
                    days.add(opened);
                    // A shift that was forgotten counts further only where there are turns; it is looked whether the
                    // next day has any.
                    days.add(closed.isAfter(opened) ? opened.plusDays(1) : opened);
                });
        days.removeIf(day -> day.isBefore(from) || day.isAfter(to));
        return days;
    }

    /** The last day before another one on which there is a turn or a ticket. */
    Optional<LocalDate> lastBefore(AgencyId agency, LocalDate day, ZoneId zone) {
        Optional<LocalDate> turn = jdbc.sql(
                        "select max(at) from history_turn where agency_id = :agency and at < :begin")
                .param("agency", agency.toString())
                .param("begin", StoredMoment.of(day.atStartOfDay(zone).toInstant()))
                .query((row, number) -> StoredMoment.in(row, 1).map(at -> LocalDate.ofInstant(at, zone)))
                .single();
        Optional<LocalDate> ticket = jdbc.sql(
                        "select max(service_day) from ticket where agency_id = :agency and service_day < :day")
                .param("agency", agency.toString())
                .param("day", day)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
        return Stream.concat(turn.stream(), ticket.stream()).max(Comparator.naturalOrder());
    }
}
