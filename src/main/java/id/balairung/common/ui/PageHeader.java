package id.balairung.common.ui;

import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import java.util.Optional;

/**
 * A view that says what stands in the frame's bar, e.g. "Loket 03" and the agency's name. The frame reads it after
 * navigation and again on {@link PageHeaderChanged}. The same title is the document's.
 */
public interface PageHeader extends HasDynamicTitle {

    /** The page's title, translated. */
    String title();

    /** Where the person is, e.g. the agency's name; empty when the title says it all. */
    default Optional<String> where() {
        return Optional.empty();
    }

    /** The keys of this view, for the list behind "Pintasan"; none by default. */
    default List<KeyHelp> shortcuts() {
        return List.of();
    }

    @Override
    default String getPageTitle() {
        return title() + " | Balairung";
    }

    /**
     * A key and what it does.
     *
     * @param key as on the keyboard
     * @param text what it does, translated
     */
    record KeyHelp(String key, String text) {}
}
