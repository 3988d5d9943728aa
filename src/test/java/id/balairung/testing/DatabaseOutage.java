package id.balairung.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes the tests' MariaDB away. Injected; what {@link #freeze} began must end with {@link Frozen#close}, best by
 * try-with-resources, or every later test hangs.
 */
public final class DatabaseOutage {

    private final Path pidFile;

    DatabaseOutage(Path databaseDir) {
        this.pidFile = databaseDir.resolve("mariadbd.pid");
    }

    /** The server stops answering, without closing a connection, as a dead network or a stuck disk would look. */
    public Frozen freeze() {
        signal("STOP");
        return () -> signal("CONT");
    }

    /** Kills the server and waits until it is gone. The application starts it again by itself, within a second or two. */
    public void crash() {
        Optional<ProcessHandle> server = ProcessHandle.of(Long.parseLong(pid()));
        signal("KILL");
        server.ifPresent(killed -> killed.onExit().join());
    }

    private String pid() {
        try {
            return Files.readString(pidFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            String pid = pid();
            int result = new ProcessBuilder("kill", "-" + name, pid)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A frozen server; closing lets it go on where it stood. */
    @FunctionalInterface
    public interface Frozen extends AutoCloseable {

        @Override
        void close();
    }
}
