package id.balairung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.popover.Popover;
import java.util.function.Supplier;

/** A popover that has content only while it is looked at: most screens never open it, and its parts cost each of them. */
final class OnDemand {

    private OnDemand() {}

    /**
     * Lets a button open and close a popover.
     *
     * @param content makes what it shows, each time it opens
     */
    static void open(Popover popover, Button button, Supplier<Component> content) {
        popover.setTarget(button);
        popover.setOpenOnClick(false);
        button.addClickListener(click -> {
            if (!popover.isOpened()) {
                popover.removeAll();
                popover.add(content.get());
            }
            popover.setOpened(!popover.isOpened());
        });
        popover.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                popover.removeAll();
                // It gives the focus back only when it has opened itself.
                button.getElement().executeJs("if (document.activeElement === document.body) this.focus()");
            }
        });
    }
}
