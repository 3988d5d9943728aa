package id.balairung.isolation;

import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.INSIDE;
import static id.balairung.isolation.Outcome.RULE;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.State.COMPLETED;
import static id.balairung.isolation.State.NO_SHOW;
import static id.balairung.isolation.State.SERVING;

import id.balairung.agency.CurrentMall;
import id.balairung.counter.CounterNumbers;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryOrder;
import id.balairung.history.ServiceHistory;
import id.balairung.queue.EndedTurn;
import id.balairung.queue.TicketCorrections;
import id.balairung.queue.TicketNotes;
import id.balairung.queue.TicketPasts;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TurnArchive;
import id.balairung.queue.TurnsUnderWay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the service history: what has ended, what goes on, and one ticket's past. */
final class HistoryRows {

    private static final String WORDS = "Catatan uji";

    private HistoryRows() {}

    static Stream<Row> rows() {
        return Stream.of(turns(), tickets(), archive()).flatMap(rows -> rows);
    }

    private static Stream<Row> turns() {
        return Stream.of(
                read(
                        "ServiceHistory.page(HistoryFilter, HistoryOrder, Optional, int)",
                        COMPLETED,
                        cell -> cell.the(ServiceHistory.class)
                                .page(today(cell), HistoryOrder.NEWEST_FIRST, Optional.empty(), 50)),
                read(
                                "ServiceHistory.total(HistoryFilter)",
                                COMPLETED,
                                cell -> cell.the(ServiceHistory.class)
                                                .total(today(cell))
                                                .turns()
                                        > 0)
                        .because("none of another agency's are counted"),
                read(
                        "ServiceHistory.turns(TicketId)",
                        COMPLETED,
                        cell -> cell.the(ServiceHistory.class).turns(cell.ticket())),
                read(
                        "ServiceHistory.underWay(HistoryFilter)",
                        SERVING,
                        cell -> cell.the(ServiceHistory.class).underWay(today(cell))),
                read(
                                "TurnsUnderWay.now()",
                                SERVING,
                                cell -> cell.the(TurnsUnderWay.class).now())
                        .officer(DONE)
                        .agencyAdmin(DONE),
                read(
                        "TurnsUnderWay.open(Collection, ServiceDay, ServiceDay)",
                        SERVING,
                        cell -> cell.the(TurnsUnderWay.class)
                                .open(
                                        List.of(cell.agency()),
                                        cell.the(CurrentMall.class).today(),
                                        cell.the(CurrentMall.class).today())),
                service(
                                "CounterNumbers.of(Collection)",
                                State.ANY,
                                cell -> cell.the(CounterNumbers.class).of(List.of(cell.counter())))
                        .everybody(INSIDE));
    }

    private static Stream<Row> tickets() {
        return Stream.of(
                read(
                        "TicketPasts.of(TicketId)",
                        COMPLETED,
                        cell -> cell.the(TicketPasts.class).of(cell.ticket())),
                service(
                                "TicketNotes.note(CommandId, TicketId, String)",
                                COMPLETED,
                                cell -> cell.the(TicketNotes.class).note(cell.command(), cell.ticket(), WORDS))
                        .officer(DONE, RULE)
                        .agencyAdmin(DONE, RULE),
                service(
                                "TicketCorrections.correct(CommandId, TicketId, int, Outcome, Instant, String)",
                                COMPLETED,
                                cell -> cell.the(TicketCorrections.class)
                                        .correct(
                                                cell.command(),
                                                cell.ticket(),
                                                cell.snapshot().version(),
                                                id.balairung.queue.Outcome.CONSULTATION,
                                                cell.snapshot().finishedAt().orElseThrow(),
                                                WORDS))
                        .agencyAdmin(DONE, RULE));
    }

    private static Stream<Row> archive() {
        return Stream.of(
                inside(
                        "keep(AgencyId, EndedTurn)",
                        cell -> cell.the(TurnArchive.class).keep(cell.agency(), ended(cell.snapshot()))),
                inside(
                        "correct(AgencyId, EndedTurn)",
                        cell -> cell.the(TurnArchive.class).correct(cell.agency(), ended(cell.snapshot()))),
                inside(
                        "reopen(AgencyId, TicketId, int)",
                        cell -> cell.the(TurnArchive.class).reopen(cell.agency(), cell.ticket(), 1)),
                inside(
                        "note(AgencyId, TicketId, int, long, Instant, String)",
                        cell -> cell.the(TurnArchive.class)
                                .note(cell.agency(), cell.ticket(), 1, 1, cell.soon(), WORDS)),
                inside(
                        "erase(AgencyId, Instant, Instant, String)",
                        cell -> cell.the(TurnArchive.class).erase(cell.agency(), cell.soon(), cell.soon(), WORDS)));
    }

    private interface Act {
        void by(Cell cell);
    }

    private static Row inside(String method, Act act) {
        return service("TurnArchive." + method, NO_SHOW, cell -> {
                    act.by(cell);
                    return null;
                })
                .everybody(INSIDE);
    }

    private static Row read(String method, State state, Row.Call call) {
        return service(method, state, call)
                .officer(DONE, EMPTY)
                .agencyAdmin(DONE, EMPTY)
                .head(DONE);
    }

    /** All of today at a service of the agency that the cell speaks of. */
    private static HistoryFilter today(Cell cell) {
        LocalDate today = cell.the(CurrentMall.class).today().date();
        HistoryFilter all = HistoryFilter.of(today, today);
        return new HistoryFilter(
                all.from(),
                all.to(),
                Optional.of(cell.agency()),
                Optional.of(cell.service()),
                all.counter(),
                all.officer(),
                all.result(),
                all.priorityClass(),
                all.figure(),
                all.rating(),
                all.number(),
                all.note());
    }

    private static EndedTurn ended(TicketSnapshot ticket) {
        return new EndedTurn(
                ticket.id(),
                ticket.turn(),
                ticket.serviceDay(),
                ticket.number(),
                ticket.priorityClass(),
                ticket.service(),
                ticket.counter(),
                ticket.officer(),
                ticket.status(),
                ticket.outcome(),
                1,
                ticket.queuedAt(),
                ticket.lastCalledAt(),
                ticket.servingSince(),
                ticket.finishedAt().orElseThrow(),
                Duration.ZERO);
    }
}
