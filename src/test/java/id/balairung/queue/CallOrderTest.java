package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose turn it is, by example; {@link CallOrderPropertyTest} says what holds always. */
class CallOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration TARGET = Duration.ofMinutes(20);

    private final CallOrder order =
            new CallOrder(CallPolicy.of(MallRules.standard("Mal Pelayanan Publik Uji", ZoneId.of("Asia/Makassar"))));
    private final ServiceId service = ServiceId.next();
    private final ServiceId quickService = ServiceId.next();

    @Test
    void nobodyIsNextWhereNobodyWaits() {
        assertThat(order.next(List.of(), NOW)).isEmpty();
    }

    @Test
    void whoCameFirstIsNextWithinOneClass() {
        Candidate first = waiting(PriorityClass.GENERAL, 9);
        Candidate second = waiting(PriorityClass.GENERAL, 8);
        CallOrder.Choice choice = next(second, first);
        assertThat(choice.candidate()).isEqualTo(first);
        assertThat(choice.reason()).isInstanceOfSatisfying(CallReason.LongestWait.class, reason -> {
            assertThat(reason.waited()).isEqualTo(Duration.ofMinutes(9));
            assertThat(reason.target()).isEqualTo(TARGET);
            assertThat(reason.ahead()).isEmpty();
        });
    }

    @Test
    void aVulnerableVisitorEarnsTheTurnTwiceAsFast() {
        Candidate general = waiting(PriorityClass.GENERAL, 11);
        Candidate elderly = waiting(PriorityClass.ELDERLY, 6);
        CallOrder.Choice choice = next(general, elderly);
        assertThat(choice.candidate()).isEqualTo(elderly);
        assertThat(choice.reason())
                .isEqualTo(new CallReason.PriorityClassAhead(
                        Duration.ofMinutes(6), Duration.ofMinutes(15), general.ticket()));
        assertThat(next(waiting(PriorityClass.GENERAL, 13), elderly).candidate().priorityClass())
                .isEqualTo(PriorityClass.GENERAL);
    }

    @Test
    void aVulnerableVisitorGoesFirstAfterTheMaximumWait() {
        Candidate general = waiting(PriorityClass.GENERAL, 50);
        Candidate toddler = waiting(PriorityClass.TODDLER, 15);
        CallOrder.Choice choice = next(general, toddler);
        assertThat(choice.candidate()).isEqualTo(toddler);
        assertThat(choice.reason())
                .isEqualTo(new CallReason.MaximumWait(Duration.ofMinutes(15), Duration.ofMinutes(15)));
    }

    @Test
    void aGeneralVisitorReachesALimitToo() {
        Candidate general = waiting(PriorityClass.GENERAL, 60);
        Candidate maternal = waiting(PriorityClass.MATERNAL, 14);
        CallOrder.Choice choice = next(maternal, general);
        assertThat(choice.candidate()).isEqualTo(general);
        assertThat(choice.reason())
                .isEqualTo(new CallReason.MaximumWait(Duration.ofMinutes(60), Duration.ofMinutes(60)));
    }

    @Test
    void amongThoseAtTheirLimitTheEarliestDeadlineGoesFirst() {
        Candidate general = waiting(PriorityClass.GENERAL, 61);
        Candidate disability = waiting(PriorityClass.DISABILITY, 17);
        assertThat(next(general, disability).candidate()).isEqualTo(disability);
    }

    @Test
    void aWaitIsMeasuredByItsOwnServicesTarget() {
        Candidate slow = waiting(PriorityClass.GENERAL, 12);
        Candidate quick = new Candidate(
                TicketId.next(),
                quickService,
                PriorityClass.GENERAL,
                NOW.minus(Duration.ofMinutes(7)),
                Duration.ofMinutes(10));
        CallOrder.Choice choice = next(slow, quick);
        assertThat(choice.candidate()).isEqualTo(quick);
        assertThat(choice.reason())
                .isInstanceOfSatisfying(
                        CallReason.LongestWait.class,
                        reason -> assertThat(reason.ahead()).contains(slow.ticket()));
    }

    @Test
    void theClassIsNoReasonBetweenTwoVulnerableVisitors() {
        Candidate slow = waiting(PriorityClass.ELDERLY, 12);
        Candidate quick = new Candidate(
                TicketId.next(),
                quickService,
                PriorityClass.ELDERLY,
                NOW.minus(Duration.ofMinutes(7)),
                Duration.ofMinutes(10));
        CallOrder.Choice choice = next(slow, quick);
        assertThat(choice.candidate()).isEqualTo(quick);
        assertThat(choice.reason()).isInstanceOf(CallReason.LongestWait.class);
    }

    private CallOrder.Choice next(Candidate... waiting) {
        return order.next(List.of(waiting), NOW).orElseThrow();
    }

    private Candidate waiting(PriorityClass priorityClass, int minutes) {
        return new Candidate(TicketId.next(), service, priorityClass, NOW.minus(Duration.ofMinutes(minutes)), TARGET);
    }
}
