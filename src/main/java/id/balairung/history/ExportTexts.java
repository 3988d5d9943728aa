package id.balairung.history;

import java.util.Locale;

/** The words of what is written outside of a screen. Implemented where the screens are. */
public interface ExportTexts {

    /**
     * A text.
     *
     * @param language in which language
     * @param key its i18n key
     * @param arguments what stands in it
     */
    String text(Locale language, String key, Object... arguments);
}
