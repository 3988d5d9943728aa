package id.balairung;

import id.balairung.database.StartupRefusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line on the console why the application did not start and what to do. The stack trace goes to the log
 * file. Registered in {@code META-INF/spring.factories}, ahead of Spring Boot's own reporter.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFaultReporter implements SpringBootExceptionReporter {

    private final @Nullable ConfigurableApplicationContext context;

    StartupFaultReporter(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        LoggerFactory.getLogger(StartupFaultReporter.class).error("The application did not start", failure);
        System.err.println(inOneLine(failure));
        return true;
    }

    private String inOneLine(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupRefusal refusal) {
                return String.valueOf(refusal.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return "Port %1$d is in use: stop the program that uses it, or choose another: ./balairung run --port %2$d."
                        .formatted(taken.getPort(), taken.getPort() + 1);
            }
            root = cause;
        }
        String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return "Balairung could not start: %s: %s (details: %s)"
                .formatted(root.getClass().getSimpleName(), reason, logFile());
    }

    private String logFile() {
        String name = context == null ? null : context.getEnvironment().getProperty("logging.file.name");
        return name == null ? "the log" : Path.of(name).toString();
    }
}
