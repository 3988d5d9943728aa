package id.balairung.satisfaction;

import id.balairung.queue.FeedTopic;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Carries what is said to the screens that look at it: one reading for all that look at the same agency and period. At once when
 * somebody said something on this node and then once in two seconds at most; what came in at another node, within fifteen. A topic that
 * nobody follows holds nothing, so those that were followed once are kept: there are no more than agencies and periods.
 */
@Component
class SatisfactionFeed {

    private static final Duration PACE = Duration.ofSeconds(2);

    private final SatisfactionReading reading;
    private final OwnReading own;
    private final Clock clock;
    private final ConcurrentMap<OfAgency, FeedTopic<AgencySatisfaction>> agencies = new ConcurrentHashMap<>();
    private final ConcurrentMap<SurveyPeriod, FeedTopic<MallSatisfaction>> malls = new ConcurrentHashMap<>();

    private final ConcurrentMap<OfAgency, FeedTopic<OwnSatisfaction>> officers = new ConcurrentHashMap<>();

    private record OfAgency(AgencyId agency, SurveyPeriod period) {}

    SatisfactionFeed(SatisfactionReading reading, OwnReading own, Clock clock) {
        this.reading = reading;
        this.own = own;
        this.clock = clock;
    }

    QueueSubscription<AgencySatisfaction> follow(
            AgencyId agency, SurveyPeriod period, Consumer<QueueUpdate<AgencySatisfaction>> subscriber) {
        return agencies.computeIfAbsent(
                        new OfAgency(agency, period),
                        key -> topic("satisfaction-" + agency, () -> reading.of(agency, period)))
                .subscribe(subscriber);
    }

    QueueSubscription<MallSatisfaction> follow(
            AllAgencies everyAgency, SurveyPeriod period, Consumer<QueueUpdate<MallSatisfaction>> subscriber) {
        return malls.computeIfAbsent(period, key -> topic("satisfaction-mall", () -> reading.mall(everyAgency, period)))
                .subscribe(subscriber);
    }

    /** What an agency's officers may read; not woken by what is said, for that would tell an officer when. */
    QueueSubscription<OwnSatisfaction> followOwn(
            AgencyId agency, SurveyPeriod period, Consumer<QueueUpdate<OwnSatisfaction>> subscriber) {
        return officers.computeIfAbsent(
                        new OfAgency(agency, period),
                        key -> topic("satisfaction-own-" + agency, () -> own.of(agency, period)))
                .subscribe(subscriber);
    }

    private <T> FeedTopic<T> topic(String name, Supplier<T> projection) {
        return new FeedTopic<>(name, projection, clock, PACE, () -> {});
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(SatisfactionChanged changed) {
        agencies.forEach((key, topic) -> {
            if (key.agency().equals(changed.agency())) {
                topic.refresh();
            }
        });
        malls.values().forEach(FeedTopic::refresh);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(SatisfactionReleased released) {
        officers.forEach((key, topic) -> {
            if (key.agency().equals(released.agency())) {
                topic.refresh();
            }
        });
    }
}
