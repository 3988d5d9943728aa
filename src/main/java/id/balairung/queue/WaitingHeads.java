package id.balairung.queue;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.common.StoredMoment;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the heads of the queues: the first few of each class of each service, without a lock, along one index. Who still
 * waits from an earlier day is not called into an empty hall, but settled by a person ({@link EndOfDay}).
 */
@Component
class WaitingHeads {

    private static final String HEAD = """
            (select ticket_id, service_id, priority_class, waits_since from waiting
             where agency_id = ? and service_id = ? and priority_class = '%s'
               and waits_since >= ?
             order by waits_since, ticket_id limit %d)""";

    private final JdbcClient jdbc;
    private final ServiceCatalogue catalogue;
    private final ConcurrentMap<Shape, String> statements = new ConcurrentHashMap<>();

    WaitingHeads(JdbcClient jdbc, ServiceCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    List<Candidate> of(AgencyId agency, Collection<ServiceId> services, Instant since, int depth) {
        LocalDateTime from = StoredMoment.of(since);
        List<Object> parameters = new ArrayList<>();
        for (ServiceId service : services) {
            for (int priorityClass = 0; priorityClass < PriorityClass.values().length; priorityClass++) {
                parameters.add(agency.toString());
                parameters.add(service.value().toString());
                parameters.add(from);
            }
        }
        return jdbc.sql(statements.computeIfAbsent(new Shape(services.size(), depth), Shape::sql))
                .params(parameters)
                .query((row, index) -> {
                    ServiceId service = new ServiceId(UUID.fromString(row.getString("service_id")));
                    return new Candidate(
                            new TicketId(UUID.fromString(row.getString("ticket_id"))),
                            service,
                            PriorityClass.valueOf(row.getString("priority_class")),
                            StoredMoment.in(row, "waits_since").orElseThrow(),
                            catalogue.service(service).targetWait());
                })
                .list();
    }

    /** What a statement's text depends on; it is written once for each. */
    private record Shape(int services, int depth) {

        String sql() {
            String heads = Arrays.stream(PriorityClass.values())
                    .map(priority -> HEAD.formatted(priority.name(), depth))
                    .collect(Collectors.joining(" union all "));
            return String.join(" union all ", Collections.nCopies(services, heads));
        }
    }
}
