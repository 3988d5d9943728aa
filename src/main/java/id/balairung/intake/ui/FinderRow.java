package id.balairung.intake.ui;

import id.balairung.agency.ServiceId;
import id.balairung.intake.DeskOffer;

/**
 * A service in the list of the front desk.
 *
 * @param offer the service
 * @param waiting how many wait there
 * @param chosen whether the visit wants it already
 */
record FinderRow(DeskOffer offer, int waiting, boolean chosen) {

    static FinderRow of(DeskOffer offer, DeskState state) {
        ServiceId service = offer.service().id();
        return new FinderRow(offer, state.queue().waitingAt(service), state.wants(service));
    }

    ServiceId id() {
        return offer.service().id();
    }
}
