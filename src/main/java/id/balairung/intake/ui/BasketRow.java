package id.balairung.intake.ui;

import id.balairung.intake.DeskOffer;
import id.balairung.intake.Wish;
import id.balairung.intake.WishAnswer;
import java.util.Optional;

/**
 * A service chosen for the visit, not issued yet.
 *
 * @param wish what is asked for
 * @param offer the service as it was chosen
 * @param answer why it wasn't issued, once it was tried
 */
record BasketRow(Wish wish, DeskOffer offer, Optional<WishAnswer> answer) {

    static BasketRow of(DeskOffer offer) {
        return new BasketRow(Wish.of(offer.service().id()), offer, Optional.empty());
    }

    BasketRow answered(WishAnswer given) {
        return new BasketRow(wish, offer, Optional.of(given));
    }

    /** Whether it may have been issued: then only asking again finds out, and nothing may forget it. */
    boolean uncertain() {
        return answer.filter(WishAnswer.Unknown.class::isInstance).isPresent();
    }
}
