package id.balairung.rollup;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures of some days from turns, tickets, events and shifts, in SQL alone: it knows nothing of what is kept nor of how the
 * application reckons. Knows the mall's zone as eight hours ahead of UTC.
 *
 * @param jdbc asks
 * @param now the moment, UTC
 */
record RollupOracle(JdbcClient jdbc, Instant now) {

    private static final String TURNS = """
            with found as (
              select t.agency_id, t.ticket_id, t.turn, t.service_day, t.service_id, t.status, coalesce(k.issued_at, t.queued_at) as issued_at,
                t.queued_at, t.last_called_at as called_at, t.serving_since, t.ended_at, t.held_millis, t.counter_number, t.officer_id,
                t.target_wait_seconds as target_wait, t.target_service_seconds as target_service
              from history_turn t left join ticket k on k.id = t.ticket_id
              where t.agency_id = :agency and t.service_day between :from and :to
              union all
              select k.agency_id, k.id, k.turn, k.service_day, k.service_id, k.status, k.issued_at, k.queued_at,
                if(k.last_called_at >= k.queued_at, k.last_called_at, null), k.serving_since, null, k.held_millis, c.number, k.officer_id,
                s.target_wait_minutes * 60, s.target_service_minutes * 60
              from ticket k join service_offering s on s.id = k.service_id left join counter c on c.id = k.counter_id
              where k.agency_id = :agency and k.service_day between :from and :to
                and k.status not in ('COMPLETED', 'NO_SHOW', 'TRANSFERRED', 'ABANDONED')),
            told as (
              select e.*, lead(e.type) over (partition by e.ticket_id order by e.id) as followed_by
              from ticket_event e where e.agency_id = :agency and e.type <> 'NOTED'),
            first_calls as (
              select h.ticket_id, min(if(h.type = 'CALLED' and h.turn = 1, h.occurred_at, null)) as first_call,
                max(h.type = 'RETURNED' and h.turn = 1) as returned
              from told h where h.type <> 'UNDONE' and ifnull(h.followed_by, '') <> 'UNDONE' group by h.ticket_id),
            dated as (
              select f.*, timestamp(f.service_day) + interval 16 hour <= :now as day_over,
                least(timestamp(f.service_day) + interval 16 hour, :now) as until_then
              from found f),
            judging as (
              select d.*,
                if(d.ended_at is not null or d.called_at < d.until_then,
                  timestampdiff(microsecond, d.queued_at, d.called_at), null) as wait,
                timestampdiff(microsecond, d.queued_at, least(ifnull(d.ended_at, d.until_then), d.until_then)) as stayed,
                if(d.status = 'COMPLETED',
                  timestampdiff(microsecond, d.serving_since, d.ended_at) div 1000 - d.held_millis, null) as service_ms,
                if(date(d.queued_at + interval 8 hour) > d.service_day, 23, hour(d.queued_at + interval 8 hour)) as queued_in,
                if(date(d.issued_at + interval 8 hour) > d.service_day, 23, hour(d.issued_at + interval 8 hour)) as issued_in,
                if(d.turn = 1 and not c.returned, timestampdiff(microsecond, d.issued_at, c.first_call), null) as came,
                k.estimated_from_seconds * 1000000 as told_from, k.estimated_to_seconds * 1000000 as told_to
              from dated d left join first_calls c on c.ticket_id = d.ticket_id left join ticket k on k.id = d.ticket_id),
            judged as (
              select j.*, j.wait is not null or j.stayed > j.target_wait * 1000000 as counts,
                ifnull(j.wait <= j.target_wait * 1000000, false) as good,
                j.came is not null and j.told_from is not null as estimated,
                greatest(j.told_from - j.came, j.came - j.told_to) div 1000 as missed_by,
                j.came < j.told_from or j.came > j.told_to as missed
              from judging j where true %s)
            """;

    private static final String FIGURES = TURNS + """
            , ranked as (
              select r.*,
                row_number() over (partition by r.wait is not null order by r.wait) as wait_rank,
                row_number() over (partition by r.service_ms is not null order by r.service_ms) as service_rank,
                row_number() over (partition by r.estimated and r.missed order by r.missed_by) as miss_rank,
                sum(r.wait is not null) over () as waits, sum(r.service_ms is not null) over () as services,
                sum(ifnull(r.estimated and r.missed, 0)) over () as misses
              from judged r)
            select concat_ws('|', ifnull(sum(turn = 1), 0), ifnull(sum(status = 'COMPLETED'), 0), ifnull(sum(status = 'NO_SHOW'), 0),
                ifnull(sum(status = 'ABANDONED' or ended_at is null and day_over), 0), ifnull(sum(ended_at is null), 0),
                ifnull(sum(status = 'TRANSFERRED'), 0), ifnull(sum(counts), 0), ifnull(sum(good), 0),
                ifnull(sum(wait is not null), 0), ifnull(sum(wait div 1000), 0),
                ifnull(sum(service_ms is not null), 0), ifnull(sum(service_ms), 0),
                ifnull(sum(service_ms <= target_service * 1000), 0),
                ifnull(sum(estimated), 0), ifnull(sum(estimated and not missed), 0), ifnull(sum(if(estimated and missed, missed_by, 0)), 0)),
              concat_ws('|',
                ifnull(max(if(wait is not null and wait_rank = ceil(waits * 0.5), wait div 1000, null)), '-'),
                ifnull(max(if(wait is not null and wait_rank = ceil(waits * 0.9), wait div 1000, null)), '-'),
                ifnull(max(if(service_ms is not null and service_rank = ceil(services * 0.5), service_ms, null)), '-'),
                ifnull(max(if(service_ms is not null and service_rank = ceil(services * 0.9), service_ms, null)), '-'),
                ifnull(max(if(estimated and missed and miss_rank = ceil(misses * 0.5), missed_by, null)), '-'),
                ifnull(max(if(estimated and missed and miss_rank = ceil(misses * 0.9), missed_by, null)), '-'))
            from ranked""";

