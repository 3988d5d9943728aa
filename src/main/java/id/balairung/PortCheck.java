package id.balairung;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;

/**
 * Refuses a taken port before the database is touched, rather than as the last step of a start. Registered in {@code
 * META-INF/spring.factories}, because no bean exists yet.
 */
class PortCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        int port = event.getEnvironment().getProperty("server.port", Integer.class, 0);
        boolean serves = event.getSpringApplication().getWebApplicationType() == WebApplicationType.SERVLET;
        if (!serves || port <= 0) {
            return;
        }
        try {
            new ServerSocket(port).close();
        } catch (IOException e) {
            if (e instanceof BindException && String.valueOf(e.getMessage()).contains("in use")) {
                throw new PortInUseException(port, e);
            }
            throw new IllegalStateException("Port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }
}
