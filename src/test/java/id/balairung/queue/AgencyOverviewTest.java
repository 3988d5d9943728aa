package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.DayHours;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.queue.AgencyOverview.Trouble;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The head finds the agency that needs somebody most on top. */
@BalairungTest
class AgencyOverviewTest {

    private static final Optional<DayHours> OPEN = Optional.of(new DayHours(LocalTime.of(8, 0), LocalTime.of(16, 0)));

    @Autowired
    Hall hall;

    @Autowired
    QueueBoardReader boards;

    @Autowired
    QueueDesk desk;

    @Autowired
    CounterDesk counters;

    @Autowired
    AlertWatch watch;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    @BeforeEach
    void inTheMorning() {
        hall.establish();
        clock.set(mall.today().begins(mall.rules().zone()).plus(Duration.ofHours(10)));
    }

    @Test
    void troubleIsRankedAsAHeadWouldRankIt() {
        Hall.TestAgency calm = opened();
        Hall.TestAgency unattended = hall.agency(1, 1);
        Hall.TestAgency deserted = hall.agency(1, 1);
        hall.issue(deserted);
        Hall.TestAgency alerted = opened();
        hall.issue(alerted);
        Hall.TestAgency late = opened();
        hall.issue(late);
        Hall.TestAgency veryLate = opened();
        hall.issue(veryLate);
        hall.issue(veryLate);
        clock.advance(Duration.ofMinutes(19));
        hall.as(alerted.officer(), () -> desk.callNext(CommandId.next()));
        hall.issue(alerted);
        clock.advance(Duration.ofMinutes(4));
        hall.as(alerted.officer(), () -> {
            TicketId there = desk.atMyCounter().orElseThrow().ticket().id();
            desk.serve(CommandId.next(), there);
            return desk.complete(CommandId.next(), there, Outcome.FULFILLED);
        });
        clock.advance(Duration.ofMinutes(4));
        List<Hall.TestAgency> all = List.of(calm, unattended, deserted, alerted, late, veryLate);
        watch.look(all.stream().map(agency -> boards.read(agency.id())).toList());
        assertThat(all.stream().map(this::overview).sorted(AgencyOverview.BY_TROUBLE))
                .extracting(one -> one.board().agency())
                .containsExactlyElementsOf(Stream.of(deserted, veryLate, late, unattended, alerted, calm)
                        .map(Hall.TestAgency::id)
                        .toList());
        assertThat(overview(veryLate).over()).isEqualTo(2);
        assertThat(overview(alerted).trouble()).isEqualTo(Trouble.ALERTED);
        assertThat(overview(calm).trouble()).isEqualTo(Trouble.CALM);
    }

    @Test
    void afterHoursAnAgencyWithNobodyWaitingIsClosedAndOneWithSomebodyIsNot() {
        Hall.TestAgency agency = hall.agency(1, 1);
        LocalTime evening = LocalTime.of(17, 0);
        assertThat(AgencyOverview.of(boards.read(agency.id()), OPEN, evening, clock.instant())
                        .trouble())
                .isEqualTo(Trouble.CLOSED);
        assertThat(AgencyOverview.of(boards.read(agency.id()), Optional.empty(), LocalTime.NOON, clock.instant())
                        .trouble())
                .isEqualTo(Trouble.CLOSED);
        hall.issue(agency);
        assertThat(AgencyOverview.of(boards.read(agency.id()), OPEN, evening, clock.instant())
                        .trouble())
                .isEqualTo(Trouble.DESERTED);
    }

    @Test
    void breaksCountAmongTheOpenCounters() {
        Hall.TestAgency agency = hall.agency(1, 2);
        hall.open(agency, 0);
        hall.open(agency, 1);
        hall.as(
                agency.officer(),
                () -> counters.takeBreak(BreakReason.LUNCH, clock.instant().plusSeconds(600)));
        assertThat(overview(agency)).satisfies(one -> {
            assertThat(one.open()).isEqualTo(2);
            assertThat(one.onBreak()).isEqualTo(1);
        });
    }

    private Hall.TestAgency opened() {
        Hall.TestAgency agency = hall.agency(1, 1);
        hall.open(agency, 0);
        return agency;
    }

    private AgencyOverview overview(Hall.TestAgency agency) {
        return AgencyOverview.of(boards.read(agency.id()), OPEN, LocalTime.of(10, 30), clock.instant());
    }
}
