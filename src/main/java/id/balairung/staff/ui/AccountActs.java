package id.balairung.staff.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.staff.AccountDetails;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What can be done to an account besides changing it. Each is asked about once more; sensitive ones also ask who sits there. */
class AccountActs extends MenuBar {

    private final transient Reauthentication reauthentication;
    private final transient BiConsumer<Runnable, String> performing;
    private final MenuItem disable;
    private final MenuItem enable;
    private final MenuItem reset;
    private final MenuItem removeSecondFactor;
    private final MenuItem endSessions;
    private transient Optional<AccountDetails> account = Optional.empty();

    /** The acts themselves. */
    interface Acts {
        void disable(AccountDetails account);

        void enable(AccountDetails account);

        void resetPassword(AccountDetails account);

        void removeSecondFactor(AccountDetails account);

        void endSessions(AccountDetails account);
    }

    /**
     * A menu.
     *
     * @param performing does an act and then says that it was done, or why not
     */
    AccountActs(Acts acts, Reauthentication reauthentication, BiConsumer<Runnable, String> performing) {
        this.reauthentication = reauthentication;
        this.performing = performing;
        MenuItem menu = addItem(getTranslation("staff.acts"));
        reset = menu.getSubMenu()
                .addItem(getTranslation("staff.acts.reset"), click -> ask("reset", true, acts::resetPassword));
        endSessions = menu.getSubMenu()
                .addItem(
                        getTranslation("staff.acts.end-sessions"),
                        click -> ask("end-sessions", false, acts::endSessions));
        removeSecondFactor = menu.getSubMenu()
                .addItem(
                        getTranslation("staff.acts.remove-factor"),
                        click -> ask("remove-factor", true, acts::removeSecondFactor));
        disable = menu.getSubMenu()
                .addItem(getTranslation("staff.acts.disable"), click -> ask("disable", true, acts::disable));
        enable = menu.getSubMenu()
                .addItem(getTranslation("staff.acts.enable"), click -> ask("enable", false, acts::enable));
    }

    void show(Optional<AccountDetails> shown) {
        account = shown;
        setVisible(shown.isPresent());
        boolean enabled = shown.filter(AccountDetails::enabled).isPresent();
        disable.setVisible(enabled);
        endSessions.setVisible(enabled);
        reset.setVisible(enabled);
        enable.setVisible(!enabled);
        removeSecondFactor.setVisible(shown.filter(AccountDetails::secondFactor).isPresent());
    }

    private void ask(String act, boolean sensitive, Consumer<AccountDetails> doing) {
        AccountDetails whose = account.orElseThrow();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("staff.ask." + act, whose.name()));
        question.setText(getTranslation("staff.ask-text." + act));
        question.setCancelable(true);
        question.setCancelText(getTranslation("staff.ask.cancel"));
        question.setConfirmText(getTranslation("staff.acts." + act));
        question.addConfirmListener(confirmed -> {
            if (sensitive) {
                ReauthenticationDialog.ensure(reauthentication, () -> {
                    reauthentication.requireFresh();
                    carryOut(act, whose, doing);
                });
            } else {
                carryOut(act, whose, doing);
            }
        });
        question.open();
    }

    private void carryOut(String act, AccountDetails whose, Consumer<AccountDetails> doing) {
        performing.accept(() -> doing.accept(whose), getTranslation("staff.done." + act, whose.name()));
    }
}
