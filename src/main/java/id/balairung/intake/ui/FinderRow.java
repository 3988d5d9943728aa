package id.balairung.intake.ui;

import id.balairung.agency.ServiceId;
import id.balairung.intake.DeskOffer;
import id.balairung.queue.WaitEstimate;

/**
 * A service in the list of the front desk.
 *
 * @param offer the service
 * @param waiting how many wait there
 * @param estimate how long a newcomer would wait
 * @param chosen whether the visit wants it already
 */
record FinderRow(DeskOffer offer, int waiting, WaitEstimate estimate, boolean chosen) {

    static FinderRow of(DeskOffer offer, DeskState state) {
        ServiceId service = offer.service().id();
        return new FinderRow(
                offer, state.queue().waitingAt(service), state.queue().estimateAt(service), state.wants(service));
    }

    ServiceId id() {
        return offer.service().id();
    }
}
