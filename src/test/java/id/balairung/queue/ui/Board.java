package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.common.ui.Connection;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A live board as a person uses it: what it says, and what can be asked for. The browser draws its lists from their rows. */
record Board(BrowserlessUIContext window) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Board of(BrowserlessUIContext window) {
        window.navigate("antrean", BoardView.class);
        return new Board(window);
    }

    /** A board that is asked for with an agency's code in the address. */
    static Board of(BrowserlessUIContext window, String agencyCode) {
        return new Board(window).open(agencyCode);
    }

    /** Goes to the address with an agency's code, or without one. */
    Board open(String agencyCode) {
        window.activate();
        UI.getCurrent()
                .navigate(
                        "antrean",
                        agencyCode.isEmpty()
                                ? QueryParameters.empty()
                                : QueryParameters.of(BoardView.AGENCY, agencyCode));
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** The counters' tiles. */
    List<JsonNode> counters() {
        return rows(CounterTiles.class);
    }

    /** The services. */
    List<JsonNode> services() {
        return rows(ServiceTable.class);
    }

    /** The tickets at risk, or for an officer all who wait; while a service is open, those who wait there. */
    List<JsonNode> tickets() {
        return rows(TicketList.class);
    }

    /** The alerts. */
    List<JsonNode> alerts() {
        return rows(AlertList.class);
    }

    /** A figure's value and detail. */
    String figure(String id) {
        return rows(BoardFigures.class).stream()
                .filter(row -> row.path("id").asString().equals(id))
                .map(row -> row.path("value").asString() + row.path("unit").asString() + ", "
                        + row.path("detail").asString())
                .findAny()
                .orElseThrow();
    }

    /** What the rows say in one of their parts. */
    static List<String> said(List<JsonNode> rows, String part) {
        return rows.stream().map(row -> row.path(part).asString()).toList();
    }

    /** The acts that any row offers. */
    List<String> offeredActs() {
        return List.of(CounterTiles.class, TicketList.class, AlertList.class).stream()
                .filter(type -> exists(type))
                .flatMap(type -> rows(type).stream())
                .flatMap(row -> StreamSupport.stream(row.path("acts").spliterator(), false))
                .map(act -> act.path("text").asString())
                .toList();
    }

    /** Clicks an act of the row that says something in one of its parts. */
    Board ask(Class<? extends LiveList<?>> list, String part, String says, String act) {
        window.activate();
        MockVaadin.clientRoundtrip();
        LiveList<?> shown = last(list);
        String row = rows(list).stream()
                .filter(candidate -> candidate.path(part).asString().equals(says))
                .findAny()
                .orElseThrow(() -> new AssertionError(says + " isn't in " + rows(list)))
                .path("id")
                .asString();
        ComponentUtil.fireEvent(shown, new LiveList.AskedEvent(shown, true, act, row));
        MockVaadin.clientRoundtrip();
        return this;
    }

    Board askTicket(String number, String act) {
        return ask(TicketList.class, "number", number, act);
    }

    Board askCounter(String counter, String act) {
        return ask(CounterTiles.class, "counter", counter, act);
    }

    Board openService(String prefix) {
        return ask(ServiceTable.class, "prefix", prefix, ServiceTable.OPEN);
    }

    /** Clicks a button by its label. */
    Board click(String label) {
        window.activate();
        window.test(buttons(label).first()).click();
        MockVaadin.clientRoundtrip();
        return this;
    }

    boolean offers(String label) {
        window.activate();
        return buttons(label).exists();
    }

    /** Clicks the primary button of the dialog that is open. */
    Board confirm() {
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

    /** Chooses where a ticket goes. */
    @SuppressWarnings("unchecked")
    Board target(String prefix) {
        window.activate();
        ListBox<TransferTarget> list = window.find(ListBox.class).single();
        list.getListDataView()
                .getItems()
                .filter(target -> target.service().prefix().equals(prefix))
                .forEach(list::setValue);
        return this;
    }

    @SuppressWarnings("unchecked")
    Board pick(String group, String item) {
        window.activate();
        window.test(
                        RadioButtonGroupTester.class,
                        window.find(RadioButtonGroup.class).withLabel(group).single())
                .selectItem(item);
        MockVaadin.clientRoundtrip();
        return this;
    }

    Board reason(String text) {
        window.activate();
        window.find(TextField.class).withLabel("Alasan").single().setValue(text);
        return this;
    }

    String reason() {
        window.activate();
        return window.find(TextField.class).withLabel("Alasan").single().getValue();
    }

    /** Everything that stands on the page and in its lists. */
    String text() {
        window.activate();
        MockVaadin.clientRoundtrip();
        return window.find(Component.class).all().stream()
                .map(component -> component
                                .getElement()
                                .getChildren()
                                .filter(child -> child.isTextNode())
                                .map(child -> child.getText())
                                .collect(Collectors.joining(" "))
                        + " "
                        + rowsOf(component).collect(Collectors.joining(" "))
                        + " "
                        + component.getElement().getProperty("headerTitle", ""))
                .collect(Collectors.joining("\n"));
    }

    Board says(String sentence) {
        assertThat(text()).contains(sentence);
        return this;
    }

    boolean live() {
        window.activate();
        return !window.find(Connection.class).single().getElement().getProperty("interrupted", false);
    }

    /** What the feed brings comes a moment later. */
    Board soon(String what, BooleanSupplier shown) {
        return within(Duration.ofSeconds(8), what, shown);
    }

    Board within(Duration patience, String what, BooleanSupplier shown) {
        Awaitility.await(what).atMost(patience).pollInSameThread().until(() -> {
            window.activate();
            MockVaadin.clientRoundtrip();
            return shown.getAsBoolean();
        });
        return this;
    }

    private boolean exists(Class<? extends LiveList<?>> list) {
        window.activate();
        return window.find(list).exists();
    }

    private List<JsonNode> rows(Class<? extends LiveList<?>> list) {
        window.activate();
        MockVaadin.clientRoundtrip();
        return rowsOf(last(list)).map(JSON::readTree).toList();
    }

    /** The rows that a list gives the browser, from top to bottom; none where there is no list. */
    static Stream<String> rowsOf(Component list) {
        return list.getElement()
                .getProperty("order", "")
                .lines()
                .map(id -> list.getElement().getProperty("row " + id, ""));
    }

    private <T extends LiveList<?>> T last(Class<T> list) {
        window.activate();
        return window.find(list).all().getLast();
    }

    private ComponentQuery<Button> buttons(String label) {
        return window.find(Button.class).withCondition(button -> label.equals(button.getText()));
    }
}
