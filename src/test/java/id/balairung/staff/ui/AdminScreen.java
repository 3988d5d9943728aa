package id.balairung.staff.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.confirmdialog.ConfirmDialogTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.stream.Collectors;

/** A section of /kelola as its admin uses it. */
final class AdminScreen {

    private final BrowserlessUIContext window;
    private final String route;

    AdminScreen(BrowserlessUIContext window, String route) {
        this.window = window;
        this.route = route;
        window.activate();
        window.getUI().navigate(route);
        window.roundTrip();
    }

    /** The class of what is shown; another page where only the services refuse. */
    String shown() {
        return window.getUI()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getClass()
                .getSimpleName();
    }

    BrowserlessUIContext window() {
        return window;
    }

    /** Opens the form of an entry. */
    AdminScreen choose(String id) {
        window.activate();
        window.getUI().navigate(route, QueryParameters.of("pilih", id));
        window.roundTrip();
        return this;
    }

    AdminScreen click(String label) {
        window.test(window.find(Button.class).withText(label).single()).click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    TextField field(String label) {
        return window.find(TextField.class).withLabel(label).single();
    }

    AdminScreen type(String label, String text) {
        window.test(field(label)).setValue(text);
        return this;
    }

    /** Chooses one of the acts on the entry that is open. */
    AdminScreen act(String label) {
        pick("Tindakan", label);
        return this;
    }

    AdminScreen export(String format) {
        pick("Ekspor", format);
        return this;
    }

    private void pick(String menu, String item) {
        MenuBar bar = window.findInView(MenuBar.class).all().stream()
                .filter(one ->
                        one.getItems().stream().anyMatch(top -> words(top).contains(menu)))
                .findFirst()
                .orElseThrow();
        window.test(MenuBarTester.class, bar).clickItem(words(bar.getItems().getFirst()), item);
        MockVaadin.clientRoundtrip();
    }

    AdminScreen confirm() {
        window.test(ConfirmDialogTester.class, window.find(ConfirmDialog.class).single())
                .confirm();
        MockVaadin.clientRoundtrip();
        return this;
    }

    AdminScreen cancel() {
        window.test(ConfirmDialogTester.class, window.find(ConfirmDialog.class).single())
                .cancel();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Whether the person is asked for the password. */
    boolean asksForPassword() {
        return window.find(PasswordField.class).exists();
    }

    /** Answers that question. */
    AdminScreen prove(String password) {
        window.test(window.find(PasswordField.class).single()).setValue(password);
        return click("Lanjutkan");
    }

    /** The slip with an initial password; empty when none is shown. */
    String slip() {
        return window.find(Article.class).all().stream()
                .findFirst()
                .map(AdminScreen::words)
                .orElse("");
    }

    /** The latest note in the corner. */
    String note() {
        return words(window.find(Notification.class).last());
    }

    /** What is told over the form's buttons or in a dialog. */
    String refusal() {
        return window.find(Div.class).all().stream()
                .filter(div -> div.hasClassName("bl-refusal") || div.hasClassName("bl-refused"))
                .map(AdminScreen::words)
                .collect(Collectors.joining());
    }

    /** What is told when somebody else saved. */
    String meanwhile() {
        return window.find(Div.class).all().stream()
                .filter(div -> div.hasClassName("bl-banner") && !div.hasClassName("bl-refused"))
                .map(AdminScreen::words)
                .collect(Collectors.joining());
    }

    /** Whether a file was offered. */
    boolean offersFile() {
        return window.findInView(Anchor.class).all().stream()
                .anyMatch(link -> link.getHref().contains("/dynamic/"));
    }

    private static String words(Component part) {
        return part.getElement().getTextRecursively();
    }
}
