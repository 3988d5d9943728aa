package id.balairung.dashboard;

import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports that are kept, and which are to be made. */
@Component
class PeriodReportRows {

    /** Stands for the whole mall where an agency is asked for. */
    private static final String MALL = "00000000-0000-0000-0000-000000000000";

    private static final String END =
            "date_sub(date_add(s.starts, interval if(s.span = 'M', 1, 12) month), interval 1 day)";

    private static final String BEFORE_STARTS = "date_sub(s.starts, interval if(s.span = 'M', 1, 12) month)";

    /**
     * Of a month or year s whether it was put together, nothing of it is still to come, and the days of the one before were looked for:
     * what of those is to be built is known then, and makes it another once it is.
     */
    private static final String RIGHT = """
            not s.stale
              and not exists (select 1 from daily_closing_due d
                where d.changed in (false, true) and d.retry_at is null and d.service_day between s.starts and %1$s)
              and not exists (select 1 from daily_closing_search c where c.newest < %1$s or (not c.complete and c.oldest > %2$s))""".formatted(END, BEFORE_STARTS);

    /** The month or year b with which s is compared, if it was ever put together. */
    private static final String BEFORE = "left join rollup_span b on b.span = s.span and b.starts = " + BEFORE_STARTS;

    /** The revision of all figures that a report of s tells: each of the two only grows, so their sum is another when one of them is. */
    private static final String REVISION = "(s.revision + ifnull(b.revision, 0))";

    private final JdbcClient jdbc;

    PeriodReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report that is to be made.
     *
     * @param agency whose; empty for the mall's
     * @param revision the revision of the figures that it is to tell, those of the period before included
     * @param madeAt when it was made last; empty when it never was
     * @param version how often it was made
     */
    record Kept(
            long id,
            Optional<AgencyId> agency,
            ReportPeriod period,
            int revision,
            Optional<Instant> madeAt,
            int version) {}

    /**
     * What is known of a period's report.
     *
     * @param renewing whether its figures may change
     */
    record Standing(ReportPeriod period, Optional<Instant> madeAt, int version, boolean renewing) {}

    /**
     * Notes reports of which there are none yet, the newest first.
     *
     * @param month the first month, by its first day
     * @param year the first year, by its first day
     * @param today the day that goes on
     * @param most no more than these
     */
    void plan(AllAgencies everyAgency, LocalDate month, LocalDate year, LocalDate today, int most) {
        // The mall's last: of the reports of a period the one that was noted last is made first.
        jdbc.sql("""
                        insert ignore into period_report (span, starts, ends, agency_id, due, wanted)
                        select * from (
                          select s.span, s.starts, %1$s as ends, w.agency_id, true, %4$s
                          from rollup_span s %5$s join (
                            select span, starts, agency_id from rollup_agency where span in ('M', 'Y')
                            union select span, starts, null from rollup_agency where span in ('M', 'Y')
                          ) w on w.span = s.span and w.starts = s.starts
                          left join period_report r on r.span = s.span and r.starts = s.starts
                            and r.whose = ifnull(w.agency_id, '%2$s')
                          where r.id is null and s.starts >= if(s.span = 'M', :month, :year) and %1$s < :today and %3$s
                          order by ends desc, w.agency_id is null desc limit :most
                        ) n order by n.ends, n.agency_id is null""".formatted(END, MALL, RIGHT, REVISION, BEFORE))
                .param("month", month)
                .param("year", year)
                .param("today", today)
                .param("most", most)
                .update();
    }

    /** Notes the report of an agency's period that nobody planned, if there is anything to tell. */
    void plan(AgencyId agency, ReportPeriod period, LocalDate today) {
        plan(Optional.of(agency), period, today);
    }

    /** Notes that of the mall. */
    void plan(AllAgencies everyAgency, ReportPeriod period, LocalDate today) {
        plan(Optional.empty(), period, today);
    }

