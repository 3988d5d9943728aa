package id.balairung.agency;

import id.balairung.common.InputCheck;
import org.jspecify.annotations.Nullable;

/**
 * A service as a row of a table.
 *
 * @param draft what the row says of it
 * @param offer whether it is offered; null where the table has a word that means neither
 */
public record ServiceRow(ServiceDraft draft, @Nullable Offer offer) {

    /** Whether a service is offered, as a table tells it. */
    public enum Offer {
        /** It says nothing: a service stays as it is, and a new one is offered. */
        UNTOLD,
        /** It is offered. */
        OFFERED,
        /** It is withdrawn. */
        WITHDRAWN
    }

    /** A row of a table that doesn't tell whether its services are offered. */
    public static ServiceRow of(ServiceDraft draft) {
        return new ServiceRow(draft, Offer.UNTOLD);
    }

    InputCheck check() {
        return draft.check().that(offer != null, "offer", "agency.refused.offer");
    }

    /** Whether the row withdraws or offers again a service that is such. */
    boolean turns(boolean withdrawn) {
        return offer == (withdrawn ? Offer.OFFERED : Offer.WITHDRAWN);
    }
}
