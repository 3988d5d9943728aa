package id.balairung.history.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.EmptyState;
import id.balairung.history.HistoryEntry;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Screens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Somebody in front of the history. */
public class HistoryScreen {

    private final BrowserlessUIContext window;

    private HistoryScreen(BrowserlessUIContext window) {
        this.window = window;
    }

    /** Opens it. */
    public static HistoryScreen open(Screens screens, StaffPrincipal staff, Map<String, String> asked) {
        return open(screens, staff, "riwayat", asked);
    }

    static HistoryScreen open(Screens screens, StaffPrincipal staff, String path, Map<String, String> asked) {
        HistoryScreen screen = new HistoryScreen(screens.of(staff));
        screen.go(path, asked);
        return screen;
    }

    void go(String path, Map<String, String> asked) {
        window.activate();
        UI.getCurrent().navigate(path, QueryParameters.simple(asked));
    }

    /** Goes to an address of it. */
    public void go(String address) {
        window.activate();
        UI.getCurrent()
                .navigate(
                        address.replaceFirst("\\?.*", ""),
                        QueryParameters.fromString(address.substring(address.indexOf('?') + 1)));
    }

    /** How many turns are listed. */
    public int listed() {
        return exists() ? grid().size() : 0;
    }

    BrowserlessUIContext window() {
        window.activate();
        return window;
    }

    boolean exists() {
        return window().find(TurnGrid.class).exists();
    }

    /** The numbers of the turns in the list. */
    List<String> numbers() {
        return turns().stream().map(turn -> turn.number().toString()).toList();
    }

    List<HistoryEntry> turns() {
        if (!exists()) {
            return List.of();
        }
        GridTester<TurnGrid, HistoryEntry> grid = grid();
        return IntStream.range(0, grid.size()).mapToObj(grid::getRow).toList();
    }

    /** What a row says in a column that draws a badge or a duration. */
    String said(int row, String column, String property) {
        return grid().getLitRendererPropertyValue(row, column, property, String.class);
    }

    GridTester<TurnGrid, HistoryEntry> grid() {
        window.activate();
        return window.test(GridTester.class, window.find(TurnGrid.class).single());
    }

    /** Whether a column is there. */
    boolean shows(String column) {
        return window().find(TurnGrid.class).single().getColumnByKey(column).isVisible();
    }

    /** What a column's header says to whoever points at it. */
    String headerSays(String column) {
        return ((Span) window().find(TurnGrid.class)
                        .single()
                        .getColumnByKey(column)
                        .getHeaderComponent())
                .getTitle()
                .orElse("");
    }

    /** How a row is marked. */
    String partsOf(int row) {
        String parts =
                window().find(TurnGrid.class).single().getPartNameGenerator().apply(grid().getRow(row));
        return parts == null ? "" : parts;
    }

    /** What the detail says; nothing while it is closed. */
    String detail() {
        return window().find(TicketPanel.class).all().stream()
                .map(panel -> panel.getElement().getTextRecursively())
                .reduce("", String::concat);
    }

    void openRow(int row) {
        grid().select(row);
    }

    String title() {
        return window().find(H2.class).all().getFirst().getText();
    }

    /** All quiet words of the page. */
    List<String> words() {
        return window().find(Span.class).all().stream().map(Span::getText).toList();
    }

    /** What stands below the list. */
    String foot() {
        return window().find(Footer.class).all().stream()
                .filter(foot -> foot.hasClassName("bl-foot"))
                .map(Footer::getText)
                .reduce("", String::concat);
    }

    String emptiness() {
        return window().find(EmptyState.class).all().stream()
                .map(state -> state.getElement().getTextRecursively())
                .reduce("", String::concat);
    }

    Button button(String text) {
        return window().find(Button.class).withText(text).single();
    }

    void click(String text) {
        window.test(button(text)).click();
    }

    void choose(String label, String item) {
        window.test(
                        ComboBoxTester.class,
                        window().find(ComboBox.class).withLabel(label).single())
                .selectItem(item);
    }

    /** For how many characters a choice asks for room; null for no more than the others have. */
    @Nullable
    String room(String label) {
        return window().find(ComboBox.class)
                .withLabel(label)
                .single()
                .getStyle()
                .get("--bl-chosen-length");
    }

    boolean offers(String label) {
        return window().find(ComboBox.class).withLabel(label).exists();
    }

    TextField field(String label) {
        return window().find(TextField.class).withLabel(label).single();
    }

    void type(String label, String text) {
        window.test(field(label)).setValue(text);
    }

    DateField day(String label) {
        return window().find(DateField.class).withLabel(label).single();
    }

    void pick(String label, LocalDate day) {
        window.test(day(label)).setValue(day);
    }

    String address() {
        window.activate();
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
