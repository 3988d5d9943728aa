package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.ClaimedCounter;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.OpenShift;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an officer does with tickets at the own counter. Each act is one short transaction, is idempotent by its command
 * id, appends an event, and refuses with a {@link BusinessRuleViolation} that changes nothing.
 */
@Service
public class QueueDesk {

    /**
     * How many heads of each class are read at first, over all services together, and at least {@link #SHALLOWEST} of
     * each; more only when others are taking all of them right now.
     */
    private static final int DEPTH = 8;

    private static final int SHALLOWEST = 2;
    private static final int DEEPEST = 512;

    private final CounterDesk counters;
    private final CurrentStaff currentStaff;
    private final AuditTrail trail;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final WaitingRepository waiting;
    private final WaitingHeads heads;
    private final ClaimsUnderWay claims;
    private final TicketIssuer issuer;
    private final TicketLog log;
    private final Commands commands;
    private final EntityManager entities;
    private final TransactionTemplate outside;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QueueDesk(
            CounterDesk counters,
            CurrentStaff currentStaff,
            AuditTrail trail,
            CurrentMall mall,
            ServiceCatalogue catalogue,
            TicketRepository tickets,
            TicketEventRepository events,
            WaitingRepository waiting,
            WaitingHeads heads,
            ClaimsUnderWay claims,
            TicketIssuer issuer,
            TicketLog log,
            Commands commands,
            EntityManager entities,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.counters = counters;
        this.currentStaff = currentStaff;
        this.trail = trail;
        this.mall = mall;
        this.catalogue = catalogue;
        this.tickets = tickets;
        this.events = events;
        this.waiting = waiting;
        this.heads = heads;
        this.claims = claims;
        this.issuer = issuer;
        this.log = log;
        this.commands = commands;
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    /**
     * Calls the ticket whose turn it is at the counter's services.
     *
     * @param command the officer's intent
     * @throws BusinessRuleViolation when no counter is open, it pauses, or somebody is called or served there
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public CallResult callNext(CommandId command) {
        return commands.run(command, () -> claimNext(command), CallResult.Called::new);
    }

    /**
     * Calls a chosen ticket out of turn.
     *
     * @param command the officer's intent
     * @param ticket the ticket, waiting at one of the counter's services
     * @param reason why it goes first
     * @throws BusinessRuleViolation when it no longer waits, or somebody else calls it at this moment
     * @throws AccessDeniedException when the officer may not choose
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act callChosen(CommandId command, TicketId ticket, String reason) {
        if (!currentStaff.require().mayChooseTicket()) {
            throw new AccessDeniedException("May not call out of turn");
        }
        String why = new Reason(reason).text();
        return commands.run(
                command,
                () -> {
                    ClaimedCounter mine = ready();
                    Waiting place = waiting.claim(ticket.value())
                            .orElseThrow(() -> new BusinessRuleViolation("queue.refused.taken"));
                    // The reason stays with the ticket, where it can be taken back: it may name the visitor.
                    trail.record(AuditEvent.of(
                                    AuditKind.OVERRIDDEN,
                                    currentStaff.requireAgency(),
                                    place.ticket().snapshot().number().toString())
                            .with("act", "called-out-of-turn"));
                    return call(mine, place, command, EventDetails.NONE.because(why));
                },
                act -> act);
    }

    /**
     * Calls the present ticket again.
     *
     * @param command the officer's intent
     * @param ticket the ticket on the officer's screen
     * @throws BusinessRuleViolation when the cooldown runs, or the ticket moved on
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act recall(CommandId command, TicketId ticket) {
        return act(command, ticket, EventType.RECALLED, "", (found, at) -> found.recall(mall.rules(), at));
    }

    /**
     * The person came to the counter.
     *
     * @param command the officer's intent
     * @param ticket the ticket on the officer's screen
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act serve(CommandId command, TicketId ticket) {
        return act(command, ticket, EventType.SERVED, "", Ticket::serve);
    }

    /**
     * Finishes the service.
     *
     * @param command the officer's intent
     * @param ticket the ticket on the officer's screen
     * @param outcome what came of it
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act complete(CommandId command, TicketId ticket, Outcome outcome) {
        return atMyCounter(
                command,
                ticket,
                EventType.COMPLETED,
                (found, at) -> found.complete(outcome, at),
                details -> details.with(outcome));
    }

    /**
     * The person did not come.
     *
     * @param command the officer's intent
     * @param ticket the ticket on the officer's screen
     * @throws BusinessRuleViolation before the recalls that the mall's rule asks
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act markNoShow(CommandId command, TicketId ticket) {
        return act(command, ticket, EventType.NO_SHOW, "", (found, at) -> found.markNoShow(mall.rules(), at));
    }

    /**
     * Parks the ticket and frees the counter.
     *
     * @param command the officer's intent
     * @param ticket the ticket on the officer's screen
     * @param reason why, 1 to 200 characters
     * @param until when to go on, at most eight hours ahead, UTC
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act hold(CommandId command, TicketId ticket, String reason, Instant until) {
        String why = new Reason(reason).text();
        return act(command, ticket, EventType.HELD, why, (found, at) -> found.hold(why, until, at));
    }

    /**
     * Goes on with a held ticket at the own, free counter.
     *
     * @param command the officer's intent
     * @param ticket a held ticket of one of the counter's services
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act resume(CommandId command, TicketId ticket) {
        return commands.run(
                command,
                () -> {
                    ClaimedCounter mine = ready();
                    Instant at = clock.instant();
                    Ticket found = find(ticket);
                    EventDetails details = EventDetails.before(found.state());
                    found.resume(mine, at);
                    return recorded(found, EventType.RESUMED, at, command, details);
                },
                act -> act);
    }

    /**
     * Lets a no-show queue again with the same number.
     *
     * @param command the officer's intent
     * @param ticket a ticket that was a no-show
     * @throws BusinessRuleViolation after the mall's tolerance
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act returnLate(CommandId command, TicketId ticket) {
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    Ticket found = find(ticket);
                    EventDetails details = EventDetails.before(found.state());
                    found.returnLate(mall.rules(), at);
                    entities.persist(found.waiting());
                    return recorded(found, EventType.RETURNED, at, command, details);
                },
                act -> act);
    }

    /**
     * Moves the present ticket to another service of the agency; it keeps its number and its waiting credit.
     *
     * @param command the officer's intent
     * @param ticket the ticket on the officer's screen
     * @param target another service of the agency, open today
     * @param reason why, 1 to 200 characters
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public Act transfer(CommandId command, TicketId ticket, ServiceId target, String reason) {
        String why = new Reason(reason).text();
        ServiceSummary service = catalogue.service(target);
        if (!service.agency().equals(currentStaff.requireAgency())) {
            throw new AccessDeniedException("Not a service of this agency");
        }
        return commands.run(
                command,
                () -> {
                    issuer.requireOpen(service, mall.today());
                    Instant at = clock.instant();
                    Ticket found = atMyCounter(ticket);
                    EventDetails details =
                            EventDetails.before(found.state()).because(why).to(target.value());
                    found.transfer(target, at);
                    entities.persist(found.waiting());
                    return recorded(found, EventType.TRANSFERRED, at, command, details);
                },
                act -> act);
    }

    /**
     * Hands the present ticket off to another agency, where a new ticket of the same visit waits with its credit. The
     * other agency learns the class, the name the visitor chose to give, and the credit; nothing else.
     *
     * @param command the officer's intent
     * @param ticket the ticket on the officer's screen
     * @param target a service of another agency, open today
     * @param reason why, 1 to 200 characters, kept in the own agency
     * @return the act, and with it the new number
     */
    @RolesAllowed(Role.OFFICER_ROLE)
    public HandOff handOff(CommandId command, TicketId ticket, ServiceId target, String reason) {
        String why = new Reason(reason).text();
        ServiceSummary service = catalogue.service(target);
        if (service.agency().equals(currentStaff.requireAgency())) {
            throw new BusinessRuleViolation("queue.refused.same-agency");
        }
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    Ticket found = atMyCounter(ticket);
                    NewTicket continued = found.continuedAt(target);
                    found.handOff(at);
                    Act act = recorded(
                            found,
                            EventType.HANDED_OFF,
                            at,
                            command,
                            EventDetails.NONE.because(why).to(target.value()));
                    entities.flush();
                    // The other agency's ticket commits first, in its own scope and session, under the same command:
                    // a failure after it is repeated without making a second one.
                    TicketNumber number = outside.execute(
                            status -> TenantScope.in(service.agency(), () -> arrive(command, continued, at)));
                    return new HandOff(act, Optional.of(number));
                },
                act -> new HandOff(act, Optional.empty()));
    }

    /**
     * A person who waits has left.
     *
     * @param command the officer's intent
     * @param ticket a waiting ticket of one of the agency's services
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public Act abandon(CommandId command, TicketId ticket) {
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    Waiting place = waiting.claim(ticket.value())
                            .orElseThrow(() -> new BusinessRuleViolation("queue.refused.taken"));
                    entities.remove(place);
                    Ticket found = place.ticket();
                    EventDetails details = EventDetails.before(found.state());
                    found.abandon(at);
                    return recorded(found, EventType.ABANDONED, at, command, details);
                },
                act -> act);
    }

    /**
     * Takes back one's own last act on a ticket, within 30 s, when nothing has built on it.
     *
     * @param command the officer's intent
     * @param ticket the ticket
     * @throws BusinessRuleViolation when it is too late, something came after, or the counter is no longer free
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public Act undo(CommandId command, TicketId ticket) {
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    Ticket found = find(ticket);
                    TicketState before = undoable(ticket, at);
                    if (before.status().active()) {
                        requireMine(before);
                    }
                    if (found.status() == TicketStatus.WAITING) {
                        entities.remove(waiting.claim(ticket.value())
                                .orElseThrow(() -> new BusinessRuleViolation("queue.refused.undo-built-on")));
                        // Back in another queue it has the same key: the old place must be gone first.
                        entities.flush();
                    }
                    EventDetails details =
                            EventDetails.NONE.because(found.status().name());
                    found.restore(before);
                    if (found.status() == TicketStatus.WAITING) {
                        entities.persist(found.waiting());
                    }
                    return recorded(found, EventType.UNDONE, at, command, details);
                },
                act -> act);
    }

    /** The ticket called or served at one's own counter; empty when there is none. */
    @RolesAllowed(Role.OFFICER_ROLE)
    @Transactional(readOnly = true)
    public Optional<Act> atMyCounter() {
        return counters.current()
                .map(OpenShift::counter)
                .flatMap(counter -> tickets.findByActiveCounterId(counter.value()))
                .map(ticket -> new Act(ticket.snapshot(), EventType.CALLED, ticket.visitorName(), Optional.empty()));
    }

    private CallResult claimNext(CommandId command) {
        ClaimedCounter mine = ready();
        AgencyId agency = currentStaff.requireAgency();
        CallOrder order = new CallOrder(CallPolicy.of(mall.rules()));
        for (int depth = Math.max(SHALLOWEST, DEPTH / mine.services().size()); ; depth *= 4) {
            List<Candidate> candidates = new ArrayList<>(heads.of(agency, mine.services(), mall.todayBegan(), depth));
            boolean nobody = candidates.isEmpty();
            Optional<CallOrder.Choice> choice = order.next(candidates, clock.instant());
            while (choice.isPresent()) {
                CallOrder.Choice next = choice.get();
                TicketId ticket = next.candidate().ticket();
                Optional<Waiting> place = claims.begin(ticket) ? waiting.claim(ticket.value()) : Optional.empty();
                if (place.isPresent()) {
                    return new CallResult.Called(
                            call(mine, place.get(), command, EventDetails.NONE.chosenBy(next.reason())));
                }
                candidates.remove(next.candidate());
                choice = order.next(candidates, clock.instant());
            }
            if (nobody || depth > DEEPEST) {
                return new CallResult.NobodyWaiting();
            }
        }
    }

    private Act call(ClaimedCounter mine, Waiting place, CommandId command, EventDetails details) {
        Instant at = clock.instant();
        Ticket found = place.ticket();
        EventDetails kept = details.keeping(found.state());
        found.call(mine, at);
        entities.remove(place);
        return recorded(found, EventType.CALLED, at, command, kept);
    }

    private Act act(
            CommandId command, TicketId ticket, EventType type, String reason, BiConsumer<Ticket, Instant> transition) {
        return atMyCounter(
                command, ticket, type, transition, details -> reason.isEmpty() ? details : details.because(reason));
    }

    private Act atMyCounter(
            CommandId command,
            TicketId ticket,
            EventType type,
            BiConsumer<Ticket, Instant> transition,
            Function<EventDetails, EventDetails> tell) {
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    Ticket found = atMyCounter(ticket);
                    EventDetails details = type.undoable() ? EventDetails.before(found.state()) : EventDetails.NONE;
                    transition.accept(found, at);
                    return recorded(found, type, at, command, tell.apply(details));
                },
                act -> act);
    }

    private TicketNumber arrive(CommandId command, NewTicket continued, Instant at) {
        return transaction.execute(status -> events.findByCommandId(command.value())
                .map(arrived -> find(arrived.ticketId()))
                .orElseGet(() -> issuer.issue(continued, false, null, command, at))
                .number());
    }

    private Act recorded(Ticket ticket, EventType type, Instant at, CommandId command, EventDetails details) {
        log.append(currentStaff.requireAgency(), ticket, type, at, self().id(), command, details);
        return Commands.done(ticket, type, at);
    }

    private TicketState undoable(TicketId ticket, Instant at) {
        TicketEvent last = events.findFirstByTicketIdAndTypeNotOrderByIdDesc(ticket.value(), EventType.NOTED)
                .filter(event -> event.type().undoable())
                .filter(event ->
                        event.staffId().filter(self().id().value()::equals).isPresent())
                .orElseThrow(() -> new BusinessRuleViolation("queue.refused.undo-built-on"));
        if (at.isAfter(last.occurredAt().plus(Commands.UNDO_WINDOW))) {
            throw new BusinessRuleViolation("queue.refused.undo-too-late", Commands.UNDO_WINDOW.toSeconds());
        }
        return last.before().orElseThrow(() -> new BusinessRuleViolation("queue.refused.undo-built-on"));
    }

    private void requireMine(TicketState before) {
        ClaimedCounter mine = ready();
        UUID counter = before.counterId();
        if (counter == null || !counter.equals(mine.counter().value())) {
            throw new BusinessRuleViolation("queue.refused.undo-built-on");
        }
    }

    private ClaimedCounter ready() {
        ClaimedCounter mine = counters.claim();
        if (mine.onBreak()) {
            throw new BusinessRuleViolation("queue.refused.on-break");
        }
        return mine;
    }

    private Ticket atMyCounter(TicketId ticket) {
        ClaimedCounter mine = counters.claim();
        Ticket found = find(ticket);
        if (!found.activeAt(mine.counter())) {
            throw new BusinessRuleViolation("queue.refused.moved-on", found.number());
        }
        return found;
    }

    private Ticket find(TicketId ticket) {
        return tickets.findById(ticket.value())
                .orElseThrow(() -> new BusinessRuleViolation("queue.refused.no-such-ticket"));
    }

    private StaffPrincipal self() {
        return currentStaff.require();
    }
}
