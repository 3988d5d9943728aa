package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** The mall's time and date, whatever the PC's clock and zone say. */
@Tag("bl-clock")
@JsModule("./bl-clock.ts")
public class MallClock extends Component {

    /**
     * A clock.
     *
     * @param zone the mall's zone
     * @param now the server's present moment
     * @param language the language of the date
     */
    public MallClock(ZoneId zone, Instant now, Locale language) {
        getElement().setProperty("now", now.toEpochMilli());
        getElement().setProperty("zone", zone.getId());
        speak(language);
    }

    /** Changes the language of the date. */
    public final void speak(Locale language) {
        getElement().setProperty("locale", language.toLanguageTag());
    }
}
