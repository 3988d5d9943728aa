package id.balairung.satisfaction.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form that came whole, and in time: whoever sends a letter now and then would hold a thread for days. */
class SentForm extends HttpServletRequestWrapper {

    private static final int MOST_FIELDS = 1_000;

    private final Map<String, String[]> fields;

    private SentForm(HttpServletRequest request, Map<String, String[]> fields) {
        super(request);
        this.fields = Collections.unmodifiableMap(fields);
    }

    /**
     * Reads all that was announced.
     *
     * @param patience for how long; what is on its way at its end is waited for once more, as long as the server waits
     * @return empty when it didn't come in time, or can't be read
     */
    static Optional<HttpServletRequest> read(HttpServletRequest request, Duration patience) {
        try {
            byte[] body = new byte[(int) request.getContentLengthLong()];
            if (!cameInTime(request.getInputStream(), body, patience)) {
                return Optional.empty();
            }
            // Of the address only: the body was taken from the server.
            Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
            return readInto(fields, new String(body, StandardCharsets.US_ASCII))
                    ? Optional.of(new SentForm(request, fields))
                    : Optional.empty();
        } catch (IOException | IllegalStateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean cameInTime(InputStream sent, byte[] body, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        int came = 0;
        while (came < body.length && System.nanoTime() < end) {
            int more = sent.read(body, came, body.length - came);
            if (more < 0) {
                return false;
            }
            came += more;
        }
        return came == body.length;
    }

    private static boolean readInto(Map<String, String[]> fields, String body) {
        String[] pairs = body.split("&", MOST_FIELDS + 1);
        for (String pair : pairs) {
            String[] both = pair.split("=", 2);
            String value = both.length > 1 ? decoded(both[1]) : "";
            fields.merge(
                    decoded(both[0]),
                    new String[] {value},
                    (before, last) ->
                            Stream.concat(Stream.of(before), Stream.of(last)).toArray(String[]::new));
        }
        return pairs.length <= MOST_FIELDS;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return fields;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields.get(name);
    }
}
