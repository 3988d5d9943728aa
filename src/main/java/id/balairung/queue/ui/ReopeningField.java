package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.agency.DayHours;
import id.balairung.common.ui.TimeField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a service takes new numbers again: by itself after a while, at closing or at a time of today, or by a person. */
class ReopeningField extends Div {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final RadioButtonGroup<Choice> choices = new RadioButtonGroup<>();
    private final TimeField time = new TimeField();
    private final Clock clock;
    private final ZoneId zone;
    private final Optional<LocalTime> closes;

    private enum Choice {
        HALF_HOUR,
        HOUR,
        CLOSING,
        AT_A_TIME,
        BY_HAND
    }

    /**
     * A field.
     *
     * @param zone the mall's zone
     * @param hours when the agency is open today; empty when it isn't
     */
    ReopeningField(Clock clock, ZoneId zone, Optional<DayHours> hours) {
        this.clock = clock;
        this.zone = zone;
        this.closes = hours.map(DayHours::closes).filter(LocalTime.ofInstant(clock.instant(), zone)::isBefore);
        addClassName("bl-until");
        List<Choice> possible = Arrays.stream(Choice.values())
                .filter(choice -> choice != Choice.CLOSING || closes.isPresent())
                .toList();
        choices.setLabel(getTranslation("queue.board.reopening"));
        choices.setItems(possible);
        choices.setItemLabelGenerator(choice -> getTranslation("queue.board.reopening."
                + choice.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        choices.setValue(Choice.HALF_HOUR);
        choices.addValueChangeListener(choice -> askTime(choice.getValue() == Choice.AT_A_TIME));
        time.setLabel(getTranslation("queue.until.time"));
        time.setStep(STEP);
        time.setVisible(false);
        add(choices, time);
    }

    /** Whether all was given that the choice needs. */
    boolean complete() {
        return choices.getValue() != null && (choices.getValue() != Choice.AT_A_TIME || time.getValue() != null);
    }

    /** The moment, UTC; empty when a person reopens it. */
    Optional<Instant> until() {
        Instant now = clock.instant();
        return switch (choices.getValue()) {
            case HALF_HOUR -> Optional.of(now.plus(Duration.ofMinutes(30)));
            case HOUR -> Optional.of(now.plus(Duration.ofHours(1)));
            case CLOSING -> closes.map(at -> today(now, at));
            case AT_A_TIME -> Optional.ofNullable(time.getValue()).map(at -> today(now, at));
            case BY_HAND -> Optional.empty();
        };
    }

    private Instant today(Instant now, LocalTime at) {
        return now.atZone(zone).with(at).toInstant();
    }

    private void askTime(boolean asked) {
        time.setVisible(asked);
        if (asked) {
            time.setMin(LocalTime.ofInstant(clock.instant(), zone));
            time.focus();
        }
    }
}
