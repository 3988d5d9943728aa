package id.balairung.bench;

import com.microsoft.playwright.Page;
import id.balairung.e2e.Chromium;
import java.util.ArrayList;
import java.util.List;

/** How soon the dashboard stands in a browser that has been there before. */
class FirstPaint {

    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    /** The first frame in which all cards of a period have their figures. */
    private static final String LOOK = """
            new MutationObserver((changes, observer) => {
              if (!window.drawnAt && document.querySelector('.bl-period-figures .v')) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => window.drawnAt = performance.now()));
              }
            }).observe(document, {childList: true, subtree: true});
            """;

    private static final String PAINTED =
            "performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0]";

    private FirstPaint() {}

    /**
     * Loads, all in milliseconds from the beginning of the navigation.
     *
     * @param painted until something was painted
     * @param drawn until the figures were
     */
    record Loads(List<Double> painted, List<Double> drawn) {}

    /** Opens a page again and again, and doesn't count the first times. */
    static Loads of(int port, String username, String route, int times, int before) {
        List<Double> painted = new ArrayList<>();
        List<Double> drawn = new ArrayList<>();
        try (Chromium chromium = new Chromium(port)) {
            Chromium.Person head = chromium.signIn(username, WIDTH, HEIGHT);
            Page page = head.page();
            page.addInitScript(LOOK);
            for (int load = -before; load < times; load++) {
                head.open(route);
                page.waitForFunction("window.drawnAt && " + PAINTED);
                if (load >= 0) {
                    painted.add(((Number) page.evaluate(PAINTED)).doubleValue());
                    drawn.add(((Number) page.evaluate("window.drawnAt")).doubleValue());
                }
            }
        }
        return new Loads(painted, drawn);
    }
}
