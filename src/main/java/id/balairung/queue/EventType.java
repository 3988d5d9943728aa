package id.balairung.queue;

/** What happened to a ticket. */
public enum EventType {
    /** Diterbitkan. */
    ISSUED,
    /** Dipanggil. */
    CALLED,
    /** Dipanggil ulang. */
    RECALLED,
    /** Dilayani. */
    SERVED,
    /** Selesai. */
    COMPLETED,
    /** Tidak hadir. */
    NO_SHOW,
    /** Kembali setelah tidak hadir. */
    RETURNED,
    /** Ditunda. */
    HELD,
    /** Dilanjutkan. */
    RESUMED,
    /** Dialihkan ke layanan lain dalam instansi. */
    TRANSFERRED,
    /** Dialihkan ke instansi lain. */
    HANDED_OFF,
    /** Batal. */
    ABANDONED,
    /** Diurungkan. */
    UNDONE,
    /** Dicatat. */
    NOTED,
    /** Dikoreksi. */
    CORRECTED;

    /**
     * Whether the act can be taken back. A recall was heard, a ticket was printed, and a hand-off lives in another
     * agency's queue: those stand. A note or a correction is answered by another one.
     */
    public boolean undoable() {
        return switch (this) {
            case CALLED, SERVED, COMPLETED, NO_SHOW, RETURNED, HELD, RESUMED, TRANSFERRED, ABANDONED -> true;
            case ISSUED, RECALLED, HANDED_OFF, UNDONE, NOTED, CORRECTED -> false;
        };
    }
}
