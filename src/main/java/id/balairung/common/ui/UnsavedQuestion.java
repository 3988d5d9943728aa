package id.balairung.common.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;

/** Asks whoever leaves a form that was changed. */
class UnsavedQuestion extends ConfirmDialog {

    UnsavedQuestion(BeforeLeaveEvent leaving, EntryForm<?> form, Runnable stayed) {
        ContinueNavigationAction going = leaving.postpone();
        setHeader(getTranslation("common.form.unsaved"));
        setText(getTranslation("common.form.unsaved-text"));
        setCancelable(true);
        setCancelText(getTranslation("common.form.stay"));
        setConfirmText(getTranslation("common.form.discard"));
        setConfirmButtonTheme("error primary");
        addCancelListener(stay -> {
            going.cancel();
            stayed.run();
        });
        addConfirmListener(discard -> {
            form.forget();
            going.proceed();
        });
    }
}
