package id.balairung.dashboard.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import id.balairung.common.ui.Chart;
import id.balairung.common.ui.DateField;
import id.balairung.testing.BrowserEvents;
import id.balairung.testing.WatchedScreen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of a dashboard. */
final class DashboardScreen extends WatchedScreen<DashboardScreen> {

    private static final Pattern N = Pattern.compile("\\bn ([\\d.]+)");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Figures that are themselves how many turns they count. */
    private static final Set<String> COUNTS = Set.of("Kedatangan", "Selesai dilayani", "Tidak hadir", "Batal");

    /**
     * A figure that leads to the turns that it counts.
     *
     * @param name where it stands
     * @param href where it leads
     * @param n of how many turns it says to be
     */
    record Figure(String name, String href, int n) {}

    DashboardScreen(BrowserlessUIContext window) {
        super(window);
    }

    @Override
    public DashboardScreen open(String address) {
        return openTop(address).painted();
    }

    /** Goes to an address, and the browser hasn't painted yet. */
    DashboardScreen openTop(String address) {
        return super.open(address);
    }

    /** As the browser does once the top of the page was painted: only then the rest comes. */
    DashboardScreen painted() {
        window().activate();
        window().find(DashboardPage.class).all().forEach(page -> BrowserEvents.fire(page.getElement(), "bl-painted"));
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** Every figure that leads into the history. */
    List<Figure> figures() {
        painted();
        List<Figure> found = new ArrayList<>();
        anchors()
                .forEach(anchor ->
                        found.add(new Figure(name(anchor.getElement()), anchor.getHref(), n(anchor.getElement()))));
        window().activate();
        window().find(Chart.class).all().forEach(chart -> found.addAll(points(chart)));
        return found;
    }

    private List<Anchor> anchors() {
        window().activate();
        MockVaadin.clientRoundtrip();
        return window().find(Anchor.class).all().stream()
                .filter(anchor -> anchor.getHref().startsWith("riwayat?"))
                .toList();
    }

    private static String name(Element anchor) {
        return above(anchor, "tr").map(WatchedScreen::words).orElseGet(() -> words(anchor.getParent()));
    }

    private static int n(Element anchor) {
        Optional<Element> row = above(anchor, "tr");
        if (row.isEmpty()) {
            Element figure = anchor.getParent();
            return COUNTS.contains(words(anchor))
                    ? number(words(of(figure, "v").getChild(0)))
                    : parsed(words(of(figure, "d")));
        }
        Element cell = above(anchor, "td").orElseThrow();
        return Stream.of(
                        Optional.of(words(cell))
                                .filter(text -> N.matcher(text).find())
                                .map(DashboardScreen::parsed),
                        row.get()
                                .getChildren()
                                .filter(other -> "n".equals(other.getAttribute("data-label")))
                                .findAny()
                                .map(other -> number(words(other))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> number(words(anchor)));
    }

    private static Element of(Element figure, String look) {
        return figure.getChildren()
                .filter(child ->
                        child.getClassList().contains(look) && !child.getTag().equals("a"))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Element> above(Element element, String tag) {
        return Stream.iterate(element, one -> one != null, Element::getParent)
                .filter(one -> one.getTag().equals(tag))
                .findFirst();
    }

    private static int parsed(String text) {
        Matcher found = N.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No n in " + text);
        }
        return number(found.group(1));
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(".", ""));
    }

    private static List<Figure> points(Chart chart) {
        String label = chart.getElement().getAttribute("aria-label");
        String data = chart.getElement().getProperty("data");
        List<Figure> found = new ArrayList<>();
        if (data != null) {
            JsonNode drawn = JSON.readTree(data);
            Stream.of("series", "rows")
                    .flatMap(part -> drawn.path(part).valueStream())
                    .flatMap(line -> Stream.of("points", "cells")
                            .flatMap(part -> line.path(part).valueStream())
                            .filter(point -> !point.path("href").asString("").isEmpty())
                            .map(point -> new Figure(
                                    label + " " + line.path("name").asString("") + " "
                                            + point.path("text").asString(""),
                                    point.path("href").asString(""),
                                    parsed(point.path("n").asString("")))))
                    .forEach(found::add);
        }
        return found;
    }

    /** Asks for all rows wherever only the first are shown. */
    DashboardScreen showAll() {
        window().activate();
        window().find(Button.class).all().stream()
                .filter(button -> button.hasClassName("bl-figure-all") && button.isVisible())
                .forEach(Button::click);
        return this;
    }

    /** What a figure of the strips says, by its caption: the first one of that name. */
    String figure(String caption) {
        return all("bl-linked").stream()
                .filter(words -> words.startsWith(caption + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No figure " + caption));
    }

    /** The figures of an agency in the table of all of them; those that were drawn anew are others. */
    List<Component> figuresOf(String agency) {
        window().activate();
        return window().find(NativeTableRow.class).all().stream()
                .filter(row -> words(row.getElement()).contains(agency))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row of " + agency))
                .getChildren()
                .toList();
    }

    /** How many counters the table of their use shows. */
    long counters() {
        window().activate();
        MockVaadin.clientRoundtrip();
        return window().find(NativeTableRow.class).all().stream()
                .filter(row -> above(row.getElement(), "section")
                        .filter(card -> card.getClassList().contains("bl-dash-counters"))
                        .isPresent())
                .filter(row -> row.getChildren().anyMatch(NativeTableCell.class::isInstance))
                .count();
    }

    /** Types a day, also one that the calendar doesn't offer; null empties the field. */
    DashboardScreen pick(String label, @Nullable LocalDate day) {
        DateField field = field(label);
        LocalDate before = field.getValue();
        field.setValue(day);
        ComponentUtil.fireEvent(field, new AbstractField.ComponentValueChangeEvent<>(field, field, before, true));
        MockVaadin.clientRoundtrip();
        return this;
    }

    /** What is said to be wrong at a field; empty when nothing is. */
    String fault(String label) {
        DateField field = field(label);
        return field.isInvalid() ? field.getErrorMessage() : "";
    }

    private DateField field(String label) {
        window().activate();
        return window().find(DateField.class).withLabel(label).single();
    }

    /** What notices say. */
    String notices() {
        window().activate();
        window().roundTrip();
        return window().find(Notification.class).all().stream()
                .map(Component::getElement)
                .map(Element::getTextRecursively)
                .reduce("", String::concat);
    }
}
