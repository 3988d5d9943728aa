package id.balairung.database;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** For a command that only reads: the server of the application that runs, or one of its own where none does. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded-db")
@ConditionalOnProperty(name = "balairung.database.attach", havingValue = "true")
@EnableConfigurationProperties(EmbeddedDatabaseProperties.class)
class AttachedDatabaseConfiguration {

    /** A server, and its process where that is ours to stop. */
    record Server(DatabaseAddress address, Optional<EmbeddedMariaDb> own) implements AutoCloseable {
        @Override
        public void close() {
            own.ifPresent(EmbeddedMariaDb::close);
        }
    }

    @Bean(destroyMethod = "close")
    Server attachedServer(EmbeddedDatabaseProperties properties) {
        return EmbeddedMariaDb.running(properties)
                .map(address -> new Server(address, Optional.empty()))
                .orElseGet(() -> {
                    EmbeddedMariaDb own = EmbeddedMariaDb.start(properties);
                    return new Server(
                            new DatabaseAddress(own.url(), EmbeddedMariaDb.USER, own.password()), Optional.of(own));
                });
    }

    @Bean
    JdbcConnectionDetails attachedConnectionDetails(Server server) {
        return server.address();
    }

    /** Whoever only looks migrates nothing. */
    @Bean
    OwnerAccount noOwner() {
        return new OwnerAccount("", "", "");
    }
}
