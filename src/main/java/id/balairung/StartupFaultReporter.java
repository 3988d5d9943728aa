package id.balairung;

import id.balairung.database.StartupRefusal;
import id.balairung.security.SecretKeyRefusal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
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

    /** MariaDB's errors for a table whose files are damaged or gone. */
    private static final Set<Integer> BROKEN_TABLES = Set.of(1030, 1033, 1034, 1194, 1812, 1877, 1932);

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
            if (cause instanceof SecretKeyRefusal refusal) {
                return String.valueOf(refusal.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return "Port %1$d is in use: stop the program that uses it, or choose another: ./balairung run --port %2$d."
                        .formatted(taken.getPort(), taken.getPort() + 1);
            }
            if (cause instanceof SQLException fault && BROKEN_TABLES.contains(fault.getErrorCode())) {
                return "The database's files are broken: put a backup in their place, or move them away to begin with an empty database (error %d, details: %s)."
                        .formatted(fault.getErrorCode(), logFile());
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
