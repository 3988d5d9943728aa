package id.balairung.intake;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.IssuedTicket;

/** What became of a wish. */
public sealed interface WishAnswer {

    /**
     * A ticket was issued.
     *
     * @param issued the ticket
     * @param ahead how many waited at its service when it was issued, whatever their class
     */
    record Issued(IssuedTicket issued, int ahead) implements WishAnswer {}

    /**
     * A rule refused it; nothing was issued.
     *
     * @param why the rule
     */
    record Refused(BusinessRuleViolation why) implements WishAnswer {}

    /** The database gave no answer, so it may or may not have been issued: the same wish, asked again, finds out. */
    record Unknown() implements WishAnswer {}

    /** It was not tried, because an earlier wish got no answer. */
    record NotTried() implements WishAnswer {}
}
