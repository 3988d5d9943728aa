package id.balairung.queue;

/** Where a ticket stands. */
public enum TicketStatus {
    /** Menunggu. */
    WAITING,
    /** Dipanggil: called to a counter, not there yet. */
    CALLED,
    /** Sedang dilayani. */
    SERVING,
    /** Ditunda: parked with a reason. */
    HELD,
    /** Tidak hadir: called as the rule asks, did not come. */
    NO_SHOW,
    /** Selesai. */
    COMPLETED,
    /** Dialihkan to another agency, where a new ticket goes on. */
    TRANSFERRED,
    /** Batal: left before the call, or still open at closing. */
    ABANDONED;

    /** Whether a board of the day shows the ticket: what is open, and who may still come back. */
    public boolean onBoard() {
        return open() || this == NO_SHOW;
    }

    /** Whether the ticket holds a counter. */
    public boolean active() {
        return this == CALLED || this == SERVING;
    }

    /** Whether somebody still has to do something about the ticket. */
    public boolean open() {
        return this == WAITING || this == HELD || active();
    }
}
