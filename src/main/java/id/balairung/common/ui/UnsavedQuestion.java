package id.balairung.common.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;

/** Asks whoever leaves a form that was changed. The focus stands on what loses nothing. */
class UnsavedQuestion extends ConfirmDialog {

    UnsavedQuestion(BeforeLeaveEvent leaving, EntryForm<?> form, Runnable stayed) {
        ContinueNavigationAction going = leaving.postpone();
        setHeader(getTranslation("common.form.unsaved"));
        setText(getTranslation("common.form.unsaved-text"));
        setConfirmText(getTranslation("common.form.stay"));
        setRejectable(true);
        setRejectText(getTranslation("common.form.discard"));
        setRejectButtonTheme("error tertiary");
        Runnable stay = () -> {
            going.cancel();
            stayed.run();
        };
        addConfirmListener(confirmed -> stay.run());
        addCancelListener(escaped -> stay.run());
        addRejectListener(discard -> {
            form.forget();
            going.proceed();
        });
    }
}
