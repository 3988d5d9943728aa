package id.balairung.queue;

import id.balairung.tenancy.AgencyId;
import java.time.Instant;

/**
 * Keeps the turns that are over and what was noted of them. Implemented by the history; called within the transaction that ends a
 * turn or takes that back.
 */
public interface TurnArchive {

    /**
     * Keeps a turn.
     *
     * @param agency whose
     * @param turn a turn that isn't kept yet
     */
    void keep(AgencyId agency, EndedTurn turn);

    /**
     * Keeps a turn as it now is; an admin corrected it.
     *
     * @param agency whose
     * @param turn a turn that is kept
     */
    void correct(AgencyId agency, EndedTurn turn);

    /**
     * Takes out turns that go on after all.
     *
     * @param agency whose
     * @param ticket whose
     * @param from the first of them; later ones are taken out as well
     */
    void reopen(AgencyId agency, TicketId ticket, int from);

    /**
     * Keeps a note.
     *
     * @param agency whose
     * @param ticket of which ticket
     * @param turn of which of its turns, which may still go on
     * @param event the event's id in the log
     * @param at when, UTC
     * @param words what was noted
     */
    void note(AgencyId agency, TicketId ticket, int turn, long event, Instant at, String words);

    /**
     * Replaces what was noted in the days of a window.
     *
     * @param agency whose
     * @param from from when, UTC
     * @param until until when, UTC, exclusive
     * @param erased what stands there instead
     * @return how many notes
     */
    int erase(AgencyId agency, Instant from, Instant until, String erased);
}
