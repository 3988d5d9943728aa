package id.balairung.intake;

import id.balairung.agency.CalendarEntry;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.DayHours;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceState;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ServiceDay;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.NumbersToday;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketDesk;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** What the front desk offers, and the issuing of one visit's tickets at any number of agencies. */
@Service
public class FrontDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private static final int DAYS_AHEAD = 7;

    private final TicketDesk tickets;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final NumbersToday numbers;
    private final Clock clock;
    private final AtomicReference<@Nullable Counted> counted = new AtomicReference<>();

    FrontDesk(TicketDesk tickets, NumbersToday numbers, ServiceCatalogue catalogue, CurrentMall mall, Clock clock) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.catalogue = catalogue;
        this.mall = mall;
        this.clock = clock;
    }

    /**
     * Every service of the mall that isn't withdrawn, and whether it takes tickets today, in the order of the prefixes. An
     * offer is public.
     *
     * @param asOf the state of the queue that they are shown with: numbers are counted once for each, however many screens ask
     */
    public List<DeskOffer> offers(Instant asOf) {
        ServiceDay today = mall.today();
        Map<ServiceId, Integer> issued = issued(asOf, today);
        return catalogue.services().stream()
                .filter(service -> !service.withdrawn())
                .map(service -> offer(service, today, issued.getOrDefault(service.id(), 0)))
                .toList();
    }

    private Map<ServiceId, Integer> issued(Instant asOf, ServiceDay today) {
        if (catalogue.services().stream()
                .allMatch(service -> service.dailyQuota().isEmpty())) {
            return Map.of();
        }
        Counted present = counted.get();
        if (present != null && present.asOf().equals(asOf) && present.day().equals(today)) {
            return present.issued();
        }
        Counted fresh = new Counted(asOf, today, numbers.issued(today));
        counted.set(fresh);
        return fresh.issued();
    }

    private record Counted(Instant asOf, ServiceDay day, Map<ServiceId, Integer> issued) {}

    /**
     * Issues a visit's tickets, each in a transaction of its own: what one agency refuses doesn't keep another's from
     * being issued. The first that is issued brings the visit into being.
     *
     * @param visit the visit
     * @param known whether a ticket of the visit was issued before
     * @param wishes what the visitor came for
     * @param priorityClass the visitor's class
     * @param visitor what the visitor chose to tell
     * @return an answer for each wish, in their order
     */
    @RolesAllowed(Role.FRONT_DESK_ROLE)
    public List<WishAnswer> issue(
            VisitId visit, boolean known, List<Wish> wishes, PriorityClass priorityClass, Visitor visitor) {
        List<WishAnswer> answers = new ArrayList<>();
        boolean begun = known;
        for (Wish wish : wishes) {
            WishAnswer answer = issue(visit, !begun, wish, priorityClass, visitor);
            answers.add(answer);
            begun |= answer instanceof WishAnswer.Issued;
            if (answer instanceof WishAnswer.Unknown) {
                wishes.stream().skip(answers.size()).forEach(rest -> answers.add(new WishAnswer.NotTried()));
                return answers;
            }
        }
        return answers;
    }

    private WishAnswer issue(VisitId visit, boolean newVisit, Wish wish, PriorityClass priorityClass, Visitor visitor) {
        try {
            IssuedTicket issued =
                    tickets.issue(wish.command(), visit, newVisit, wish.service(), priorityClass, visitor);
            return new WishAnswer.Issued(issued, tickets.ahead(issued.ticket()));
        } catch (BusinessRuleViolation refused) {
            return new WishAnswer.Refused(refused);
        } catch (DataIntegrityViolationException fault) {
            // The database has answered: asking again would not help, and the visit must not wait for it.
            LOG.error("A ticket of {} can't be kept", wish.service(), fault);
            return new WishAnswer.Refused(new BusinessRuleViolation("intake.refused.not-kept"));
        } catch (DataAccessException | TransactionException unanswered) {
            return new WishAnswer.Unknown();
        }
    }

    private DeskOffer offer(ServiceSummary service, ServiceDay today, int issued) {
        ServiceState state = catalogue.stateOf(service, today);
        if (state == ServiceState.OPEN
                && service.dailyQuota().filter(quota -> issued >= quota).isPresent()) {
            state = ServiceState.FULL;
        }
        return new DeskOffer(
                service,
                catalogue.agency(service.agency()),
                state,
                closedSince(service, today),
                state == ServiceState.CLOSED_TODAY
                        ? catalogue
                                .calendar(today)
                                .filter(day -> day.kind().closes())
                                .map(CalendarEntry::name)
                        : Optional.empty(),
                state == ServiceState.CLOSED_TODAY ? nextOpening(service, today) : Optional.empty());
    }

    private Optional<LocalTime> closedSince(ServiceSummary service, ServiceDay today) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), mall.rules().zone());
        return catalogue.hours(service, today).map(DayHours::closes).filter(closes -> !now.isBefore(closes));
    }

    private Optional<ServiceDay> nextOpening(ServiceSummary service, ServiceDay today) {
        return IntStream.rangeClosed(1, DAYS_AHEAD)
                .mapToObj(days -> new ServiceDay(today.date().plusDays(days)))
                .filter(day -> catalogue.hours(service, day).isPresent())
                .findFirst();
    }
}
