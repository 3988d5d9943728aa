package id.balairung.intake.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slips that "print" prints: unseen on the screen, alone on the paper, which is cut to their length. */
@Tag("bl-slips")
@JsModule("./bl-slips.ts")
class Slips extends HtmlContainer {

    private final transient SlipPaper.Heading paper;
    private transient @Nullable List<PrintedTicket> shown;

    Slips(Signal<DeskState> state, SlipPaper.Heading paper) {
        this.paper = paper;
        addClassName("bl-slips");
        getElement().setAttribute("aria-hidden", "true");
        Signal.effect(this, () -> show(state.get().printable()));
    }

    /** Opens the browser's print dialog, once the codes are drawn. */
    void print() {
        getElement().callJsFunction("print");
    }

    private void show(List<PrintedTicket> tickets) {
        if (tickets.equals(shown)) {
            return;
        }
        shown = tickets;
        removeAll();
        tickets.forEach(ticket -> add(new Slip(ticket, paper)));
    }
}
