package id.balairung.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates only a server that Balairung knows how to use: SKIP LOCKED, uuid columns and sequences need a recent one. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final int OLDEST_MAJOR = 10;
    private static final int OLDEST_MINOR = 11;

    @Bean
    FlywayMigrationStrategy migrateSupportedServer(OwnerAccount owner) {
        return flyway -> {
            requireSupported(flyway.getConfiguration().getDataSource(), owner);
            if (owner.isKnown()) {
                flyway.migrate();
            } else {
                requireMigrated(flyway);
            }
        };
    }

    private static void requireMigrated(Flyway flyway) {
        if (flyway.info().pending().length > 0) {
            throw new StartupRefusal("The tables are those of an earlier version, or none: set BALAIRUNG_DB_OWNER and"
                    + " BALAIRUNG_DB_OWNER_PASSWORD for this start, so that it can migrate them.");
        }
        flyway.validate();
    }

    private static void requireSupported(DataSource dataSource, OwnerAccount owner) {
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
            throw StartupRefusal.ofServer(
                    e, owner.isKnown() ? StartupRefusal.Account.OWNER : StartupRefusal.Account.APPLICATION);
        }
    }
}