    private void plan(Optional<AgencyId> agency, ReportPeriod period, LocalDate today) {
        jdbc.sql("""
                        insert ignore into period_report (span, starts, ends, agency_id, due, wanted)
                        select s.span, s.starts, %1$s, :agency, true, %4$s from rollup_span s %5$s
                        where s.span = :span and s.starts = :starts and %1$s < :today and %2$s
                          and exists (select 1 from rollup_agency a where a.span = s.span and a.starts = s.starts %3$s)""".formatted(END, RIGHT, agency.isPresent() ? "and a.agency_id = :agency" : "", REVISION, BEFORE))
                .param("agency", agency.map(AgencyId::toString).orElse(null))
                .param("span", period.length().code())
                .param("starts", period.from())
                .param("today", today)
                .update();
    }

    /** Those whose figures, or the ones that they compare with, are others than when they were made last, or may be. */
    List<Long> outdated(AllAgencies everyAgency) {
        return jdbc.sql("""
                        select r.id from period_report r join rollup_span s on s.span = r.span and s.starts = r.starts %2$s
                        where r.wanted <> %3$s and %1$s""".formatted(RIGHT, BEFORE, REVISION))
                .query(Long.class)
                .list();
    }

    /**
     * Those of periods that ended lately for which, or for the periods before them, more people answered the survey since: they may for
     * some days.
     *
     * @param ended from when on
     */
    List<Long> answered(AllAgencies everyAgency, LocalDate ended) {
        record Told(long id, ReportPeriod period, @Nullable String agency, long responses) {}
        Map<ReportPeriod, List<Told>> reports = jdbc
                .sql(
                        "select id, span, starts, agency_id, responses from period_report where ends >= :ended and not due")
                .param("ended", ended)
                .query((row, number) ->
                        new Told(row.getLong("id"), period(row), row.getString("agency_id"), row.getLong("responses")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Told::period));
        List<Long> changed = new ArrayList<>();
        reports.forEach((period, some) -> {
            Map<String, Long> answers = answers(period.minus(1).from(), period.to());
            long all = answers.values().stream().mapToLong(Long::longValue).sum();
            some.stream()
                    .filter(one ->
                            one.responses() != (one.agency() == null ? all : answers.getOrDefault(one.agency(), 0L)))
                    .map(Told::id)
                    .forEach(changed::add);
        });
        return changed;
    }

    private Map<String, Long> answers(LocalDate from, LocalDate to) {
        Map<String, Long> answers = new HashMap<>();
        jdbc.sql(
                        "select agency_id, count(*) as times from skm_response where service_day between :from and :to group by agency_id order by null")
                .param("from", from)
                .param("to", to)
                .query((RowCallbackHandler) row -> answers.put(row.getString("agency_id"), row.getLong("times")));
        return answers;
    }

    /** Makes one due, of the figures as they are now. */
    void renew(AllAgencies everyAgency, long id) {
        jdbc.sql("""
                        update period_report r join rollup_span s on s.span = r.span and s.starts = r.starts %s
                        set r.due = true, r.wanted = %s, r.retry_at = null where r.id = :id""".formatted(BEFORE, REVISION)).param("id", id).update();
    }

    /**
     * Takes the newest that is due. It is put off at once: so nobody else makes it meanwhile, and if it can't be made, or whoever makes
     * it goes away, it gets its turn again after the others.
     *
     * @param now the moment, UTC
     * @param again until when it is put off, UTC
     */
    Optional<Kept> take(AllAgencies everyAgency, Instant now, Instant again) {
        Optional<Kept> found = jdbc.sql("""
                        select id, agency_id, span, starts, wanted, made_at, version from period_report
                        where due = true and (retry_at is null or retry_at <= :now)
                        order by ends desc, id desc limit 1 for update skip locked""")
                .param("now", StoredMoment.of(now))
                .query((row, number) -> kept(row))
                .optional();
        found.ifPresent(taken -> jdbc.sql("update period_report set retry_at = :again where id = :id")
                .param("again", StoredMoment.of(again))
                .param("id", taken.id())
                .update());
        return found;
    }

    /** An agency's, whether it was made or not. */
    Optional<Kept> find(AgencyId agency, ReportPeriod period) {
        return find(agency.toString(), period);
    }

    /** The mall's. */
    Optional<Kept> find(AllAgencies everyAgency, ReportPeriod period) {
        return find(MALL, period);
    }

    private Optional<Kept> find(String whose, ReportPeriod period) {
        return jdbc.sql("""
                        select id, agency_id, span, starts, wanted, made_at, version from period_report
                        where span = :span and starts = :starts and whose = :whose""")
                .param("span", period.length().code())
                .param("starts", period.from())
                .param("whose", whose)
                .query((row, number) -> kept(row))
                .optional();
    }

