package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.StatusBadge;
import id.balairung.queue.PriorityClass;
import java.util.Locale;
import java.util.Optional;

/**
 * How a priority class looks: a badge with icon and word, or a quiet word for the general class.
 *
 * @param icon its icon; empty for the general class
 * @param key the i18n key of its name
 */
public record PriorityLook(Optional<Icons> icon, String key) {

    /** The look of a class. */
    public static PriorityLook of(PriorityClass priorityClass) {
        Optional<Icons> icon = switch (priorityClass) {
            case GENERAL -> Optional.empty();
            case ELDERLY -> Optional.of(Icons.ELDERLY);
            case DISABILITY -> Optional.of(Icons.DISABILITY);
            case MATERNAL -> Optional.of(Icons.MATERNAL);
            case TODDLER -> Optional.of(Icons.BABY);
        };
        return new PriorityLook(icon, "queue.priority." + priorityClass.name().toLowerCase(Locale.ROOT));
    }

    /**
     * The badge or the word.
     *
     * @param asking translates it
     */
    public Component create(Component asking) {
        String word = asking.getTranslation(key);
        return icon.<Component>map(shape -> StatusBadge.priority(shape, word)).orElseGet(() -> {
            Span quiet = new Span(word);
            quiet.addClassName("bl-quiet");
            return quiet;
        });
    }
}
