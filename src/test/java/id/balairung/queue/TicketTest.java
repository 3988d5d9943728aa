package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ServiceDay;
import id.balairung.counter.ClaimedCounter;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The aggregate protects itself: from each state only the named transitions lead on, and a refusal changes nothing. */
class TicketTest {

    private static final ServiceId SERVICE = ServiceId.next();
    private static final ServiceId OTHER_SERVICE = ServiceId.next();
    private static final MallRules RULES = MallRules.standard("Mal Pelayanan Publik Uji", ZoneId.of("Asia/Makassar"));
    private static final ClaimedCounter COUNTER =
            new ClaimedCounter(CounterId.next(), StaffId.next(), Set.of(SERVICE), false);
    private static final ClaimedCounter COUNTER_OF_ANOTHER_SERVICE =
            new ClaimedCounter(CounterId.next(), StaffId.next(), Set.of(OTHER_SERVICE), false);
    private static final Instant ISSUED = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant NOW = ISSUED.plus(Duration.ofMinutes(30));

    private static final Map<Transition, Set<TicketStatus>> ALLOWED = Map.ofEntries(
            Map.entry(Transition.CALL, Set.of(TicketStatus.WAITING)),
            Map.entry(Transition.RECALL, Set.of(TicketStatus.CALLED)),
            Map.entry(Transition.SERVE, Set.of(TicketStatus.CALLED)),
            Map.entry(Transition.COMPLETE, Set.of(TicketStatus.SERVING)),
            Map.entry(Transition.MARK_NO_SHOW, Set.of(TicketStatus.CALLED)),
            Map.entry(Transition.RETURN_LATE, Set.of(TicketStatus.NO_SHOW)),
            Map.entry(Transition.HOLD, Set.of(TicketStatus.CALLED, TicketStatus.SERVING)),
            Map.entry(Transition.RESUME, Set.of(TicketStatus.HELD)),
            Map.entry(Transition.TRANSFER, Set.of(TicketStatus.CALLED, TicketStatus.SERVING)),
            Map.entry(Transition.HAND_OFF, Set.of(TicketStatus.CALLED, TicketStatus.SERVING)),
            Map.entry(
                    Transition.ABANDON,
                    Set.of(TicketStatus.WAITING, TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.HELD)),
            Map.entry(Transition.SETTLE, Set.of(TicketStatus.SERVING, TicketStatus.HELD)));

    private enum Transition {
        CALL,
        RECALL,
        SERVE,
        COMPLETE,
        MARK_NO_SHOW,
        RETURN_LATE,
        HOLD,
        RESUME,
        TRANSFER,
        HAND_OFF,
        ABANDON,
        SETTLE;

        void on(Ticket ticket) {
            switch (this) {
                case CALL -> ticket.call(COUNTER, NOW);
                case RECALL -> ticket.recall(RULES, NOW);
                case SERVE -> ticket.serve(NOW);
                case COMPLETE -> ticket.complete(Outcome.FULFILLED, NOW);
                case MARK_NO_SHOW -> ticket.markNoShow(RULES, NOW);
                case RETURN_LATE -> ticket.returnLate(RULES, NOW);
                case HOLD -> ticket.hold("Melengkapi berkas", NOW.plus(Duration.ofMinutes(10)), NOW);
                case RESUME -> ticket.resume(COUNTER, NOW);
                case TRANSFER -> ticket.transfer(OTHER_SERVICE, NOW);
                case HAND_OFF -> ticket.handOff(NOW);
                case ABANDON -> ticket.abandon(NOW);
                case SETTLE -> ticket.settle(Outcome.CONSULTATION, NOW);
            }
        }
    }

