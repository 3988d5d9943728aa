package id.balairung.queue.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.Notifications;
import id.balairung.queue.MaskedVisitor;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Who a ticket was for: masked, and for a while in clear for whoever may see it and presses the button, which is recorded. */
class VisitorLine extends Div {

    private final transient VisitorServices services;
    private final TicketSnapshot ticket;
    private final transient MaskedVisitor masked;
    private final Text told = new Text("");
    private final Button button = new Button();
    private boolean clear;
    private int revealed;

    VisitorLine(VisitorServices services, TicketSnapshot ticket, MaskedVisitor masked) {
        this.services = services;
        this.ticket = ticket;
        this.masked = masked;
        addClassNames("bl-visitor-line", "bl-xs", "bl-sec");
        Span words = new Span(told);
        words.getElement().setAttribute("aria-live", "polite");
        add(words);
        if (masked.revealable()) {
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            button.addClickListener(click -> {
                if (clear) {
                    hide();
                } else {
                    reveal();
                }
            });
            add(button);
        }
        hide();
    }

    private void reveal() {
        try {
            Visitor visitor = services.visitors().reveal(ticket.id());
            show(visitor.name(), visitor.phone(), true);
            hideLater();
        } catch (BusinessRuleViolation refused) {
            Notifications.ERROR.show(Notice.of(refused).in(this));
        } catch (DataAccessException | TransactionException gone) {
            Notifications.ERROR.show(Notice.UNREACHABLE.in(this));
        }
    }

    /** A later click on the same line begins a time of its own. */
    private void hideLater() {
        UI ui = UI.getCurrent();
        int present = ++revealed;
        Executor later = CompletableFuture.delayedExecutor(services.shown().toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            // A page that was left shows nothing any more.
            if (ui.isAttached()) {
                ui.access(() -> {
                    if (revealed == present) {
                        hide();
                    }
                });
            }
        });
    }

    private void hide() {
        show(masked.name(), masked.phone(), false);
    }

    private void show(Optional<String> name, Optional<String> phone, boolean inClear) {
        clear = inClear;
        told.setText(
                name.isPresent() && phone.isPresent()
                        ? name.get() + ", " + phone.get()
                        : name.or(() -> phone).orElse(""));
        button.setText(getTranslation(inClear ? "queue.visitor.hide" : "queue.visitor.reveal"));
        button.setAriaLabel(
                getTranslation(inClear ? "queue.visitor.hide-of" : "queue.visitor.reveal-of", ticket.number()));
    }
}
