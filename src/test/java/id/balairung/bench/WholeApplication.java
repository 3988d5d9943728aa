package id.balairung.bench;

import id.balairung.BalairungApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.FileSystemUtils;

/** The application as it is started for people, on an empty durable database of its own and a free port. */
final class WholeApplication {

    private WholeApplication() {}

    /**
     * Starts it.
     *
     * @param bench names its files under target/
     * @param beside what the benchmark adds to it
     */
    static ConfigurableApplicationContext start(String bench, Class<?>... beside) throws IOException {
        FileSystemUtils.deleteRecursively(Path.of("target", bench + "-db"));
        FileSystemUtils.deleteRecursively(Path.of("target", bench + "-files"));
        return startAgain(bench, List.of(), beside);
    }

    /**
     * Starts it on the database that an earlier run left, if there is one.
     *
     * @param bench names its files under target/
     * @param options further options of the database's server
     * @param beside what the benchmark adds to it
     */
    static ConfigurableApplicationContext startAgain(String bench, List<String> options, Class<?>... beside) {
        Path database = Path.of("target", bench + "-db");
        Path files = Path.of("target", bench + "-files");
        return new SpringApplicationBuilder(Stream.concat(Stream.of(BalairungApplication.class), Stream.of(beside))
                        .toArray(Class<?>[]::new))
                .profiles("embedded-db")
                .initializers(starting ->
                        starting.getBeanFactory().registerSingleton("noTestConfiguration", new NoTestConfiguration()))
                .run(
                        "--server.port=0",
                        // Java's client takes no socket on a connection of which this is the last request.
                        "--server.tomcat.max-keep-alive-requests=-1",
                        "--vaadin.productionMode=true",
                        // Heads sign in with a password alone.
                        "--balairung.sign-in.second-factor=optional",
                        "--balairung.database.dir=" + database,
                        "--balairung.database.durable=true",
                        "--balairung.database.options=" + String.join(",", options),
                        // Ten years of reports would be built beside what is measured.
                        "--balairung.closing.pace=24h",
                        "--balairung.rollup.pace=24h",
                        "--balairung.reports.pace=24h",
                        "--balairung.audit.heads-file=" + files.resolve("heads.log"),
                        "--balairung.secret.file=" + files.resolve("secret.key"),
                        "--logging.file.name=target/bench-" + bench + ".log");
    }

    /** Where it listens. */
    static String port(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The application's scan would find what the tests configure. */
    private static final class NoTestConfiguration extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) {
            return type.getClassMetadata().getClassName().startsWith("id.balairung.testing");
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
