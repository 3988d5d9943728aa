package id.balairung.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryEntry;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryOrder;
import id.balairung.history.HistoryTotal;
import id.balairung.history.PastTurns;
import id.balairung.history.ServiceHistory;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** As many turns are listed as a figure says, whatever happened on the day and afterwards. */
@BalairungTest
class FiguresLeadToTheirTurnsTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final int ALL = 10_000;

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    DayCloser closer;

    @Autowired
    DailyClosings closings;

    @Autowired
    ServiceHistory history;

    @Autowired
    QueueDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    StaffPrincipal head;
    LocalDate day;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(3, 2);
        other = hall.agency(1, 0);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        hall.open(agency, 0);
        hall.open(agency, 1);
        day = LocalDate.ofInstant(clock.instant(), MALL);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void ofAHalfDayOfADayThatIsOverAndOfOneThatWasPutRight(long seed) {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, seed);
        counters.act(160);
        assertEveryFigureLeadsToItsTurns(day);
        counters.act(160);
        assertEveryFigureLeadsToItsTurns(day);
        DayFigures today = figures(day).total();
        assertThat(today.unsettled()).isPositive();
        assertThat(today.transferred()).isPositive();
        assertThat(today.judged()).isGreaterThan(today.called());

        nextMorning();
        close();
        assertThat(figures(day).total().unsettled()).isPositive();
        assertEveryFigureLeadsToItsTurns(day);

        counters.putRight(20);
        counters.act(60);
        close();
        assertEveryFigureLeadsToItsTurns(day);
        assertEveryFigureLeadsToItsTurns(day.plusDays(1));
        morningAfter(day.plusDays(1));
        close();
        DayFigures both = figures(day).total().plus(figures(day.plusDays(1)).total());
        assertLeads(agency.admin(), of(day, day.plusDays(1)), both);
        assertLeads(head, of(day, day.plusDays(1)).in(Optional.of(agency.id())), both);
    }

    @Test
    void ofTurnsThatWereBroughtIn() {
        LocalDate past = day.minusYears(3);
        new PastTurns(batches, transaction, 5).add(agency, past, 1, 120);
        nextMorning();
        close();
        closer.search();
        assertThat(closer.reckon(agency.id(), past, clock.instant()).total().arrivals())
                .isEqualTo(120);
        assertLeads(
                agency.admin(),
                of(past, past),
                closer.reckon(agency.id(), past, clock.instant()).total());
    }

    @Test
    void alsoWhereSomebodyWasMovedOnOrCalledAgainAfterMidnight() {
        clock.set(day.atTime(LocalTime.of(23, 50)).atZone(MALL).toInstant());
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 1);
        counters.transfer(Duration.ofMinutes(5), Duration.ofMinutes(7));
        clock.set(day.plusDays(1).atTime(LocalTime.of(23, 58)).atZone(MALL).toInstant());
        hall.issue(agency);
        TicketId called = hall.as(
                agency.officer(),
                () -> ((CallResult.Called) desk.callNext(CommandId.next()))
                        .act()
                        .ticket()
                        .id());
        clock.advance(Duration.ofMinutes(5));
        hall.as(agency.officer(), () -> desk.recall(CommandId.next(), called));
        clock.advance(Duration.ofMinutes(1));
        assertEveryFigureLeadsToItsTurns(day);
        assertEveryFigureLeadsToItsTurns(day.plusDays(1));
        assertEveryFigureLeadsToItsTurns(day.plusDays(2));

        hall.as(agency.officer(), () -> desk.serve(CommandId.next(), called));
        hall.as(agency.officer(), () -> desk.complete(CommandId.next(), called, id.balairung.queue.Outcome.FULFILLED));
        assertEveryFigureLeadsToItsTurns(day.plusDays(1));
        assertEveryFigureLeadsToItsTurns(day.plusDays(2));
        assertThat(listed(agency.admin(), of(day.plusDays(1), day.plusDays(1))))
                .extracting(turn -> turn.key().ticket())
                .containsExactly(called);
        assertThat(listed(agency.admin(), of(day.plusDays(2), day.plusDays(2)))).isEmpty();
    }

    @Test
    void aServiceTimeIsWithinTheStandardUpToItsLastMillisecond() {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 1);
        TicketId exact = counters.serve(Duration.ofMinutes(3), Duration.ofMinutes(5));
        TicketId longer = counters.serve(Duration.ofMinutes(3), Duration.ofMinutes(5));
        lasted(exact, 0);
        lasted(longer, 1);
        HistoryFilter today = of(day, day);

        assertThat(counted(agency.admin(), today.counted(FigureFilter.of(ServiceTimeFigure.MEASURED))))
                .isEqualTo(2);
        assertThat(counted(agency.admin(), today.counted(FigureFilter.of(ServiceTimeFigure.WITHIN))))
                .isEqualTo(1);
        assertThat(listed(agency.admin(), today.counted(FigureFilter.of(ServiceTimeFigure.OVER))))
                .extracting(turn -> turn.key().ticket())
                .containsExactly(longer);
    }

    @Test
    void whoWaitsBeyondTheTargetIsMissedFromThatMomentOnEverywhere() {
        hall.issue(agency);
        HistoryFilter missed = of(day, day).counted(FigureFilter.of(WaitFigure.MISSED));
        clock.advance(Duration.ofMinutes(19));
        assertThat(counted(agency.admin(), missed)).isZero();
        assertEveryFigureLeadsToItsTurns(day);
        clock.advance(Duration.ofMinutes(1));
        assertThat(counted(agency.admin(), missed)).isEqualTo(1);
        assertEveryFigureLeadsToItsTurns(day);
        assertThat(listed(agency.officer(), missed)).as("nobody's yet").isEmpty();
        assertThat(listed(other.admin(), missed.in(Optional.of(agency.id())))).isEmpty();
    }

    @Test
    void anOfficerFindsOnlyTheOwnAndAnotherAgencyNone() {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 31);
        counters.act(200);
        nextMorning();
        StaffPrincipal officer = agency.officers().get(1);
        StaffPrincipal stranger = hall.agency(1, 1).admin();
        for (HistoryFilter filter : filters(of(day, day)).keySet()) {
            assertThat(listed(officer, filter))
                    .allSatisfy(turn -> assertThat(turn.officer()).contains(officer.id()))
                    .hasSize((int) listed(agency.admin(), filter).stream()
                            .filter(turn ->
                                    turn.officer().filter(officer.id()::equals).isPresent())
                            .count());
            assertThat(listed(stranger, filter.in(Optional.of(agency.id())))).isEmpty();
        }
    }

    private void lasted(TicketId ticket, int millisecondsTooLong) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        update history_turn
                        set ended_at = serving_since + interval target_service_seconds second + interval :more * 1000 microsecond
                        where ticket_id = :ticket""")
                .param("more", millisecondsTooLong)
                .param("ticket", ticket.value().toString())
                .update());
    }

    private void assertEveryFigureLeadsToItsTurns(LocalDate of) {
        DayReport report;
        Map<String, Integer> listed;
        do {
            // Time goes on, and somebody who waits may miss the target meanwhile.
            report = figures(of);
            listed = listedOf(of);
        } while (!report.equals(figures(of)));
        assertThat(listed).isEqualTo(expectedOf(report));
    }

    private Map<String, Integer> listedOf(LocalDate of) {
        HistoryFilter filter = of(of, of);
        Map<String, Integer> listed = new TreeMap<>();
        filters(filter).forEach((search, name) -> {
            listed.put(name, counted(agency.admin(), search));
            listed.put(name + " for the head", counted(head, search.in(Optional.of(agency.id()))));
        });
        agency.services()
                .forEach(service -> filters(filter.at(service.id()))
                        .forEach((search, name) ->
                                listed.put(name + " at " + service.prefix(), counted(agency.admin(), search))));
        for (int hour = 0; hour < 24; hour++) {
            listed.put(
                    "arrivals at " + hour,
                    counted(agency.admin(), filter.counted(FigureFilter.arrivals(of.getDayOfWeek(), hour))));
        }
        listed.put(
                "arrivals on another weekday",
                counted(
                        agency.admin(),
                        filter.counted(new FigureFilter(
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(of.getDayOfWeek().plus(1)),
                                Optional.empty()))));
        return listed;
    }

    private Map<String, Integer> expectedOf(DayReport report) {
        Map<String, Integer> expected = new TreeMap<>();
        filters(of(day, day)).values().forEach(name -> {
            expected.put(name, figure(name, report.total()));
            expected.put(name + " for the head", figure(name, report.total()));
            agency.services()
                    .forEach(service ->
                            expected.put(name + " at " + service.prefix(), figure(name, of(report, service.id()))));
        });
        for (int hour = 0; hour < 24; hour++) {
            expected.put(
                    "arrivals at " + hour,
                    Optional.ofNullable(report.hours().get(hour))
                            .map(DayFigures::arrivals)
                            .orElse(0));
        }
        expected.put("arrivals on another weekday", 0);
        return expected;
    }

    private static DayFigures of(DayReport report, ServiceId service) {
        return Optional.ofNullable(report.services().get(service)).orElse(DayFigures.NONE);
    }

    private void assertLeads(StaffPrincipal reader, HistoryFilter filter, DayFigures figures) {
        filters(filter)
                .forEach((search, name) -> assertThat(counted(reader, search))
                        .as(name + " for " + reader.role() + " of " + filter)
                        .isEqualTo(figure(name, figures)));
        int measured = counted(reader, filter.counted(FigureFilter.of(ServiceTimeFigure.WITHIN)))
                + counted(reader, filter.counted(FigureFilter.of(ServiceTimeFigure.OVER)));
        assertThat(measured).isEqualTo(figures.serviceTime().n());
    }

    private static Map<HistoryFilter, String> filters(HistoryFilter all) {
        Map<HistoryFilter, String> filters = new LinkedHashMap<>();
        filters.put(all.counted(FigureFilter.ARRIVALS), "arrivals");
        filters.put(all.counted(FigureFilter.of(WaitFigure.CALLED)), "called");
        filters.put(all.counted(FigureFilter.of(WaitFigure.JUDGED)), "judged");
        filters.put(all.counted(FigureFilter.of(WaitFigure.WITHIN)), "within");
        filters.put(all.counted(FigureFilter.of(WaitFigure.MISSED)), "missed");
        filters.put(all.counted(FigureFilter.of(ServiceTimeFigure.MEASURED)), "measured");
        filters.put(all.with(TurnResult.SERVED), "served");
        filters.put(all.with(TurnResult.NO_SHOW), "no-shows");
        filters.put(all.with(TurnResult.TRANSFERRED), "transferred");
        filters.put(all.with(TurnResult.ABANDONED), "abandoned");
        return filters;
    }

    private static int figure(String name, DayFigures figures) {
        return switch (name) {
            case "arrivals" -> figures.arrivals();
            case "called" -> figures.called();
            case "judged" -> figures.judged();
            case "within" -> figures.withinTarget();
            case "missed" -> figures.judged() - figures.withinTarget();
            case "measured" -> figures.serviceTime().n();
            case "served" -> figures.served();
            case "no-shows" -> figures.noShows();
            case "transferred" -> figures.transferred();
            default -> figures.abandoned();
        };
    }

    /** As the head of the list has it; and as many are listed, and marked when they missed their target. */
    private int counted(StaffPrincipal reader, HistoryFilter filter) {
        List<HistoryEntry> listed = listed(reader, filter);
        HistoryTotal total = hall.as(reader, () -> history.total(filter));
        assertThat(listed)
                .hasSize(total.turns()
                        + hall.as(reader, () -> history.underWay(filter)).size());
        HistoryFilter missed = filter.counted(filter.figure().with(Optional.of(WaitFigure.MISSED)));
        if (filter.figure().waiting().isEmpty()) {
            assertThat(total.overTarget())
                    .isEqualTo(hall.as(reader, () -> history.total(missed)).turns());
        } else if (filter.figure().waiting().get() == WaitFigure.JUDGED) {
            assertThat(listed.stream().filter(HistoryEntry::overTarget))
                    .hasSize(listed(reader, missed).size());
        }
        return listed.size();
    }

    private List<HistoryEntry> listed(StaffPrincipal reader, HistoryFilter filter) {
        return hall.as(
                reader,
                () -> Stream.concat(
                                history.underWay(filter).stream(),
                                history.page(filter, HistoryOrder.NEWEST_FIRST, Optional.empty(), ALL).stream())
                        .toList());
    }

    private static HistoryFilter of(LocalDate from, LocalDate to) {
        return HistoryFilter.of(from, to);
    }

    private DayReport figures(LocalDate of) {
        return hall.as(agency.admin(), () -> closings.day(agency.id(), of))
                .orElseGet(() -> closer.reckon(agency.id(), of, clock.instant()));
    }

    private void nextMorning() {
        morningAfter(day);
    }

    private void morningAfter(LocalDate over) {
        clock.set(over.plusDays(1).atTime(LocalTime.of(8, 0)).atZone(MALL).toInstant());
    }

    private void close() {
        closer.search();
        boolean more = true;
        while (more) {
            more = closer.closeNext();
        }
    }
}
