package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.signals.Signal;
import java.util.function.Function;

/** A card of a live board: a title, a quiet sum of what is in it, and the list. */
class BoardCard extends Section {

    private final LiveText sum = new LiveText();
    private final Header head;

    BoardCard(String titleKey, Signal<BoardState> state, Function<BoardState, String> summary, Component... content) {
        addClassName("bl-card");
        String title = getTranslation(titleKey);
        setAriaLabel(title);
        sum.addClassNames("bl-quiet", "bl-s");
        head = new Header(new H2(title), sum);
        head.addClassName("bl-head");
        add(head);
        add(content);
        Signal.effect(this, () -> sum.setText(summary.apply(state.get())));
    }

    /** Puts something at the right end of the head. */
    BoardCard withEnd(Component end) {
        end.addClassName("bl-push");
        head.add(end);
        return this;
    }
}
