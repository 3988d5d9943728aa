package id.balairung.common.ui;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.Locale;

/** A time of day as every screen writes it, in either language: 24 hours and a full stop, e.g. 16.00. */
public class TimeField extends TimePicker {

    /** An empty field without a visible label; it needs an accessible name. */
    public TimeField() {
        setLocale(Locale.of("id"));
    }

    /**
     * An empty field.
     *
     * @param label its label, translated
     */
    public TimeField(String label) {
        this();
        setLabel(label);
    }
}
