package id.balairung.satisfaction;

import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.queue.Visitor;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Tables;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agency with two services and two open counters, and visitors who come with their slips. */
@BalairungTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtACounter {

    static final String NAME = "Wahyuningsih Kusumaatmaja";
    static final String PHONE = "081234567890";

    @Autowired
    Hall hall;

    @Autowired
    QueueDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tables tables;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    Hall.TestAgency agency;

    @BeforeAll
    void openTheAgency() {
        agency = hall.agency(2, 2);
        hall.open(agency, 0);
        hall.open(agency, 1);
    }

    /** Whatever became of the test before. */
    @BeforeEach
    void freeTheCounters() {
        for (int counter = 0; counter < agency.counters().size(); counter++) {
            int at = counter;
            by(at, desk::atMyCounter).ifPresent(act -> finish(at, act.ticket().id()));
        }
    }

    IssuedTicket issued() {
        return hall.issue(agency.service(), PriorityClass.GENERAL, new Visitor(Optional.of(NAME), Optional.of(PHONE)));
    }

    /** Somebody who sits at a counter and is being served. */
    IssuedTicket served(int counter) {
        IssuedTicket slip = issued();
        serve(counter, slip);
        return slip;
    }

    void serve(int counter, IssuedTicket slip) {
        by(counter, () -> desk.callChosen(CommandId.next(), slip.ticket().id(), "Uji"));
        by(counter, () -> desk.serve(CommandId.next(), slip.ticket().id()));
    }

    /** Somebody whose service was finished at a counter. */
    IssuedTicket finished(int counter) {
        IssuedTicket slip = served(counter);
        finish(counter, slip);
        return slip;
    }

    void finish(int counter, IssuedTicket slip) {
        finish(counter, slip.ticket().id());
    }

    void finish(int counter, TicketId ticket) {
        by(counter, () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
    }

    <T> T by(int counter, Callable<T> act) {
        return hall.as(agency.officers().get(counter), act);
    }

    /** A browser of somebody else's, at an address of its own. */
    Wire phone(String address) {
        return new Wire(port).from(address);
    }

    static String link(IssuedTicket slip) {
        return "/nilai/" + slip.token().value();
    }

    /** What is kept as said of a ticket: score, way and comment. */
    List<String> ratingsOf(IssuedTicket slip) {
        return jdbc.sql("select concat_ws('|', score, channel, ifnull(comment, '')) from rating where ticket_id = ?")
                .param(slip.ticket().id().value().toString())
                .query(String.class)
                .list();
    }

    /** What was answered in a ticket's survey, as code=answer. */
    List<String> answersOf(IssuedTicket slip) {
        return jdbc.sql("""
                        select concat(a.code, '=', a.answer) from skm_answer a join skm_response r on r.id = a.response_id
                        where r.ticket_id = ? order by a.code""")
                .param(slip.ticket().id().value().toString())
                .query(String.class)
                .list();
    }
}
