package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupTester;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import id.balairung.common.ui.Connection;
import id.balairung.queue.TicketNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An officer's screen as a person uses it: what it says, and what can be clicked. */
record Counter(BrowserlessUIContext window) {

    static Counter of(BrowserlessUIContext window) {
        window.navigate("loket", ConsoleView.class);
        return new Counter(window);
    }

    /** Clicks a button twice, faster than the server answers; a button that is disabled by then hears nothing. */
    Counter doubleClick(String label) {
        window.activate();
        Button button = button(label);
        window.test(button).click();
        if (window.test(button).isUsable()) {
            window.test(button).click();
        }
        MockVaadin.clientRoundtrip();
        return this;
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
        window.test(MenuBarTester.class, menu).clickItem("Tindakan loket", entry);
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Whether the counter's menu lets an entry be taken. */
    boolean canChoose(String entry) {
        window.activate();
        return window.findInView(MenuBar.class).single().getItems().getFirst().getSubMenu().getItems().stream()
                .filter(item -> entry.equals(item.getText()))
                .findAny()
                .orElseThrow()
                .isEnabled();
    }

    /** Selects a number in the list of those who wait. */
    Counter select(TicketNumber number) {
        window.activate();
        QueueList list = window.find(QueueList.class).single();
        assertThat(queue()).contains(number.toString());
        ComponentUtil.fireEvent(list, new LiveList.AskedEvent(list, true, QueueList.CHOOSE, number.toString()));
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** The numbers in the list of those who wait, from top to bottom. */
    List<String> queue() {
        return rows().map(row -> row.path("id").asString()).toList();
    }

    /** How long those in the list may wait, minutes, from top to bottom. */
    List<Integer> limits() {
        return rows().map(row -> row.path("limit").asInt()).toList();
    }

    private Stream<JsonNode> rows() {
        window.activate();
        MockVaadin.clientRoundtrip();
        return window.find(QueueList.class).all().stream()
                .flatMap(Board::rowsOf)
                .map(JsonMapper.shared()::readTree);
    }

    /** Takes one of several that exclude each other, by the label of the group and its own. */
    @SuppressWarnings("unchecked")
    Counter pick(String group, String item) {
        window.activate();
        window.test(
                        RadioButtonGroupTester.class,
                        window.find(RadioButtonGroup.class).withLabel(group).single())
                .selectItem(item);
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Ticks the boxes of a group that begin with these words, and no others. */
    Counter tick(String group, String... beginnings) {
        window.activate();
        CheckboxGroup<?> boxes =
                window.find(CheckboxGroup.class).withLabel(group).single();
        CheckboxGroupTester<?, ?> tester = window.test(CheckboxGroupTester.class, boxes);
        tester.deselectAll();
        boxes.getChildren()
                .map(box -> box.getElement().getProperty("label", ""))
                .filter(label -> Arrays.stream(beginnings).anyMatch(label::startsWith))
                .forEach(tester::selectItem);
        return this;
    }

    Counter type(String label, String text) {
        window.activate();
        window.find(TextField.class).withLabel(label).single().setValue(text);
        return this;
    }

    /** What stands in a field. */
    String typed(String label) {
        window.activate();
        return window.find(TextField.class).withLabel(label).single().getValue();
    }

    /** Whether there is a button of that label at all. */
    boolean offers(String label) {
        window.activate();
        return buttons(label).exists();
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

    /** Whether the frame says that what is shown is live. */
    boolean live() {
        window.activate();
        return !window.find(Connection.class).single().getElement().getProperty("interrupted", false);
    }

    /** What the feed brings comes a moment later. */
    Counter soon(String what, BooleanSupplier shown) {
        return within(Duration.ofSeconds(5), what, shown);
    }

    /** What takes its time, such as learning that the database is gone. */
    Counter within(Duration patience, String what, BooleanSupplier shown) {
        Awaitility.await(what).atMost(patience).pollInSameThread().until(() -> {
            window.activate();
            MockVaadin.clientRoundtrip();
            return shown.getAsBoolean();
        });
        return this;
    }

    /** The button of a label. */
    Button button(String label) {
        return buttons(label).first();
    }

    private ComponentQuery<Button> buttons(String label) {
        return window.find(Button.class)
                .withCondition(button -> label.equals(button.getText())
                        || button.getAriaLabel().filter(label::equals).isPresent());
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
