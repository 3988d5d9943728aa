package id.balairung.queue.ui;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.OpenShift;
import id.balairung.queue.AlertRound;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Where every use case of the live board begins: ten in the morning at an agency with two services and three counters. */
@BalairungTest
abstract class BoardOfAnAgency {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    QueueDesk desk;

    @Autowired
    CounterDesk counterDesk;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    AlertRound alertRound;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(2, 3);
        clock.set(tomorrowAtTen());
    }

    Board admin() {
        return Board.of(screens.of(agency.admin()));
    }

    ServiceSummary first() {
        return agency.services().getFirst();
    }

    ServiceSummary second() {
        return agency.services().getLast();
    }

    TicketSnapshot issue(ServiceSummary service) {
        return issue(service, PriorityClass.GENERAL);
    }

    TicketSnapshot issue(ServiceSummary service, PriorityClass group) {
        return hall.issue(service, group, Visitor.unnamed()).ticket();
    }

    /** An officer calls whose turn it is. */
    void call(int desk) {
        hall.as(agency.officers().get(desk), () -> this.desk.callNext(CommandId.next()));
    }

    /** An officer serves the ticket that was called. */
    void serve(int desk, TicketSnapshot ticket) {
        hall.as(agency.officers().get(desk), () -> this.desk.serve(CommandId.next(), ticket.id()));
    }

    /** An officer goes for lunch. */
    OpenShift lunch(int desk, Duration length) {
        return hall.as(
                agency.officers().get(desk),
                () -> counterDesk.takeBreak(BreakReason.LUNCH, clock.instant().plus(length)));
    }

    /** What the agency has waiting, called, served or held, as the database has it. */
    List<TicketSnapshot> openTickets() {
        return hall.as(agency.officer(), endOfDay::open);
    }

    void raiseAlerts() {
        alertRound.at(agency.id());
    }

    private Instant tomorrowAtTen() {
        return clock.instant()
                .atZone(mall.rules().zone())
                .toLocalDate()
                .plusDays(1)
                .atTime(10, 0)
                .atZone(mall.rules().zone())
                .toInstant();
    }
}
