package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Div;
import id.balairung.queue.Act;
import id.balairung.queue.TicketSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Moves a waiting ticket to another service of the agency; the number and the wait stay. */
class ReassignDialog extends ActDialog {

    private final LiveBoard live;
    private final TicketSnapshot ticket;
    private final Consumer<Act> done;
    private final TargetList targets;
    private final ReasonField reason =
            new ReasonField("queue.transfer.wrong", "queue.transfer.next-step", "queue.board.balance");

    ReassignDialog(LiveBoard live, BoardServices services, TicketSnapshot ticket, Consumer<Act> done) {
        super(Notice.of("queue.transfer.title", ticket.number()), "queue.action.transfer", () -> {});
        this.live = live;
        this.ticket = ticket;
        this.done = done;
        BoardState now = live.now();
        List<TransferTarget> others = now.board().services().stream()
                .filter(service -> !service.id().equals(ticket.service()) && !service.withdrawn())
                .map(service -> new TransferTarget(
                        service,
                        "",
                        services.catalogue().stateOf(service, now.board().day())))
                .toList();
        this.targets = new TargetList("queue.transfer.own", others, false);
        Div lists = new Div(targets);
        lists.addClassName("bl-target-lists");
        ask(lists, reason);
        beginWith(targets.field());
        enterConfirms(reason.field());
    }

    @Override
    protected Optional<Notice> act() {
        return targets.chosen()
                .map(target -> live.reassign(ticket.id(), target.service().id(), reason.reason(), done))
                .orElseGet(() -> Optional.of(Notice.of("queue.refused.target-missing")));
    }
}
