package id.balairung.common;

import java.util.List;

/**
 * A rule of the house was broken; nothing was changed. Carries the key of a translated sentence that says what is wrong
 * and what to do next, never a text of its own.
 */
public class BusinessRuleViolation extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    /**
     * A violation.
     *
     * @param key the i18n key of the sentence people read, e.g. {@code queue.refused.stale}
     * @param arguments the sentence's arguments, in its order
     */
    public BusinessRuleViolation(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The i18n key of the sentence people read. */
    public String key() {
        return key;
    }

    /** The sentence's arguments. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
