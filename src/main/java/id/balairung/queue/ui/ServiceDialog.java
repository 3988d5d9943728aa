package id.balairung.queue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.Icons;
import java.util.Optional;

/** One service: who waits there in the order of their turn, and for the admin what can be done about it. */
class ServiceDialog extends Dialog {

    private final ServiceId service;
    private final Paragraph sum = new Paragraph();
    private final Paragraph paused = new Paragraph();
    private final Button pause;
    private final Button reopen;

    ServiceDialog(LiveBoard live, ServiceId service, BoardActs acts) {
        this.service = service;
        TicketList list = TicketList.of(live.state(), service);
        Div scroll = new Div(list);
        scroll.addClassName("bl-service-waiting");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "group");
        scroll.getElement().setAttribute("aria-label", getTranslation("queue.board.turns"));
        sum.addClassName("bl-sec");
        paused.addClassName("bl-near");
        add(sum, paused, scroll);
        this.pause = new Button(
                getTranslation("queue.board.pause.open"),
                Icons.PAUSE.create(),
                click -> offered(live.now()).ifPresent(acts::pause));
        this.reopen = new Button(
                getTranslation("queue.board.reopen"),
                Icons.RESUME.create(),
                click -> offered(live.now()).ifPresent(acts::reopen));
        getFooter().add(new Button(getTranslation("queue.dialog.close"), click -> close()));
        if (live.now().acts()) {
            list.whenAsked(acts::onTicket);
            getFooter().add(pause, reopen);
        }
        Signal.effect(this, () -> show(live.state().get()));
    }

    private void show(BoardState now) {
        offered(now).ifPresentOrElse(offer -> show(now, offer), this::close);
    }

    private void show(BoardState now, ServiceSummary offer) {
        setHeaderTitle(offer.prefix() + " " + offer.name(getLocale()));
        sum.setText(getTranslation(
                "queue.board.service-sum",
                now.waiting(service).size(),
                offer.targetWait().toMinutes()));
        paused.setText(offer.pausedReason()
                .map(reason -> offer.pausedUntil()
                        .map(until -> getTranslation("queue.board.paused-until", now.clock(until), reason))
                        .orElseGet(() -> getTranslation("queue.board.paused", reason)))
                .orElse(""));
        paused.setVisible(offer.paused());
        pause.setVisible(!offer.paused());
        reopen.setVisible(offer.paused());
        pause.setEnabled(now.reachable());
        reopen.setEnabled(now.reachable());
    }

    private Optional<ServiceSummary> offered(BoardState now) {
        return now.board().service(service);
    }
}
