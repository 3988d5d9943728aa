package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An officer's own figures of today. */
@Service
public class MyDayFigures {

    private static final Set<TicketStatus> ENDED = EnumSet.of(TicketStatus.COMPLETED, TicketStatus.NO_SHOW);

    private final TicketRepository tickets;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final CurrentStaff currentStaff;

    MyDayFigures(TicketRepository tickets, CurrentMall mall, ServiceCatalogue catalogue, CurrentStaff currentStaff) {
        this.tickets = tickets;
        this.mall = mall;
        this.catalogue = catalogue;
        this.currentStaff = currentStaff;
    }

    /** Today so far. */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional(readOnly = true)
    public MyDay today() {
        List<TicketSnapshot> ended = tickets
                .findByServiceDayAndOfficerIdAndStatusIn(
                        mall.today(), currentStaff.require().id().value(), ENDED)
                .stream()
                .map(Ticket::snapshot)
                .toList();
        List<TicketSnapshot> served = ended.stream()
                .filter(ticket -> ticket.status() == TicketStatus.COMPLETED)
                .toList();
        List<Duration> times = served.stream()
                .flatMap(ticket -> ticket.serviceTime().stream())
                .sorted()
                .toList();
        return new MyDay(
                served.size(),
                ended.size() - served.size(),
                rank(times, 50),
                rank(times, 90),
                (int) served.stream().filter(this::withinTarget).count(),
                ended.stream()
                        .max(Comparator.comparing(ticket -> ticket.finishedAt().orElse(Instant.EPOCH))));
    }

    private boolean withinTarget(TicketSnapshot ticket) {
        Duration target = catalogue.service(ticket.service()).targetWait();
        return ticket.waitingTime()
                .filter(waited -> waited.compareTo(target) <= 0)
                .isPresent();
    }

    private static Optional<Duration> rank(List<Duration> sorted, int percent) {
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }
}
