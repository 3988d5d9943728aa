package id.balairung.queue.ui;

import java.time.Clock;
import java.util.Optional;

/** Tunda: why, and until when. */
class HoldDialog extends ActDialog {

    private final LiveConsole console;
    private final ReasonField reason =
            new ReasonField("queue.hold.documents", "queue.hold.copy", "queue.hold.verification", "queue.hold.payment");
    private final UntilField until;

    HoldDialog(LiveConsole console, Clock clock, String number, Runnable afterwards) {
        super(Notice.of("queue.hold.title", number), "queue.action.hold", afterwards);
        this.console = console;
        this.until = new UntilField(
                getTranslation("queue.hold.until"),
                clock,
                console.now().place().rules().zone(),
                10,
                5,
                10,
                15,
                30);
        ask(reason, until);
        beginWith(reason.field());
        enterConfirms(reason.field());
    }

    @Override
    protected Optional<Notice> act() {
        return until.until()
                .map(moment -> console.hold(reason.reason(), moment))
                .orElseGet(() -> Optional.of(Notice.of("queue.refused.time-missing")));
    }
}
