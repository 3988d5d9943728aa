package id.balairung.satisfaction.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/**
 * The texts of a public page.
 *
 * @param texts all of them
 * @param language in which language
 */
record Words(I18NProvider texts, Locale language) {

    String of(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    boolean english() {
        return language.getLanguage().equals("en");
    }
}
