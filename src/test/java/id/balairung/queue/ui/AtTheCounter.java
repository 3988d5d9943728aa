package id.balairung.queue.ui;

import id.balairung.agency.ServiceSummary;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketSnapshot;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Where every use case of the console begins: an agency with two services and two counters, of which the first is open. */
@BalairungTest
abstract class AtTheCounter {

    static final String CALL_NEXT = "Panggil berikutnya";
    static final String NOBODY_WAITS = "Belum ada yang menunggu";

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    QueueDesk desk;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(2, 2);
        hall.open(agency, 0);
    }

    /** A window of the officer at the open counter. */
    Counter counter() {
        return Counter.of(screens.of(agency.officer()));
    }

    /** The service whose numbers the tests issue. */
    ServiceSummary service() {
        return agency.service();
    }

    /** The agency's other service. */
    ServiceSummary otherService() {
        return agency.services().getLast();
    }

    /** Issues a number of the service. */
    TicketSnapshot issue() {
        return hall.issue(agency).ticket();
    }

    /** What the agency has waiting, called, served or held, as the database has it. */
    List<TicketSnapshot> openTickets() {
        return hall.as(agency.officer(), endOfDay::open);
    }
}
