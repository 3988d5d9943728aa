package id.balairung.demo;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.CounterSummary;
import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.Outcome;
import id.balairung.queue.PublicToken;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An agency's part of the hall: its agenda, who is in it, and which of its officers have nobody to call. */
final class Floor {

    private static final Logger LOG = LoggerFactory.getLogger(Floor.class);

    /** From a new number to the call of an officer who had nothing to do. */
    private static final Duration REACTION = Duration.ofSeconds(15);

    private final Stage stage;
    private final DayPlan plan;
    private final StaffPrincipal admin;
    private final Agenda agenda;
    private final Map<TicketId, Manner> visitors = new ConcurrentHashMap<>();
    private final Map<TicketId, PublicToken> slips = new ConcurrentHashMap<>();
    private final Set<TicketId> called = ConcurrentHashMap.newKeySet();

    /** Touched by the agenda's thread alone. */
    private final Set<Agenda.Step> idle = new LinkedHashSet<>();

    Floor(Stage stage, DayPlan plan, StaffPrincipal admin, Agenda agenda) {
        this.stage = stage;
        this.plan = plan;
        this.admin = admin;
        this.agenda = agenda;
    }

    Agenda agenda() {
        return agenda;
    }

    /** Somebody got a slip and waits. */
    void welcome(IssuedTicket slip, Manner manner) {
        TicketSnapshot ticket = slip.ticket();
        visitors.put(ticket.id(), manner);
        slips.put(ticket.id(), slip.token());
        Duration target = stage.catalogue().service(ticket.service()).targetWait();
        manner.patience()
                .ifPresent(targets -> agenda.at(
                        ticket.issuedAt().plusSeconds(Math.round(target.toSeconds() * targets)),
                        now -> leave(ticket.id())));
        ring();
    }

    /** An officer called somebody. */
    void called(TicketId ticket) {
        called.add(ticket);
    }

    /** Somebody was served and goes; some say what they think of it by their slip's link. */
    void served(TicketSnapshot ticket, Instant now) {
        PublicToken slip = slips.remove(ticket.id());
        if (slip == null) {
            return;
        }
        Duration waited = ticket.waitingTime().orElse(Duration.ZERO);
        Duration target = stage.catalogue().service(ticket.service()).targetWait();
        Opinion.of(plan.opinions(ticket.number().toString()), waited, target)
                .ifPresent(opinion -> agenda.at(now.plus(opinion.after()), then -> say(slip, opinion)));
    }

    private void say(PublicToken slip, Opinion opinion) {
        stage.ratings().rate(slip.value(), opinion.score(), opinion.comment());
        opinion.form().ifPresent(form -> stage.ratings().fillIn(slip.value(), form));
    }

    /** How whoever has a ticket behaves; somebody sent on within the agency wants it finished. */
    Manner manner(TicketSnapshot ticket) {
        Manner manner = visitors.computeIfAbsent(
                ticket.id(), unknown -> plan.stranger(ticket.number().toString()));
        return ticket.turn() > 1 ? manner.present() : manner;
    }

    /** A no-show is back, and stays. */
    void isBack(TicketId ticket, Manner manner) {
        visitors.put(ticket, manner.present());
        ring();
    }

    /** An officer has nobody to call. */
    void rests(Agenda.Step officer) {
        idle.add(officer);
    }

    /** An officer does something, and is not to be woken. */
    void acts(Agenda.Step officer) {
        idle.remove(officer);
    }

    /** Somebody waits: one of the officers who have nobody to call looks. */
    void ring() {
        agenda.at(stage.clock().instant().plus(REACTION), this::wake);
    }

    private void wake(Instant now) {
        idle.stream().findFirst().ifPresent(officer -> {
            acts(officer);
            agenda.at(now, officer);
        });
    }

    private void leave(TicketId ticket) {
        if (called.contains(ticket)) {
            return;
        }
        try {
            stage.cast().as(admin, () -> stage.queue().abandon(CommandId.next(), ticket));
        } catch (BusinessRuleViolation calledMeanwhile) {
            LOG.debug("Somebody who wanted to leave was called: {}", calledMeanwhile.key());
        }
    }

    /** Settles what is left open at the end of the day. Where a counter is still open a person sits there, who decides. */
    void settle() {
        boolean staffed =
                stage.cast().as(admin, stage.counters()::counters).stream().anyMatch(CounterSummary::taken);
        if (!staffed) {
            stage.cast()
                    .as(admin, stage.endOfDay()::open)
                    .forEach(ticket -> stage.cast().as(admin, () -> settle(ticket)));
        }
    }

    private boolean settle(TicketSnapshot ticket) {
        boolean served = ticket.status() == TicketStatus.SERVING || ticket.status() == TicketStatus.HELD;
        try {
            if (served) {
                stage.endOfDay().complete(CommandId.next(), ticket.id(), ticket.version(), Outcome.FULFILLED);
            } else {
                stage.endOfDay().abandon(CommandId.next(), ticket.id(), ticket.version());
            }
            return true;
        } catch (BusinessRuleViolation settledMeanwhile) {
            LOG.debug("A person settled it: {}", settledMeanwhile.key());
            return false;
        }
    }
}
