package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import id.balairung.common.ui.Icons;
import id.balairung.history.FigureFilter;
import java.util.function.Consumer;

/** What a figure counts, as whoever came from that figure sees it: each part in words, and gone at a click. */
class FigureChips extends Div {

    private final transient Consumer<FigureFilter> changed;

    /**
     * None yet.
     *
     * @param changed is told what is left when one is taken out
     */
    FigureChips(Consumer<FigureFilter> changed) {
        this.changed = changed;
        addClassName("bl-history-chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("history.figure.label"));
        setVisible(false);
    }

    void show(FigureFilter figure) {
        removeAll();
        new FigureWords(this).parts(figure).forEach((words, left) -> {
            Button chip = new Button(words, Icons.CLOSE.create(), click -> changed.accept(left));
            chip.setIconAfterText(true);
            chip.addThemeVariants(ButtonVariant.SMALL);
            chip.addClassName("is-on");
            chip.setAriaLabel(getTranslation("history.figure.remove", words));
            add(chip);
        });
        setVisible(getComponentCount() > 0);
    }
}
