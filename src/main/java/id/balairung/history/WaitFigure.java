package id.balairung.history;

/**
 * Which turns a figure of the waiting time counts, as kpi.md and the daily closing have it. A turn that was never called is missed once
 * it has waited longer than its target: until it was left, moved on or its day ended, or until now.
 */
public enum WaitFigure {
    /** Dipanggil: its wait ended with a call; the n of the waiting time. */
    CALLED,
    /** Dinilai: those within the target and those that missed it; the n of the share within target. */
    JUDGED,
    /** Sesuai standar: called within the target. */
    WITHIN,
    /** Lewat standar: called after the target, or waited longer than that in vain. */
    MISSED
}
