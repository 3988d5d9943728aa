package id.balairung.closing;

import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AllAgencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mall's medians and percentiles of a day as they are kept, and which days' are to be reckoned. */
@Component
class MallRows {

    private final JdbcClient jdbc;

    MallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A median and a 90th percentile. */
    record Ranks(Optional<Duration> median, Optional<Duration> p90) {

        static final Ranks NONE = new Ranks(Optional.empty(), Optional.empty());

        static Ranks of(TurnTimes times) {
            return new Ranks(times.median(), times.p90());
        }
    }

    /** Of the waiting times and of the service times. */
    record DayRanks(Ranks waiting, Ranks service) {

        /** Of a day whose aren't reckoned. */
        static final DayRanks NONE = new DayRanks(Ranks.NONE, Ranks.NONE);
    }

    /** One of the day's reports was built or taken away. */
    void changed(AllAgencies everyAgency, LocalDate day) {
        jdbc.sql("""
                        insert into daily_closing_mall (service_day, stale) values (:day, true)
                        on duplicate key update stale = true, retry_at = null""").param("day", day).update();
    }

    /**
     * Takes the newest day that is stale and whose reports are built, save those that can't be. It is the caller's until the
     * transaction ends; whoever builds one of its reports meanwhile waits, and makes it stale again.
     *
     * @param now the moment, UTC
     */
    Optional<LocalDate> take(AllAgencies everyAgency, Instant now) {
        return jdbc.sql("""
                        select m.service_day from daily_closing_mall m
                        where m.stale = true and (m.retry_at is null or m.retry_at <= :now) and not exists (
                          select 1 from daily_closing_due d
                          where d.changed in (false, true) and d.service_day = m.service_day and d.retry_at is null)
                        order by m.service_day desc limit 1 for update skip locked""")
                .param("now", StoredMoment.of(now))
                .query((row, number) -> row.getObject("service_day", LocalDate.class))
                .optional();
    }

    void retry(AllAgencies everyAgency, LocalDate day, Instant at) {
        jdbc.sql("update daily_closing_mall set retry_at = :at where service_day = :day and stale")
                .param("at", StoredMoment.of(at))
                .param("day", day)
                .update();
    }

    void keep(AllAgencies everyAgency, LocalDate day, DayRanks ranks) {
        jdbc.sql("""
                        update daily_closing_mall set stale = false, retry_at = null, wait_median_millis = :waitMedian, wait_p90_millis = :waitP90,
                          service_median_millis = :serviceMedian, service_p90_millis = :serviceP90
                        where service_day = :day""")
                .param("waitMedian", millis(ranks.waiting().median()))
                .param("waitP90", millis(ranks.waiting().p90()))
                .param("serviceMedian", millis(ranks.service().median()))
                .param("serviceP90", millis(ranks.service().p90()))
                .param("day", day)
                .update();
    }

    void remove(AllAgencies everyAgency, LocalDate day) {
        jdbc.sql("delete from daily_closing_mall where service_day = :day")
                .param("day", day)
                .update();
    }

    /** Of each day of some whose are reckoned. */
    Map<LocalDate, DayRanks> between(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        Map<LocalDate, DayRanks> found = new HashMap<>();
        jdbc.sql("""
                        select service_day, wait_median_millis, wait_p90_millis, service_median_millis, service_p90_millis
                        from daily_closing_mall where not stale and service_day between :from and :to""").param("from", from).param("to", to).query(row -> {
            found.put(
                    row.getObject("service_day", LocalDate.class),
                    new DayRanks(ranks(row, "wait"), ranks(row, "service")));
        });
        return found;
    }

    private static Ranks ranks(ResultSet row, String times) throws SQLException {
        return new Ranks(duration(row, times + "_median_millis"), duration(row, times + "_p90_millis"));
    }

    private static Optional<Duration> duration(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private static @Nullable Long millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).orElse(null);
    }
}
