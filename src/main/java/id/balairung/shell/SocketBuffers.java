package id.balairung.shell;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Keeps small what Tomcat holds for each open socket: by default 65 KiB, of which a screen's push channel, which sends a few
 * thousand characters and hears next to nothing, needs a fraction.
 */
@Component
class SocketBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** In bytes, for reading and as much for writing. What is longer goes in pieces. */
    private static final String PIECE = "4096";

    /** In bytes, to begin with. Nobody sends binary messages. */
    private static final String BINARY = "128";

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        // Tomcat reads this once, when its first socket opens.
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", PIECE);
        tomcat.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", PIECE);
            connector.setProperty("socket.appWriteBufSize", PIECE);
        });
        tomcat.addContextCustomizers(context -> {
            context.addParameter("org.apache.tomcat.websocket.textBufferSize", PIECE);
            context.addParameter("org.apache.tomcat.websocket.binaryBufferSize", BINARY);
        });
    }
}
