package id.balairung.common.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks once more before something that hurts. The focus stands on what changes nothing, so that a hasty Enter does no harm. */
public class HurtingQuestion extends ConfirmDialog {

    /**
     * A question; {@link #open} asks it.
     *
     * @param title the question itself
     * @param consequence what comes of it
     * @param act the button that does it
     * @param confirmed does it
     */
    public HurtingQuestion(String title, String consequence, String act, Runnable confirmed) {
        setHeader(title);
        setText(consequence);
        setCancelable(true);
        setCancelText(getTranslation("common.form.cancel"));
        setConfirmText(act);
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirm -> confirmed.run());
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                // The dialog gives the focus to the other button when it has opened, before or after this.
                getElement().executeJs("""
                        const safe = this.querySelector('[slot="cancel-button"]');
                        const act = this.querySelector('[slot="confirm-button"]');
                        if (safe && act) {
                          act.focus = () => { delete act.focus; safe.focus(); };
                          safe.focus();
                        }
                        """);
            }
        });
    }
}
