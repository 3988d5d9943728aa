package id.balairung.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("embedded-db")
@ConditionalOnProperty(name = "balairung.database.attach", havingValue = "false", matchIfMissing = true)
@EnableConfigurationProperties(EmbeddedDatabaseProperties.class)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(EmbeddedDatabaseProperties properties) {
        return EmbeddedMariaDb.start(properties);
    }

    /** The pool depends on this bean, and this on the server, so the pool closes before the server stops. */
    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedMariaDb server) {
        return new DatabaseAddress(server.url(), EmbeddedMariaDb.USER, server.password());
    }

    @Bean
    OwnerAccount embeddedOwner(EmbeddedMariaDb server) {
        return new OwnerAccount(server.url(), EmbeddedMariaDb.OWNER, server.ownerPassword());
    }
}
