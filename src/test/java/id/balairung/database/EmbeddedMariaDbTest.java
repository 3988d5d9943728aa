package id.balairung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What an operator may do to the embedded database without losing anything, and what is told when it cannot start. */
class EmbeddedMariaDbTest {

    private final Path dir = Path.of("target/embedded-db-test");
    private final EmbeddedDatabaseProperties properties =
            new EmbeddedDatabaseProperties(dir, Path.of("var/mariadb"), true, List.of());

    @BeforeEach
    @AfterEach
    void beginWithNothing() throws IOException {
        FileSystemUtils.deleteRecursively(dir);
    }

    @Test
    void dataSurvivesARestartAndOnlyOneProcessUsesThem() throws Exception {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(properties)) {
            execute(first, "CREATE TABLE note (text VARCHAR(20))");
            execute(first, "INSERT INTO note VALUES ('antrean')");

            assertThatThrownBy(() -> EmbeddedMariaDb.start(properties))
                    .isInstanceOf(StartupRefusal.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("stop it");
        }

        try (EmbeddedMariaDb second = EmbeddedMariaDb.start(properties)) {
            assertThat(query(second, "SELECT text FROM note")).isEqualTo("antrean");
        }
        assertThat(dir.resolve("mariadbd.pid")).doesNotExist();
    }

    @Test
    void nobodyElseReadsThePasswordOrSignsInWithoutIt() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(properties)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir)))
                    .isEqualTo("rwx------");
            assertThat(dir.resolve("init.sql")).doesNotExist();
            for (String user : new String[] {"root", "", EmbeddedMariaDb.USER}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, ""))
                        .as(user)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void aLostPasswordFileIsReplaced() throws Exception {
        EmbeddedMariaDb.start(properties).close();
        Files.delete(dir.resolve("password"));

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(properties)) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void anInterruptedInstallationIsBegunAgain() throws Exception {
        Files.createDirectories(dir.resolve("data.installing/mysql"));
        Files.writeString(dir.resolve("data.installing/ibdata1"), "half");

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(properties)) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerLeftBehindByAKilledApplicationIsStopped() throws Exception {
        EmbeddedMariaDb.start(properties).close();
        Process orphan = new ProcessBuilder(
                        Path.of("var/mariadb/mariadb-11.4.5/bin/mariadbd")
                                .toAbsolutePath()
                                .toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + dir.resolve("data").toAbsolutePath(),
                        "--basedir=" + Path.of("var/mariadb/mariadb-11.4.5").toAbsolutePath(),
                        "--pid-file=" + dir.resolve("mariadbd.pid").toAbsolutePath(),
                        "--skip-networking",
                        "--log-bin=binlog",
                        "--socket=mariadb.sock")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Files.writeString(dir.resolve("mariadbd.pid"), orphan.pid() + "\n");

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(properties)) {
            assertThat(orphan.waitFor(1, TimeUnit.SECONDS)).isTrue();
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void aBrokenDataFolderIsRefusedWithTheWayOut() throws Exception {
        EmbeddedMariaDb.start(properties).close();
        Files.delete(dir.resolve("data/ibdata1"));

        assertThatThrownBy(() -> EmbeddedMariaDb.start(properties))
                .isInstanceOf(StartupRefusal.class)
                .hasMessageContaining("files are missing")
                .hasMessageContaining("backup")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aDamagedFileIsRefusedWithTheServersOwnWordsAndItsLog() throws Exception {
        EmbeddedMariaDb.start(properties).close();
        Files.write(dir.resolve("data/ibdata1"), new byte[1 << 20]);

        assertThatThrownBy(() -> EmbeddedMariaDb.start(properties))
                .isInstanceOf(StartupRefusal.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining("mariadb.log")
                .hasMessageNotContaining("\n");
        assertThat(dir.resolve("lock")).exists();
    }

    private static void execute(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedMariaDb.OWNER, database.ownerPassword());
    }
}
