package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** An officer's screen as a person uses it: what it says, and what can be clicked. */
record Counter(BrowserlessUIContext window) {

    static Counter of(BrowserlessUIContext window) {
        window.navigate("loket", ConsoleView.class);
        return new Counter(window);
    }

    /** Clicks a button by its label. */
    Counter click(String label) {
        window.activate();
        window.test(button(label)).click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Answers the confirmation that is asked. */
    Counter confirm() {
        window.activate();
        window.test(window.find(ConfirmDialog.class).single()).confirm();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Clicks the primary button of the dialog that is open. */
    Counter confirmDialog() {
        window.activate();
        Dialog dialog = window.find(Dialog.class).single();
        window.test(window.find(Button.class, dialog).withTheme("primary").single())
                .click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Takes an entry of the counter's menu. */
    Counter choose(String entry) {
        window.activate();
        MenuBar menu = window.findInView(MenuBar.class).single();
        window.test(MenuBarTester.class, menu).clickItem("Loket", entry);
        MockVaadin.clientRoundtrip();
        return this;
    }

    Counter type(String label, String text) {
        window.activate();
        window.find(TextField.class).withLabel(label).single().setValue(text);
        return this;
    }

    boolean can(String label) {
        window.activate();
        return window.test(button(label)).isUsable();
    }

    /** The number in front, or the words in its place. */
    String number() {
        window.activate();
        return window.find(Component.class)
                .withClassName("bl-number")
                .single()
                .getElement()
                .getText();
    }

    /** Everything that is on the page. */
    String text() {
        window.activate();
        MockVaadin.clientRoundtrip();
        return window.find(Component.class).all().stream()
                .map(Component::getElement)
                .map(Counter::words)
                .collect(Collectors.joining("\n"));
    }

    Counter says(String sentence) {
        assertThat(text()).contains(sentence);
        return this;
    }

    /** What the feed brings comes a moment later. */
    Counter soon(String what, BooleanSupplier shown) {
        Awaitility.await(what).atMost(Duration.ofSeconds(5)).pollInSameThread().until(() -> {
            window.activate();
            MockVaadin.clientRoundtrip();
            return shown.getAsBoolean();
        });
        return this;
    }

    private Button button(String label) {
        return window.find(Button.class)
                .withCondition(button -> label.equals(button.getText())
                        || button.getAriaLabel().filter(label::equals).isPresent())
                .first();
    }

    private static String words(Element element) {
        return element.getChildren()
                        .filter(Element::isTextNode)
                        .map(Element::getText)
                        .collect(Collectors.joining(" "))
                + " "
                + element.getProperty("label", "");
    }
}
