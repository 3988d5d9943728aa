package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.balairung.counter.OpenShift;
import id.balairung.queue.CommandId;
import id.balairung.queue.TicketSnapshot;
import java.util.Optional;

/** Closes a counter that was left open. When a ticket is still there, it asks first how that ended. */
class CloseCounterDialog extends ActDialog {

    private final LiveBoard live;
    private final OpenShift shift;
    private final CommandId command = CommandId.next();
    private final Optional<Left> left;

    /** A ticket that was left active, and how it ended. */
    private record Left(TicketSnapshot ticket, SettlementField settlement) {}

    CloseCounterDialog(LiveBoard live, OpenShift shift, Runnable afterwards) {
        super(Notice.of("queue.close.title", shift.counterNumber()), "queue.menu.close", afterwards);
        this.live = live;
        this.shift = shift;
        this.left = live.now()
                .board()
                .activeAt(shift.counter())
                .map(ticket -> new Left(ticket, new SettlementField(ticket)));
        ask(new Paragraph(getTranslation("queue.board.close-note", shift.officerName())));
        left.ifPresent(this::askHowItEnded);
    }

    private void askHowItEnded(Left present) {
        if (present.settlement().asks()) {
            ask(
                    new Paragraph(getTranslation(
                            "queue.board.close-serving", present.ticket().number())),
                    present.settlement());
            beginWith(present.settlement());
            enterConfirms(present.settlement());
        } else {
            ask(new Paragraph(
                    getTranslation("queue.board.close-called", present.ticket().number())));
        }
    }

    @Override
    protected Optional<Notice> act() {
        return left.map(present -> live.settleAndClose(
                        command, present.ticket(), present.settlement().outcome(), shift.counter()))
                .orElseGet(() -> live.close(shift.counter()));
    }
}
