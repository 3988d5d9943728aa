package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.balairung.agency.ServiceSummary;
import java.util.Optional;

/** Closes a service to new numbers: why, and when it takes them again. */
class PauseDialog extends ActDialog {

    private final LiveBoard live;
    private final ServiceSummary service;
    private final ReasonField reason =
            new ReasonField("queue.board.pause.equipment", "queue.board.pause.quota", "queue.board.pause.system");
    private final ReopeningField reopening;

    PauseDialog(LiveBoard live, BoardServices services, ServiceSummary service, Runnable afterwards) {
        super(Notice.of("queue.board.pause.title", service.prefix()), "queue.board.pause.confirm", afterwards);
        this.live = live;
        this.service = service;
        BoardState now = live.now();
        this.reopening = new ReopeningField(
                services.clock(),
                now.rules().zone(),
                services.catalogue().hours(now.agency().id(), now.board().day()));
        Paragraph note = new Paragraph(getTranslation("queue.board.pause.note"));
        note.addClassName("bl-sec");
        ask(note, reason, reopening);
        beginWith(reason.field());
        enterConfirms(reason.field());
    }

    @Override
    protected Optional<Notice> act() {
        return reopening.complete()
                ? live.pause(service.id(), reason.reason(), reopening.until())
                : Optional.of(Notice.of("queue.refused.time-missing"));
    }
}
