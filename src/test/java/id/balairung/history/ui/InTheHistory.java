package id.balairung.history.ui;

import id.balairung.agency.ServiceSummary;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the history's use cases begin: an agency with two services and two open counters, at which nobody was served yet. */
@BalairungTest
abstract class InTheHistory {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    QueueDesk desk;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void openTheAgency() {
        agency = opened();
    }

    Hall.TestAgency opened() {
        Hall.TestAgency opened = hall.agency(2, 2);
        hall.open(opened, 0);
        hall.open(opened, 1);
        return opened;
    }

    /** Somebody comes, waits and is called at a counter. */
    TicketSnapshot called(Hall.TestAgency where, int at, Duration wait) {
        return called(where, where.service(), PriorityClass.GENERAL, at, wait);
    }

    TicketSnapshot called(
            Hall.TestAgency where, ServiceSummary service, PriorityClass priorityClass, int at, Duration wait) {
        hall.issue(service, priorityClass, Visitor.unnamed());
        clock.advance(wait);
        return hall.as(
                where.officers().get(at),
                () -> ((CallResult.Called) desk.callNext(CommandId.next()))
                        .act()
                        .ticket());
    }

    /** The same, and is served for seven minutes. */
    TicketSnapshot served(Hall.TestAgency where, int at, Duration wait) {
        return complete(where, at, called(where, at, wait), Outcome.FULFILLED);
    }

    TicketSnapshot complete(Hall.TestAgency where, int at, TicketSnapshot ticket, Outcome outcome) {
        StaffPrincipal officer = where.officers().get(at);
        clock.advance(Duration.ofMinutes(1));
        hall.as(officer, () -> desk.serve(CommandId.next(), ticket.id()));
        clock.advance(Duration.ofMinutes(7));
        return hall.as(officer, () -> desk.complete(CommandId.next(), ticket.id(), outcome))
                .ticket();
    }

    HistoryScreen history(StaffPrincipal staff) {
        return history(staff, Map.of());
    }

    HistoryScreen history(StaffPrincipal staff, Map<String, String> asked) {
        return HistoryScreen.open(screens, staff, asked);
    }

    StaffPrincipal head() {
        return hall.staff(Role.MALL_HEAD, Optional.empty());
    }
}
