package id.balairung.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The languages of the screens. Indonesian is the first and the one that others fall back to. */
@Configuration(proxyBeanMethods = false)
class Languages {

    static final Locale INDONESIAN = Locale.forLanguageTag("id");
    static final Locale ENGLISH = Locale.ENGLISH;

    @Bean
    I18NProvider translations() {
        return new DefaultI18NProvider(List.of(INDONESIAN, ENGLISH));
    }
}
