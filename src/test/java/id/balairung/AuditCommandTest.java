package id.balairung;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.testing.BalairungTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verification is made of a few parts of the application, and those do without all others. */
@BalairungTest
class AuditCommandTest {

    @Autowired
    Environment settings;

    @Test
    void readsTheTrailBesideTheRunningApplication() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(AuditCommand.class)
                .withPropertyValues(
                        "spring.profiles.active=embedded-db",
                        "balairung.database.attach=true",
                        "balairung.database.dir=" + settings.getProperty("balairung.database.dir"),
                        "spring.datasource.hikari.maximum-pool-size=1")
                .run(context -> assertThat(context.getBean(JdbcClient.class)
                                .sql("select count(*) >= 0 from audit_event")
                                .query(Boolean.class)
                                .single())
                        .isTrue());
    }
}
