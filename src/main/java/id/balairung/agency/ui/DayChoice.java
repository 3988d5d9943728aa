package id.balairung.agency.ui;

import java.io.Serializable;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen for a weekday.
 *
 * @param mode open, closed, or as the agency
 * @param opens when it opens, where it is open and something was typed
 * @param closes when it closes, where it is open and something was typed
 */
record DayChoice(
        Mode mode, @Nullable LocalTime opens, @Nullable LocalTime closes) implements Serializable {

    enum Mode {
        AS_AGENCY,
        OPEN,
        CLOSED
    }

    /** Only an open day has hours. */
    DayChoice {
        if (mode != Mode.OPEN) {
            opens = null;
            closes = null;
        }
    }
}
