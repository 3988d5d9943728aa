package id.balairung.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurn;
import id.balairung.common.Share;
import id.balairung.queue.EstimateAccuracy;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** How a day went on is what a report made at each of its moments would have said. */
class DayShapeTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final ServiceId SERVICE = new ServiceId(new UUID(0, 1));
    private static final int TURNS = 30;
    private static final int MINUTES = 120;

    @Property(tries = 200)
    void atEachMomentItIsWhatWasKnownThen(@ForAll long seed, @ForAll boolean over) {
        Random random = new Random(seed);
        DayBounds day = new DayBounds(DAY, MALL, over ? morning(24 * 60) : morning(8 * 60 + random.nextInt(MINUTES)));
        List<DayTurn> turns = IntStream.range(0, TURNS)
                .mapToObj(turn -> turn(random, day.now()))
                .flatMap(Optional::stream)
                .toList();
        DayShape shape = DayShape.of(day, turns);

        for (Instant at = morning(8 * 60); at.isBefore(day.until()); at = at.plusSeconds(60)) {
            Instant moment = at;
            Duration since = Duration.between(day.begin(), moment);
            List<DayTurn> then =
                    turns.stream().flatMap(turn -> asOf(turn, moment).stream()).toList();
            // A call at that very moment has been made.
            Instant until = moment.plusNanos(1);
            long within = then.stream().filter(turn -> turn.within(until)).count();
            long judged = then.stream()
                    .filter(turn -> turn.wait(until).isPresent() || turn.missed(moment))
                    .count();
            assertThat(shape.withinTarget(since)).as("at %s", moment).isEqualTo(new Share(within, judged));
            assertThat(shape.arrivals(since))
                    .isEqualTo(turns.stream()
                            .filter(turn -> turn.arrived() && !turn.issuedAt().isAfter(moment))
                            .count());
        }
        assertThat(shape.first())
                .isEqualTo(turns.stream()
                        .filter(DayTurn::arrived)
                        .map(turn -> Duration.between(day.begin(), turn.issuedAt()))
                        .min(Duration::compareTo));
    }

    private static Instant morning(int minutes) {
        return DAY.atStartOfDay(MALL).toInstant().plus(Duration.ofMinutes(minutes));
    }

    /** As it stands at a moment; of one that comes later there is nothing. All in whole minutes, so that moments meet. */
    private static Optional<DayTurn> turn(Random random, Instant now) {
        Instant issued = morning(8 * 60 + random.nextInt(MINUTES));
        boolean transferred = random.nextInt(4) == 0;
        Instant queued = transferred || random.nextInt(5) == 0 ? issued.plus(minutes(random, 20)) : issued;
        boolean called = random.nextInt(3) > 0;
        Instant left = queued.plus(minutes(random, 45));
        Instant ended = called ? left.plus(minutes(random, 20)) : left;
        DayTurn whole = turn(
                transferred ? 2 : 1,
                called ? TicketStatus.COMPLETED : TicketStatus.ABANDONED,
                issued,
                queued,
                called ? Optional.of(left) : Optional.empty(),
                Optional.of(ended),
                Duration.ofMinutes(10 + random.nextInt(15)));
        return asOf(whole, now.minusNanos(1));
    }

    private static Duration minutes(Random random, int most) {
        return Duration.ofMinutes(random.nextInt(most));
    }

    private static Optional<DayTurn> asOf(DayTurn turn, Instant moment) {
        if (turn.queuedAt().isAfter(moment)) {
            return Optional.empty();
        }
        Optional<Instant> called = turn.calledAt().filter(at -> !at.isAfter(moment));
        Optional<Instant> ended = turn.endedAt().filter(at -> !at.isAfter(moment));
        TicketStatus status = Stream.of(
                        ended.map(at -> turn.status()),
                        called.map(at -> TicketStatus.CALLED),
                        Optional.of(TicketStatus.WAITING))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        return Optional.of(turn(turn.turn(), status, turn.issuedAt(), turn.queuedAt(), called, ended, turn.target()));
    }

    private static DayTurn turn(
            int turn,
            TicketStatus status,
            Instant issued,
            Instant queued,
            Optional<Instant> called,
            Optional<Instant> ended,
            Duration target) {
        return new DayTurn(
                turn,
                SERVICE,
                status,
                issued,
                queued,
                called,
                Optional.empty(),
                ended,
                Duration.ZERO,
                Optional.empty(),
                target,
                Duration.ofMinutes(15),
                Optional.empty(),
                Optional.empty(),
                EstimateAccuracy.NONE);
    }
}
