package id.balairung.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("!embedded-db")
class ExternalDatabaseConfiguration {

    @Bean
    JdbcConnectionDetails externalConnectionDetails(
            @Value("${BALAIRUNG_DB_URL:}") String url,
            @Value("${BALAIRUNG_DB_USER:}") String user,
            @Value("${BALAIRUNG_DB_PASSWORD:}") String password) {
        if (url.isBlank()) {
            throw new StartupRefusal("No database is configured: start with ./balairung run, which brings its own,"
                    + " or set BALAIRUNG_DB_URL, BALAIRUNG_DB_USER and BALAIRUNG_DB_PASSWORD.");
        }
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new StartupRefusal("BALAIRUNG_DB_URL must look like jdbc:mariadb://host:3306/balairung.");
        }
        return new DatabaseAddress(url, user, password);
    }

    /** Without the owner's account the application starts as long as there is nothing to migrate. */
    @Bean
    OwnerAccount externalOwner(
            @Value("${BALAIRUNG_DB_URL:}") String url,
            @Value("${BALAIRUNG_DB_OWNER:}") String owner,
            @Value("${BALAIRUNG_DB_OWNER_PASSWORD:}") String password,
            JdbcConnectionDetails application) {
        return owner.isBlank() ? new OwnerAccount(url, "", "") : new OwnerAccount(url, owner, password);
    }
}
