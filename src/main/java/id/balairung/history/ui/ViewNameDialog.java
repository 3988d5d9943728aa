package id.balairung.history.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;
import id.balairung.history.SavedViews;
import java.util.function.Consumer;

/** Asks what a view is called. A name that can't be taken is said at the field, and the dialog stays. */
class ViewNameDialog extends Dialog {

    private final TextField name = new TextField(getTranslation("history.views.name"));
    private final transient Consumer<TypedText> act;

    /**
     * A dialog.
     *
     * @param title what is asked, translated
     * @param present the present name
     * @param act takes the name, or throws why it can't
     */
    ViewNameDialog(String title, String present, Consumer<TypedText> act) {
        this.act = act;
        setHeaderTitle(title);
        name.setValue(present);
        name.setMaxLength(SavedViews.LONGEST_NAME);
        name.setManualValidation(true);
        name.setWidthFull();
        name.setAutofocus(true);
        add(name);
        Button confirm = new Button(getTranslation("common.form.save"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        ShortcutRegistration enter = confirm.addClickShortcut(Key.ENTER);
        enter.listenOn(name);
        enter.setResetFocusOnActiveElement(true);
        getFooter().add(new Button(getTranslation("common.form.cancel"), click -> close()), confirm);
    }

    private void confirm() {
        try {
            act.accept(new TypedText(name.getValue()));
            close();
        } catch (BusinessRuleViolation refused) {
            name.setErrorMessage(getTranslation(refused.key(), refused.arguments()));
            name.setInvalid(true);
            name.focus();
        }
    }
}
