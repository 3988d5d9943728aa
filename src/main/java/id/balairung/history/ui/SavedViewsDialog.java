package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.history.SavedView;
import id.balairung.history.SavedViews;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A person's views in a list: each can get another name, ask for what is looked for now, or be given up. */
class SavedViewsDialog extends Dialog {

    private static final Duration UNDOABLE = Duration.ofSeconds(10);

    private final transient SavedViews views;
    private final transient Supplier<String> present;
    private final transient Runnable changed;
    private final UnorderedList list = new UnorderedList();

    SavedViewsDialog(SavedViews views, Supplier<String> present, Runnable changed) {
        this.views = views;
        this.present = present;
        this.changed = changed;
        setHeaderTitle(getTranslation("history.views.own"));
        list.addClassName("bl-saved-views");
        add(list);
        getFooter().add(new Button(getTranslation("history.views.close"), click -> close()));
        fill();
    }

    private void fill() {
        List<SavedView> own = views.own();
        list.removeAll();
        own.forEach(view -> list.add(row(view)));
        if (own.isEmpty()) {
            close();
        }
    }

    private ListItem row(SavedView view) {
        Span name = new Span(view.name());
        name.addClassName("name");
        Div acts = new Div(
                act("history.views.rename", view, this::rename),
                act("history.views.replace", view, this::replace),
                act("history.views.delete", view, this::delete));
        acts.addClassName("bl-row");
        return new ListItem(name, acts);
    }

    private Button act(String key, SavedView view, Consumer<SavedView> act) {
        Button button = new Button(getTranslation(key), click -> attempt(() -> act.accept(view)));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("history.views.act", getTranslation(key), view.name()));
        return button;
    }

    private void rename(SavedView view) {
        new ViewNameDialog(getTranslation("history.views.rename"), view.name(), name -> {
                    views.rename(view.id(), name);
                    tell();
                })
                .open();
    }

    private void replace(SavedView view) {
        views.replace(view.id(), present.get());
        tell();
        Notifications.SUCCESS.show(getTranslation("history.views.replaced", view.name()));
    }

    private void delete(SavedView view) {
        views.delete(view.id());
        tell();
        Button undo = new Button(getTranslation("history.views.undo"), Icons.UNDO.create());
        Notification notice =
                Notifications.SUCCESS.show(getTranslation("history.views.deleted", view.name()), undo, UNDOABLE);
        undo.addClickListener(click -> {
            notice.close();
            attempt(() -> {
                views.save(new TypedText(view.name()), view.query());
                tell();
            });
        });
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (BusinessRuleViolation refused) {
            Notifications.ERROR.show(getTranslation(refused.key(), refused.arguments()));
            tell();
        }
    }

    private void tell() {
        changed.run();
        fill();
    }
}
