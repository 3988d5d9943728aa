package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who a ticket was for is masked, and told in clear only to whoever needs it, on the record. */
@BalairungTest
class VisitorsTest {

    private static final String NAME = "Wa Ode Samsiah";
    private static final String PHONE = "081234567789";

    @Autowired
    Hall hall;

    @Autowired
    Visitors visitors;

    @Autowired
    QueueDesk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TablesOwner owner;

    Hall.TestAgency agency;
    TicketSnapshot ticket;

    @BeforeEach
    void somebodyWhoToldTheirNameIsServed() {
        agency = hall.agency(1, 2);
        hall.open(agency, 0);
        ticket = hall.issue(agency.service(), PriorityClass.GENERAL, new Visitor(Optional.of(NAME), Optional.of(PHONE)))
                .ticket();
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
    }

    @Test
    void listsShowItMasked() {
        assertThat(hall.as(agency.admin(), () -> visitors.masked(List.of(ticket.id()))))
                .containsEntry(
                        ticket.id(),
                        new MaskedVisitor(Optional.of("W* O** S******"), Optional.of("08** **** *789"), true));
    }

    @Test
    void theAdminAndWhoeverHandlesTheTicketMaySeeItAndThatIsRecordedWithoutTheData() {
        for (StaffPrincipal allowed : List.of(agency.admin(), agency.officer())) {
            assertThat(hall.as(allowed, () -> visitors.reveal(ticket.id())))
                    .isEqualTo(new Visitor(Optional.of(NAME), Optional.of(PHONE)));
            assertThat(trail().getLast())
                    .containsEntry("kind", "REVEALED")
                    .containsEntry("subject", ticket.number() + " " + ticket.serviceDay())
                    .containsEntry("actor_id", allowed.id().value());
        }
        assertThat(trail().toString()).doesNotContain("Samsiah").doesNotContain(PHONE);
    }

    @Test
    void whoHandledTheTicketMaySeeItUntilTheDayIsOver() {
        hall.as(agency.officer(), () -> desk.serve(CommandId.next(), ticket.id()));
        hall.as(agency.officer(), () -> desk.complete(CommandId.next(), ticket.id(), Outcome.FULFILLED));
        assertThat(hall.as(agency.officer(), () -> visitors.reveal(ticket.id())).name())
                .contains(NAME);
        clock.advance(Duration.ofDays(1));
        refused(agency.officer(), "queue.refused.reveal");
        assertThat(hall.as(agency.admin(), () -> visitors.reveal(ticket.id())).name())
                .contains(NAME);
    }

    @Test
    void anOfficerWhoDidNotHandleItIsRefusedOnTheRecord() {
        StaffPrincipal colleague = agency.officers().get(1);
        assertThat(hall.as(colleague, () -> visitors.masked(List.of(ticket.id())))
                        .get(ticket.id()))
                .satisfies(seen -> assertThat(seen.revealable()).isFalse());
        refused(colleague, "queue.refused.reveal");
        assertThat(trail().getLast()).containsEntry("kind", "REFUSED");
    }

    @Test
    void anotherAgencySeesNothing() {
        Hall.TestAgency other = hall.agency(1, 1);
        for (StaffPrincipal stranger : List.of(other.admin(), other.officer())) {
            assertThat(hall.as(stranger, () -> visitors.masked(List.of(ticket.id()))))
                    .isEmpty();
            refused(stranger, "queue.refused.no-such-ticket");
        }
    }

    @Test
    void theMallsOwnStaffNeverSeeIt() {
        for (Role role : List.of(Role.MALL_HEAD, Role.MALL_ADMIN, Role.FRONT_DESK)) {
            StaffPrincipal staff = hall.staff(role, Optional.empty());
            assertThatThrownBy(() -> hall.as(staff, () -> visitors.reveal(ticket.id())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> visitors.masked(List.of(ticket.id()))))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(trail()).extracting(row -> row.get("kind")).doesNotContain("REVEALED");
    }

    @Test
    void withoutARecordNothingIsRevealed() {
        // Nothing can be added to the trail meanwhile.
        owner.jdbc()
                .sql("alter table audit_event rename column subject to gone")
                .update();
        try {
            assertThatThrownBy(() -> hall.as(agency.admin(), () -> visitors.reveal(ticket.id())))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            owner.jdbc()
                    .sql("alter table audit_event rename column gone to subject")
                    .update();
        }
    }

    @Test
    void theNameIsToldAtTheOwnCounterAloneAndGoesWithTheVisitor() {
        assertThat(hall.as(agency.officer(), desk::atMyCounter).orElseThrow().visitorName())
                .contains(NAME);
        Instant until = clock.instant().plus(Duration.ofMinutes(5));
        Act held =
                hall.as(agency.officer(), () -> desk.hold(CommandId.next(), ticket.id(), "Menunggu fotokopi", until));
        assertThat(held.visitorName()).isEmpty();
        assertThat(held.toString()).doesNotContain("fotokopi");
        Act resumed = hall.as(agency.officer(), () -> desk.resume(CommandId.next(), ticket.id()));
        assertThat(resumed.visitorName()).contains(NAME);
        assertThat(resumed.toString()).doesNotContain("Samsiah");
    }

    private void refused(StaffPrincipal staff, String why) {
        assertThatThrownBy(() -> hall.as(staff, () -> visitors.reveal(ticket.id())))
                .hasMessage(why);
    }

    private List<Map<String, Object>> trail() {
        return jdbc.sql("select kind, subject, actor_id, was, became from audit_event where trail_id = ? order by id")
                .param(agency.id().toString())
                .query()
                .listOfRows();
    }
}
