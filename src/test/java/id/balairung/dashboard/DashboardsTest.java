package id.balairung.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.audit.AuditKind;
import id.balairung.closing.ClosingRound;
import id.balairung.closing.DailyClosings;
import id.balairung.closing.DayAtTheCounters;
import id.balairung.closing.DayFigures;
import id.balairung.closing.DayReport;
import id.balairung.common.ServiceDay;
import id.balairung.dashboard.DashboardPeriod.Running;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.TicketId;
import id.balairung.rollup.Compliance;
import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import id.balairung.rollup.SpanRound;
import id.balairung.rollup.WeekHours;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.util.ReflectionTestUtils;

/** Who follows which dashboard; what it says is what the daily report says, at each moment. */
@BalairungTest
class DashboardsTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    /** Sooner than a topic reads unasked. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    Dashboards dashboards;

    @Autowired
    DashboardFeed feed;

    @Autowired
    DailyClosings closings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    StaffPrincipal head;
    LocalDate day;

    @BeforeEach
    void twoAgenciesInTheMorning() {
        agency = hall.agency(3, 2);
        other = hall.agency(1, 1);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        day = LocalDate.ofInstant(clock.instant(), MALL).plusDays(1);
        morning(day);
        hall.open(agency, 0);
        hall.open(agency, 1);
        hall.open(other, 0);
        // As the application does every few seconds: it knows the agencies.
        close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void todayHalfWayIsWhatTheReportSaysOfIt(long seed) {
        DayAtTheCounters people = people(seed);
        people.act(120);
        DashboardReading own = read(agency.admin(), query(Optional.of(agency), Optional.empty(), today()));
        DashboardReading mall = read(head, query(Optional.empty(), Optional.empty(), today()));
        DayReport report = report();
        assertThat(report.total().unsettled()).as("people who are still there").isPositive();

        assertSame(own.soFar(), report);
        assertSame(own.figures(), report);
        assertFigures(of(mall.soFar()), report.total());
        assertFigures(of(mall.figures()), report.total());
        assertThat(own.today()).isEqualTo(day);
        assertThat(own.shape().arrivals(Duration.ofHours(24)))
                .isEqualTo(report.total().arrivals());
        assertThat(own.shape().withinTarget(Duration.ofHours(24)).whole())
                .isEqualTo(report.total().judged());
        agency.services().forEach(service -> {
            DashboardReading one = read(head, query(Optional.of(agency), Optional.of(service), today()));
            assertFigures(one.soFar().total(), of(report, service.id()));
            assertFigures(one.figures().total(), of(report, service.id()));
            assertThat(one.shape().arrivals(Duration.ofHours(24)))
                    .isEqualTo(of(report, service.id()).arrivals());
        });

        people.act(20);
        assertSame(
                read(agency.admin(), query(Optional.of(agency), Optional.empty(), today()))
                        .figures(),
                report());
    }

    @Test
    void aPastDayIsWhatItsReportSaysBeforeAndAfterThatIsBuiltAndInAnySpan() {
        people(3).act(150);
        morning(day.plusDays(1));
        DashboardQuery past = query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(day, day));
        DashboardReading unbuilt = read(agency.admin(), past);
        close();
        DayReport report = report();
        assertThat(report.closing()).isPresent();

        assertSame(unbuilt.figures(), report);
        assertThat(unbuilt.figures().pending()).isZero();
        assertSame(read(agency.admin(), past).figures(), report);
        assertThat(read(agency.admin(), past).soFar().total().arrivals()).isZero();
        assertFigures(
                of(read(head, query(Optional.empty(), Optional.empty(), DashboardPeriod.of(day, day)))
                        .figures()),
                report.total());
        agency.services()
                .forEach(service -> assertFigures(
                        read(head, query(Optional.of(agency), Optional.of(service), DashboardPeriod.of(day, day)))
                                .figures()
                                .total(),
                        of(report, service.id())));

        DashboardReading later = read(
                agency.admin(),
                query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(day.plusDays(1), day.plusDays(1))));
        assertThat(later.recent().steps().get(day).arrivals())
                .isEqualTo(report.total().arrivals());

        morning(day.plusYears(1).plusMonths(1));
        close();
        new SpanRound(application).run();
        for (DashboardPeriod period : List.of(
                DashboardPeriod.of(
                        day.withDayOfMonth(1),
                        day.withDayOfMonth(1).plusMonths(1).minusDays(1)),
                DashboardPeriod.of(
                        day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1).minusDays(1)),
                DashboardPeriod.of(day.minusYears(2), day.plusDays(3)))) {
            assertSame(
                    read(agency.admin(), query(Optional.of(agency), Optional.empty(), period))
                            .figures(),
                    report);
        }
    }

    /** On days on which nobody who didn't come was called again. */
    @ParameterizedTest
    @ValueSource(longs = {12, 13, 16})
    void whatGoesOnStandsBesideTheDaysBeforeAsFarAsTheyHadComeAtThatTime(long seed) {
        DayAtTheCounters people = people(seed);
        people.act(90);
        Instant moment = clock.instant();
        DashboardReading then = read(agency.admin(), query(Optional.of(agency), Optional.empty(), today()));
        DashboardReading ofService =
                read(agency.admin(), query(Optional.of(agency), Optional.of(agency.service()), today()));
        people.act(60);
        assertThat(LocalDate.ofInstant(clock.instant(), MALL)).isEqualTo(day);

        clock.set(moment.plus(Duration.ofDays(7)));
        for (Running running : List.of(Running.TODAY, Running.WEEK)) {
            DashboardPeriod period = DashboardPeriod.of(running, day.plusDays(7));
            DashboardReading now = read(agency.admin(), query(Optional.of(agency), Optional.empty(), period));
            assertAlike(now.totalBefore(), then.todayTotal());
            assertThat(now.counterTotalBefore().turns())
                    .isEqualTo(then.counterTotal().turns());
            assertThat(now.counterTotalBefore().openMillis())
                    .isCloseTo(then.counterTotal().openMillis(), within(1000L));
        }
        assertAlike(
                read(agency.admin(), query(Optional.of(agency), Optional.of(agency.service()), today()))
                        .totalBefore(),
                ofService.todayTotal());
        assertThat(read(agency.admin(), query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(day, day)))
                        .total()
                        .arrivals())
                .as("the whole day")
                .isGreaterThan(then.todayTotal().arrivals());
    }

    private static void assertAlike(Figures some, Figures others) {
        assertThat(some.arrivals()).isEqualTo(others.arrivals()).isPositive();
        assertThat(some.called()).isEqualTo(others.called());
        assertThat(some.served()).isEqualTo(others.served());
        assertThat(some.noShows()).isEqualTo(others.noShows());
        assertThat(some.abandoned()).isEqualTo(others.abandoned());
        assertThat(some.transferred()).isEqualTo(others.transferred());
        assertThat(some.judged()).isEqualTo(others.judged());
        assertThat(some.withinTarget()).isEqualTo(others.withinTarget());
        assertThat(some.waiting().sum()).isEqualTo(others.waiting().sum());
        assertThat(some.service().sum()).isEqualTo(others.service().sum());
    }

    @Test
    void theWeekBeforeIsToldBesideIt() {
        people(4).act(60);
        DayReport before = report();
        clock.set(day.plusDays(7).atTime(LocalTime.of(23, 59)).atZone(MALL).toInstant());
        DashboardReading reading = read(agency.admin(), query(Optional.of(agency), Optional.empty(), today()));
        assertThat(reading.before().total().arrivals()).isEqualTo(before.total().arrivals());
        assertThat(reading.weeksBefore())
                .extracting(DayShape::day)
                .containsExactly(day, day.minusDays(7), day.minusDays(14), day.minusDays(21));
        assertThat(reading.weeksBefore().getFirst().arrivals(Duration.ofHours(24)))
                .isEqualTo(before.total().arrivals());
    }

    @Test
    void aCorrectionOfAPastDayShowsInAnOpenDashboardBeforeTheDayIsBuiltAnew() {
        DayAtTheCounters people = people(5);
        TicketId ticket = people.serve(Duration.ofMinutes(3), Duration.ofMinutes(50));
        morning(day.plusDays(1));
        close();
        Followed followed = new Followed(
                agency.admin(), query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(day, day)));
        try (QueueSubscription<DashboardReading> subscription = followed.subscription) {
            long before = followed.next().figures().total().service().sum();
            assertThat(Duration.ofMillis(before).toMinutes()).isEqualTo(50);
            for (int correction = 0; correction < 3; correction++) {
                long last = subscription.current().figures().total().service().sum();
                people.correct(ticket);
                long corrected = jdbc.sql("select service_millis from history_turn where ticket_id = ?")
                        .param(ticket.value().toString())
                        .query(Long.class)
                        .single();
                assertThat(corrected).isNotEqualTo(last);
                followed.until(reading -> reading.figures().total().service().sum() == corrected);
            }
            long shown = subscription.current().figures().total().service().sum();
            close();
            assertThat(report().total().serviceTime().n()).isEqualTo(1);
            assertThat(read(agency.admin(), query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(day, day)))
                            .figures()
                            .total()
                            .service()
                            .sum())
                    .isEqualTo(shown);
        }
    }

    @Test
    void aNewTicketReachesWhoFollowsTheAgencyAndTheMallAndNobodyElse() {
        Followed own = new Followed(agency.admin(), query(Optional.of(agency), Optional.empty(), today()));
        Followed mall = new Followed(head, query(Optional.empty(), Optional.empty(), today()));
        Followed foreign = new Followed(other.admin(), query(Optional.of(agency), Optional.empty(), today()));
        try (var one = own.subscription;
                var two = mall.subscription;
                var three = foreign.subscription) {
            assertThat(own.next().soFar().total().arrivals()).isZero();
            mall.next();
            foreign.next();

            hall.issue(agency);

            own.until(reading -> reading.soFar().total().arrivals() == 1);
            mall.until(reading -> of(reading.soFar()).arrivals() == 1);
            assertThat(foreign.subscription.current().soFar().total().arrivals())
                    .isZero();
            assertThat(foreign.heard).isEmpty();
        }
    }

    @Test
    void allWhoLookAtTheSameShareATopicWhichIsForgottenWhenTheLastOneLeaves() {
        DashboardQuery query = query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(day.minusDays(3), day));
        Followed first = new Followed(agency.admin(), query);
        Followed second = new Followed(head, query);
        first.next();
        second.next();
        assertThat(topics()).contains(query);
        first.subscription.close();
        second.subscription.close();
        await().atMost(SOON).until(() -> !topics().contains(query));
        Followed again = new Followed(head, query);
        again.next();
        assertThat(topics()).contains(query);
        again.subscription.close();
        await().atMost(SOON).until(() -> !topics().contains(query));
    }

    @Test
    void whatIsSummedIsSummedOnceForAllScreensOfAReading() {
        people(8).act(30);
        DashboardReading reading = read(
                agency.admin(), query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(Running.WEEK, day)));
        List<Supplier<?>> sums = List.of(
                reading::todayTotal,
                reading::todayByAgency,
                reading::total,
                reading::totalBefore,
                reading::byAgency,
                reading::steps,
                reading::stepsBefore,
                reading::counterTotal,
                reading::counterTotalBefore,
                reading::recentTotal,
                reading::weeks,
                reading::weeksTotal,
                reading::weeksSteps);
        assertThat(sums).allSatisfy(sum -> assertThat(sum.get()).isSameAs(sum.get()));
        assertThat(reading.steps()).containsOnlyKeys(reading.figures().steps().keySet());
        assertThat(reading.stepsBefore())
                .containsOnlyKeys(reading.before().steps().keySet());
        assertThat(reading.weeksSteps())
                .containsOnlyKeys(reading.weeks().steps().keySet());
        assertThat(reading.weeksTotal().arrivals())
                .isPositive()
                .isEqualTo(
                        reading.recentTotal().arrivals() + reading.todayTotal().arrivals());
        assertThat(reading.counterTotal()).isEqualTo(reading.figures().counterTotal());
    }

    @Test
    void theMoreIsLookedAtTheLongerEachRests() {
        assertThat(DashboardFeed.pace(List.of())).isEqualTo(Duration.ofSeconds(2));
        assertThat(DashboardFeed.pace(List.of(Duration.ofMillis(100), Duration.ofMillis(200))))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(DashboardFeed.pace(Collections.nCopies(100, Duration.ofMillis(100))))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theHeadsReadingStandsInTheTrailOfWhoseFiguresTheyAre() {
        read(head, query(Optional.of(agency), Optional.empty(), today()));
        assertThat(told(agency.id())).isEqualTo(1);
        assertThat(told(other.id())).isZero();
        read(head, query(Optional.empty(), Optional.empty(), today()));
        assertThat(told(other.id())).isEqualTo(1);
        read(agency.admin(), query(Optional.of(agency), Optional.empty(), today()));
        assertThat(told(agency.id())).isEqualTo(1);
    }

    @Test
    void anAdminFollowsTheOwnAgencyWhateverIsAskedFor() {
        hall.issue(agency);
        for (Optional<Hall.TestAgency> asked : List.of(Optional.of(agency), Optional.<Hall.TestAgency>empty())) {
            DashboardReading reading = read(other.admin(), query(asked, Optional.empty(), today()));
            assertThat(reading.query().agency()).contains(other.id());
            assertThat(reading.soFar().total().arrivals()).isZero();
            assertThat(reading.soFar().byAgency().keySet()).isSubsetOf(other.id());
        }
    }

    @Test
    void anotherAgencysServiceIsRefusedToEverybody() {
        DashboardQuery foreign = query(Optional.of(other), Optional.of(agency.service()), today());
        DashboardQuery mine = query(Optional.of(agency), Optional.of(agency.service()), today());
        assertRefused(other.admin(), foreign);
        assertRefused(other.admin(), mine);
        assertRefused(head, foreign);
        assertRefused(head, new DashboardQuery(Optional.of(AgencyId.next()), Optional.empty(), today()));
        assertThat(read(head, mine).query()).isEqualTo(mine);
        assertThatThrownBy(() -> query(Optional.empty(), Optional.of(agency.service()), today()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyElseFollowsAny() {
        for (StaffPrincipal staff :
                List.of(agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_ADMIN, Optional.empty()))) {
            assertRefused(staff, query(Optional.of(agency), Optional.empty(), today()));
            assertRefused(staff, query(Optional.empty(), Optional.empty(), today()));
        }
    }

    @Test
    void daysOfWhichThereCanBeNothingAreNoPeriod() {
        Set<DashboardQuery> before = topics();
        for (DashboardPeriod period : List.of(
                DashboardPeriod.of(ServiceDay.FIRST.minusDays(1), day),
                DashboardPeriod.of(day.plusDays(1), day.plusDays(2)),
                DashboardPeriod.of(day, LocalDate.of(9999, 12, 31)))) {
            assertThatThrownBy(() -> read(head, query(Optional.empty(), Optional.empty(), period)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(topics()).isEqualTo(before);
        assertThat(read(head, query(Optional.of(agency), Optional.empty(), DashboardPeriod.of(day, day.plusDays(9))))
                        .figures()
                        .total()
                        .arrivals())
                .isZero();
    }

    private void assertSame(PeriodFigures figures, DayReport report) {
        assertFigures(figures.total(), report.total());
        WeekHours hours = figures.total().hours();
        IntStream.range(0, 24).forEach(hour -> {
            DayFigures told = Optional.ofNullable(report.hours().get(hour)).orElse(DayFigures.NONE);
            assertThat(hours.count(WeekHours.Kind.ARRIVALS, report.day().getDayOfWeek(), hour))
                    .as("arrivals at %s", hour)
                    .isEqualTo(told.arrivals());
            assertThat(hours.count(WeekHours.Kind.JUDGED, report.day().getDayOfWeek(), hour))
                    .as("judged at %s", hour)
                    .isEqualTo(told.judged());
        });
        agency.services().forEach(service -> {
            Compliance compliance =
                    Optional.ofNullable(figures.compliance().get(service.id())).orElse(new Compliance(0, 0, 0, 0));
            assertThat(compliance.judged()).isEqualTo(of(report, service.id()).judged());
            assertThat(compliance.withinTarget())
                    .isEqualTo(of(report, service.id()).withinTarget());
            assertThat(compliance.services())
                    .isEqualTo(of(report, service.id()).serviceTime().n());
        });
    }

    private static void assertFigures(Figures figures, DayFigures report) {
        assertThat(figures.waiting().sum()).isEqualTo(report.waitingTime().sum().toMillis());
        assertThat(figures.service().sum()).isEqualTo(report.serviceTime().sum().toMillis());
        assertThat(Map.of(
                        "arrivals", figures.arrivals(),
                        "called", figures.called(),
                        "served", figures.served(),
                        "no-shows", figures.noShows(),
                        "abandoned", figures.abandoned(),
                        "unsettled", figures.unsettled(),
                        "transferred", figures.transferred(),
                        "judged", figures.judged(),
                        "within", figures.withinTarget(),
                        "measured", figures.service().n()))
                .isEqualTo(Map.of(
                        "arrivals", (long) report.arrivals(),
                        "called", (long) report.called(),
                        "served", (long) report.served(),
                        "no-shows", (long) report.noShows(),
                        "abandoned", (long) report.abandoned(),
                        "unsettled", (long) report.unsettled(),
                        "transferred", (long) report.transferred(),
                        "judged", (long) report.judged(),
                        "within", (long) report.withinTarget(),
                        "measured", (long) report.serviceTime().n()));
    }

    private static DayFigures of(DayReport report, ServiceId service) {
        return Optional.ofNullable(report.services().get(service)).orElse(DayFigures.NONE);
    }

    private Figures of(PeriodFigures mall) {
        return mall.byAgency().getOrDefault(agency.id(), Figures.NONE);
    }

    private DayReport report() {
        return hall.as(agency.admin(), () -> closings.day(agency.id(), day)).orElseThrow();
    }

    private DayAtTheCounters people(long seed) {
        return new DayAtTheCounters(application, agency, other, seed);
    }

    private void close() {
        ClosingRound round = new ClosingRound(application);
        boolean more = true;
        while (more) {
            more = round.run();
        }
    }

    private void morning(LocalDate of) {
        clock.set(of.atTime(LocalTime.of(8, 0)).atZone(MALL).toInstant());
    }

    private DashboardPeriod today() {
        return DashboardPeriod.of(Running.TODAY, LocalDate.ofInstant(clock.instant(), MALL));
    }

    private static DashboardQuery query(
            Optional<Hall.TestAgency> of, Optional<ServiceSummary> service, DashboardPeriod period) {
        return new DashboardQuery(of.map(Hall.TestAgency::id), service.map(ServiceSummary::id), period);
    }

    private DashboardReading read(StaffPrincipal reader, DashboardQuery query) {
        return hall.as(reader, () -> {
            try (QueueSubscription<DashboardReading> followed = dashboards.subscribe(query, update -> {})) {
                return followed.current();
            }
        });
    }

    private void assertRefused(StaffPrincipal reader, DashboardQuery query) {
        assertThatThrownBy(() -> read(reader, query)).isInstanceOf(AccessDeniedException.class);
    }

    @SuppressWarnings("unchecked")
    private Set<DashboardQuery> topics() {
        return Set.copyOf(((Map<DashboardQuery, ?>) ReflectionTestUtils.getField(feed, "topics")).keySet());
    }

    private long told(AgencyId of) {
        return jdbc.sql("select count(*) from audit_event where trail_id = ? and kind = ? and subject = 'dashboard'")
                .param(of.toString())
                .param(AuditKind.READ_ACROSS.name())
                .query(Long.class)
                .single();
    }

    /** Somebody in front of a dashboard, and what the feed brought there. */
    private final class Followed {

        private final BlockingQueue<DashboardReading> heard = new LinkedBlockingQueue<>();
        private final QueueSubscription<DashboardReading> subscription;

        private Followed(StaffPrincipal reader, DashboardQuery query) {
            this.subscription = hall.as(
                    reader,
                    () -> dashboards.subscribe(query, update -> {
                        if (update instanceof QueueUpdate.Current<DashboardReading>(DashboardReading now)) {
                            heard.add(now);
                        }
                    }));
        }

        private DashboardReading next() {
            AtomicReference<DashboardReading> found = new AtomicReference<>();
            await().atMost(SOON).until(() -> {
                found.set(heard.poll());
                return found.get() != null;
            });
            return found.get();
        }

        private void until(java.util.function.Predicate<DashboardReading> shown) {
            await().atMost(SOON).until(() -> {
                DashboardReading newer = heard.poll();
                return newer != null && shown.test(newer);
            });
        }
    }
}
