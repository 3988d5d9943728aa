package id.balairung.testing;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * A screen of figures as a person looks at it.
 *
 * @param <S> the screen itself
 */
public abstract class WatchedScreen<S extends WatchedScreen<S>> {

    private final BrowserlessUIContext window;

    /** In a window. */
    protected WatchedScreen(BrowserlessUIContext window) {
        this.window = window;
    }

    /** Its window. */
    public BrowserlessUIContext window() {
        return window;
    }

    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }

    /** Goes to an address. */
    public S open(String address) {
        window.activate();
        UI.getCurrent().navigate(address.replaceFirst("\\?.*", ""), parameters(address));
        MockVaadin.clientRoundtrip();
        return self();
    }

    private static QueryParameters parameters(String address) {
        return address.contains("?")
                ? QueryParameters.fromString(address.substring(address.indexOf('?') + 1))
                : QueryParameters.empty();
    }

    /** Where it is. */
    public String address() {
        window.activate();
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** Everything that is to be seen, each component's words on a line. */
    public String text() {
        window.activate();
        MockVaadin.clientRoundtrip();
        return window.find(Component.class).all().stream()
                .map(WatchedScreen::ownWords)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** The words of a card, found by its class, without what is hidden. */
    public String card(String look) {
        window.activate();
        MockVaadin.clientRoundtrip();
        return window.find(Component.class).all().stream()
                .filter(component -> component.getElement().getClassList().contains(look))
                .map(component -> words(component.getElement()))
                .collect(Collectors.joining("\n"));
    }

    /** Whether there is something of a class. */
    public boolean shows(String look) {
        window.activate();
        return window.find(Component.class).all().stream()
                .anyMatch(component -> component.getElement().getClassList().contains(look));
    }

    /** Elements of a class, the words of each. */
    public List<String> all(String look) {
        window.activate();
        return window.find(Component.class).all().stream()
                .filter(component -> component.getElement().getClassList().contains(look))
                .map(component -> words(component.getElement()))
                .toList();
    }

    /** The rows of all tables, the words of each. */
    public List<String> rows() {
        window.activate();
        return window.find(NativeTableRow.class).all().stream()
                .map(row -> words(row.getElement()))
                .toList();
    }

    private static String ownWords(Component component) {
        return component
                .getElement()
                .getChildren()
                .filter(Element::isTextNode)
                .map(Element::getText)
                .collect(Collectors.joining(" "));
    }

    protected static String words(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.isVisible()
                ? element.getChildren()
                        .map(WatchedScreen::words)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(" "))
                : "";
    }

    /** What the feed brings comes a moment later: sooner than it would come unasked. */
    public S soon(String what, BooleanSupplier shown) {
        return within(Duration.ofSeconds(10), what, shown);
    }

    /** Waits until something is shown. */
    public S within(Duration patience, String what, BooleanSupplier shown) {
        Awaitility.await(what).atMost(patience).pollInSameThread().until(() -> {
            window.activate();
            MockVaadin.clientRoundtrip();
            return shown.getAsBoolean();
        });
        return self();
    }
}
