package id.balairung.closing;

import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A day's figures from the events alone, in SQL: it knows neither the history nor the tickets nor how the application reckons. What
 * was undone never happened. A ticket's events fall into stretches, each begun by an issue, a transfer or a late return; a stretch
 * that a late return took back never happened either. Knows the mall's zone as eight hours ahead of UTC.
 */
record EventOracle(JdbcClient jdbc) {

    private static final String FIGURES = """
            with told as (
              select e.*, lead(e.type) over (partition by e.ticket_id order by e.id) as followed_by
              from ticket_event e where e.agency_id in (:agencies) and e.type <> 'NOTED'),
            happened as (
              select t.*, sum(t.type in ('ISSUED', 'TRANSFERRED', 'RETURNED'))
                over (partition by t.ticket_id order by t.id) as stretch
              from told t where t.type <> 'UNDONE' and ifnull(t.followed_by, '') <> 'UNDONE'),
            placed as (
              select h.*,
                max(h.type = 'SERVED') over (partition by h.ticket_id, h.stretch order by h.id) as serving,
                lead(h.occurred_at) over (partition by h.ticket_id, h.stretch order by h.id) as next_at,
                row_number() over (partition by h.ticket_id, h.stretch order by h.type = 'CORRECTED', h.id desc) as from_end
              from happened h),
            stretches as (
              select p.ticket_id, p.stretch, min(p.occurred_at) as entered,
                max(case when p.type in ('ISSUED', 'TRANSFERRED', 'RETURNED') then p.service_id end) as service_id,
                max(case when p.type in ('ISSUED', 'TRANSFERRED', 'RETURNED') then p.type end) as begun_by,
                max(case when p.type in ('CALLED', 'RECALLED') or p.type = 'RESUMED' and not p.serving then p.occurred_at end) as called,
                max(case when p.type = 'SERVED' then p.occurred_at end) as served,
                max(case when p.from_end = 1 then p.type end) as last_type,
                max(case when p.from_end = 1 then p.occurred_at end) as last_at,
                max(case when p.type = 'CORRECTED' then p.id end) as corrected,
                ifnull(sum(case when p.type = 'HELD' and p.serving
                  then timestampdiff(microsecond, p.occurred_at, p.next_at) div 1000 end), 0) as held
              from placed p group by p.ticket_id, p.stretch),
            turns as (
              select s.*, lead(s.begun_by) over (partition by s.ticket_id order by s.stretch) as next_begun_by,
                lead(s.entered) over (partition by s.ticket_id order by s.stretch) as next_entered,
                first_value(s.entered) over (partition by s.ticket_id order by s.stretch) as issued,
                max(s.begun_by = 'TRANSFERRED') over (partition by s.ticket_id order by s.stretch) as moved
              from stretches s),
            ended as (
              select t.ticket_id, t.service_id, t.entered, t.issued, not t.moved as arrived, t.called,
                case when t.next_begun_by = 'TRANSFERRED' then 'TRANSFERRED'
                  when t.last_type in ('COMPLETED', 'NO_SHOW', 'ABANDONED') then t.last_type
                  when t.last_type = 'HANDED_OFF' then 'TRANSFERRED' end as ended_by,
                if(t.next_begun_by = 'TRANSFERRED', t.next_entered,
                  if(t.last_type in ('COMPLETED', 'NO_SHOW', 'ABANDONED', 'HANDED_OFF'), t.last_at, null)) as ended_at,
                if(t.next_begun_by is null and t.last_type = 'COMPLETED' and t.served is not null,
                  timestampdiff(microsecond, t.served, coalesce(
                    (select cast(replace(replace(json_value(c.details, '$.finishedAt'), 'T', ' '), 'Z', '') as datetime(6))
                     from ticket_event c where c.id = t.corrected), t.last_at)) div 1000 - t.held, null) as service_ms,
                o.target_wait_minutes * 60000000 as target,
                timestamp(:day) + interval 16 hour as day_end
              from turns t join service_offering o on o.id = t.service_id
              where date(t.issued + interval 8 hour) = :day and ifnull(t.next_begun_by, '') <> 'RETURNED'),
            judged as (
              select e.*,
                if(e.ended_at is not null or e.called < e.day_end, timestampdiff(microsecond, e.entered, e.called), null) as wait,
                timestampdiff(microsecond, e.entered, least(ifnull(e.ended_at, e.day_end), e.day_end)) as stayed,
                if(date(e.entered + interval 8 hour) > :day, 23, hour(e.entered + interval 8 hour)) as entered_in,
                hour(e.issued + interval 8 hour) as issued_in
              from ended e),
            keyed as (
              select %s as scope, j.*, %s as counted, %s as arriving from judged j %s),
            ranked as (
              select k.*,
                row_number() over (partition by k.scope, k.counted and k.wait is not null order by k.wait) as wait_rank,
                row_number() over (partition by k.scope, k.counted and k.service_ms is not null order by k.service_ms) as service_rank,
                sum(k.counted and k.wait is not null) over (partition by k.scope) as waits,
                sum(k.counted and k.service_ms is not null) over (partition by k.scope) as services
              from keyed k)
            select concat_ws('|', r.scope,
              sum(r.arriving and r.arrived),
              sum(r.counted and r.wait is not null),
              sum(r.counted and r.ended_by <=> 'COMPLETED'),
              sum(r.counted and r.ended_by <=> 'NO_SHOW'),
              sum(r.counted and (r.ended_by <=> 'ABANDONED' or r.ended_by is null)),
              sum(r.counted and r.ended_by is null),
              sum(r.counted and r.ended_by <=> 'TRANSFERRED'),
              sum(r.counted and (r.wait is not null or r.stayed > r.target)),
              sum(r.counted and ifnull(r.wait <= r.target, false)),
              max(r.waits), ifnull(sum(if(r.counted, r.wait div 1000, 0)), 0),
              ifnull(max(case when r.counted and r.wait is not null and r.wait_rank = ceil(r.waits * 0.5) then r.wait div 1000 end), '-'),
              ifnull(max(case when r.counted and r.wait is not null and r.wait_rank = ceil(r.waits * 0.9) then r.wait div 1000 end), '-'),
              max(r.services), ifnull(sum(if(r.counted, r.service_ms, 0)), 0),
              ifnull(max(case when r.counted and r.service_ms is not null and r.service_rank = ceil(r.services * 0.5) then r.service_ms end), '-'),
              ifnull(max(case when r.counted and r.service_ms is not null and r.service_rank = ceil(r.services * 0.9) then r.service_ms end), '-'))
            from ranked r group by r.scope order by r.scope""";

