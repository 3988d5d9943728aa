package id.balairung.history;

import id.balairung.common.ServiceDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a figure counts, as SQL over the turns {@code t} that have ended and as rules for those that go on. The daily closing reckons the
 * same from the same rows, and a test holds the two against each other.
 */
final class TurnFigures {

    /** The parameter that says after how many seconds of its date in UTC a service day ends. */
    static final String DAY_ENDS = "dayEnds";

    /** Whether a turn missed its target. One never called waited until it ended, but no longer than its day. */
    static final String MISSED = """
            if(t.last_called_at is null, timestampdiff(microsecond, t.queued_at,
              least(t.ended_at, timestampadd(second, :dayEnds, t.service_day))) > t.target_wait_seconds * 1000000, t.over_target)""";

    /** What was brought in from elsewhere has no ticket, and was issued when it was queued. */
    private static final String ISSUED =
            "coalesce((select k.issued_at from ticket k where k.id = t.ticket_id), t.queued_at)";

    /** What is issued after its day's end belongs to the last hour. */
    private static final String IN_THE_HOUR =
            " and least(23, timestampdiff(hour, timestampadd(second, :dayEnds - 86400, t.service_day), " + ISSUED
                    + ")) = :hour";

    private static final int LAST_HOUR = 23;

    private TurnFigures() {}

    /** What narrows a search to those that are counted; begins with an "and". */
    static String sql(FigureFilter figure) {
        StringBuilder sql = new StringBuilder();
        if (figure.arrivals()) {
            sql.append(" and t.turn = 1");
        }
        figure.waiting()
                .ifPresent(wait -> sql.append(
                        switch (wait) {
                            case CALLED -> " and t.last_called_at is not null";
                            case JUDGED -> " and (t.last_called_at is not null or " + MISSED + ")";
                            case WITHIN -> " and t.last_called_at is not null and not t.over_target";
                            case MISSED -> " and " + MISSED;
                        }));
        figure.serviceTime()
                .ifPresent(time -> sql.append(
                        switch (time) {
                            case MEASURED -> " and t.service_millis is not null";
                            case WITHIN -> " and t.service_millis <= t.target_service_seconds * 1000";
                            case OVER -> " and t.service_millis > t.target_service_seconds * 1000";
                        }));
        figure.weekday().ifPresent(day -> sql.append(" and weekday(t.service_day) = :weekday"));
        figure.hour().ifPresent(hour -> sql.append(IN_THE_HOUR));
        return sql.toString();
    }

    /** The parameters of both. */
    static void put(Map<String, @Nullable Object> parameters, FigureFilter figure, ZoneId zone, LocalDate day) {
        parameters.put(DAY_ENDS, dayEnds(zone, day));
        parameters.put("weekday", figure.weekday().map(Enum::ordinal).orElse(null));
        parameters.put("hour", figure.hour().orElse(null));
    }

    /** Of that day; the zones of Indonesia know no summer time, so it is the same on all. */
    static long dayEnds(ZoneId zone, LocalDate day) {
        LocalDate next = day.plusDays(1);
        ZonedDateTime end = next.atStartOfDay(zone);
        return Duration.ofDays(1)
                .minusSeconds(end.getOffset().getTotalSeconds())
                .toSeconds();
    }

    /** The last moment of a service day, as finely as it is kept. */
    static Instant lastOf(LocalDate day, ZoneId zone) {
        return new ServiceDay(day.plusDays(1)).begins(zone).minus(1, ChronoUnit.MICROS);
    }

    /**
     * A turn that goes on, or that nobody settled.
     *
     * @param day its service day
     * @param turn which of its ticket's
     * @param issuedAt when its ticket was issued
     * @param queuedAt when it entered the queue
     * @param calledAt its last call since then
     * @param target the target wait of its service
     * @param now the moment
     * @param zone the mall's
     */
    record Open(
            LocalDate day,
            int turn,
            Instant issuedAt,
            Instant queuedAt,
            Optional<Instant> calledAt,
            Duration target,
            Instant now,
            ZoneId zone) {

        /** Whether its day is over. */
        boolean unsettled() {
            return !now.isBefore(end());
        }

        boolean missed() {
            return Duration.between(queuedAt, counted().orElse(until())).compareTo(target) > 0;
        }

        boolean isIn(FigureFilter figure) {
            return (!figure.arrivals() || turn == 1)
                    && figure.waiting().map(this::isIn).orElse(true)
                    && figure.serviceTime().isEmpty()
                    && figure.weekday().map(day.getDayOfWeek()::equals).orElse(true)
                    && figure.hour().map(hour -> hour == hour()).orElse(true);
        }

        private boolean isIn(WaitFigure wait) {
            return switch (wait) {
                case CALLED -> counted().isPresent();
                case JUDGED -> counted().isPresent() || missed();
                case WITHIN -> counted().isPresent() && !missed();
                case MISSED -> missed();
            };
        }

        /** The call; one that was called after its day counts as it stood when that ended. */
        private Optional<Instant> counted() {
            return calledAt.filter(until()::isAfter);
        }

        private int hour() {
            return issuedAt.isBefore(end()) ? issuedAt.atZone(zone).getHour() : LAST_HOUR;
        }

        private Instant until() {
            return unsettled() ? end() : now;
        }

        private Instant end() {
            return new ServiceDay(day.plusDays(1)).begins(zone);
        }
    }
}
