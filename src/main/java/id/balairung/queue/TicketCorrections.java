package id.balairung.queue;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * What an agency's admin puts right of a completed ticket: what came of it, and when its service really ended. The events stay as
 * they were; the correction is an event of its own with a reason, and the figures follow it.
 */
@Service
public class TicketCorrections {

    private final TicketRepository tickets;
    private final Commands commands;
    private final TicketLog log;
    private final AuditTrail trail;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    TicketCorrections(
            TicketRepository tickets,
            Commands commands,
            TicketLog log,
            AuditTrail trail,
            CurrentStaff currentStaff,
            Clock clock) {
        this.tickets = tickets;
        this.commands = commands;
        this.log = log;
        this.trail = trail;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Corrects a completed ticket.
     *
     * @param command the person's intent
     * @param ticket a completed ticket of the own agency
     * @param version the version on the person's screen
     * @param outcome what came of it
     * @param endedAt when its service ended, UTC: after it began, holds left out, and no later than now
     * @param reason why, 1 to 200 characters
     * @throws BusinessRuleViolation when it was changed meanwhile, isn't completed, nothing differs, or the end can't be
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public Act correct(
            CommandId command, TicketId ticket, int version, Outcome outcome, Instant endedAt, String reason) {
        String why = new Reason(reason).text();
        return commands.run(
                command,
                () -> {
                    Instant at = clock.instant();
                    Ticket found = tickets.findById(ticket.value())
                            .orElseThrow(() -> new BusinessRuleViolation("queue.refused.no-such-ticket"));
                    TicketSnapshot before = found.snapshot();
                    if (before.version() != version) {
                        throw new BusinessRuleViolation("queue.refused.moved-on", found.number());
                    }
                    if (before.outcome().filter(outcome::equals).isPresent()
                            && before.finishedAt().filter(endedAt::equals).isPresent()) {
                        throw new BusinessRuleViolation("queue.refused.correction-none", found.number());
                    }
                    EventDetails details = EventDetails.before(found.state())
                            .because(why)
                            .with(outcome)
                            .ending(endedAt);
                    found.correct(outcome, endedAt, at);
                    trail.record(AuditEvent.of(
                                    AuditKind.CORRECTED,
                                    currentStaff.requireAgency(),
                                    found.number() + " " + found.serviceDay())
                            .with("act", "corrected"));
                    log.append(
                            currentStaff.requireAgency(),
                            found,
                            EventType.CORRECTED,
                            at,
                            currentStaff.require().id(),
                            command,
                            details);
                    return Commands.done(found, EventType.CORRECTED, at);
                },
                act -> act);
    }
}
