package id.balairung.security;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * A browser and its system in words that people know, from what it says of itself. It may say anything: this helps to
 * recognise a session, and decides nothing.
 *
 * @param browser e.g. {@code Chrome}; empty when it is none that we know
 * @param system e.g. {@code Windows}; empty when it is none that we know
 */
public record BrowserName(Optional<String> browser, Optional<String> system) {

    /** The first that is found counts: most say that they are Chrome and Safari as well. */
    private static final List<Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Windows", "Windows"),
            Map.entry("Macintosh", "macOS"),
            Map.entry("Linux", "Linux"));

    /**
     * Reads what a browser says of itself.
     *
     * @param userAgent the header of that name
     */
    public static BrowserName of(String userAgent) {
        return new BrowserName(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static Optional<String> first(List<Entry<String, String>> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Entry::getValue)
                .findFirst();
    }
}
