package id.balairung.common.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/**
 * The source of what the view shows went away or came back, while the browser's own connection stands, e.g. the database
 * is gone. A view fires it on its UI with ComponentUtil.fireEvent; the frame shows it in place of "Langsung".
 */
public class SourceAvailability extends ComponentEvent<UI> {

    private final boolean available;

    /**
     * A change.
     *
     * @param ui the view's UI
     * @param available whether the source answers
     */
    public SourceAvailability(UI ui, boolean available) {
        super(ui, false);
        this.available = available;
    }

    /** Whether the source answers. */
    public boolean isAvailable() {
        return available;
    }
}
