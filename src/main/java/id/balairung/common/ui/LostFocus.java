package id.balairung.common.ui;

import com.vaadin.flow.component.Component;

/**
 * The focus, where what had it was hidden, removed or a dialog: once every dialog has closed it goes to an heir, unless somebody
 * has put it elsewhere by then.
 *
 * @param heir what gets it
 * @param row of a grid, the row that gets it, from 0; the last one when there are fewer
 */
public record LostFocus(Component heir, int row) {

    LostFocus(Component heir) {
        this(heir, 0);
    }

    /** Passes it on, after what is changed in the present request. */
    public void pass() {
        if (!heir.isAttached()) {
            return;
        }
        heir.getElement().executeJs("""
                        const dialogs = 'vaadin-dialog, vaadin-confirm-dialog';
                        const target = () => {
                          if (this.localName !== 'vaadin-grid') { return this; }
                          const rows = [...this.shadowRoot.querySelectorAll('#items > tr:not([hidden])')];
                          const last = rows.reduce((a, b) => (a && a.index > b.index ? a : b), undefined);
                          return (rows.find((one) => one.index === $0) ?? last)?.querySelector('td');
                        };
                        const settle = (patience) => {
                          if (!this.isConnected) { return; }
                          const active = document.activeElement;
                          const asked = [...document.querySelectorAll(dialogs)].some((one) => one.opened);
                          if (asked || active?.closest(dialogs)) { setTimeout(settle, 100, patience); return; }
                          // What is in a form that is closing goes late, what lies under it takes no focus yet, rows may still come.
                          if (!active || active === document.body || !active.checkVisibility()) { target()?.focus(); }
                          if (patience > 0) { setTimeout(settle, 100, patience - 1); }
                        };
                        setTimeout(settle, 0, 20);
                        """, row);
    }
}
