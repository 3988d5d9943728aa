package id.balairung.queue.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.counter.BreakReason;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Istirahat: why, and until when it is planned. */
class BreakDialog extends ActDialog {

    private final LiveConsole console;
    private final RadioButtonGroup<BreakReason> reason = new RadioButtonGroup<>();
    private final UntilField until;

    BreakDialog(LiveConsole console, Clock clock, Runnable afterwards) {
        super(Notice.of("queue.break.title"), "queue.break.begin", afterwards);
        this.console = console;
        reason.setLabel(getTranslation("queue.reason"));
        reason.addClassName("bl-wrap");
        reason.setItems(BreakReason.values());
        reason.setItemLabelGenerator(
                item -> getTranslation("counter.break." + item.name().toLowerCase(Locale.ROOT)));
        reason.setValue(BreakReason.LUNCH);
        this.until = new UntilField(
                getTranslation("queue.break.until"),
                clock,
                console.now().place().rules().zone(),
                30,
                15,
                30,
                60);
        ask(reason, until);
        beginWith(reason);
        enterConfirms(reason, until);
    }

    @Override
    protected Optional<Notice> act() {
        BreakReason why = Optional.ofNullable(reason.getValue()).orElse(BreakReason.OTHER);
        return until.until()
                .map(moment -> console.takeBreak(why, moment))
                .orElseGet(() -> Optional.of(Notice.of("queue.refused.time-missing")));
    }
}
