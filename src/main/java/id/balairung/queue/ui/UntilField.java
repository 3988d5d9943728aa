package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.common.ui.TimeField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Until when: in so many minutes, or at a time of today. */
class UntilField extends Div {

    private static final int AT_A_TIME = 0;
    private static final Duration STEP = Duration.ofMinutes(15);

    private final RadioButtonGroup<Integer> minutes = new RadioButtonGroup<>();
    private final TimeField time = new TimeField();
    private final Clock clock;
    private final ZoneId zone;

    UntilField(String label, Clock clock, ZoneId zone, Integer preset, Integer... choices) {
        this.clock = clock;
        this.zone = zone;
        addClassName("bl-until");
        minutes.setLabel(label);
        minutes.setItems(
                Stream.concat(Arrays.stream(choices), Stream.of(AT_A_TIME)).toList());
        minutes.setItemLabelGenerator(item ->
                item == AT_A_TIME ? getTranslation("queue.until.at-a-time") : getTranslation("queue.minutes", item));
        minutes.setValue(preset);
        minutes.addValueChangeListener(choice -> askTime(choice.getValue() == AT_A_TIME));
        time.setLabel(getTranslation("queue.until.time"));
        time.setStep(STEP);
        time.setVisible(false);
        add(minutes, time);
    }

    /** The moment; empty when no time was given. */
    Optional<Instant> until() {
        Instant now = clock.instant();
        if (minutes.getValue() != AT_A_TIME) {
            return Optional.of(now.plus(Duration.ofMinutes(minutes.getValue())));
        }
        return Optional.ofNullable(time.getValue())
                .map(at -> now.atZone(zone).with(at).toInstant());
    }

    private void askTime(boolean asked) {
        time.setVisible(asked);
        if (asked) {
            time.setMin(LocalTime.ofInstant(clock.instant(), zone));
            time.focus();
        }
    }
}
