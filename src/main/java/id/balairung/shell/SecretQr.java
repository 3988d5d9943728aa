package id.balairung.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.QrCode;
import id.balairung.security.OneTimeSecret;

/** A second factor's secret for the phone: as a QR code, and as text for an app that can't see it. */
class SecretQr extends Div {

    private static final String ISSUER = "Balairung";

    SecretQr(OneTimeSecret secret, String username) {
        addClassName("bl-secret");
        Span text = new Span(secret.text().replaceAll("(.{4})(?=.)", "$1 "));
        text.addClassName("secret");
        Div typed = new Div(new Span(getTranslation("shell.second-factor.by-hand")), text);
        typed.addClassName("by-hand");
        add(new QrCode(secret.link(ISSUER, username), getTranslation("shell.second-factor.qr")), typed);
    }
}
