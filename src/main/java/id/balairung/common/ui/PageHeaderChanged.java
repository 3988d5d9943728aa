package id.balairung.common.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** The present view's {@link PageHeader} says something else now. A view fires it on its UI with ComponentUtil.fireEvent. */
public class PageHeaderChanged extends ComponentEvent<UI> {

    /**
     * A change.
     *
     * @param ui the view's UI
     */
    public PageHeaderChanged(UI ui) {
        super(ui, false);
    }
}
