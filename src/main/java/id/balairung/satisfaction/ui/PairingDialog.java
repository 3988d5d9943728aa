package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Countdown;
import id.balairung.common.ui.QrCode;
import id.balairung.satisfaction.PadStatus;
import id.balairung.satisfaction.PairingCode;
import java.net.URI;

/** Shows the code that pairs a tablet with a counter, and how it is done. A new one takes its place. */
class PairingDialog extends Dialog {

    private final transient PadStatus pad;
    private final transient PadServices services;
    private final Div code = new Div();

    /**
     * A dialog with a code.
     *
     * @param pad the counter to pair with
     */
    PairingDialog(PadStatus pad, PadServices services) {
        this.pad = pad;
        this.services = services;
        setHeaderTitle(getTranslation("rating.pads.pair-title", pad.number()));
        setWidth("30rem");
        addClassName("bl-pairing");
        URI address = services.address(UI.getCurrent());
        Span link = new Span(address.toString());
        link.addClassName("address");
        ListItem open = new ListItem(
                new Span(getTranslation("rating.pads.step-open")),
                link,
                new QrCode(address, getTranslation("rating.pads.qr")));
        OrderedList steps = new OrderedList(open, new ListItem(getTranslation("rating.pads.step-type")));
        code.addClassName("code");
        add(steps, code);
        if (pad.pairedAt().isPresent()) {
            Paragraph replaced = new Paragraph(getTranslation("rating.pads.replaces"));
            replaced.addClassNames("bl-sec", "bl-s");
            add(replaced);
        }
        Button anew = new Button(getTranslation("rating.pads.another-code"), click -> offer());
        Button done = new Button(getTranslation("rating.pads.close"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(anew, done);
        offer();
    }

    private void offer() {
        PairingCode made = services.pads().code(pad.counter());
        Span digits = new Span(made.grouped());
        digits.addClassName("digits");
        Countdown left = new Countdown(made.expiresAt(), services.clock().instant()).inMinutes();
        Span holds = new Span(new Span(getTranslation("rating.pads.holds")), left);
        holds.addClassNames("bl-sec", "holds");
        code.removeAll();
        code.add(digits, holds);
        left.addElapsedListener(over -> {
            Span expired = new Span(getTranslation("rating.pads.code-over"));
            expired.addClassName("bl-sec");
            code.removeAll();
            code.add(expired);
        });
    }
}
