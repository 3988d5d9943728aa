package id.balairung.queue;

import java.time.LocalDate;

/**
 * A kind of personal data with a period of its own, counted from the end of the service day it belongs to. The day itself and
 * the one after are always kept whole.
 */
public enum RetentionKind {
    /** How the visitor wants to be addressed. */
    VISITOR_NAME(1, 365),
    /** The visitor's phone number. */
    VISITOR_PHONE(1, 365),
    /** Why a ticket was held, moved on or called first, in the words of whoever did it. */
    REASON(30, 1_825),
    /** What a visitor wrote to a rating, and what was written about it in follow-ups that are done. */
    COMMENT(30, 1_825);

    private final int shortest;
    private final int longest;

    RetentionKind(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    /** The shortest period that may be set, in days. */
    public int shortest() {
        return shortest;
    }

    /** The first service day that is kept, if it is kept for so many days. */
    LocalDate firstKept(LocalDate today, int days) {
        return today.minusDays(Math.max(days, shortest));
    }

    /** The longest period that may be set, in days. */
    public int longest() {
        return longest;
    }
}
