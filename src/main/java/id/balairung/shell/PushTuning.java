package id.balairung.shell;

import java.util.Map;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;

/** Sets up the push channels for hundreds of screens on a small machine, before Vaadin's servlet starts. */
@Component
class PushTuning implements BeanPostProcessor {

    /** In characters; a browser sends no longer piece, and each socket keeps a buffer of this size. */
    private static final int RECEIVING = 4096;

    /** In ms; a screen that takes nothing for so long is disconnected, and asks for the whole state when it is back. */
    private static final int WRITE_TIMEOUT = 15_000;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ServletRegistrationBean<?> servlet) {
            Map.of(
                            ApplicationConfig.BROADCASTER_CLASS, PushWriter.class.getName(),
                            ApplicationConfig.WEBSOCKET_WRITE_TIMEOUT, String.valueOf(WRITE_TIMEOUT),
                            ApplicationConfig.WEBSOCKET_BUFFER_SIZE, String.valueOf(RECEIVING),
                            ApplicationConfig.WEBSOCKET_MAXTEXTSIZE, String.valueOf(RECEIVING),
                            ApplicationConfig.WEBSOCKET_MAXBINARYSIZE, String.valueOf(RECEIVING))
                    .forEach(servlet::addInitParameter);
        }
        return bean;
    }
}
