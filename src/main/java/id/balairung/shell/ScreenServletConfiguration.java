package id.balairung.shell;

import com.vaadin.flow.server.InitParameters;
import com.vaadin.flow.spring.RootMappedCondition;
import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringServlet;
import com.vaadin.flow.spring.VaadinConfigurationProperties;
import jakarta.servlet.MultipartConfigElement;
import java.util.Map;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Vaadin's servlet, with push channels for hundreds of screens on a small machine. */
@Configuration(proxyBeanMethods = false)
class ScreenServletConfiguration {

    /** In characters; a browser sends no longer piece. */
    private static final int RECEIVING = 4096;

    /** In characters; for streams, which nobody uses. It would grow to what comes. */
    private static final int STREAMING = 128;

    /** In ms; a screen that takes nothing for so long is disconnected, and asks for the whole state when it is back. */
    private static final int WRITE_TIMEOUT = 15_000;

    /** In characters. Vaadin's own bound is ten times as much; no page of ours says a hundredth of it at once. */
    private static final int LONGEST_MESSAGE = 1 << 20;

    @Bean
    ServletRegistrationBean<SpringServlet> screenServlet(
            ObjectProvider<MultipartConfigElement> uploads,
            VaadinConfigurationProperties properties,
            ApplicationContext context) {
        boolean root = RootMappedCondition.isRootMapping(properties.getUrlMapping());
        ServletRegistrationBean<SpringServlet> servlet = SpringBootAutoConfiguration.configureServletRegistrationBean(
                uploads, properties, new ScreenServlet(context, root));
        Map.of(
                        InitParameters.SERVLET_PARAMETER_MAX_REQUEST_BODY_SIZE, String.valueOf(LONGEST_MESSAGE),
                        ApplicationConfig.BROADCASTER_CLASS, PushWriter.class.getName(),
                        ApplicationConfig.WEBSOCKET_WRITE_TIMEOUT, String.valueOf(WRITE_TIMEOUT),
                        ApplicationConfig.WEBSOCKET_BUFFER_SIZE, String.valueOf(STREAMING),
                        ApplicationConfig.WEBSOCKET_MAXTEXTSIZE, String.valueOf(RECEIVING),
                        ApplicationConfig.WEBSOCKET_MAXBINARYSIZE, String.valueOf(RECEIVING))
                .forEach(servlet::addInitParameter);
        return servlet;
    }
}
