package id.balairung.staff.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.staff.GivenPassword;
import java.util.List;

/**
 * Shows initial passwords once: to be copied or printed, not kept in a file. It closes only by its button, for nobody can read
 * them again.
 */
@StyleSheet("styles/accounts.css")
class GivenPasswordsDialog extends Dialog {

    private final transient List<GivenPassword> given;
    private final Div paper = new Div();

    GivenPasswordsDialog(List<GivenPassword> given) {
        this.given = given;
        addClassName("bl-given-dialog");
        setHeaderTitle(getTranslation("staff.given.title"));
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setWidth("30rem");
        Paragraph note = new Paragraph(getTranslation("staff.given.note"));
        note.addClassName("bl-sec");
        Div list = new Div();
        list.addClassName("bl-given-list");
        given.forEach(one -> list.add(new Div(slip(one), copy(one))));
        add(note, list);
        paper.addClassName("bl-given-paper");
        paper.getElement().setAttribute("aria-hidden", "true");
        given.forEach(one -> paper.add(slip(one)));
        Button print = new Button(getTranslation("staff.given.print"), Icons.PRINT.create(), click -> print());
        Button close = new Button(getTranslation("staff.given.close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(print, close);
        addOpenedChangeListener(opened -> {
            if (!opened.isOpened()) {
                paper.removeFromParent();
            }
        });
    }

    private Article slip(GivenPassword one) {
        Article slip = new Article();
        slip.addClassName("bl-given");
        slip.add(
                line("name", one.name()),
                line("caption", getTranslation("staff.field.username")),
                line("value", one.username()),
                line("caption", getTranslation("staff.given.password")),
                line("value", one.password().text()),
                line("hint", getTranslation("staff.given.hint")));
        return slip;
    }

    private Button copy(GivenPassword one) {
        Button copy = new Button(getTranslation("staff.given.copy"));
        copy.addThemeVariants(ButtonVariant.SMALL);
        copy.setAriaLabel(getTranslation("staff.given.copy-of", one.name()));
        copy.addClickListener(click -> {
            copy.getElement().executeJs("""
                            if (navigator.clipboard) { return navigator.clipboard.writeText($0).then(() => true, () => false); }
                            const field = document.createElement('textarea');
                            field.value = $0;
                            this.append(field);
                            field.select();
                            const copied = document.execCommand('copy');
                            field.remove();
                            return copied;""", one.password().text()).then(Boolean.class, copied -> {
                if (copied) {
                    Notifications.SUCCESS.show(getTranslation("staff.given.copied"));
                } else {
                    Notifications.ERROR.show(getTranslation("staff.given.not-copied"));
                }
            });
        });
        return copy;
    }

    private void print() {
        UI screen = UI.getCurrent();
        screen.add(paper);
        screen.getPage().executeJs("requestAnimationFrame(() => setTimeout(() => window.print(), 0))");
    }

    private static Span line(String part, String text) {
        Span line = new Span(text);
        line.addClassName(part);
        return line;
    }
}
