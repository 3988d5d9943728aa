package id.balairung.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * What a page may run and load: scripts, styles, pictures, fonts and data of this address, and of what stands in the page itself
 * only the scripts and styles that carry the number of this one answer. See docs/decisions/021.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final int NONCE_BYTES = 18;

    /**
     * The styles in the own markup of the date picker (three) and of the upload, by their content: they change with Vaadin's
     * version, and a test tells.
     */
    private static final String IN_MARKUP = "'sha256-BKKY16xB+vgcX++RMreQaVDFJ1Qtp3GEF5hU8JgnRxk='"
            + " 'sha256-Mi+i7Phh1UOjZ0x/qGAS342TU+vn7xG5xDIzcKxXhiU='"
            + " 'sha256-3QT3eM+q9TclSqSU3m57G/bQwWnIhIFfAxgKI5k9zxs='"
            + " 'sha256-3a64dNOQwcII785DP1PNJieaL3Lbu50dIaJGcJ6xwQ4='";

    /** Vaadin's components add styles to the page by script, and know of no number. */
    private static final String STYLES = """
            (() => {
              const nonce = document.currentScript.nonce;
              const create = document.createElement;
              document.createElement = function (name, options) {
                const element = create.call(document, name, options);
                if (element instanceof HTMLStyleElement) {
                  element.nonce = nonce;
                }
                return element;
              };
            })();
            """;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::secure);
    }

    private void secure(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        mark(page.getDocument(), nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce, page.getVaadinRequest()));
    }

    private static void mark(Document document, String nonce) {
        document.head().prependElement("script").appendChild(new DataNode(STYLES));
        document.select("script, style").forEach(element -> element.attr("nonce", nonce));
    }

    /** Flow's client makes functions of the server's calls ({@code executeJs}), which is what 'unsafe-eval' means. */
    private static String policy(String nonce, VaadinRequest request) {
        String policy = "default-src 'none'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval';"
                + " style-src 'self' 'nonce-" + nonce + "' " + IN_MARKUP
                + "; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                + " font-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'self';"
                + " form-action 'self'; frame-ancestors 'none'";
        return request.isSecure() ? policy + "; upgrade-insecure-requests" : policy;
    }
}
