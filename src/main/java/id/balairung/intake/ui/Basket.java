package id.balairung.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.signals.Signal;
import id.balairung.common.ui.Icons;
import id.balairung.intake.WishAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services chosen for the visit, each with how many wait there and, once it was refused, why. */
class Basket extends UnorderedList {

    private final transient LiveDesk desk;
    private final OfferText text = new OfferText(this);
    private transient @Nullable List<Line> shown;

    Basket(LiveDesk desk) {
        this.desk = desk;
        addClassName("bl-basket");
        getElement().setAttribute("aria-label", getTranslation("intake.visit.basket"));
        Signal.effect(this, () -> show(desk.state().get()));
    }

    private void show(DeskState state) {
        List<Line> lines = state.basket().stream()
                .map(row -> new Line(row, state.queue().waitingAt(row.wish().service())))
                .toList();
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        removeAll();
        lines.forEach(line -> add(item(line)));
        setVisible(!lines.isEmpty());
    }

    private Component item(Line line) {
        BasketRow row = line.row();
        String prefix = row.offer().service().prefix();
        Span letter = new Span(prefix);
        letter.addClassName("bl-letter");
        Span service = new Span(text.name(row.offer()));
        service.addClassName("service");
        Span agency = new Span(row.offer().agency().name());
        agency.addClassNames("bl-sec", "bl-s");
        Div what = new Div(service, agency);
        what.addClassName("what");
        String bring = text.requirements(row.offer());
        if (!bring.isEmpty()) {
            Span requirements = new Span(bring);
            requirements.addClassNames("bl-sec", "bl-s");
            what.add(requirements);
        }
        Span waiting = new Span(getTranslation("intake.visit.waiting", line.waiting()));
        waiting.addClassNames("bl-s", "bl-sec", "bl-num");
        ListItem item = new ListItem(letter, what, waiting, removal(row, prefix));
        row.answer().ifPresent(answer -> item.add(message(answer)));
        return item;
    }

    private Button removal(BasketRow row, String prefix) {
        Button remove = new Button(Icons.CLOSE.create(), click -> desk.remove(row));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(getTranslation("intake.visit.remove", prefix));
        remove.setEnabled(!row.uncertain());
        return remove;
    }

    private Component message(WishAnswer answer) {
        Paragraph message = new Paragraph(
                switch (answer) {
                    case WishAnswer.Refused refused ->
                        getTranslation(refused.why().key(), refused.why().arguments());
                    case WishAnswer.Unknown unknown -> getTranslation("intake.visit.unknown");
                    case WishAnswer.NotTried notTried -> getTranslation("intake.visit.not-tried");
                    case WishAnswer.Issued issued -> "";
                });
        message.addClassName("message");
        message.getElement().setAttribute("role", "alert");
        return message;
    }

    private record Line(BasketRow row, int waiting) {}
}
