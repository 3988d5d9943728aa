package id.balairung.common.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/**
 * The browser was cut off and is back: what it shows may be old. A live view listens with
 * {@code ComponentUtil.addListener(ui, Reconnected.class, ...)} while it is attached, and reads the truth again.
 */
public class Reconnected extends ComponentEvent<UI> {

    /**
     * A return.
     *
     * @param ui the UI that is back
     */
    public Reconnected(UI ui) {
        super(ui, true);
    }
}
