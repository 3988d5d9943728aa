package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;

/**
 * Asks what an act needs. The first field has the focus, Enter in a field confirms, Esc closes. A refusal is told in the
 * dialog, which stays open with all that was typed.
 */
public abstract class ActDialog extends Dialog {

    private final Div form = new Div();
    private final Div refusal = new Div();
    private final Button confirm = new Button();
    private final Runnable afterwards;

    /**
     * A dialog.
     *
     * @param title what is asked
     * @param confirmKey the i18n key of the primary button
     * @param afterwards what to do when the act was done and the dialog has closed
     */
    protected ActDialog(Notice title, String confirmKey, Runnable afterwards) {
        this.afterwards = afterwards;
        setHeaderTitle(title.in(this));
        form.addClassName("bl-form");
        refusal.addClassName("bl-refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(form, refusal);
        Button close = new Button(getTranslation("queue.dialog.close"), click -> close());
        confirm.setText(getTranslation(confirmKey));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> carryOut());
        getFooter().add(close, confirm);
    }

    /** What the confirm button does; a notice is told in the dialog. */
    protected abstract Optional<Notice> act();

    /**
     * Lets a field tell why it was refused; the dialog itself does where none does.
     *
     * @param refused why; empty when it is tried anew
     * @return whether a field tells it
     */
    protected boolean told(Optional<Notice> refused) {
        return false;
    }

    /** Fills the form. */
    protected final void ask(Component... fields) {
        form.add(fields);
    }

    /** Gives a field the focus when the dialog opens. */
    protected final void beginWith(HasElement field) {
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                // The dialog takes the focus itself once its overlay stands; the field comes after it.
                field.getElement()
                        .executeJs(
                                "requestAnimationFrame(() => setTimeout(() => (this.querySelector('input:checked') ?? this).focus(), 0))");
            }
        });
    }

    /** Lets Enter in these fields confirm. */
    protected final void enterConfirms(Component... fields) {
        ShortcutRegistration enter = confirm.addClickShortcut(Key.ENTER);
        enter.listenOn(fields);
        enter.setResetFocusOnActiveElement(true);
    }

    /** Whether it can be confirmed at all. */
    final void confirmable(boolean possible) {
        confirm.setEnabled(possible);
    }

    private void carryOut() {
        // Enabled again first, so that it can be tried once more even after a fault.
        confirm.setEnabled(true);
        refusal.setText("");
        told(Optional.empty());
        Optional<Notice> refused = act();
        refused.ifPresentOrElse(this::tell, () -> {
            close();
            afterwards.run();
        });
    }

    private void tell(Notice refused) {
        if (!told(Optional.of(refused))) {
            refusal.setText(refused.in(this));
        }
    }
}