    private static final String KEPT = """
            concat_ws('|', %s, arrivals, called, served, no_shows, abandoned, unsettled, transferred, judged, within_target,
              waits, wait_millis, ifnull(wait_median_millis, '-'), ifnull(wait_p90_millis, '-'),
              services, service_millis, ifnull(service_median_millis, '-'), ifnull(service_p90_millis, '-'))""";

    List<String> total(AgencyId agency, LocalDate day) {
        return total(List.of(agency), day);
    }

    /** Of several agencies together. */
    List<String> total(List<AgencyId> agencies, LocalDate day) {
        return figures(agencies, day, "'all'", "true", "true", "");
    }

    List<String> services(AgencyId agency, LocalDate day) {
        return figures(List.of(agency), day, "j.service_id", "true", "true", "");
    }

    /** A turn counts in the hour in which it entered its queue, its arrival in the one of the issue. */
    List<String> hours(AgencyId agency, LocalDate day) {
        return figures(
                List.of(agency),
                day,
                "if(w.which, j.issued_in, j.entered_in)",
                "not w.which",
                "w.which",
                "join (select false as which union all select true) w on not w.which or j.arrived");
    }

    List<String> keptTotal(AgencyId agency, LocalDate day) {
        return kept(agency, day, "'all'", "daily_closing");
    }

    List<String> keptServices(AgencyId agency, LocalDate day) {
        return kept(agency, day, "service_id", "daily_closing_service");
    }

    List<String> keptHours(AgencyId agency, LocalDate day) {
        return kept(agency, day, "hour", "daily_closing_hour");
    }

    private List<String> figures(
            List<AgencyId> agencies, LocalDate day, String scope, String counted, String arriving, String twice) {
        return jdbc.sql(FIGURES.formatted(scope, counted, arriving, twice))
                .param("agencies", agencies.stream().map(AgencyId::toString).toList())
                .param("day", day)
                .query(String.class)
                .list();
    }

    private List<String> kept(AgencyId agency, LocalDate day, String scope, String table) {
        return jdbc.sql("select " + KEPT.formatted(scope) + " from " + table
                        + " where agency_id = :agency and service_day = :day order by " + scope)
                .param("agency", agency.toString())
                .param("day", day)
                .query(String.class)
                .list();
    }
}
