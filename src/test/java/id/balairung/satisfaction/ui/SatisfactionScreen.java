package id.balairung.satisfaction.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import id.balairung.queue.ui.ActDialog;
import id.balairung.satisfaction.FollowUpOwner;
import id.balairung.testing.BrowserEvents;
import id.balairung.testing.WatchedScreen;
import java.util.List;

/** A screen of satisfaction as a person uses it. */
final class SatisfactionScreen extends WatchedScreen<SatisfactionScreen> {

    private final BrowserlessUIContext window;

    SatisfactionScreen(BrowserlessUIContext window) {
        super(window);
        this.window = window;
    }

    SatisfactionScreen click(String label) {
        window.activate();
        window.test(button(label)).click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    boolean offers(String label) {
        window.activate();
        return window.find(Button.class).all().stream()
                .anyMatch(button -> label.equals(button.getText()) || is(button, label));
    }

    Button button(String label) {
        window.activate();
        return window.find(Button.class).all().stream()
                .filter(button -> label.equals(button.getText()) || is(button, label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label));
    }

    private static boolean is(HasElement button, String label) {
        return label.equals(button.getElement().getAttribute("aria-label"));
    }

    /** Clicks the row's button that says this, or is called so. */
    SatisfactionScreen clickRow(String words) {
        window.activate();
        NativeButton found = window.find(NativeButton.class).all().stream()
                .filter(button -> words(button.getElement()).contains(words)
                        || String.valueOf(button.getElement().getAttribute("aria-label"))
                                .contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + words));
        window.test(found).click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Where the link with those words leads. */
    String link(String words) {
        window.activate();
        return window.find(Anchor.class).all().stream()
                .filter(link -> words.equals(link.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link " + words))
                .getHref();
    }

    boolean hasRowButtons() {
        window.activate();
        return window.find(NativeButton.class).exists();
    }

    SatisfactionScreen type(String label, String words) {
        window.activate();
        List<TextField> fields = window.find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel())
                        || field.getAriaLabel().filter(label::equals).isPresent())
                .toList();
        if (fields.isEmpty()) {
            window.test(window.find(TextArea.class).all().stream()
                            .filter(field -> label.equals(field.getLabel()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("No field " + label)))
                    .setValue(words);
        } else {
            window.test(fields.getFirst()).setValue(words);
        }
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Clicks a row of a list beside its button, as with the pointer. */
    SatisfactionScreen clickBeside(String words) {
        window.activate();
        Element row = window.find(ListItem.class).all().stream()
                .map(ListItem::getElement)
                .filter(item -> words(item).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + words));
        BrowserEvents.fire(row, "click", JacksonUtils.createObjectNode().put(CommentList.BESIDE_ITS_TAG, true));
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Whether the field with that label is marked as one that has to be filled in. */
    boolean requires(String label) {
        window.activate();
        return window.find(Component.class).all().stream()
                .filter(field -> field instanceof HasLabel labelled && label.equals(labelled.getLabel()))
                .map(HasValue.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label))
                .isRequiredIndicatorVisible();
    }

    /** What is said to be wrong in the field with that label; empty when nothing is. */
    String fault(String label) {
        TextFieldBase<?, ?> field = field(label);
        return field.isInvalid() ? field.getErrorMessage() : "";
    }

    /** What stands in the field with that label. */
    String value(String label) {
        window.activate();
        return window.find(Component.class).all().stream()
                .filter(field -> field instanceof HasLabel labelled && label.equals(labelled.getLabel()))
                .filter(HasValue.class::isInstance)
                .map(HasValue.class::cast)
                .findFirst()
                .map(field -> String.valueOf(field.getValue()))
                .orElseThrow(() -> new AssertionError("No field " + label));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private TextFieldBase<?, ?> field(String label) {
        window.activate();
        return window.find(TextFieldBase.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label));
    }

    /** Chooses in the select with that label. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    SatisfactionScreen choose(String label, String item) {
        window.activate();
        Select select = window.find(Select.class).all().stream()
                .filter(one -> label.equals(one.getLabel())
                        || label.equals(one.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No select " + label));
        window.test(SelectTester.class, select).selectItem(item);
        MockVaadin.clientRoundtrip();
        return this;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    SatisfactionScreen pick(String item) {
        window.activate();
        window.test(
                        RadioButtonGroupTester.class,
                        window.find(RadioButtonGroup.class).single())
                .selectItem(item);
        return this;
    }

    /** Gives a task to somebody. */
    @SuppressWarnings("unchecked")
    SatisfactionScreen owner(String name) {
        window.activate();
        ComboBox<FollowUpOwner> owner = window.find(ComboBox.class).single();
        owner.setValue(owner.getListDataView()
                .getItems()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
        return this;
    }

    /** Clicks the primary button of the dialog that is open. */
    SatisfactionScreen confirm() {
        window.activate();
        Dialog dialog = window.find(ActDialog.class).single();
        window.test(window.find(Button.class, dialog).withTheme("primary").single())
                .click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    boolean asks() {
        window.activate();
        return window.find(ActDialog.class).exists();
    }
}
