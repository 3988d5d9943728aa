package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who waits today at every service of every agency. */
@Component
class MallQueueReader {

    private final JdbcClient jdbc;
    private final CurrentMall mall;
    private final Clock clock;

    MallQueueReader(JdbcClient jdbc, CurrentMall mall, Clock clock) {
        this.jdbc = jdbc;
        this.mall = mall;
        this.clock = clock;
    }

    MallQueue read(AllAgencies everyAgency) {
        return new MallQueue(
                clock.instant(),
                jdbc
                        .sql("""
                                select service_id, count(*) as people from waiting
                                where waits_since >= ? group by service_id""")
                        .param(LocalDateTime.ofInstant(mall.todayBegan(), ZoneOffset.UTC))
                        .query((row, index) -> new Count(
                                new ServiceId(UUID.fromString(row.getString("service_id"))), row.getInt("people")))
                        .list() // JdbcClient's own stream() keeps its connection until somebody closes it
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Count::service, Count::people)));
    }

    private record Count(ServiceId service, int people) {}
}
