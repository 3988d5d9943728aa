package id.balairung.intake.ui;

import id.balairung.intake.DeskOffer;
import id.balairung.intake.WishAnswer;
import id.balairung.queue.WaitEstimate;
import java.util.Optional;

/**
 * A ticket of the visit with all that its slip says. The phone number is not among it.
 *
 * @param answer the ticket
 * @param offer its service
 * @param estimate what the visitor is told of the wait
 * @param name how the visitor wants to be addressed
 */
record PrintedTicket(WishAnswer.Issued answer, DeskOffer offer, WaitEstimate estimate, Optional<String> name) {

    /**
     * A ticket just issued.
     *
     * @param estimate how long a newcomer would wait there; says why the ticket has no estimate, where it has none
     */
    static PrintedTicket of(WishAnswer.Issued answer, DeskOffer offer, WaitEstimate estimate, Optional<String> name) {
        Optional<WaitEstimate.Range> told = answer.issued().ticket().estimate();
        return new PrintedTicket(
                answer,
                offer,
                told.isPresent()
                        ? told.get()
                        : estimate instanceof WaitEstimate.Range ? new WaitEstimate.TooLittleData() : estimate,
                name);
    }

    /** Without the name, for this may come into a log. */
    @Override
    public String toString() {
        return number();
    }

    String number() {
        return answer.issued().ticket().number().toString();
    }
}