    private static final String HOURS = TURNS + """
            select concat_ws('|', kind, weekday(service_day), hour, count(*)) from (
              select 'ARRIVALS' as kind, service_day, issued_in as hour from judged where turn = 1
              union all select 'JUDGED', service_day, queued_in from judged where counts
              union all select 'WITHIN_TARGET', service_day, queued_in from judged where good) k
            group by kind, weekday(service_day), hour""";

    private static final String COMPLIANCE = TURNS + """
            select concat_ws('|', service_id, sum(counts), sum(good), sum(service_ms is not null),
              ifnull(sum(service_ms <= target_service * 1000), 0))
            from judged group by service_id""";

    private static final String LOAD = TURNS + """
            , days as (
              select officer_id, service_day, count(*) as many,
                sum(greatest(0, service_ms * 1000 - greatest(0,
                  timestampdiff(microsecond, timestamp(service_day) + interval 16 hour, ended_at))) div 1000) as serving
              from judged where service_ms is not null and officer_id is not null group by officer_id, service_day),
            ranked as (
              select d.*, row_number() over (order by many) as many_rank, row_number() over (order by serving) as serving_rank,
                count(*) over () as n from days d)
            select concat_ws('|', count(*), ifnull(sum(many), 0), ifnull(sum(serving), 0)),
              concat_ws('|', ifnull(max(if(many_rank = ceil(n * 0.5), many, null)), '-'),
                ifnull(max(if(many_rank = ceil(n * 0.9), many, null)), '-'),
                ifnull(max(if(serving_rank = ceil(n * 0.5), serving, null)), '-'),
                ifnull(max(if(serving_rank = ceil(n * 0.9), serving, null)), '-'))
            from ranked""";

