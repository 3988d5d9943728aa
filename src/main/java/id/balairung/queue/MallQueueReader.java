package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who waits at every service of every agency. */
@Component
class MallQueueReader {

    private final JdbcClient jdbc;
    private final Clock clock;

    MallQueueReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    MallQueue read(AllAgencies everyAgency) {
        return new MallQueue(
                clock.instant(),
                jdbc
                        .sql("select service_id, count(*) as people from waiting group by service_id")
                        .query((row, index) -> new Count(
                                new ServiceId(UUID.fromString(row.getString("service_id"))), row.getInt("people")))
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Count::service, Count::people)));
    }

    private record Count(ServiceId service, int people) {}
}
