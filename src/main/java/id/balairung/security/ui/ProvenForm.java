package id.balairung.security.ui;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.EntryForm;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;

/**
 * A form whose services want to know who sits there. Nobody loses what was typed: once it was proved, the act goes on.
 *
 * @param <T> an entry, with the version it was read in
 */
public abstract class ProvenForm<T> extends EntryForm<T> {

    private final transient Reauthentication reauthentication;

    /**
     * A form.
     *
     * @param reauthentication keeps the proof
     */
    protected ProvenForm(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    @Override
    protected final boolean asks(BusinessRuleViolation refused, Runnable again) {
        if (refused instanceof ReauthenticationRequired) {
            ReauthenticationDialog.before(reauthentication, again);
            return true;
        }
        return false;
    }
}
