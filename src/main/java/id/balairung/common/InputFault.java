package id.balairung.common;

import java.util.List;

/**
 * What is wrong with one thing that was typed.
 *
 * @param field which, by the name that the input's type gives it, e.g. {@code name}
 * @param key the i18n key of the sentence people read at the field
 * @param arguments the sentence's arguments, in its order
 */
public record InputFault(String field, String key, List<Object> arguments) {

    /** Keeps the arguments. */
    public InputFault {
        arguments = List.copyOf(arguments);
    }
}
