package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import id.balairung.common.BusinessRuleViolation;
import java.util.List;

/**
 * A sentence for a person, such as why an act was refused and what to do next.
 *
 * @param key the sentence's i18n key
 * @param arguments its arguments
 */
public record Notice(String key, List<Object> arguments) {

    /** The database doesn't answer; whether it was done is unknown. */
    public static final Notice UNREACHABLE = new Notice("queue.refused.unreachable", List.of());

    static final Notice NOBODY_WAITS = new Notice("queue.refused.nobody-waits", List.of());

    /**
     * Why something was refused.
     *
     * @param refused the refusal
     */
    public static Notice of(BusinessRuleViolation refused) {
        return new Notice(refused.key(), List.of(refused.arguments()));
    }

    /**
     * A sentence.
     *
     * @param key its i18n key
     * @param arguments its arguments
     */
    public static Notice of(String key, Object... arguments) {
        return new Notice(key, List.of(arguments));
    }

    /** The sentence in the language of a component. */
    public String in(Component component) {
        return component.getTranslation(key, arguments.toArray());
    }
}
