package id.balairung.intake.ui;

import id.balairung.intake.DeskOffer;
import id.balairung.intake.WishAnswer;
import java.util.Optional;

/**
 * A ticket of the visit with all that its slip says. The phone number is not among it.
 *
 * @param answer the ticket
 * @param offer its service
 * @param name how the visitor wants to be addressed
 */
record PrintedTicket(WishAnswer.Issued answer, DeskOffer offer, Optional<String> name) {

    String number() {
        return answer.issued().ticket().number().toString();
    }
}
