package id.balairung.common.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A section of /kelola that has only one entry, always shown in its form.
 *
 * @param <T> the entry, with the version it was read in
 */
@StyleSheet("styles/manage.css")
public class SingleEntry<T> extends Div implements FormPlace<T>, AfterNavigationObserver, BeforeLeaveObserver {

    private final transient Supplier<T> reading;
    private final EntryForm<T> form;

    /**
     * A section.
     *
     * @param reading reads the entry
     * @param form its form
     */
    public SingleEntry(Supplier<T> reading, EntryForm<T> form) {
        this.reading = reading;
        this.form = form;
        form.placeIn(this);
        form.addClassName("is-single");
        addClassNames("bl-manage", "is-single");
        add(form);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        close();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (form.changed()) {
            new UnsavedQuestion(leaving, form, () -> {}).open();
        }
    }

    @Override
    public void stored(String id) {
        Notifications.SUCCESS.show(getTranslation("common.form.saved"));
        close();
    }

    @Override
    public Optional<T> readAgain(Optional<T> shown) {
        return Optional.of(reading.get());
    }

    /** Shows what is stored. */
    @Override
    public void close() {
        form.show(Optional.of(reading.get()));
    }
}
