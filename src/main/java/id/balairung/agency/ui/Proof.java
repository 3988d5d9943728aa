package id.balairung.agency.ui;

import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ReauthenticationDialog;

/**
 * Lets something begin once it was proved who sits there; the person is asked where that isn't known.
 *
 * @param reauthentication keeps the proof
 */
record Proof(Reauthentication reauthentication) {

    void before(Runnable act) {
        ReauthenticationDialog.ensure(reauthentication, () -> {
            reauthentication.requireFresh();
            act.run();
        });
    }
}
