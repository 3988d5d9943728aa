package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.TicketSnapshot;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Settles one ticket that was left open: the person left, or was served after all. */
class SettleDialog extends ActDialog {

    private final EndOfDay endOfDay;
    private final TicketSnapshot ticket;
    private final CommandId command = CommandId.next();
    private final SettlementField settlement;

    SettleDialog(EndOfDay endOfDay, TicketSnapshot ticket, Runnable afterwards) {
        super(
                Notice.of("queue.settle.ticket", ticket.number()),
                SettlementField.wasAtACounter(ticket) ? "queue.settle.settle" : "queue.abandon.confirm",
                afterwards);
        this.endOfDay = endOfDay;
        this.ticket = ticket;
        this.settlement = new SettlementField(ticket);
        if (!settlement.asks()) {
            ask(new Paragraph(getTranslation("queue.settle.only-left")));
            return;
        }
        ask(settlement);
        beginWith(settlement);
        enterConfirms(settlement);
    }

    @Override
    protected Optional<Notice> act() {
        try {
            settlement
                    .outcome()
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
}