    static Stream<Arguments> everyTransitionFromEveryState() {
        return Arrays.stream(Transition.values())
                .flatMap(transition ->
                        Arrays.stream(TicketStatus.values()).map(status -> Arguments.of(transition, status)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyTransitionFromEveryState")
    void onlyTheNamedTransitionsLeadOnAndARefusalChangesNothing(Transition transition, TicketStatus from) {
        Ticket ticket = ticketIn(from);
        if (ALLOWED.get(transition).contains(from)) {
            transition.on(ticket);
            assertThat(ticket.snapshot().status().active()).isEqualTo(ticket.activeAt(COUNTER.counter()));
        } else {
            refused(ticket, () -> transition.on(ticket), "queue.refused.moved-on");
        }
    }

    @ParameterizedTest
    @EnumSource(TicketStatus.class)
    void anActTakenBackLeavesTheTicketAsItWas(TicketStatus from) {
        Arrays.stream(Transition.values())
                .filter(transition -> ALLOWED.get(transition).contains(from))
                .forEach(transition -> {
                    Ticket ticket = ticketIn(from);
                    TicketSnapshot shown = ticket.snapshot();
                    TicketState before = ticket.state();
                    boolean active = ticket.activeAt(COUNTER.counter());
                    transition.on(ticket);
                    ticket.restore(before);
                    assertThat(ticket.snapshot()).isEqualTo(shown);
                    assertThat(ticket.activeAt(COUNTER.counter())).isEqualTo(active);
                });
    }

    @Test
    void aCounterCallsOnlyForTheServicesItOffers() {
        Ticket ticket = ticketIn(TicketStatus.WAITING);
        refused(ticket, () -> ticket.call(COUNTER_OF_ANOTHER_SERVICE, NOW), "queue.refused.not-my-service");
        Ticket held = ticketIn(TicketStatus.HELD);
        refused(held, () -> held.resume(COUNTER_OF_ANOTHER_SERVICE, NOW), "queue.refused.not-my-service");
    }

    @Test
    void aRecallWaitsForTheCooldown() {
        Ticket ticket = ticketIn(TicketStatus.WAITING);
        ticket.call(COUNTER, NOW);
        Instant tooSoon = NOW.plus(RULES.recallCooldown()).minusMillis(1);
        refused(ticket, () -> ticket.recall(RULES, tooSoon), "queue.refused.recall-too-soon");
        ticket.recall(RULES, NOW.plus(RULES.recallCooldown()));
        assertThat(ticket.snapshot().calls()).isEqualTo(2);
    }

    @Test
    void aNoShowWaitsForTheRecallsThatTheRuleAsks() {
        Ticket ticket = ticketIn(TicketStatus.WAITING);
        ticket.call(COUNTER, NOW);
        refused(ticket, () -> ticket.markNoShow(RULES, NOW), "queue.refused.no-show-too-soon");
    }

    @Test
    void aNoShowReturnsUntilTheToleranceEnds() {
        Ticket ticket = ticketIn(TicketStatus.NO_SHOW);
        Instant last = ticket.snapshot().finishedAt().orElseThrow().plus(RULES.lateReturnTolerance());
        refused(ticket, () -> ticket.returnLate(RULES, last.plusMillis(1)), "queue.refused.returned-too-late");
        ticket.returnLate(RULES, last);
        assertThat(ticket.snapshot().waitsSince()).as("the wait starts anew").isEqualTo(last);
    }

    @Test
    void aHoldHasAnEndWithinEightHours() {
        Ticket ticket = ticketIn(TicketStatus.SERVING);
        refused(ticket, () -> ticket.hold("Alasan", NOW, NOW), "queue.refused.hold-length");
        refused(
                ticket,
                () -> ticket.hold("Alasan", NOW.plus(Duration.ofHours(8)).plusMillis(1), NOW),
                "queue.refused.hold-length");
    }

    @Test
    void aTransferGoesToAnotherService() {
        Ticket ticket = ticketIn(TicketStatus.CALLED);
        refused(ticket, () -> ticket.transfer(SERVICE, NOW), "queue.refused.same-service");
    }

    private static void refused(Ticket ticket, ThrowingCallable act, String key) {
        TicketSnapshot shown = ticket.snapshot();
        TicketState before = ticket.state();
        boolean active = ticket.activeAt(COUNTER.counter());
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
        assertThat(ticket.snapshot()).isEqualTo(shown);
        assertThat(ticket.state()).isEqualTo(before);
        assertThat(ticket.activeAt(COUNTER.counter())).isEqualTo(active);
    }

    /** A ticket that came to a state on the shortest way, with every rule satisfied for what may follow at {@link #NOW}. */
    private static Ticket ticketIn(TicketStatus status) {
        Ticket ticket = Ticket.issue(
                new NewTicket(
                        TicketId.next(),
                        VisitId.next(),
                        SERVICE,
                        PriorityClass.ELDERLY,
                        new Visitor(Optional.of("Wa Ode"), Optional.empty()),
                        Duration.ofMinutes(4),
                        Optional.of(new WaitEstimate.Range(Duration.ofMinutes(5), Duration.ofMinutes(12)))),
                new TicketNumber("DA", 12),
                ServiceDay.of(ISSUED, RULES.zone()),
                PublicToken.random(new SecureRandom()),
                ISSUED);
        Instant called = ISSUED.plus(Duration.ofMinutes(10));
        switch (status) {
            case WAITING -> {}
            case CALLED -> calledAsTheRuleAsks(ticket, called);
            case SERVING -> {
                ticket.call(COUNTER, called);
                ticket.serve(called.plusSeconds(40));
            }
            case HELD -> {
                ticket.call(COUNTER, called);
                ticket.serve(called.plusSeconds(40));
                ticket.hold("Fotokopi KK", called.plus(Duration.ofMinutes(30)), called.plusSeconds(90));
            }
            case NO_SHOW -> {
                calledAsTheRuleAsks(ticket, called);
                ticket.markNoShow(RULES, called.plus(Duration.ofMinutes(6)));
            }
            case COMPLETED -> {
                ticket.call(COUNTER, called);
                ticket.serve(called.plusSeconds(40));
                ticket.complete(Outcome.FULFILLED, called.plus(Duration.ofMinutes(5)));
            }
            case TRANSFERRED -> {
                ticket.call(COUNTER, called);
                ticket.handOff(called.plusSeconds(70));
            }
            case ABANDONED -> ticket.abandon(called);
        }
        assertThat(ticket.status()).isEqualTo(status);
        return ticket;
    }

    private static void calledAsTheRuleAsks(Ticket ticket, Instant called) {
        ticket.call(COUNTER, called);
        for (int recall = 1; recall <= RULES.recallsBeforeNoShow(); recall++) {
            ticket.recall(RULES, called.plus(RULES.recallCooldown().multipliedBy(recall)));
        }
    }
}
