package id.balairung.counter;

import id.balairung.agency.DayHours;
import id.balairung.alert.AlertKind;
import id.balairung.alert.Condition;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An agency's counters as they stand at a moment.
 *
 * @param counters all of them, by number
 * @param shifts the open ones, by counter number
 */
public record CountersNow(List<CounterSummary> counters, List<OpenShift> shifts) {

    /** A break that is past its planned end. The subject is the counter; the facts are its number and the officer's name. */
    public static final AlertKind OVERDUE_BREAK = new AlertKind("overdue-break");

    /** No counter is open in opening hours. The subject is the agency; there are no facts. */
    public static final AlertKind NO_OPEN_COUNTER = new AlertKind("no-open-counter");

    /** How long after opening time the first counter may open. */
    private static final Duration OPENING_GRACE = Duration.ofMinutes(5);

    /**
     * What is wrong with the counters.
     *
     * @param agency whose they are
     * @param hours the agency's opening hours of today; empty when it doesn't open
     * @param zone the mall's zone, in which the hours are meant
     * @param now the moment, UTC
     */
    public List<Condition> conditions(AgencyId agency, Optional<DayHours> hours, ZoneId zone, Instant now) {
        return Stream.concat(
                        noOpenCounter(agency, hours, LocalTime.ofInstant(now, zone), now).stream(),
                        shifts.stream().flatMap(shift -> shift.overdueBreak(now).stream()))
                .toList();
    }

    private Optional<Condition> noOpenCounter(AgencyId agency, Optional<DayHours> hours, LocalTime time, Instant now) {
        boolean expected = hours.filter(
                        day -> !time.isBefore(day.opens().plus(OPENING_GRACE)) && time.isBefore(day.closes()))
                .isPresent();
        return expected && shifts.isEmpty()
                ? Optional.of(new Condition(NO_OPEN_COUNTER, agency.value(), now, List.of()))
                : Optional.empty();
    }
}
