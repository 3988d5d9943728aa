package id.balairung.agency;

import id.balairung.common.TypedText;
import java.io.Serializable;
import java.util.Locale;

/**
 * Something a visitor has to bring.
 *
 * @param indonesian what, in Indonesian
 * @param english the same in English; empty where nobody translated it
 */
public record Requirement(String indonesian, String english) implements Serializable {

    /** Strips what was typed. */
    public Requirement {
        indonesian = new TypedText(indonesian).text();
        english = new TypedText(english).text();
    }

    /** What to bring in a person's language; Indonesian where there is no other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") && !english.isEmpty() ? english : indonesian;
    }
}
