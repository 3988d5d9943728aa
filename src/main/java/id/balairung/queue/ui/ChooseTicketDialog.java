package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.balairung.queue.TicketSnapshot;
import java.util.Optional;

/** Calls a chosen ticket out of turn, with a reason that stays in its history. */
class ChooseTicketDialog extends ActDialog {

    private final LiveConsole console;
    private final TicketSnapshot ticket;
    private final ReasonField reason = new ReasonField("queue.choose.emergency", "queue.choose.appointment");

    ChooseTicketDialog(LiveConsole console, TicketSnapshot ticket, Runnable afterwards) {
        super(Notice.of("queue.choose.title", ticket.number()), "queue.choose.call", afterwards);
        this.console = console;
        this.ticket = ticket;
        ask(new Paragraph(getTranslation("queue.choose.note")), reason);
        beginWith(reason.field());
        enterConfirms(reason.field());
    }

    @Override
    protected Optional<Notice> act() {
        return console.callChosen(ticket.id(), reason.reason());
    }
}
