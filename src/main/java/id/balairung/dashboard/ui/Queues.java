package id.balairung.dashboard.ui;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.alert.Alert;
import id.balairung.counter.OpenShift;
import id.balairung.queue.QueueBoard;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the queues stand at a moment, as far as the dashboard shows it.
 *
 * @param agencies each agency's
 */
record Queues(List<OfAgency> agencies) {

    /** Nothing is known yet. */
    static final Queues NONE = new Queues(List.of());

    /**
     * An agency's queue.
     *
     * @param agency which
     * @param waiting how many wait
     * @param serving how many are being served
     * @param oldest who has waited longest; empty when nobody waits
     * @param open how many counters are open
     * @param counters how many there are
     * @param alerts the alerts that last, oldest first
     */
    record OfAgency(
            AgencySummary agency,
            int waiting,
            int serving,
            Optional<Oldest> oldest,
            int open,
            int counters,
            List<Alert> alerts) {}

    /**
     * Who has waited longest.
     *
     * @param number the ticket's number
     * @param since since when, UTC
     * @param target the target of its service
     */
    record Oldest(String number, Instant since, Duration target) {

        boolean over(Instant now) {
            return Duration.between(since, now).compareTo(target) > 0;
        }
    }

    /**
     * Of some boards.
     *
     * @param service only of one service; empty for all
     */
    static Queues of(List<QueueBoard> boards, Optional<ServiceId> service, ServiceCatalogue catalogue) {
        Map<AgencyId, AgencySummary> known =
                catalogue.agencies().stream().collect(Collectors.toMap(AgencySummary::id, Function.identity()));
        return new Queues(boards.stream()
                .flatMap(board -> Optional.ofNullable(known.get(board.agency())).stream()
                        .map(agency -> of(board, agency, service)))
                .toList());
    }

    private static OfAgency of(QueueBoard board, AgencySummary agency, Optional<ServiceId> service) {
        List<TicketSnapshot> tickets = board.tickets().stream()
                .filter(ticket -> service.map(ticket.service()::equals).orElse(true))
                .toList();
        List<TicketSnapshot> waiting = tickets.stream()
                .filter(ticket -> ticket.status() == TicketStatus.WAITING)
                .toList();
        return new OfAgency(
                agency,
                waiting.size(),
                (int) tickets.stream()
                        .filter(ticket -> ticket.status() == TicketStatus.SERVING)
                        .count(),
                waiting.stream()
                        .min(Comparator.comparing(TicketSnapshot::queuedAt))
                        .map(ticket -> new Oldest(
                                ticket.number().toString(),
                                ticket.queuedAt(),
                                board.service(ticket.service())
                                        .map(offered -> offered.targetWait())
                                        .orElse(Duration.ZERO))),
                (int) board.shifts().stream()
                        .filter(shift -> serves(shift, service))
                        .count(),
                board.counters().counters().size(),
                board.alerts());
    }

    private static boolean serves(OpenShift shift, Optional<ServiceId> service) {
        return service.map(one -> shift.services().contains(one)).orElse(true);
    }

    int waiting() {
        return agencies.stream().mapToInt(OfAgency::waiting).sum();
    }

    int serving() {
        return agencies.stream().mapToInt(OfAgency::serving).sum();
    }

    int open() {
        return agencies.stream().mapToInt(OfAgency::open).sum();
    }

    int counters() {
        return agencies.stream().mapToInt(OfAgency::counters).sum();
    }

    long agenciesOpen() {
        return agencies.stream().filter(agency -> agency.open() > 0).count();
    }

    /** Where somebody has waited longest; empty when nobody waits. */
    Optional<OfAgency> longest() {
        return agencies.stream()
                .filter(agency -> agency.oldest().isPresent())
                .min(Comparator.comparing(
                        agency -> agency.oldest().orElseThrow().since()));
    }

    Optional<OfAgency> of(AgencyId id) {
        return agencies.stream().filter(one -> one.agency().id().equals(id)).findAny();
    }

    /** Every alert with its agency: those that nobody took note of yet first, then the oldest. */
    List<Raised> alerts() {
        return agencies.stream()
                .flatMap(agency -> agency.alerts().stream().map(alert -> new Raised(agency.agency(), alert)))
                .sorted(Comparator.comparing((Raised raised) ->
                                raised.alert().acknowledgement().isPresent())
                        .thenComparing(raised -> raised.alert().since()))
                .toList();
    }

    /**
     * An alert.
     *
     * @param agency whose
     * @param alert what
     */
    record Raised(AgencySummary agency, Alert alert) {}
}
