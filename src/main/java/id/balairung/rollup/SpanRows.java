package id.balairung.rollup;

import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which months and years are put together, and which are to be. */
@Component
class SpanRows {

    private final JdbcClient jdbc;

    SpanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A month or year. */
    record Kept(Span span, LocalDate start) {}

    /** A day was kept anew: the month and the year that it is part of are no longer right. In this order everywhere. */
    void changed(AllAgencies everyAgency, LocalDate day) {
        for (Span span : List.of(Span.MONTH, Span.YEAR)) {
            jdbc.sql("""
                            insert into rollup_span (span, starts, stale) values (:span, :start, true)
                            on duplicate key update stale = true, retry_at = null""")
                    .param("span", span.code())
                    .param("start", span.first(day))
                    .update();
        }
    }

    /**
     * Takes the newest month that is stale and over and of which no day is due; then a year of which that is true and no month is
     * stale. It is the caller's until the transaction ends: whoever keeps a day of it meanwhile waits, and makes it stale again.
     *
     * @param today the day that goes on
     * @param now the moment, UTC
     */
    Optional<Kept> take(AllAgencies everyAgency, LocalDate today, Instant now) {
        return take(Span.MONTH, Span.MONTH.first(today), now, "")
                .or(() -> take(Span.YEAR, Span.YEAR.first(today), now, """
                         and not exists (select 1 from rollup_span m where m.span = 'M' and m.stale
                           and m.starts between s.starts and date_add(s.starts, interval 11 month))"""));
    }

    private Optional<Kept> take(Span span, LocalDate before, Instant now, String further) {
        return jdbc.sql("""
                        select s.starts from rollup_span s
                        where s.stale = true and s.span = :span and s.starts < :before and (s.retry_at is null or s.retry_at <= :now)
                          and not exists (select 1 from daily_closing_due d
                            where d.changed in (false, true) and d.retry_at is null and d.service_day >= s.starts
                              and d.service_day < date_add(s.starts, interval if(s.span = 'M', 1, 12) month))""" + further + " order by s.starts desc limit 1 for update skip locked")
                .param("span", span.code())
                .param("before", before)
                .param("now", StoredMoment.of(now))
                .query((row, number) -> new Kept(span, row.getObject("starts", LocalDate.class)))
                .optional();
    }

    void built(AllAgencies everyAgency, Kept span) {
        jdbc.sql(
                        "update rollup_span set stale = false, retry_at = null, revision = revision + 1 where span = :span and starts = :start")
                .param("span", span.span().code())
                .param("start", span.start())
                .update();
    }

    void retry(AllAgencies everyAgency, Kept span, Instant at) {
        jdbc.sql("update rollup_span set retry_at = :at where span = :span and starts = :start and stale")
                .param("at", StoredMoment.of(at))
                .param("span", span.span().code())
                .param("start", span.start())
                .update();
    }

    /** The first days of the months and years that are right, of those that begin in some days. */
    Map<Span, Set<LocalDate>> right(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        Map<Span, Set<LocalDate>> found =
                new EnumMap<>(Map.of(Span.MONTH, new HashSet<>(), Span.YEAR, new HashSet<>()));
        jdbc.sql(
                        "select span, starts from rollup_span where span in ('M', 'Y') and starts between :from and :to and not stale")
                .param("from", from)
                .param("to", to)
                .query((RowCallbackHandler) row ->
                        Objects.requireNonNull(found.get(span(row))).add(row.getObject("starts", LocalDate.class)));
        return found;
    }

    private static Span span(ResultSet row) throws SQLException {
        return Span.MONTH.code().equals(row.getString("span")) ? Span.MONTH : Span.YEAR;
    }
}
