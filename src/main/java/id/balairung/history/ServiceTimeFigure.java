package id.balairung.history;

/** Which turns a figure of the service time counts: only those that were served to the end have one. */
public enum ServiceTimeFigure {
    /** Terukur: it has a service time; the n of it. */
    MEASURED,
    /** Sesuai standar: at or under the service's standard of that day. */
    WITHIN,
    /** Lewat standar: over it. */
    OVER
}
