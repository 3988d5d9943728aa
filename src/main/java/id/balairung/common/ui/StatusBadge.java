package id.balairung.common.ui;

import com.vaadin.flow.component.html.Span;

/**
 * A state as icon and word in its own pair of colours. The caller brings the word, translated; the state's name picks
 * the colours: waiting, called, serving, held, no-show, completed, transferred, abandoned, near, breached, solid.
 */
public class StatusBadge extends Span {

    /**
     * A badge.
     *
     * @param state the state's name, as above
     * @param icon the state's icon
     * @param word the state in words
     */
    public StatusBadge(String state, Icons icon, String word) {
        this(icon, word);
        addClassName("b-" + state);
    }

    private StatusBadge(Icons icon, String word) {
        super(icon.create(), new Span(word));
        addClassName("bl-badge");
    }

    /**
     * A badge for a priority class, in the pair that all classes share.
     *
     * @param icon the class's icon
     * @param word the class in words
     */
    public static StatusBadge priority(Icons icon, String word) {
        StatusBadge badge = new StatusBadge(icon, word);
        badge.addClassName("bl-prio");
        return badge;
    }

    /** The same, larger, as beside the number at the counter. */
    public StatusBadge large() {
        addClassName("l");
        return this;
    }
}
