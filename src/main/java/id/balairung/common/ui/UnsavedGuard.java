package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Lets the browser ask before the page is closed or loaded anew while the element it stands in holds something that isn't saved,
 * also what is still being typed. What is left within the application is asked about by the view itself.
 */
@Tag("bl-unsaved")
@JsModule("./bl-unsaved.ts")
public class UnsavedGuard extends Component {

    /** Tells whether something isn't saved. */
    void unsaved(boolean unsaved) {
        getElement().setProperty("unsaved", unsaved);
    }

    /**
     * Lets a page go without a question: its session ends, and nothing could be saved any more.
     *
     * @param screen the page's screen
     */
    public static void release(UI screen) {
        screen.getPage().executeJs("document.documentElement.dataset.ending = ''");
    }
}
