package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;

/**
 * A key that acts on one thing in the view; {@link ShortcutKeys} does the rest.
 *
 * @param key as on the keyboard: F2, F8, F9, a letter, a digit, ?
 */
public record Shortcut(String key) {

    /**
     * Lets the key click a button, and shows the key on it.
     *
     * @param button the button
     * @return the same button
     */
    public Button on(Button button) {
        bind(button);
        button.setSuffixComponent(hint());
        return button;
    }

    /**
     * Lets the key click something, without showing it.
     *
     * @param target what it clicks, e.g. a radio button
     */
    public void bind(HasElement target) {
        target.getElement().setAttribute("data-key", key);
        target.getElement().setAttribute("aria-keyshortcuts", key);
    }

    /** The key as a hint beside a label. Readers hear it from the element itself. */
    public Component hint() {
        Span hint = new Span(key);
        hint.addClassName("bl-kbd");
        hint.getElement().setAttribute("aria-hidden", "true");
        return hint;
    }
}
