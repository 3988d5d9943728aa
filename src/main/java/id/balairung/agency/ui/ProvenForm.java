package id.balairung.agency.ui;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.EntryForm;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;

/**
 * A form whose services want to know who sits there. Nobody loses what was typed: once it was proved, the act goes on.
 *
 * @param <T> an entry, with the version it was read in
 */
abstract class ProvenForm<T> extends EntryForm<T> {

    private final transient Proof proof;

    ProvenForm(Reauthentication reauthentication) {
        this.proof = new Proof(reauthentication);
    }

    @Override
    protected boolean asks(BusinessRuleViolation refused, Runnable again) {
        if (refused instanceof ReauthenticationRequired) {
            proof.before(again);
            return true;
        }
        return false;
    }
}
