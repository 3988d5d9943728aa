package id.balairung.queue;

import id.balairung.agency.OfferChanged;
import id.balairung.tenancy.AgencyId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets boards be unreadable, and counts who follows the feed, which nobody is shown. */
public class UnreadBoards {

    private final QueueFeed feed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    UnreadBoards(QueueFeed feed, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.feed = AopTestUtils.getTargetObject(feed);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * From now on the agency's board can't be read, nor the mall's; whatever else a page reads can be. Whoever follows the
     * mall is let go, or what the feed has for them needn't be read.
     */
    public Unread of(AgencyId agency) {
        String alert = UUID.randomUUID().toString();
        // Valid JSON, but no list.
        change("""
                insert into alert (id, agency_id, kind, subject, facts, began_at, raised_at, open_key, version)
                values (?, ?, 'unreadable', '', '{}', now(), now(), ?, 0)""", alert, agency.value().toString(), alert);
        feed.wake(new OfferChanged(agency));
        mall().forEach(topic -> ((FeedTopic<?>) topic).close());
        return () -> change("delete from alert where id = ?", alert);
    }

    /** How many follow any topic of the feed. */
    public int followers() {
        return Stream.concat(((Map<?, ?>) field(feed, "agencies")).values().stream(), mall())
                .mapToInt(topic -> ((Collection<?>) field(topic, "followers")).size())
                .sum();
    }

    private Stream<?> mall() {
        return Stream.of("mallQueue", "mallBoard").map(topic -> field(feed, topic));
    }

    private void change(String sql, String... params) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(sql).params((Object[]) params).update());
    }

    private static Object field(Object of, String name) {
        return Objects.requireNonNull(ReflectionTestUtils.getField(of, name));
    }

    /** Boards that can't be read; closing lets them be read again. */
    @FunctionalInterface
    public interface Unread extends AutoCloseable {

        @Override
        void close();
    }
}
