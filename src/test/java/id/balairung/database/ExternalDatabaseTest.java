package id.balairung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server of one's own is used when it is recent enough, and otherwise refused in one line. */
class ExternalDatabaseTest {

    private final DataSource dataSource = mock(DataSource.class);
    private final Flyway flyway = mock(Flyway.class);

    @ParameterizedTest
    @CsvSource({"10.11.6-MariaDB, 10, 11", "11.4.5-MariaDB-log, 11, 4", "12.0.2-MariaDB, 12, 0"})
    void aRecentMariaDbIsMigrated(String version, int major, int minor) throws Exception {
        serverIs("MariaDB", version, major, minor);

        migrate();

        verify(flyway).migrate();
    }

    @ParameterizedTest
    @CsvSource({
        "MariaDB, 10.6.21-MariaDB, 10, 6",
        "MariaDB, 5.5.68-MariaDB, 5, 5",
        "MySQL, 8.4.3, 8, 4",
        "MySQL, 26.1, 26, 1"
    })
    void anOlderOrOtherServerIsRefusedUntouched(String product, String version, int major, int minor) throws Exception {
        serverIs(product, version, major, minor);

        assertThatThrownBy(this::migrate)
                .isInstanceOf(StartupRefusal.class)
                .hasMessageContaining("10.11 or later")
                .hasMessageContaining(version)
                .hasMessageNotContaining("\n");
        verify(flyway, never()).migrate();
    }

    @Test
    void aWrongPasswordAMissingDatabaseAndASilentServerAreToldApart() throws Exception {
        assertThat(refusal(new SQLException("Access denied", "28000", 1045))).contains("BALAIRUNG_DB_OWNER_PASSWORD");
        assertThat(refusal(new SQLException("Unknown database", "42000", 1049))).contains("no such database");
        assertThat(refusal(new SQLNonTransientConnectionException("refused", "08000", -1)))
                .contains("does not answer");
    }

    @Test
    void theAddressMustBeGivenAndBeMariaDbs() {
        ExternalDatabaseConfiguration configuration = new ExternalDatabaseConfiguration();

        assertThatThrownBy(() -> configuration.externalConnectionDetails("", "", ""))
                .isInstanceOf(StartupRefusal.class)
                .hasMessageContaining("./balairung run");
        assertThatThrownBy(() -> configuration.externalConnectionDetails("jdbc:mysql://db/balairung", "u", "p"))
                .isInstanceOf(StartupRefusal.class)
                .hasMessageContaining("jdbc:mariadb://");
        assertThat(configuration.externalConnectionDetails("jdbc:mariadb://db/balairung", "u", "rahasia"))
                .asString()
                .doesNotContain("rahasia");
    }

    private String refusal(SQLException fault) throws SQLException {
        Configuration configuration = mock(Configuration.class);
        when(flyway.getConfiguration()).thenReturn(configuration);
        when(configuration.getDataSource()).thenReturn(dataSource);
        when(dataSource.getConnection()).thenThrow(fault);
        try {
            migrate();
            return "";
        } catch (StartupRefusal refusal) {
            return String.valueOf(refusal.getMessage());
        } finally {
            reset(dataSource, flyway);
        }
    }

    private void serverIs(String product, String version, int major, int minor) throws SQLException {
        Configuration configuration = mock(Configuration.class);
        Connection connection = mock(Connection.class);
        DatabaseMetaData server = mock(DatabaseMetaData.class);
        when(flyway.getConfiguration()).thenReturn(configuration);
        when(configuration.getDataSource()).thenReturn(dataSource);
        when(dataSource.getConnection()).thenReturn(connection);
        when(connection.getMetaData()).thenReturn(server);
        when(server.getDatabaseProductName()).thenReturn(product);
        when(server.getDatabaseProductVersion()).thenReturn(version);
        when(server.getDatabaseMajorVersion()).thenReturn(major);
        when(server.getDatabaseMinorVersion()).thenReturn(minor);
    }

    private void migrate() {
        new MigrationConfiguration()
                .migrateSupportedServer(new OwnerAccount("jdbc:mariadb://db/balairung", "owner", "rahasia"))
                .migrate(flyway);
    }
}
