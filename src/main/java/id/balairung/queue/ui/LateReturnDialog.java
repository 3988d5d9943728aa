package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.queue.TicketSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did not come and may still queue again with the same number. */
class LateReturnDialog extends Dialog {

    private final LiveConsole console;
    private final Div list = new Div();
    private final Div refusal = new Div();
    private @Nullable List<TicketSnapshot> shown;

    LateReturnDialog(LiveConsole console) {
        this.console = console;
        setHeaderTitle(getTranslation("queue.return.title"));
        list.addClassName("bl-list");
        refusal.addClassName("bl-refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(list, refusal);
        getFooter().add(new Button(getTranslation("queue.dialog.close"), click -> close()));
        Signal.effect(this, () -> show(console.state().get()));
    }

    private void show(ConsoleState state) {
        List<TicketSnapshot> mayReturn = state.mayReturn();
        if (mayReturn.equals(shown)) {
            return;
        }
        shown = mayReturn;
        list.removeAll();
        if (mayReturn.isEmpty()) {
            list.add(new EmptyState(
                    Icons.NO_SHOW,
                    getTranslation("queue.return.empty"),
                    getTranslation(
                            "queue.return.empty-next",
                            state.place().rules().lateReturnTolerance().toMinutes())));
        }
        mayReturn.forEach(ticket -> list.add(row(ticket, state.place())));
    }

    private Component row(TicketSnapshot ticket, Workplace place) {
        Bold number = new Bold(ticket.number().toString());
        number.addClassName("bl-num");
        Span since = new Span(ticket.finishedAt()
                .map(at -> getTranslation(
                        "queue.return.until", place.clock(at.plus(place.rules().lateReturnTolerance()))))
                .orElse(""));
        since.addClassNames("bl-quiet", "bl-s");
        Button again = new Button(getTranslation("queue.return.again"), Icons.UNDO.create(), click -> {
            // Enabled again first, so that it can be tried once more.
            click.getSource().setEnabled(true);
            refusal.setText("");
            console.returnLate(ticket.id()).ifPresent(notice -> refusal.setText(notice.in(this)));
        });
        again.addThemeVariants(ButtonVariant.SMALL);
        again.addClassName("bl-push");
        again.setDisableOnClick(true);
        again.setAriaLabel(getTranslation("queue.return.again-number", ticket.number()));
        Div row = new Div(number, since, again);
        row.addClassName("bl-row");
        return row;
    }
}
