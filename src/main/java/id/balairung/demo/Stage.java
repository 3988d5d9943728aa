package id.balairung.demo;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ScaledClock;
import id.balairung.counter.CounterDesk;
import id.balairung.intake.FrontDesk;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.QueueDesk;
import id.balairung.satisfaction.Ratings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the players act with: the same services as people, the mall's time, and the cast. */
@Component
@Profile("demo")
record Stage(
        FrontDesk frontDesk,
        CounterDesk counters,
        QueueDesk queue,
        EndOfDay endOfDay,
        Ratings ratings,
        ServiceCatalogue catalogue,
        CurrentMall mall,
        Cast cast,
        Clock clock) {

    /** A service by its prefix; empty when the mall doesn't have it. */
    Optional<ServiceSummary> service(String prefix) {
        return catalogue.services().stream()
                .filter(service -> service.prefix().equals(prefix))
                .findAny();
    }

    /** The moment of a time of the day in which another moment falls. */
    Instant at(LocalTime time, Instant day) {
        return day.atZone(mall.rules().zone()).with(time).toInstant();
    }

    /** How much time of the mall passes in a stretch of real time, and at least so much. */
    Duration atLeast(Duration least, Duration real) {
        Duration scaled = real.multipliedBy(ScaledClock.speedOf(clock));
        return scaled.compareTo(least) > 0 ? scaled : least;
    }
}
