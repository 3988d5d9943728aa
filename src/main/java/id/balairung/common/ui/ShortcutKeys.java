package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The page's keyboard; the frame has one. A key clicks the visible, enabled element that carries it ({@link Shortcut}),
 * never a disabled one. F keys also work from inside a field; single letters, digits and ? only when no field has focus
 * and the person has them on; one field may leave them while it is empty. While a dialog is open only what is in it can be
 * reached; Esc is left to it.
 *
 * <p>A held key counts once. A key rests for 400 ms after it acted, and all keys after any element's {@code data-state}
 * attribute changed: a view in which a key pressed too often would do harm sets it to its present state, and so no key
 * pressed twice calls two people. A key pressed while the server's answer is due waits for its button to be enabled.
 */
@Tag("bl-keys")
@JsModule("./bl-keys.ts")
public class ShortcutKeys extends Component {

    /**
     * The keyboard.
     *
     * @param singleKeys whether single letters and digits act
     */
    public ShortcutKeys(boolean singleKeys) {
        allowSingleKeys(singleKeys);
    }

    /**
     * Switches single letters and digits on or off (WCAG 2.1.4).
     *
     * @param allowed whether they act
     */
    public final void allowSingleKeys(boolean allowed) {
        getElement().setProperty("singleKeys", allowed);
    }

    /**
     * Lets single keys act although a field has the focus, as long as it is empty: for a field that the focus always
     * returns to.
     *
     * @param field the field
     */
    public static void leaveSingleKeysWhileEmpty(HasElement field) {
        field.getElement().setAttribute("data-single-keys-when-empty", true);
    }

    /** Lets all keys rest for 400 ms. */
    public void rest() {
        getElement().callJsFunction("rest");
    }
}
