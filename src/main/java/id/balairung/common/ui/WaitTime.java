package id.balairung.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.time.Instant;

/**
 * How long someone has waited and how that stands to the target, for a row in a queue: "23 mnt" and "dari 20", "sisa 2
 * mnt" or "lewat 3 mnt". Reckoned in the browser by one ticker for all rows.
 */
@Tag("bl-wait")
@JsModule("./bl-wait.ts")
public class WaitTime extends Component {

    /**
     * A wait.
     *
     * @param since when it began
     * @param now the server's present moment
     * @param target the standard, whole minutes
     */
    public WaitTime(Instant since, Instant now, Duration target) {
        getElement().setProperty("now", now.toEpochMilli());
        getElement().setProperty("since", since.toEpochMilli());
        getElement().setProperty("target", target.toMinutes());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setProperty("minutesText", getTranslation("common.wait.minutes"));
        getElement().setProperty("ofText", getTranslation("common.wait.of"));
        getElement().setProperty("leftText", getTranslation("common.wait.left"));
        getElement().setProperty("overText", getTranslation("common.wait.over"));
    }
}
