package id.balairung.history.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.history.ExportTexts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The screens' texts for files. */
@Component
class ExportTranslations implements ExportTexts {

    private final I18NProvider texts;

    ExportTranslations(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public String text(Locale language, String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }
}
