package id.balairung.queue;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What officers note of a ticket, for their colleagues to read in the history. A note is an event: it stays as it was written. */
@Service
public class TicketNotes {

    /** What an officer does to somebody at the counter. */
    static final Set<EventType> HANDLING = EnumSet.of(
            EventType.CALLED,
            EventType.RECALLED,
            EventType.SERVED,
            EventType.COMPLETED,
            EventType.NO_SHOW,
            EventType.HELD,
            EventType.RESUMED,
            EventType.TRANSFERRED,
            EventType.HANDED_OFF);

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final Commands commands;
    private final TicketLog log;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    TicketNotes(
            TicketRepository tickets,
            TicketEventRepository events,
            Commands commands,
            TicketLog log,
            CurrentStaff currentStaff,
            Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.commands = commands;
        this.log = log;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Notes something of a ticket's present or last turn.
     *
     * @param command the person's intent
     * @param ticket a ticket of the own agency; for an officer one that they handled
     * @param words 1 to 200 characters
     * @throws BusinessRuleViolation when there are no words or too many, the agency has no such ticket, or the officer never had it
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE})
    public Act note(CommandId command, TicketId ticket, String words) {
        String noted = Reason.noted(words);
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    StaffPrincipal self = currentStaff.require();
                    Ticket found = tickets.findById(ticket.value())
                            .filter(own -> mayNote(self, own))
                            .orElseThrow(() -> new BusinessRuleViolation("queue.refused.no-such-ticket"));
                    log.append(
                            currentStaff.requireAgency(),
                            found,
                            EventType.NOTED,
                            at,
                            self.id(),
                            command,
                            EventDetails.NONE.because(noted));
                    return Commands.done(found, EventType.NOTED, at);
                },
                act -> act);
    }

    private boolean mayNote(StaffPrincipal self, Ticket ticket) {
        return self.role() == Role.AGENCY_ADMIN
                || !events.findHandled(List.of(ticket.id().value()), self.id().value(), HANDLING)
                        .isEmpty();
    }
}
