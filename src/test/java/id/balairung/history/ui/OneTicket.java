package id.balairung.history.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import id.balairung.agency.ServiceSummary;
import id.balairung.history.ServiceHistory;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PastTurn;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketDesk;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketPast;
import id.balairung.queue.TicketPasts;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where every use case of a ticket's past begins: an agency with two services and two open counters. */
@BalairungTest
abstract class OneTicket {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    QueueDesk desk;

    @Autowired
    TicketDesk tickets;

    @Autowired
    TicketPasts pasts;

    @Autowired
    ServiceHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;

    @BeforeEach
    void openTheAgency() {
        agency = hall.agency(2, 2);
        hall.open(agency, 0);
        hall.open(agency, 1);
    }

    /** Waits 12 and is served 2 minutes, then transferred: waits 7 and is served 9 minutes and held 4. */
    TicketId transferredAndHeld() {
        hall.issue(agency);
        pass(12);
        TicketId ticket = call(0);
        pass(1);
        by(0, () -> desk.serve(CommandId.next(), ticket));
        pass(2);
        by(
                0,
                () -> desk.transfer(
                        CommandId.next(), ticket, agency.services().getLast().id(), "Salah loket"));
        pass(7);
        call(1);
        pass(2);
        by(1, () -> desk.serve(CommandId.next(), ticket));
        pass(3);
        by(
                1,
                () -> desk.hold(
                        CommandId.next(),
                        ticket,
                        "Memeriksa data ganda",
                        clock.instant().plusSeconds(600)));
        pass(4);
        by(1, () -> desk.resume(CommandId.next(), ticket));
        pass(6);
        by(1, () -> desk.complete(CommandId.next(), ticket, Outcome.DOCUMENTS_MISSING));
        return ticket;
    }

    TicketId served() {
        hall.issue(agency);
        TicketId ticket = call(0);
        by(0, () -> desk.serve(CommandId.next(), ticket));
        pass(4);
        by(0, () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));
        return ticket;
    }

    TicketId issue(VisitId visit, boolean newVisit, ServiceSummary service) {
        return hall.as(
                        hall.frontDesk(),
                        () -> tickets.issue(
                                CommandId.next(),
                                visit,
                                newVisit,
                                service.id(),
                                PriorityClass.GENERAL,
                                Visitor.unnamed()))
                .ticket()
                .id();
    }

    TicketId call(int at) {
        return ((CallResult.Called) by(at, () -> desk.callNext(CommandId.next())))
                .act()
                .ticket()
                .id();
    }

    <T> T by(int at, Callable<T> act) {
        return hall.as(agency.officers().get(at), act);
    }

    void pass(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    TicketPast past(StaffPrincipal reader, TicketId ticket) {
        return hall.as(reader, () -> pasts.of(ticket)).orElseThrow();
    }

    BrowserlessUIContext open(StaffPrincipal reader, TicketId ticket) {
        return open(reader, ticket.value().toString());
    }

    BrowserlessUIContext open(StaffPrincipal reader, String ticket) {
        BrowserlessUIContext window = screens.of(reader);
        window.navigate("riwayat/tiket/" + ticket, TicketPage.class);
        return window;
    }

    String counter(int at) {
        return "Loket\u00a0"
                + jdbc.sql("select number from counter where id = ?")
                        .param(agency.counters().get(at).value().toString())
                        .query(String.class)
                        .single();
    }

    String number(TicketId ticket) {
        return jdbc.sql("select concat(number_prefix, '-', lpad(number_sequence, 3, '0')) from ticket where id = ?")
                .param(ticket.value().toString())
                .query(String.class)
                .single();
    }

    List<String> rows(TicketId ticket) {
        return jdbc.sql("""
                        select concat_ws('|', turn, status, ifnull(wait_millis, '-'), ifnull(way_millis, '-'),
                          ifnull(service_millis, '-'), held_millis)
                        from history_turn where ticket_id = ? order by turn""")
                .param(ticket.value().toString())
                .query(String.class)
                .list();
    }

    static String reckoned(PastTurn turn) {
        return Stream.of(
                        String.valueOf(turn.turn()),
                        turn.status().name(),
                        millis(turn.waitingTime()),
                        millis(turn.wayTime()),
                        millis(turn.serviceTime()),
                        millis(Optional.of(turn.held())))
                .reduce((one, next) -> one + "|" + next)
                .orElseThrow();
    }

    static String millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).map(String::valueOf).orElse("-");
    }

    static List<String> titles(BrowserlessUIContext page) {
        page.activate();
        return page.find(Component.class).withClassName("told").all().stream()
                .map(told -> told.getElement().getChild(0).getText())
                .toList();
    }

    static List<String> lines(BrowserlessUIContext page) {
        page.activate();
        return page.find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    static List<String> facts(BrowserlessUIContext page) {
        page.activate();
        return page.find(DescriptionList.class).all().stream()
                .flatMap(list -> list.getElement().getChildren())
                .map(fact -> fact.getChild(0).getText() + " " + fact.getChild(1).getTextRecursively())
                .toList();
    }

    static List<String> labels(BrowserlessUIContext page) {
        page.activate();
        return page.find(Button.class).all().stream().map(Button::getText).toList();
    }

    static List<String> words(BrowserlessUIContext page) {
        page.activate();
        return page.find(Component.class).all().stream()
                .map(part -> part.getElement().getText())
                .toList();
    }

    static void click(BrowserlessUIContext page, String label) {
        page.activate();
        page.test(page.find(Button.class)
                        .withCondition(button -> label.equals(button.getText()))
                        .first())
                .click();
        MockVaadin.clientRoundtrip();
    }

    /** Clicks the primary button of the dialog that is open. */
    static void confirm(BrowserlessUIContext page) {
        page.activate();
        Dialog dialog = page.find(Dialog.class).single();
        page.test(page.find(Button.class, dialog).withTheme("primary").single()).click();
        MockVaadin.clientRoundtrip();
    }
}
