package id.balairung.history;

/** In which order turns are read: by when they were called, or queued if nobody called them. */
public enum HistoryOrder {
    /** Terbaru dahulu. */
    NEWEST_FIRST("desc", "<"),
    /** Terlama dahulu. */
    OLDEST_FIRST("asc", ">");

    private final String direction;
    private final String beyond;

    HistoryOrder(String direction, String beyond) {
        this.direction = direction;
        this.beyond = beyond;
    }

    String sql() {
        return " order by t.at %1$s, t.agency_id %1$s, t.ticket_id %1$s, t.turn %1$s".formatted(direction);
    }

    /** What lies beyond a key. The first comparison alone bounds the range that is read. */
    String after() {
        return (" and t.at %1$s= :lastAt and (t.at %1$s :lastAt or t.agency_id %1$s :lastAgency or (t.agency_id = :lastAgency"
                        + " and (t.ticket_id %1$s :lastTicket or (t.ticket_id = :lastTicket and t.turn %1$s :lastTurn))))")
                .formatted(beyond);
    }
}
