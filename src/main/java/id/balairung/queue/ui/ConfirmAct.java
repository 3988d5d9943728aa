package id.balairung.queue.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for confirmation of an act that hurts, and tells a refusal where it was confirmed. */
class ConfirmAct extends ActDialog {

    private final Supplier<Optional<Notice>> act;

    ConfirmAct(Notice title, Notice text, String confirmKey, Supplier<Optional<Notice>> act) {
        super(title, confirmKey, () -> {});
        this.act = act;
        ask(new Paragraph(text.in(this)));
    }

    @Override
    protected Optional<Notice> act() {
        return act.get();
    }
}
