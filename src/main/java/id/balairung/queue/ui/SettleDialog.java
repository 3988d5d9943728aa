package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Settles one ticket that was left open: the person left, or was served after all. */
class SettleDialog extends ActDialog {

    private final EndOfDay endOfDay;
    private final TicketSnapshot ticket;
    private final CommandId command = CommandId.next();
    private final RadioButtonGroup<Settlement> settlement = new RadioButtonGroup<>();

    /** How it is settled; without an outcome it is abandoned. */
    private record Settlement(Optional<Outcome> outcome) {}

    SettleDialog(EndOfDay endOfDay, TicketSnapshot ticket, Runnable afterwards) {
        super(
                Notice.of("queue.settle.ticket", ticket.number()),
                wasAtACounter(ticket) ? "queue.settle.settle" : "queue.abandon.confirm",
                afterwards);
        this.endOfDay = endOfDay;
        this.ticket = ticket;
        List<Settlement> possible = new ArrayList<>();
        possible.add(new Settlement(Optional.empty()));
        if (wasAtACounter(ticket)) {
            Arrays.stream(Outcome.values())
                    .map(Optional::of)
                    .map(Settlement::new)
                    .forEach(possible::add);
        }
        settlement.setItems(possible);
        settlement.setValue(possible.getFirst());
        if (possible.size() == 1) {
            ask(new Paragraph(getTranslation("queue.settle.only-left")));
            return;
        }
        settlement.setLabel(getTranslation("queue.settle.question"));
        settlement.addClassName("bl-column");
        settlement.setItemLabelGenerator(this::name);
        ask(settlement);
        beginWith(settlement);
        enterConfirms(settlement);
    }

    @Override
    Optional<Notice> act() {
        try {
            Optional.ofNullable(settlement.getValue())
                    .flatMap(Settlement::outcome)
                    .ifPresentOrElse(
                            outcome -> endOfDay.complete(command, ticket.id(), ticket.version(), outcome),
                            () -> endOfDay.abandon(command, ticket.id(), ticket.version()));
            return Optional.empty();
        } catch (BusinessRuleViolation refused) {
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.of(Notice.UNREACHABLE);
        }
    }

    /** Only then can it have been served without anybody having said so. */
    private static boolean wasAtACounter(TicketSnapshot ticket) {
        return ticket.status() == TicketStatus.SERVING || ticket.status() == TicketStatus.HELD;
    }

    private String name(Settlement item) {
        return item.outcome()
                .map(outcome -> getTranslation(
                        "queue.settle.served",
                        getTranslation("queue.outcome."
                                + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                .orElseGet(() -> getTranslation("queue.settle.left"));
    }
}
