package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.testing.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What each download and upload has to prove; its row names the test that does it with these. */
final class Transfers {

    private static final String BOUNDARY = "----batas-uji";

    /** At the beginning of a cell, quoted or not, after any white space. */
    private static final Pattern FORMULA =
            Pattern.compile("(?m)(^|[,;\\t])\"?\\s*([=@]|[+\\-](?!\\d+([.,]\\d+)?\"?([,;\\t\\r]|$)))");

    private Transfers() {}

    /**
     * A link that somebody got answers nobody any more once they signed out: not their old session, not a new one.
     *
     * @param wire who got it
     * @param link as it stands in the page
     * @param content something of what it gives
     */
    static void assertDeadAfterSignOut(Wire wire, String link, String content) {
        assertThat(wire.get(link).body()).contains(content);
        Wire old = wire.withSameCookie();
        wire.signOut();
        assertThat(old.get(link).body()).doesNotContain(content);
        assertThat(wire.get(link).body()).doesNotContain(content);
    }

    /** A link answers nobody but the session that got it. */
    static void assertOnlyFor(Wire owner, Wire stranger, String link, String content) {
        assertThat(owner.get(link).body()).contains(content);
        assertThat(stranger.get(link).body()).doesNotContain(content);
    }

    /** No cell begins as a spreadsheet's formula does; a number may be below zero. */
    static void assertNoFormula(String csv) {
        assertThat(FORMULA.matcher(csv)
                        .results()
                        .map(found -> csv.substring(found.start(), Math.min(csv.length(), found.end() + 20))))
                .as("cells that a spreadsheet would carry out")
                .isEmpty();
    }

    /** Sends a file as a page's form would, whatever the upload's component would have said to its name, type or size. */
    static HttpResponse<String> upload(Wire wire, String address, String name, String type, String content) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return wire.send(wire.request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    }

    /** Sends a file as it is, as the page's component does. */
    static HttpResponse<String> sendRaw(Wire wire, String address, String name, String type, String content) {
        return wire.send(wire.request(address)
                .header("Content-Type", type)
                .header("X-Filename", name)
                .POST(BodyPublishers.ofString(content, StandardCharsets.ISO_8859_1)));
    }
}
