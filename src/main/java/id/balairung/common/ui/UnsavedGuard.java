package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Lets the browser ask before the page is closed or loaded anew while the element it stands in holds something that isn't saved,
 * also what is still being typed or on its way. What is left within the application is asked about by the view itself.
 */
@Tag("bl-unsaved")
@JsModule("./bl-unsaved.ts")
public class UnsavedGuard extends Component {

    private boolean unsaved;
    private boolean told = true;

    /** Tells whether something isn't saved. The page waits for that after each change, so it is told also when it is the same. */
    void unsaved(boolean something) {
        unsaved = something;
        if (told) {
            told = false;
            getElement()
                    .getNode()
                    .runWhenAttached(screen -> screen.beforeClientResponse(this, answer -> {
                        told = true;
                        getElement().callJsFunction("know", unsaved);
                    }));
        }
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
