package id.balairung.testing;

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
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import com.vaadin.flow.router.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A section of /kelola before an admin, who knows it by its labels. */
public final class AdminScreen {

    private final BrowserlessUIContext window;

    /**
     * A window at an address.
     *
     * @param window the window
     * @param address a route, with what is chosen there
     */
    public AdminScreen(BrowserlessUIContext window, String address) {
        this.window = window;
        go(address);
    }

    /** Goes to an address. */
    public void go(String address) {
        window.activate();
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        MockVaadin.clientRoundtrip();
    }

    /** Opens the form of an entry of the section that is shown. */
    public AdminScreen choose(String id) {
        go(new Location(address()).getPath() + "?pilih=" + id);
        return this;
    }

    /** Where the window is, as the view's own links tell it. */
    public String address() {
        window.activate();
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** The window itself. */
    public BrowserlessUIContext window() {
        window.activate();
        return window;
    }

    /** Whether that view is what is shown. */
    public boolean shows(Class<? extends Component> view) {
        window.activate();
        return window.find(view).exists();
    }

    /** The class of what is shown: one page where the route is closed, another where only the services refuse. */
    public String shown() {
        window.activate();
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getClass()
                .getSimpleName();
    }

    /** The field of a label. */
    public <F extends Component> F field(Class<F> type, String label) {
        window.activate();
        return window.find(type).withLabel(label).single();
    }

    /** The text field of a label. */
    public TextField field(String label) {
        return field(TextField.class, label);
    }

    /** A field that has no visible label, by what a reader hears. */
    public <F extends Component> F heardAs(Class<F> type, String name) {
        window.activate();
        return window.find(type)
                .withCondition(field -> name.equals(field.getElement().getProperty("accessibleName")))
                .single();
    }

    /** Gives a field a value. */
    public <V, F extends Component & HasValue<?, V>> void enter(F field, V value) {
        window.activate();
        field.setValue(value);
        MockVaadin.clientRoundtrip();
    }

    /** Types into the text field of a label. */
    public AdminScreen type(String label, String text) {
        window.test(field(label)).setValue(text);
        return this;
    }

    /** What stands in the text field of a label. */
    public String typed(String label) {
        return field(label).getValue();
    }

    /** Types a number into the field of a label. */
    public void number(String label, int number) {
        enter(field(IntegerField.class, label), number);
    }

    /** What is told at the text field of a label; empty when nothing is wrong with it. */
    public String fault(String label) {
        return fault(field(label));
    }

    /** What is told at a field; empty when nothing is wrong with it. */
    public static String fault(HasValidationProperties field) {
        return field.isInvalid() ? Objects.requireNonNullElse(field.getErrorMessage(), "") : "";
    }

    /** Clicks the button of that text. */
    public AdminScreen click(String text) {
        window.test(button(text)).click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** The button of that text; the one on top, when a dialog repeats the word. */
    public Button button(String text) {
        window.activate();
        return window.find(Button.class)
                .withCondition(one -> text.equals(one.getText()) && one.isVisible())
                .all()
                .getLast();
    }

    /** Chooses one of the acts on the entry that is open. */
    public AdminScreen act(String label) {
        pick("Tindakan", label);
        return this;
    }

    /** What is asked before something is done. */
    public String question() {
        ConfirmDialogTester asked = asked();
        return asked.getHeader() + " " + asked.getText();
    }

    /** Says yes to it. */
    public AdminScreen confirm() {
        asked().confirm();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Says no to it. */
    public AdminScreen decline() {
        asked().cancel();
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Whether the person is asked for the password. */
    public boolean asksWhoSitsThere() {
        window.activate();
        return window.find(PasswordField.class).withLabel("Kata sandi Anda").exists();
    }

    /** Answers the question who sits there. */
    public AdminScreen prove() {
        return prove(Hall.PASSWORD);
    }

    /** Answers that question, rightly or not. */
    public AdminScreen prove(String password) {
        window.test(field(PasswordField.class, "Kata sandi Anda")).setValue(password);
        return click("Lanjutkan");
    }

    /** Uploads a table. */
    public void upload(String csv) {
        window.activate();
        window.test(UploadTester.class, window.find(Upload.class).single())
                .upload("tabel.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip();
    }

    /** Asks for the list as a file of that format. */
    public AdminScreen export(String format) {
        pick("Ekspor", format);
        return this;
    }

    /** Whether a file was offered. */
    public boolean offersFile() {
        window.activate();
        return window.findInView(Anchor.class).all().stream()
                .anyMatch(link -> link.getHref().contains("/dynamic/"));
    }

    /** What the export as CSV gives. */
    public String exported() {
        export("Teks (CSV)");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Anchor link = window.find(Anchor.class)
                .withCondition(anchor -> "true".equals(anchor.getElement().getAttribute("aria-hidden")))
                .single();
        new AnchorTester(link).download(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    /** All paragraphs and plain texts that are shown, a line for each. */
    public String texts() {
        window.activate();
        return Stream.of(Paragraph.class, Div.class)
                .flatMap(type -> window.find(type).all().stream())
                .map(AdminScreen::words)
                .collect(Collectors.joining("\n"));
    }

    /** The slip with an initial password; empty when none is shown. */
    public String slip() {
        return all(Article.class).stream().findFirst().map(AdminScreen::words).orElse("");
    }

    /** The latest note in the corner. */
    public String note() {
        window.activate();
        return words(window.find(Notification.class).last());
    }

    /** What is told over the form's buttons or in a dialog. */
    public String refusal() {
        return all(Div.class).stream()
                .filter(div -> div.hasClassName("bl-refusal") || div.hasClassName("bl-refused"))
                .map(AdminScreen::words)
                .collect(Collectors.joining());
    }

    /** What is told when somebody else saved. */
    public String meanwhile() {
        return all(Div.class).stream()
                .filter(div -> div.hasClassName("bl-banner") && !div.hasClassName("bl-refused"))
                .map(AdminScreen::words)
                .collect(Collectors.joining());
    }

    /** All parts of a kind that are shown. */
    public <T extends Component> List<T> all(Class<T> type) {
        window.activate();
        return window.find(type).all();
    }

    private void pick(String menu, String item) {
        window.activate();
        MenuBar bar = window.findInView(MenuBar.class).all().stream()
                .filter(one ->
                        one.getItems().stream().anyMatch(top -> words(top).contains(menu)))
                .findFirst()
                .orElseThrow();
        window.test(MenuBarTester.class, bar).clickItem(words(bar.getItems().getFirst()), item);
        MockVaadin.clientRoundtrip();
    }

    private ConfirmDialogTester asked() {
        window.activate();
        return new ConfirmDialogTester(window.find(ConfirmDialog.class).single());
    }

    private static String words(Component part) {
        return part.getElement().getTextRecursively();
    }
}
