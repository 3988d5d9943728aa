package id.balairung.closing;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.QueueSupervision;
import id.balairung.queue.TicketCorrections;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketPasts;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;

/** What officers, admins and visitors of an agency may do on a day, by chance, through the real services. */
public final class DayAtTheCounters {

    private static final int DESKS = 2;

    private final Hall hall;
    private final TestClock clock;
    private final QueueDesk desk;
    private final QueueSupervision supervision;
    private final EndOfDay endOfDay;
    private final TicketCorrections corrections;
    private final TicketPasts pasts;
    private final Hall.TestAgency agency;
    private final Hall.TestAgency other;
    private final Random random;
    private final List<TicketId> known = new ArrayList<>();

    /** At that agency; visitors are handed on to the other one. */
    public DayAtTheCounters(ApplicationContext application, Hall.TestAgency agency, Hall.TestAgency other, long seed) {
        this.hall = application.getBean(Hall.class);
        this.clock = application.getBean(TestClock.class);
        this.desk = application.getBean(QueueDesk.class);
        this.supervision = application.getBean(QueueSupervision.class);
        this.endOfDay = application.getBean(EndOfDay.class);
        this.corrections = application.getBean(TicketCorrections.class);
        this.pasts = application.getBean(TicketPasts.class);
        this.agency = agency;
        this.other = other;
        this.random = new Random(seed);
    }

    /** Lets people do that many things, some of which are refused. */
    public void act(int times) {
        for (int act = 0; act < times; act++) {
            clock.advance(Duration.ofMillis(5_000L + random.nextInt(120_000)));
            try {
                act();
            } catch (BusinessRuleViolation refused) {
                // As it happens at a counter: something else is done next.
                clock.advance(Duration.ofMillis(random.nextInt(1_000)));
            }
        }
    }

