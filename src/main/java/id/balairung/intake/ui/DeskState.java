package id.balairung.intake.ui;

import id.balairung.agency.ServiceId;
import id.balairung.intake.DeskOffer;
import id.balairung.queue.MallQueue;
import id.balairung.queue.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a front desk shows, as one value.
 *
 * @param offers what the mall offers
 * @param queue how many wait
 * @param interruptedSince from when the counts are, while the database can't be reached
 * @param visit the visit at the desk
 * @param basket what it wants and has no number for yet
 * @param issued its tickets
 * @param before the tickets of the visit before, to be printed again
 * @param extending whether services may be added although all wishes were fulfilled
 * @param draft what is filled in about the visitor
 */
record DeskState(
        List<DeskOffer> offers,
        MallQueue queue,
        Optional<Instant> interruptedSince,
        VisitId visit,
        List<BasketRow> basket,
        List<PrintedTicket> issued,
        List<PrintedTicket> before,
        boolean extending,
        VisitDraft draft) {

    static DeskState of(List<DeskOffer> offers, MallQueue queue) {
        return new DeskState(
                offers,
                queue,
                Optional.empty(),
                VisitId.next(),
                List.of(),
                List.of(),
                List.of(),
                false,
                VisitDraft.EMPTY);
    }

    /** Whether acts can reach the database. */
    boolean reachable() {
        return interruptedSince.isEmpty();
    }

    /** Whether every wish of the visit was fulfilled and nobody said that more comes. */
    boolean done() {
        return basket.isEmpty() && !issued.isEmpty() && !extending;
    }

    boolean mayIssue() {
        return reachable() && !basket.isEmpty();
    }

    /** Whether the visit may be left: not while it may have a ticket that nobody knows of. */
    boolean mayLeave() {
        return basket.stream().noneMatch(BasketRow::uncertain);
    }

    /** Whether leaving the visit would lose something that nobody has a number for. */
    boolean unfinished() {
        return !done() && (!basket.isEmpty() || (issued.isEmpty() && !draft.equals(VisitDraft.EMPTY)));
    }

    /** Whether nothing was done for the visit yet. */
    boolean untouched() {
        return basket.isEmpty() && issued.isEmpty() && draft.equals(VisitDraft.EMPTY);
    }

    /** What "print" prints: this visit's slips, or those of the one before. */
    List<PrintedTicket> printable() {
        return issued.isEmpty() ? before : issued;
    }

    boolean wants(ServiceId service) {
        return basket.stream().anyMatch(row -> row.wish().service().equals(service));
    }

    DeskState offering(List<DeskOffer> newer) {
        return new DeskState(newer, queue, interruptedSince, visit, basket, issued, before, extending, draft);
    }

    DeskState counting(MallQueue newer) {
        return new DeskState(offers, newer, Optional.empty(), visit, basket, issued, before, extending, draft);
    }

    DeskState interruptedFrom(Instant since) {
        return new DeskState(offers, queue, Optional.of(since), visit, basket, issued, before, extending, draft);
    }

    DeskState wishing(List<BasketRow> rows) {
        return new DeskState(offers, queue, interruptedSince, visit, rows, issued, before, extending, draft);
    }

    DeskState after(List<BasketRow> left, List<PrintedTicket> tickets) {
        return new DeskState(offers, queue, interruptedSince, visit, left, tickets, before, false, draft);
    }

    DeskState extended() {
        return new DeskState(offers, queue, interruptedSince, visit, basket, issued, before, true, draft);
    }

    DeskState newVisit() {
        return new DeskState(
                offers,
                queue,
                interruptedSince,
                VisitId.next(),
                List.of(),
                List.of(),
                printable(),
                false,
                VisitDraft.EMPTY);
    }

    DeskState filledIn(VisitDraft typed) {
        return new DeskState(offers, queue, interruptedSince, visit, basket, issued, before, extending, typed);
    }

    /** Goes back to a visit that was left; what the mall offers and the counts are today's, not its own. */
    DeskState backAt(DeskState left) {
        return new DeskState(
                offers,
                queue,
                interruptedSince,
                left.visit,
                left.basket,
                left.issued,
                left.before,
                left.extending,
                left.draft);
    }
}
