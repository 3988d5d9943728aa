package id.balairung.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketId;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The mall's median is that of all its turns, whichever agency they belong to, and never an old one beside new counts. */
@BalairungTest
class MallMedianTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    /** On these days nobody else is there. */
    private static final LocalDate FIRST = LocalDate.of(2031, 3, 1);

    private static int used;

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    DailyClosings closings;

    @Autowired
    DayCloser closer;

    @Autowired
    MallCloser mallCloser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TablesOwner owner;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    Hall.TestAgency small;
    Hall.TestAgency large;
    StaffPrincipal head;
    LocalDate day;

    @BeforeEach
    void aDayOfTheirOwn() {
        leaveOutWhatOthersLeft();
        day = FIRST.plusDays(2L * used++);
        clock.set(day.atTime(LocalTime.of(9, 0)).atZone(MALL).toInstant());
        small = hall.agency(3, 2);
        large = hall.agency(3, 2);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        for (int desk = 0; desk < 2; desk++) {
            hall.open(small, desk);
            hall.open(large, desk);
        }
    }

    @Test
    void itIsNoMeanOfMediansAndAnAgencyOfFiveWeighsFive() {
        TicketId longest = at(small, 1).serve(Duration.ofMinutes(30), Duration.ofMinutes(5));
        for (int minutes : new int[] {3, 4, 5}) {
            at(large, minutes).serve(Duration.ofMinutes(minutes), Duration.ofMinutes(7));
        }
        assertThat(median(total())).as("so far").contains(4L);
        overNight();
        build();
        assertThat(median(total())).as("until it is reckoned").isEmpty();
        assertThat(total().waitingTime().mean().map(Duration::toMinutes)).contains((30L + 3 + 4 + 5) / 4);
        reckon();
        assertThat(median(total())).contains(4L);
        assertThat(total().waitingTime().p90().map(Duration::toMinutes)).contains(30L);
        assertThat(median(inMonth())).contains(4L);

        at(small, 2).correct(longest);
        build();
        assertThat(total().serviceTime().median())
                .as("an old one beside a new sum")
                .isEmpty();
        reckon();
        assertThat(row(total())).isEqualTo(oracle());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void everyFigureFollowsFromTheEventsOfAllAgencies(long seed) {
        at(small, seed).act(60);
        at(large, seed + 100).act(240);
        overNight();
        build();
        reckon();
        assertThat(total().waitingTime().n()).isPositive();
        assertThat(row(total())).isEqualTo(oracle());
        assertThat(inMonth()).isEqualTo(total());
    }

    @Test
    void aDayWithReportsStillToBuildIsNotReckonedYet() {
        at(small, 1).serve(Duration.ofMinutes(3), Duration.ofMinutes(5));
        at(large, 1).serve(Duration.ofMinutes(9), Duration.ofMinutes(5));
        overNight();
        closer.search();
        assertThat(closer.closeNext()).isTrue();
        reckon();
        assertThat(median(total())).isEmpty();
        build();
        reckon();
        assertThat(median(total())).contains(3L);
    }

    @Test
    void aDayThatCanNotBeReckonedIsPutOffAndHoldsUpNoOther() {
        at(small, 1).serve(Duration.ofMinutes(3), Duration.ofMinutes(5));
        LocalDate older = day;
        day = FIRST.plusDays(2L * used++);
        clock.set(day.atTime(LocalTime.of(9, 0)).atZone(MALL).toInstant());
        at(small, 2).serve(Duration.ofMinutes(4), Duration.ofMinutes(5));
        LocalDate newer = day;
        overNight();
        build();
        mark("BEYOND");

        reckon();

        assertThat(median(total())).as("the newer").isEmpty();
        day = older;
        assertThat(median(total())).as("the older").contains(3L);

        day = newer;
        mark("COMPLETED");
        reckon();
        assertThat(median(total())).as("before its time").isEmpty();
        clock.advance(DayCloser.RETRY);
        reckon();
        assertThat(median(total())).as("tried again").contains(4L);
    }

    @Test
    void aDayThatWasPutOffIsDueOnceOneOfItsReportsChanges() {
        TicketId served = at(small, 1).serve(Duration.ofMinutes(3), Duration.ofMinutes(5));
        overNight();
        build();
        mark("BEYOND");
        reckon();
        assertThat(median(total())).isEmpty();
        mark("COMPLETED");

        at(small, 2).correct(served);
        build();
        reckon();

        assertThat(median(total())).contains(3L);
    }

    /** Else every day of every agency of every test would be built, up to a time years ahead. */
    private void leaveOutWhatOthersLeft() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from daily_closing_due").update();
            jdbc.sql("""
                            insert into daily_closing_search (agency_id, oldest, newest, complete)
                            select id, :before, :before, true from agency
                            on duplicate key update newest = :before, complete = true""").param("before", FIRST.minusDays(1)).update();
        });
    }

    /** Gives the day's turns a state, also one that there is none of. */
    private void mark(String status) {
        owner.jdbc()
                .sql(
                        "set statement check_constraint_checks = 0 for update history_turn set status = ? where service_day = ?")
                .param(status)
                .param(day)
                .update();
    }

    private DayAtTheCounters at(Hall.TestAgency agency, long seed) {
        return new DayAtTheCounters(application, agency, agency.equals(small) ? large : small, seed);
    }

    private DayFigures total() {
        return hall.as(head, () -> closings.mallDay(day)).orElseThrow().report().total();
    }

    private DayFigures inMonth() {
        return Optional.ofNullable(hall.as(head, () -> closings.mallMonth(YearMonth.from(day)))
                        .days()
                        .get(day))
                .orElseThrow();
    }

    /** In whole minutes. */
    private static Optional<Long> median(DayFigures figures) {
        return figures.waitingTime().median().map(Duration::toMinutes);
    }

    private String oracle() {
        return new EventOracle(jdbc).total(List.of(small.id(), large.id()), day).getFirst();
    }

    private static String row(DayFigures figures) {
        return Stream.concat(
                        Stream.of(
                                "all",
                                figures.arrivals(),
                                figures.called(),
                                figures.served(),
                                figures.noShows(),
                                figures.abandoned(),
                                figures.unsettled(),
                                figures.transferred(),
                                figures.judged(),
                                figures.withinTarget()),
                        Stream.of(figures.waitingTime(), figures.serviceTime())
                                .flatMap(times -> Stream.of(
                                        times.n(),
                                        times.sum().toMillis(),
                                        millis(times.median()),
                                        millis(times.p90()))))
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    private static String millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).map(String::valueOf).orElse("-");
    }

    private void overNight() {
        clock.set(day.plusDays(1)
                .atStartOfDay(MALL)
                .toInstant()
                .plus(DayCloser.SETTLING)
                .plusSeconds(1));
    }

    private void build() {
        closer.search();
        boolean more = true;
        while (more) {
            more = closer.closeNext();
        }
    }

    private void reckon() {
        boolean more = true;
        while (more) {
            more = mallCloser.closeNext();
        }
    }
}