    /** Settles some of what was left over from the days before, and corrects some of what was served then. */
    public void putRight(int times) {
        for (int act = 0; act < times; act++) {
            clock.advance(Duration.ofSeconds(20));
            try {
                if (random.nextBoolean()) {
                    settle();
                } else {
                    correct(any(known.size()));
                }
            } catch (BusinessRuleViolation refused) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
    }

    /** Serves somebody whole. */
    public TicketId serve(Duration waiting, Duration service) {
        TicketId ticket = hall.issue(agency).ticket().id();
        clock.advance(waiting);
        by(0, () -> desk.callNext(CommandId.next()));
        by(0, () -> desk.serve(CommandId.next(), ticket));
        clock.advance(service);
        by(0, () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
        known.add(ticket);
        return ticket;
    }

    /** Serves somebody who is sent to another service, where nobody calls them. */
    public void transfer(Duration waiting, Duration service) {
        TicketId ticket = hall.issue(agency).ticket().id();
        clock.advance(waiting);
        by(0, () -> desk.callNext(CommandId.next()));
        by(0, () -> desk.serve(CommandId.next(), ticket));
        clock.advance(service);
        by(
                0,
                () -> desk.transfer(
                        CommandId.next(), ticket, agency.services().get(1).id(), "Salah loket"));
        clock.advance(service);
        by(0, () -> desk.abandon(CommandId.next(), ticket));
    }

    /** Somebody comes late: nobody came when they were called, and they wait anew. */
    public void comeLate(Duration later) {
        TicketId ticket = hall.issue(agency).ticket().id();
        by(0, () -> desk.callNext(CommandId.next()));
        for (int recall = 0; recall < 2; recall++) {
            clock.advance(Duration.ofMinutes(2));
            by(0, () -> desk.recall(CommandId.next(), ticket));
        }
        by(0, () -> desk.markNoShow(CommandId.next(), ticket));
        clock.advance(later);
        by(0, () -> desk.returnLate(CommandId.next(), ticket));
        by(0, () -> desk.callNext(CommandId.next()));
        by(0, () -> desk.serve(CommandId.next(), ticket));
        by(0, () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
    }

    /** An admin puts right when a service ended. */
    public void correct(TicketId ticket) {
        TicketSnapshot found =
                hall.as(agency.admin(), () -> pasts.of(ticket)).orElseThrow().ticket();
        Instant began = found.servingSince()
                .orElseThrow(() -> new BusinessRuleViolation("nothing.served"))
                .plus(found.held());
        long most = Duration.between(began, clock.instant()).toSeconds();
        Instant end = began.plusSeconds(1 + random.nextInt((int) Math.min(most, 3_600)));
        hall.as(
                agency.admin(),
                () -> corrections.correct(
                        CommandId.next(), ticket, found.version(), Outcome.CONSULTATION, end, "Lupa menutup"));
    }

    private void act() {
        int at = random.nextInt(DESKS);
        switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                known.add(hall.issue(
                                agency.services().get(random.nextInt(3)),
                                PriorityClass.values()[random.nextInt(5)],
                                Visitor.unnamed())
                        .ticket()
                        .id());
            case 3, 4 -> by(at, () -> desk.callNext(CommandId.next()));
            case 5 -> by(at, () -> desk.recall(CommandId.next(), active(at)));
            case 6, 7 -> by(at, () -> desk.serve(CommandId.next(), active(at)));
            case 8 -> by(at, () -> desk.complete(CommandId.next(), active(at), Outcome.values()[random.nextInt(4)]));
            case 9 -> {
                for (int recall = 0; recall < 2; recall++) {
                    clock.advance(Duration.ofMinutes(2));
                    by(at, () -> desk.recall(CommandId.next(), active(at)));
                }
                by(at, () -> desk.markNoShow(CommandId.next(), active(at)));
            }
            case 10 -> by(at, () -> desk.returnLate(CommandId.next(), any(12)));
            case 11 -> holdOrResume(at);
            case 12 -> transfer(at);
            case 13 -> by(at, () -> desk.undo(CommandId.next(), any(12)));
            case 14 ->
                hall.as(
                        agency.admin(),
                        () -> supervision.reassign(
                                CommandId.next(),
                                any(12),
                                agency.services().get(random.nextInt(3)).id(),
                                "Salah layanan"));
            default -> settle();
        }
    }

    private void holdOrResume(int at) {
        if (random.nextBoolean()) {
            by(
                    at,
                    () -> desk.hold(
                            CommandId.next(),
                            active(at),
                            "Ke bank",
                            clock.instant().plusSeconds(600)));
        } else {
            by(at, () -> desk.resume(CommandId.next(), any(12)));
        }
    }

    private void transfer(int at) {
        if (random.nextInt(4) == 0) {
            by(
                    at,
                    () -> desk.handOff(
                            CommandId.next(), active(at), other.service().id(), "Bukan di sini"));
        } else {
            by(
                    at,
                    () -> desk.transfer(
                            CommandId.next(),
                            active(at),
                            agency.services().get(random.nextInt(3)).id(),
                            "Salah loket"));
        }
    }

    private void settle() {
        List<TicketSnapshot> open = by(0, endOfDay::open);
        if (open.isEmpty()) {
            throw new BusinessRuleViolation("nothing.open");
        }
        TicketSnapshot one = open.get(random.nextInt(open.size()));
        by(
                0,
                () -> random.nextBoolean()
                        ? endOfDay.abandon(CommandId.next(), one.id(), one.version())
                        : endOfDay.complete(CommandId.next(), one.id(), one.version(), Outcome.FULFILLED));
    }

    private TicketId active(int at) {
        return by(at, desk::atMyCounter)
                .map(act -> act.ticket().id())
                .orElseThrow(() -> new BusinessRuleViolation("nobody.there"));
    }

    /** One of the last ones. */
    private TicketId any(int last) {
        if (known.isEmpty()) {
            throw new BusinessRuleViolation("nobody.there");
        }
        return known.get(Math.max(0, known.size() - 1 - random.nextInt(last)));
    }

    private <T> T by(int at, Callable<T> act) {
        return hall.as(agency.officers().get(at), act);
    }
}