    /** An agency's file; empty while it wasn't made. */
    Optional<byte[]> file(AgencyId agency, ReportPeriod period, PeriodReportFile.Format format) {
        return file(agency.toString(), period, format);
    }

    /** The mall's. */
    Optional<byte[]> file(AllAgencies everyAgency, ReportPeriod period, PeriodReportFile.Format format) {
        return file(MALL, period, format);
    }

    private Optional<byte[]> file(String whose, ReportPeriod period, PeriodReportFile.Format format) {
        return jdbc.sql(
                        "select " + format.code()
                                + " from period_report where span = :span and starts = :starts and whose = :whose and version > 0")
                .param("span", period.length().code())
                .param("starts", period.from())
                .param("whose", whose)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /**
     * Keeps one that was made, unless another did so meanwhile.
     *
     * @param made what it was before
     * @param responses how many answers to the survey it tells of, those of the period before included
     */
    void keep(AllAgencies everyAgency, Kept made, Instant at, byte[] pdf, byte[] xlsx, long responses) {
        jdbc.sql("""
                        update period_report set pdf = :pdf, xlsx = :xlsx, made_at = :at, version = version + 1,
                          responses = :responses, due = wanted <> :revision, retry_at = null
                        where id = :id and version = :version""")
                .param("pdf", pdf)
                .param("xlsx", xlsx)
                .param("at", StoredMoment.of(at))
                .param("responses", responses)
                .param("revision", made.revision())
                .param("id", made.id())
                .param("version", made.version())
                .update();
    }

    /** It would be the same again. */
    void same(AllAgencies everyAgency, Kept made, long responses) {
        jdbc.sql("""
                        update period_report set responses = :responses, due = wanted <> :revision, retry_at = null
                        where id = :id and version = :version""")
                .param("responses", responses)
                .param("revision", made.revision())
                .param("id", made.id())
                .param("version", made.version())
                .update();
    }

    /** The months and years that are over and in which an agency had anything, the newest first. */
    List<Standing> standings(AgencyId agency, LocalDate today) {
        return standings(agency.toString(), "and a.agency_id = :whose", today);
    }

    /** Those of the mall. */
    List<Standing> standings(AllAgencies everyAgency, LocalDate today) {
        return standings(MALL, "", today);
    }

    private List<Standing> standings(String whose, String own, LocalDate today) {
        return jdbc.sql("""
                        select s.span, s.starts, r.made_at, ifnull(r.version, 0) as version,
                          s.stale or (r.id is not null and (r.due or r.wanted <> %4$s or ifnull(b.stale, false))) as renewing
                        from rollup_span s %3$s
                        left join period_report r on r.span = s.span and r.starts = s.starts and r.whose = :whose
                        where %1$s < :today and (r.version > 0 or exists (
                          select 1 from rollup_agency a where a.span = 'D' and a.starts between s.starts and %1$s %2$s))
                        order by %1$s desc, s.span desc""".formatted(END, own, BEFORE, REVISION))
                .param("whose", whose)
                .param("today", today)
                .query((row, number) -> new Standing(
                        period(row),
                        StoredMoment.in(row, "made_at"),
                        row.getInt("version"),
                        row.getBoolean("renewing")))
                .list();
    }

    /** Whom the mall's report of a period tells of. */
    List<AgencyId> told(AllAgencies everyAgency, ReportPeriod period) {
        return jdbc.sql("select agency_id from rollup_agency where span = :span and starts = :starts")
                .param("span", period.length().code())
                .param("starts", period.from())
                .query((row, number) -> new AgencyId(UUID.fromString(row.getString(1))))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                Optional.ofNullable(row.getString("agency_id"))
                        .map(UUID::fromString)
                        .map(AgencyId::new),
                period(row),
                row.getInt("wanted"),
                StoredMoment.in(row, "made_at"),
                row.getInt("version"));
    }

    private static ReportPeriod period(ResultSet row) throws SQLException {
        return new ReportPeriod(
                ReportPeriod.Length.of(row.getString("span")), row.getObject("starts", LocalDate.class));
    }
}
