package id.balairung.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates only a server that Balairung knows how to use: SKIP LOCKED, uuid columns and sequences need a recent one. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final int OLDEST_MAJOR = 10;
    private static final int OLDEST_MINOR = 11;
    private static final int UNKNOWN_DATABASE = 1049;

    @Bean
    FlywayMigrationStrategy migrateSupportedServer() {
        return flyway -> {
            requireSupported(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }

    private void requireSupported(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            boolean mariaDb = server.getDatabaseProductVersion().contains("MariaDB")
                    || server.getDatabaseProductName().contains("MariaDB");
            int major = server.getDatabaseMajorVersion();
            boolean recent =
                    major > OLDEST_MAJOR || (major == OLDEST_MAJOR && server.getDatabaseMinorVersion() >= OLDEST_MINOR);
            if (!mariaDb || !recent) {
                throw new StartupRefusal(
                        "Balairung needs MariaDB 10.11 or later, but BALAIRUNG_DB_URL points to %s %s: upgrade that server or point to another."
                                .formatted(server.getDatabaseProductName(), server.getDatabaseProductVersion()));
            }
        } catch (SQLException | RuntimeException e) {
            if (e instanceof StartupRefusal refusal) {
                throw refusal;
            }
            throw new StartupRefusal(whatToDo(e), e);
        }
    }

    private String whatToDo(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == UNKNOWN_DATABASE) {
                return "The server in BALAIRUNG_DB_URL has no such database: create it there"
                        + " (CREATE DATABASE ... CHARACTER SET utf8mb4) and start again.";
            }
            if (cause instanceof SQLException sql && "28000".equals(sql.getSQLState())) {
                return "The database refuses the sign-in: check BALAIRUNG_DB_USER and BALAIRUNG_DB_PASSWORD.";
            }
        }
        return "The database does not answer: check that the server in BALAIRUNG_DB_URL runs and can be reached from here.";
    }
}
