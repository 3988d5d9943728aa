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

    /**
     * The order as SQL.
     *
     * @param ofOneAgency whether the agency is given: named all the same, it would hide that an index already has this order
     */
    String sql(boolean ofOneAgency) {
        return (ofOneAgency
                        ? " order by t.at %1$s, t.ticket_id %1$s, t.turn %1$s"
                        : " order by t.at %1$s, t.agency_id %1$s, t.ticket_id %1$s, t.turn %1$s")
                .formatted(direction);
    }

    /** What lies beyond a key. The first comparison alone bounds the range that is read. */
    String after(boolean ofOneAgency) {
        String ticket = "t.ticket_id %1$s :lastTicket or (t.ticket_id = :lastTicket and t.turn %1$s :lastTurn)";
        return (" and t.at %1$s= :lastAt and (t.at %1$s :lastAt or "
                        + (ofOneAgency
                                ? ticket
                                : "t.agency_id %1$s :lastAgency or (t.agency_id = :lastAgency and (" + ticket + "))")
                        + ")")
                .formatted(beyond);
    }
}
