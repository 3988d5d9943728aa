package id.balairung.intake.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slips that "print" prints: unseen on the screen, alone on the paper. */
class Slips extends Div {

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
        getElement().executeJs("""
                const codes = [...this.querySelectorAll('img')].map((code) => code.decode().catch(() => {}));
                Promise.all(codes).then(() => window.print());""");
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
