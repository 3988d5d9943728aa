package id.balairung.agency.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.confirmdialog.ConfirmDialogTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import com.vaadin.flow.router.Location;
import id.balairung.testing.Hall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A section of /kelola before an admin, who knows it by its labels. */
final class AdminScreen {

    private final BrowserlessUIContext window;

    AdminScreen(BrowserlessUIContext window, String address) {
        this.window = window;
        go(address);
    }

    void go(String address) {
        window.activate();
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        MockVaadin.clientRoundtrip();
    }

    String address() {
        window.activate();
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    boolean shows(Class<? extends Component> view) {
        window.activate();
        return window.find(view).exists();
    }

    <F extends Component> F field(Class<F> type, String label) {
        window.activate();
        return window.find(type).withLabel(label).single();
    }

    /** A field that has no visible label, by what a reader hears. */
    <F extends Component> F heardAs(Class<F> type, String name) {
        window.activate();
        return window.find(type)
                .withCondition(field -> name.equals(field.getElement().getProperty("accessibleName")))
                .single();
    }

    <V, F extends Component & HasValue<?, V>> void enter(F field, V value) {
        window.activate();
        field.setValue(value);
        MockVaadin.clientRoundtrip();
    }

    void type(String label, String text) {
        TextField field = field(TextField.class, label);
        window.test(field).setValue(text);
    }

    String typed(String label) {
        return field(TextField.class, label).getValue();
    }

    void number(String label, int number) {
        enter(field(IntegerField.class, label), number);
    }

    String fault(String label) {
        return fault(field(TextField.class, label));
    }

    static String fault(HasValidationProperties field) {
        return field.isInvalid() ? Objects.requireNonNullElse(field.getErrorMessage(), "") : "";
    }

    void click(String text) {
        window.test(button(text)).click();
        MockVaadin.clientRoundtrip();
    }

    /** The one on top, when a dialog repeats the word. */
    Button button(String text) {
        window.activate();
        return window.find(Button.class)
                .withCondition(one -> text.equals(one.getText()) && one.isVisible())
                .all()
                .getLast();
    }

    /** What is asked before something is done. */
    String question() {
        ConfirmDialogTester asked = asked();
        return asked.getHeader() + " " + asked.getText();
    }

    void confirm() {
        asked().confirm();
        MockVaadin.clientRoundtrip();
    }

    void decline() {
        asked().cancel();
        MockVaadin.clientRoundtrip();
    }

    boolean asksWhoSitsThere() {
        window.activate();
        return window.find(PasswordField.class).withLabel("Kata sandi Anda").exists();
    }

    /** Answers the question who sits there. */
    void prove() {
        window.test(field(PasswordField.class, "Kata sandi Anda")).setValue(Hall.PASSWORD);
        click("Lanjutkan");
    }

    void upload(String csv) {
        window.activate();
        window.test(UploadTester.class, window.find(Upload.class).single())
                .upload("tabel.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
    }

    /** What the export as CSV gives. */
    String exported() {
        window.activate();
        MenuBar menu = window.find(MenuBar.class)
                .withCondition(bar -> bar.getParent()
                        .filter(id.balairung.sheet.ui.ExportMenu.class::isInstance)
                        .isPresent())
                .single();
        new MenuBarTester<>(menu).clickItem(0, 1);
        MockVaadin.clientRoundtrip();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Anchor link = window.find(Anchor.class)
                .withCondition(anchor -> "true".equals(anchor.getElement().getAttribute("aria-hidden")))
                .single();
        new AnchorTester(link).download(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    /** All paragraphs and plain texts that are shown, a line for each. */
    String texts() {
        window.activate();
        return java.util.stream.Stream.of(Paragraph.class, Div.class)
                .flatMap(type -> window.find(type).all().stream())
                .map(text -> text.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    <T extends Component> List<T> all(Class<T> type) {
        window.activate();
        return window.find(type).all();
    }

    private ConfirmDialogTester asked() {
        window.activate();
        return new ConfirmDialogTester(window.find(ConfirmDialog.class).single());
    }
}
