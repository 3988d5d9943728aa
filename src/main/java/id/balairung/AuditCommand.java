package id.balairung;

import id.balairung.audit.TrailVerification;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./balairung audit verify}: the database and the clock of the application and nothing else of it. It migrates nothing,
 * writes nothing, and works beside the running application.
 */
@ComponentScan({"id.balairung.database", "id.balairung.common"})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class AuditCommand {

    /** The first argument that stands for it. */
    static final String VERIFY = "audit-verify";

    private static final int WRONG = 1;
    private static final int NOT_VERIFIED = 2;

    private static final List<String> OWN_SETTINGS = List.of(
            "--balairung.database.attach=true",
            // Two processes would turn one log over under each other.
            "--logging.file.name=var/log/audit.log",
            "--spring.datasource.hikari.maximum-pool-size=2",
            "--spring.datasource.hikari.data-source-properties.socketTimeout=600000");

    /**
     * Verifies the trails and prints what it finds.
     *
     * @return 0 when all is as recorded, 1 when something is wrong, 2 when it couldn't be looked at
     */
    static int verify(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AuditCommand.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(Stream.of(arguments), OWN_SETTINGS.stream()).toArray(String[]::new))) {
            return verify(context);
        } catch (RuntimeException said) {
            // StartupFaultReporter has told it in one line.
            return NOT_VERIFIED;
        }
    }

    private static int verify(ConfigurableApplicationContext context) {
        Path heads = Path.of(context.getEnvironment().getProperty("balairung.audit.heads-file", "var/audit/heads.log"));
        try {
            return new TrailVerification(context.getBean(JdbcClient.class), heads, context.getBean(Clock.class))
                            .print(System.out)
                    ? 0
                    : WRONG;
        } catch (DataAccessException e) {
            System.err.println(
                    "The audit trail can't be read (%s): start Balairung once, so that its tables are there, and try again."
                            .formatted(String.valueOf(e.getMostSpecificCause().getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
        } catch (OutOfMemoryError e) {
            System.err.println("The heads file and the trails don't fit into the memory: give Java more of it (-Xmx).");
        }
        return NOT_VERIFIED;
    }
}
