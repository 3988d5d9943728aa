package id.balairung.demo;

import id.balairung.agency.ServiceSummary;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.CounterSummary;
import id.balairung.counter.OpenShift;
import id.balairung.queue.Act;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one officer, a step at a time. What comes next is known after each act; when a rule refuses it somebody else has acted,
 * and the officer looks again how things stand. While a person is signed in to the account nothing is done.
 */
final class OfficerPlayer implements Agenda.Step {

    private static final Logger LOG = LoggerFactory.getLogger(OfficerPlayer.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final Stage stage;
    private final Floor floor;
    private final Map<AgencyId, Floor> floors;
    private final StaffPrincipal officer;
    private final int desk;
    private final OfficerDay day;
    private final Instant closes;
    private final List<Held> held = new ArrayList<>();
    private final Set<TicketId> turned = new HashSet<>();
    private UnaryOperator<Instant> next = this::look;
    private int pause;
    private boolean off;

    /**
     * A player.
     *
     * @param stage what to act with
     * @param floor the officer's agency
     * @param floors every agency, for whom is handed off
     * @param officer the account
     * @param desk which of the agency's counters is the officer's own, from 1
     * @param day the officer's day
     * @param closes when the agency closes, UTC
     */
    OfficerPlayer(
            Stage stage,
            Floor floor,
            Map<AgencyId, Floor> floors,
            StaffPrincipal officer,
            int desk,
            OfficerDay day,
            Instant closes) {
        this.stage = stage;
        this.floor = floor;
        this.floors = floors;
        this.officer = officer;
        this.desk = desk;
        this.day = day;
        this.closes = closes;
    }

    /** Whether the officer's day is over, or after the last call the counter is a person's. */
    boolean isOff() {
        return off;
    }

    @Override
    public void take(Instant now) {
        floor.acts(this);
        if (stage.cast().isAPerson(officer)) {
            next = this::look;
            held.clear();
            off = !now.isBefore(lastCall());
            floor.agenda().at(now.plus(stage.atLeast(LOOK_AGAIN, Duration.ofMillis(250))), this);
            return;
        }
        Instant again;
        try {
            again = stage.cast().as(officer, () -> next.apply(now));
        } catch (BusinessRuleViolation refused) {
            LOG.debug("{} looks again: {}", officer, refused.key());
            next = this::look;
            again = now.plus(stage.atLeast(A_MOMENT, Duration.ofMillis(50)));
        }
        floor.agenda().at(again, this);
    }

    /** How things stand, whoever brought them about. */
    private Instant look(Instant now) {
        Optional<OpenShift> shift = stage.counters().current();
        if (shift.isEmpty()) {
            return open(now);
        }
        off = false;
        Optional<TicketSnapshot> active = stage.queue().atMyCounter().map(Act::ticket);
        if (active.isPresent()) {
            return goOn(active.get(), now);
        }
        if (shift.get().onBreak()) {
            return then(
                    this::endBreak,
                    shift.flatMap(OpenShift::running).orElseThrow().plannedEnd());
        }
        return free(now);
    }

    private Instant open(Instant now) {
        next = this::look;
        Instant opens = stage.at(day.opens(), closes);
        if (!day.present() || !now.isBefore(closes)) {
            off = true;
            return now.plus(A_WHILE);
        }
        if (now.isBefore(opens)) {
            return opens;
        }
        Optional<CounterSummary> counter = freeCounter();
        if (counter.isEmpty()) {
            return now.plus(A_WHILE);
        }
        stage.counters().open(counter.get().id(), counter.get().services());
        off = false;
        return then(this::free, now.plus(day.tidying()));
    }

    /** The own counter, or another one when a person sits there. */
    private Optional<CounterSummary> freeCounter() {
        List<CounterSummary> counters = stage.counters().counters();
        return counters.stream()
                .filter(counter -> !counter.taken())
                .min(Comparator.comparing(
                        counter -> counters.indexOf(counter) == desk - 1 ? -1 : counters.indexOf(counter)));
    }

    /** Nobody is at the counter. */
    private Instant free(Instant now) {
        Optional<OfficerDay.Pause> due = pauseDue(now);
        if (due.isPresent()) {
            pause++;
            stage.counters().takeBreak(due.get().reason(), now.plus(due.get().planned()));
            return then(this::endBreak, now.plus(due.get().taken()));
        }
        Optional<Held> goesOn =
                held.stream().filter(waiting -> !now.isBefore(waiting.due())).findFirst();
        if (goesOn.isPresent()) {
            held.remove(goesOn.get());
            return goOn(
                    stage.queue()
                            .resume(CommandId.next(), goesOn.get().ticket())
                            .ticket(),
                    now);
        }
        if (!now.isBefore(lastCall())) {
            return close(now);
        }
        return switch (stage.queue().callNext(CommandId.next())) {
            case CallResult.Called called -> goOn(called.act().ticket(), now);
            case CallResult.NobodyWaiting nobody -> rest(now);
        };
    }

    private Instant rest(Instant now) {
        if (!now.isBefore(closes) && held.isEmpty()) {
            return close(now);
        }
        floor.rests(this);
        Instant again = now.plus(stage.atLeast(Duration.ofMinutes(2), Duration.ofSeconds(1)));
        Optional<Instant> sooner = held.stream().map(Held::due).min(Comparator.naturalOrder());
        return then(this::free, sooner.filter(again::isAfter).orElse(again));
    }

    private Instant close(Instant now) {
        stage.counters().close();
        next = this::look;
        off = true;
        return now.plus(A_WHILE);
    }

    private Instant endBreak(Instant now) {
        stage.counters().endBreak();
        return then(this::free, now.plus(day.tidying()));
    }

    private Optional<OfficerDay.Pause> pauseDue(Instant now) {
        while (pause < day.pauses().size()) {
            OfficerDay.Pause coming = day.pauses().get(pause);
            Instant from = stage.at(coming.from(), closes);
            if (now.isBefore(from)) {
                return Optional.empty();
            }
            if (now.isBefore(from.plus(OfficerDay.LATEST_BREAK))) {
                return Optional.of(coming);
            }
            pause++;
        }
        return Optional.empty();
    }

    /** Goes on with whoever is called or served at the counter. */
    private Instant goOn(TicketSnapshot ticket, Instant now) {
        floor.called(ticket.id());
        return ticket.status() == TicketStatus.SERVING ? serving(ticket, now) : awaiting(ticket, now);
    }

    private Instant awaiting(TicketSnapshot ticket, Instant now) {
        Manner manner = floor.manner(ticket);
        if (manner.comesAt(ticket.calls())) {
            return then(
                    then -> goOn(
                            stage.queue().serve(CommandId.next(), ticket.id()).ticket(), then),
                    now.plus(manner.way()));
        }
        if (ticket.calls() <= stage.mall().rules().recallsBeforeNoShow()) {
            Instant cooled = ticket.lastCalledAt()
                    .orElse(now)
                    .plus(stage.mall().rules().recallCooldown())
                    .plus(A_MOMENT);
            return then(
                    then -> goOn(
                            stage.queue().recall(CommandId.next(), ticket.id()).ticket(), then),
                    cooled);
        }
        return then(then -> didNotCome(ticket.id(), manner, then), now.plusSeconds(60));
    }

    private Instant didNotCome(TicketId ticket, Manner manner, Instant now) {
        stage.queue().markNoShow(CommandId.next(), ticket);
        manner.returnsAfter().ifPresent(later -> floor.agenda().at(now.plus(later), then -> returned(ticket, manner)));
        return then(this::free, now.plus(day.tidying()));
    }

    /** A no-show comes back to the counter that called; a person who sits there by now decides alone. */
    private void returned(TicketId ticket, Manner manner) {
        if (stage.cast().isAPerson(officer)) {
            return;
        }
        try {
            stage.cast().as(officer, () -> stage.queue().returnLate(CommandId.next(), ticket));
            floor.isBack(ticket, manner);
        } catch (BusinessRuleViolation tooLate) {
            LOG.debug("A no-show isn't let in again: {}", tooLate.key());
        }
    }

    private Instant serving(TicketSnapshot ticket, Instant now) {
        Manner manner = floor.manner(ticket);
        Duration duration = duration(ticket, manner);
        Instant began = ticket.servingSince().orElse(now);
        if (ticket.held().isZero() && takesATurn(ticket, manner, now)) {
            return then(then -> turn(ticket, manner, then), began.plus(part(duration, OfficerDay.TURN)));
        }
        Instant ends = ticket.held().isZero() ? began.plus(duration) : now.plus(part(duration, 1 - OfficerDay.TURN));
        return then(
                then -> {
                    floor.served(
                            stage.queue()
                                    .complete(CommandId.next(), ticket.id(), manner.outcome())
                                    .ticket(),
                            then);
                    return then(this::free, then.plus(day.tidying()));
                },
                ends);
    }

    private boolean takesATurn(TicketSnapshot ticket, Manner manner, Instant now) {
        boolean possible = switch (manner.course()) {
            case FINISHED -> false;
            case TRANSFERRED, HELD -> now.isBefore(closes);
            case HANDED_OFF -> now.isBefore(stage.at(OfficerDay.LAST_HAND_OFF, closes));
        };
        return possible && turned.add(ticket.id());
    }

    private Instant turn(TicketSnapshot ticket, Manner manner, Instant now) {
        switch (manner.course()) {
            case HELD -> {
                Instant until = now.plus(A_WHILE);
                stage.queue().hold(CommandId.next(), ticket.id(), "Melengkapi fotokopi berkas", until);
                held.add(new Held(ticket.id(), until));
            }
            case TRANSFERRED -> {
                stage.queue()
                        .transfer(
                                CommandId.next(),
                                ticket.id(),
                                elsewhere(manner).id(),
                                "Perlu layanan lain lebih dahulu");
                floor.ring();
            }
            case HANDED_OFF -> {
                ServiceSummary target = elsewhere(manner);
                stage.queue().handOff(CommandId.next(), ticket.id(), target.id(), "Dilanjutkan di instansi lain");
                Optional.ofNullable(floors.get(target.agency())).ifPresent(Floor::ring);
            }
            case FINISHED -> throw new IllegalStateException("There is no turn to take");
        }
        return then(this::free, now.plus(day.tidying()));
    }

    private ServiceSummary elsewhere(Manner manner) {
        return manner.elsewhere()
                .flatMap(stage::service)
                .orElseThrow(() -> new BusinessRuleViolation("queue.refused.moved-on", ""));
    }

    private Duration duration(TicketSnapshot ticket, Manner manner) {
        Duration standard = stage.catalogue().service(ticket.service()).targetService();
        Duration duration = part(standard, DayPlan.TYPICAL * manner.effort() * day.pace());
        return duration.compareTo(OfficerDay.LONGEST_SERVICE) > 0 ? OfficerDay.LONGEST_SERVICE : duration;
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis(Math.round(whole.toMillis() * share));
    }

    private Instant lastCall() {
        return stage.at(OfficerDay.LAST_CALL, closes);
    }

    private Instant then(UnaryOperator<Instant> step, Instant when) {
        next = step;
        return when;
    }

    /** A ticket that this officer parked, and when to go on with it. */
    private record Held(TicketId ticket, Instant due) {}
}
