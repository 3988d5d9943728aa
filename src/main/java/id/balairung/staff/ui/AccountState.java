package id.balairung.staff.ui;

import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.staff.AccountDetails;

/** How an account stands, as a badge. */
enum AccountState {
    DISABLED("abandoned", Icons.MINUS, "staff.state.disabled"),
    PASSWORD_DUE("held", Icons.CLOCK, "staff.state.password-due"),
    ACTIVE("completed", Icons.DONE, "staff.state.active");

    private final String look;
    private final Icons icon;
    private final String key;

    AccountState(String look, Icons icon, String key) {
        this.look = look;
        this.icon = icon;
        this.key = key;
    }

    static AccountState of(AccountDetails account) {
        if (!account.enabled()) {
            return DISABLED;
        }
        return account.passwordDue() ? PASSWORD_DUE : ACTIVE;
    }

    /** The i18n key of its word. */
    String key() {
        return key;
    }

    /** The badge, with its word translated. */
    StatusBadge badge(String word) {
        return new StatusBadge(look, icon, word);
    }
}
