package id.balairung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application's own account may do to the database, whoever has got hold of it. */
@BalairungTest
class RightsTest {

    @Autowired
    Hall hall;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    OwnerAccount owner;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set subject = ''",
                "delete from audit_event",
                "truncate audit_event",
                "drop table audit_event",
                "alter table audit_event add column more int",
                "create table mine (id int)",
                "create trigger change_it before insert on audit_event for each row set new.subject = ''",
                "update ticket_event set occurred_at = utc_timestamp()",
                "delete from ticket_event",
                "truncate ticket",
                "insert into flyway_schema_history (installed_rank) values (1)",
                "grant all on ticket to current_user()",
                "create user somebody"
            })
    void theApplicationCannot(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(denied|do not have the).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_event (trail_id, kind, occurred_at, subject) values (uuid(), 'REFUSED', utc_timestamp(), '')",
                "update ticket_event set details = details where 1 = 0",
                "update ticket set calls = calls where 1 = 0",
                "delete from waiting where 1 = 0"
            })
    void theApplicationCan(String sql) {
        assertThatCode(() -> execute(sql)).doesNotThrowAnyException();
    }

    @Test
    void theOwnersAccountIsRefusedForTheApplicationsWork() {
        assertThatCode(() -> new RightsCheck(dataSource).check()).doesNotThrowAnyException();
        DataSource asOwner = new DriverManagerDataSource(owner.url(), owner.user(), owner.password()) {
            @Override
            protected Connection getConnectionFromDriver(String user, String password) throws SQLException {
                Connection connection = super.getConnectionFromDriver(user, password);
                connection.setAutoCommit(false);
                return connection;
            }
        };
        assertThatThrownBy(() -> new RightsCheck(asOwner).check())
                .isInstanceOf(StartupRefusal.class)
                .hasMessageContaining("audit trail")
                .hasMessageContaining("database-users")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` IDENTIFIED VIA mysql_native_password WITH GRANT OPTION",
                "GRANT SELECT, PROCESS ON *.* TO `balairung`@`%`"
            })
    void anAccountWithRightsOnTheWholeServerIsRefused(String grant) throws SQLException {
        assertRefused(grant, "root");
    }

    private static void assertRefused(String grant, String why) throws SQLException {
        DataSource server = mock(DataSource.class);
        Connection connection = mock(Connection.class);
        Statement statement = mock(Statement.class);
        ResultSet grants = mock(ResultSet.class);
        when(server.getConnection()).thenReturn(connection);
        when(connection.createStatement()).thenReturn(statement);
        when(statement.executeQuery("show grants")).thenReturn(grants);
        when(statement.execute(anyString())).thenThrow(new SQLException("Denied", "42000", 1142));
        when(grants.next()).thenReturn(true, true, false, true, true, false);
        when(grants.getString(1))
                .thenReturn("GRANT USAGE ON *.* TO `a`@`%`", grant, "GRANT USAGE ON *.* TO `a`@`%`", grant);
        assertThatThrownBy(() -> new RightsCheck(server).check())
                .isInstanceOf(StartupRefusal.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT SELECT, DROP ON `balairung`.* TO `balairung`@`%`",
                "GRANT ALTER ON `balairung`.`audit_event` TO `balairung`@`%`",
                "GRANT SELECT ON `balairung`.* TO `balairung`@`%` WITH GRANT OPTION"
            })
    void anAccountWithRightsOverTheTablesIsRefused(String grant) throws SQLException {
        assertRefused(grant, "the tables themselves");
    }

    @Test
    void withoutTheOwnersAccountItStartsOnlyWhereNothingIsToBeMigrated() {
        assertThat(new OwnerAccount("jdbc:mariadb://db/balairung", "", "").isKnown())
                .isFalse();
        assertThat(owner.isKnown()).isTrue();
        assertThat(owner).asString().doesNotContain(owner.password());
    }

    private void execute(String sql) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql(sql).update();
        });
    }
}
