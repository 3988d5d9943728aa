package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Duration;

/**
 * Short sentences to the person, over the page and away by themselves. Readers hear them. One at a time: a newer one takes
 * the place of the one before, and a view takes away what no longer matters once the person goes on. The texts are
 * translated by the caller and say, where something was refused, what to do next.
 */
public enum Notifications {
    /** Something was done. */
    SUCCESS(Icons.DONE, NotificationVariant.SUCCESS, Duration.ofSeconds(4)),
    /** Something was refused or failed; it stays longer, so that it can be read. */
    ERROR(Icons.ALERT, NotificationVariant.ERROR, Duration.ofSeconds(8));

    private static final String SHOWN = Notifications.class.getName();

    private final Icons icon;
    private final NotificationVariant variant;
    private final Duration shown;

    Notifications(Icons icon, NotificationVariant variant, Duration shown) {
        this.icon = icon;
        this.variant = variant;
        this.shown = shown;
    }

    /**
     * Shows a sentence in the present UI.
     *
     * @param sentence the sentence, translated
     */
    public void show(String sentence) {
        open(new Span(sentence));
    }

    /**
     * Shows a sentence with something to do about it, e.g. an undo button.
     *
     * @param sentence the sentence, translated
     * @param act the button
     * @param shown how long it stays
     * @return the notification, to be closed when the act is done
     */
    public Notification show(String sentence, Component act, Duration shown) {
        Notification notification = open(new Span(sentence), act);
        notification.setDuration((int) shown.toMillis());
        return notification;
    }

    /** Takes away what the present UI still shows, as the person goes on. */
    public static void clear() {
        UI ui = UI.getCurrent();
        if (ComponentUtil.getData(ui, SHOWN) instanceof Notification before) {
            before.close();
            ComponentUtil.setData(ui, SHOWN, null);
        }
    }

    private Notification open(Component... parts) {
        clear();
        Div notice = new Div(icon.create());
        notice.addClassName("bl-notice");
        notice.add(parts);
        Notification notification = new Notification(notice);
        notification.addThemeVariants(variant);
        notification.setAssertive(this == ERROR);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setDuration((int) shown.toMillis());
        notification.open();
        ComponentUtil.setData(UI.getCurrent(), SHOWN, notification);
        return notification;
    }
}