    private static final String COUNTERS = TURNS + """
            , shifts as (
              select c.number, s.id, s.opened_at, s.closed_at, ifnull(s.closed_at, :now) as ends, s.break_started_at
              from counter_shift s join counter c on c.id = s.counter_id
              where s.agency_id = :agency and s.opened_at between cast(:from as date) - interval 5 day and cast(:to as date) + interval 1 day),
            starts as (
              select p.*, row_number() over (partition by p.id order by p.at) as place from (
                select s.id, s.number, s.opened_at as at from shifts s
                union all select s.id, s.number, b.ended_at from counter_break b join shifts s on s.id = b.shift_id) p),
            stops as (
              select p.*, row_number() over (partition by p.id order by p.at) as place from (
                select s.id, least(ifnull(s.break_started_at, s.ends), s.ends) as at from shifts s
                union all select s.id, b.started_at from counter_break b join shifts s on s.id = b.shift_id) p),
            noted as (
              select a.id, a.number, a.at as begins, z.at as ends
              from starts a join stops z on z.id = a.id and z.place = a.place and z.at > a.at),
            days as (
              select cast(:from as date) + interval seq day as day, timestamp(cast(:from as date) + interval seq day) - interval 8 hour as begins,
                timestamp(cast(:from as date) + interval seq day) + interval 16 hour as ends
              from seq_0_to_999 where cast(:from as date) + interval seq day <= :to),
            seen as (
              select m.number, m.day, min(m.at) as first, max(m.at) as last from (
                select counter_number as number, service_day as day, called_at as at, until_then from judged
                union all select counter_number, service_day, serving_since, until_then from judged
                union all select counter_number, service_day, ended_at, until_then from judged
                  where called_at is not null or serving_since is not null) m
              where m.number is not null and m.at >= timestamp(m.day) - interval 8 hour and m.at <= m.until_then
              group by m.number, m.day),
            bounded as (
              select n.number, d.day, greatest(n.begins, d.begins, if(s.opened_at < d.begins, p.first, d.begins)) as begins,
                least(n.ends, d.ends, case when s.opened_at >= d.begins and (s.closed_at <= d.ends or d.ends > :now) then d.ends
                  when s.closed_at is null and d.ends > :now then :now
                  else p.last end) as ends
              from noted n join shifts s on s.id = n.id join days d on n.begins < d.ends and n.ends > d.begins
                left join seen p on p.number = n.number and p.day = d.day
              where s.opened_at >= d.begins - interval 4 day
                and (p.number is not null or s.opened_at >= d.begins and (s.closed_at <= d.ends or d.ends > :now))),
            certain as (select * from bounded where begins < ends),
            stretches as (
              select number, day, begins, ends from certain
              union all
              select p.number, p.day, p.first, p.last from seen p
              where p.first < p.last and not exists (select 1 from certain c where c.number = p.number and c.day = p.day)),
            hours as (
              select n.number, d.day, d.begins + interval h.hour hour as begins, d.begins + interval h.hour + 1 hour as ends
              from days d join (select cast(seq as int) as hour from seq_0_to_23) h
                join (select number from shifts union select counter_number from judged where counter_number is not null) n),
            opened as (
              select h.number, h.begins, sum(timestampdiff(microsecond, greatest(h.begins, s.begins), least(h.ends, s.ends))) as open
              from hours h join stretches s on s.number = h.number and s.day = h.day and s.begins < h.ends and s.ends > h.begins
              group by h.number, h.begins),
            services as (
              select j.counter_number as number, j.service_day, greatest(j.serving_since, s.begins) as begins,
                least(ifnull(j.ended_at, j.until_then), s.ends) as ends,
                1 - least(1, j.held_millis * 1000
                  / timestampdiff(microsecond, j.serving_since, ifnull(j.ended_at, j.until_then))) as share
              from judged j join stretches s on s.number = j.counter_number and s.day = j.service_day
              where j.status <> 'HELD' and j.serving_since < ifnull(j.ended_at, j.until_then)),
            serving as (
              select h.number, h.begins,
                sum(v.share * timestampdiff(microsecond, greatest(h.begins, v.begins), least(h.ends, v.ends))) as serving
              from hours h join services v on v.number = h.number and v.service_day = h.day
                and v.begins < h.ends and v.ends > h.begins and v.begins < v.ends
              group by h.number, h.begins),
            used as (
              select o.number, o.open, ifnull(v.serving, 0) as serving
              from opened o left join serving v on v.number = o.number and v.begins = o.begins)
            select concat_ws('|', n.number,
              (select count(*) from judged j where j.counter_number = n.number
                and (j.ended_at is not null or not j.day_over and j.status in ('CALLED', 'SERVING', 'HELD'))),
              ifnull(u.open, 0) div 1000, round(ifnull(u.serving, 0) / 1000), ifnull(u.quiet, 0) div 1000)
            from (select number from opened union select counter_number from judged
              where counter_number is not null
                and (ended_at is not null or not day_over and status in ('CALLED', 'SERVING', 'HELD'))) n
            left join (select number, sum(open) as open, sum(serving) as serving,
                sum(if(open >= 1800000000 and serving * 5 < open, open, 0)) as quiet
              from used group by number) u on u.number = n.number
            order by n.number""";

    /**
     * Some figures.
     *
     * @param exact counts and sums, in the order of the record {@link Figures}
     * @param percentiles the median and the 90th percentile of the waits, the service times and the misses
     */
    record Told(String exact, String percentiles) {}

    Told figures(AgencyId agency, Optional<ServiceId> service, LocalDate from, LocalDate to) {
        return told(FIGURES, agency, service, from, to);
    }

    /** Officers and days, turns, milliseconds; then the median and 90th percentile of turns and milliseconds. */
    Told load(AgencyId agency, LocalDate from, LocalDate to) {
        return told(LOAD, agency, Optional.empty(), from, to);
    }

    List<String> hours(AgencyId agency, Optional<ServiceId> service, LocalDate from, LocalDate to) {
        return statement(HOURS, agency, service, from, to).query(String.class).list();
    }

    List<String> compliance(AgencyId agency, Optional<ServiceId> service, LocalDate from, LocalDate to) {
        return statement(COMPLIANCE, agency, service, from, to)
                .query(String.class)
                .list();
    }

    /** By counter: number, turns, and how many milliseconds it was open, served and was quiet. */
    List<String> counters(AgencyId agency, LocalDate from, LocalDate to) {
        return statement(COUNTERS, agency, Optional.empty(), from, to)
                .query(String.class)
                .list();
    }

    private Told told(String sql, AgencyId agency, Optional<ServiceId> service, LocalDate from, LocalDate to) {
        return statement(sql, agency, service, from, to)
                .query((row, number) -> new Told(row.getString(1), row.getString(2)))
                .single();
    }

    private JdbcClient.StatementSpec statement(
            String sql, AgencyId agency, Optional<ServiceId> service, LocalDate from, LocalDate to) {
        return jdbc.sql(sql.replace("%s)", service.isPresent() ? "and j.service_id = :service)" : ")"))
                .param("agency", agency.toString())
                .param("service", service.map(one -> one.value().toString()).orElse(""))
                .param("from", from)
                .param("to", to)
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }
}
