package id.balairung.bench;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * The least that can bring one change to many screens: a bare Tomcat that sends the same bytes to every open socket when
 * somebody posts. In a process of its own, like the application.
 */
class RawBroadcast {

    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger size = new AtomicInteger();

    private RawBroadcast() {}

    /** Serves until its input ends; each line of it is how many characters a message has from then on. */
    public static void main(String[] args) throws Exception {
        RawBroadcast broadcast = new RawBroadcast();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir("target/raw-broadcast");
        tomcat.setPort(0);
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new WsSci(), null);
        context.addServletContainerInitializer((classes, servlets) -> servlets.addListener(broadcast.listener()), null);
        Tomcat.addServlet(context, "post", broadcast.posting());
        // At every address: a request that no servlet would answer doesn't come as far as the sockets' filter.
        context.addServletMappingDecoded("/", "post");
        tomcat.start();
        try {
            Child.answer(String.valueOf(tomcat.getConnector().getLocalPort()));
            BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                broadcast.size.set(Integer.parseInt(line));
                Child.answer(line);
            }
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private ServletContextListener listener() {
        return new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                ServerContainer container =
                        (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
                try {
                    container.addEndpoint(ServerEndpointConfig.Builder.create(Screen.class, "/screen")
                            .configurator(new ServerEndpointConfig.Configurator() {
                                @Override
                                public <T> T getEndpointInstance(Class<T> type) {
                                    return type.cast(new Screen());
                                }
                            })
                            .build());
                } catch (DeploymentException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private HttpServlet posting() {
        return new HttpServlet() {
            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                String said = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                String message = said + "x".repeat(Math.max(0, size.get() - said.length()));
                String frame = message.length() + "|" + message;
                sessions.forEach(session -> session.getAsyncRemote().sendText(frame));
            }
        };
    }

    private final class Screen extends Endpoint {

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            sessions.add(session);
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            sessions.remove(session);
        }
    }
}
