package id.balairung.testing;

import id.balairung.queue.AlertRound;
import id.balairung.queue.UnreadBoards;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestConfiguration(proxyBeanMethods = false)
@Import({Hall.class, AlertRound.class, UnreadBoards.class})
class TestingConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    DatabaseOutage databaseOutage(@Value("${balairung.database.dir}") Path dir) {
        return new DatabaseOutage(dir);
    }

    @Bean
    Screens screens(ApplicationContext application) {
        return new Screens(application);
    }

    @Bean
    Tables tables(JdbcClient jdbc) {
        return new Tables(jdbc);
    }

    @Bean
    TablesOwner tablesOwner(FlywayConnectionDetails owner) {
        return new TablesOwner(
                new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()));
    }

    @Bean
    Sessions sessions() {
        return new Sessions();
    }

    /** A suite starts on an empty database; keeping the installed server spares the seconds of a new one. */
    @Bean
    @Primary
    FlywayMigrationStrategy migrateFromNothing() {
        return flyway -> {
            flyway.clean();
            flyway.migrate();
        };
    }
}
