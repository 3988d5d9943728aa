package id.balairung.history;

/** Where an export in the background stands. */
public enum ExportState {
    /** Menunggu giliran. */
    WAITING,
    /** Sedang dibuat. */
    RUNNING,
    /** Siap diunduh. */
    READY,
    /** Gagal. */
    FAILED,
    /** Dibatalkan. */
    CANCELLED;

    /** Whether it isn't over yet. */
    public boolean underWay() {
        return this == WAITING || this == RUNNING;
    }
}
