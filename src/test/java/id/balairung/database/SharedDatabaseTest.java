package id.balairung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.DatabaseOutage;
import id.balairung.testing.TestClock;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@BalairungTest
class SharedDatabaseTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TestClock testClock;

    @Autowired
    private DatabaseOutage outage;

    @Autowired
    private DataSource dataSource;

    @Test
    void aConnectionReadsCommittedRowsInUtcAndWaitsShortlyForALock() {
        assertThat(variable("tx_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(variable("time_zone")).isEqualTo("+00:00");
        assertThat(variable("innodb_lock_wait_timeout")).isEqualTo("5");
        assertThat(variable("binlog_format")).isEqualTo("ROW");
    }

    @Test
    void aMomentSurvivesTheRoundTripWhateverTheMachinesZone() {
        Instant moment = Instant.parse("2026-11-24T01:02:03.456789Z");

        Instant read = jdbc.sql("SELECT CAST(:moment AS DATETIME(6))")
                .param("moment", java.sql.Timestamp.from(moment))
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();

        assertThat(read).isEqualTo(moment);
    }

    @Test
    void theSuitesClockIsTheOneTheApplicationReads() {
        assertThat(clock).isSameAs(testClock);
        Instant before = clock.instant();

        testClock.advance(Duration.ofHours(3));

        assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofHours(3)));
    }

    @Test
    void aFrozenServerIsGivenUpInSecondsAndUsedAgainWhenItAnswers() {
        try (var frozen = outage.freeze()) {
            assertThatThrownBy(this::one).isInstanceOf(DataAccessException.class);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(one()).isEqualTo(1));
    }

    @Test
    void aServerThatDiesIsStartedAgain() throws SQLException {
        outage.crash();

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(one()).isEqualTo(1));
        dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    private int one() {
        return jdbc.sql("SELECT 1").query(Integer.class).single();
    }

    private String variable(String name) {
        return jdbc.sql("SELECT @@" + name).query(String.class).single();
    }
}
