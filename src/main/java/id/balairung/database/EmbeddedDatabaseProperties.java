package id.balairung.database;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded MariaDB lives.
 *
 * @param dir the folder with the data, its password and its log
 * @param binaries the folder into which the server's programs are unpacked once for each version
 * @param durable whether a commit waits for the disk; false is for tests, which may lose their data
 * @param options further options of the server, which outdo its own, e.g. {@code --innodb-buffer-pool-size=4G} where years of
 *     history are looked through all day
 */
@ConfigurationProperties("balairung.database")
record EmbeddedDatabaseProperties(
        @DefaultValue("var/db") Path dir,
        @DefaultValue("var/mariadb") Path binaries,
        @DefaultValue("true") boolean durable,
        @DefaultValue({}) List<String> options) {}
