package id.balairung.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Says that what is shown is made up; only there on a demonstration mall. */
class SampleChip extends Span implements LocaleChangeObserver {

    SampleChip(Environment environment) {
        addClassName("bl-sample");
        setVisible(environment.acceptsProfiles(Profiles.of("demo")));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        setText(getTranslation("common.sample"));
    }
}
