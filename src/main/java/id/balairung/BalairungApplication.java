package id.balairung;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import id.balairung.common.ui.Chart;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Balairung and configures the page that hosts every view. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("tokens.css")
@StyleSheet("styles/aura.css")
@StyleSheet("styles/parts.css")
@StyleSheet("styles/frame.css")
@StyleSheet("styles/signin.css")
@StyleSheet("styles/console.css")
@StyleSheet("styles/board.css")
@NpmPackage(value = "@fontsource-variable/plus-jakarta-sans", version = "5.3.0")
@JsModule("./fonts.ts")
@Uses(Chart.class)
public class BalairungApplication implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
    }

    /**
     * Starts the application, or one of its commands.
     *
     * @param args Spring Boot's command line arguments; before them the name of a command, if it is one
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(AuditCommand.VERIFY)) {
            System.exit(AuditCommand.verify(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(BalairungApplication.class, args);
    }
}
