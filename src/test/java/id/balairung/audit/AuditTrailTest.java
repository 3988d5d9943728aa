package id.balairung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done is recorded with whoever did it, together with the change or not at all. */
@BalairungTest
class AuditTrailTest {

    @Autowired
    Hall hall;

    @Autowired
    AuditTrail trail;

    @Autowired
    LaterEvents later;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Hall.TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(1, 1);
    }

    @Test
    void aChangeIsRecordedWithWhoMadeItAndOnlyWhatChanged() {
        hall.as(
                agency.admin(),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    trail.record(AuditEvent.of(AuditKind.SERVICE_CHANGED, agency.id(), "Layanan")
                            .changing(Map.of("name", "Lama", "letter", "A"), Map.of("name", "Baru", "letter", "A")));
                    return agency;
                }));
        Map<String, Object> row = rows(agency.id()).getLast();
        assertThat(row.get("kind")).isEqualTo("SERVICE_CHANGED");
        assertThat(row.get("actor_name").toString()).contains(agency.admin().getUsername());
        assertThat(row.get("was")).isEqualTo("{\"name\":\"Lama\"}");
        assertThat(row.get("became")).isEqualTo("{\"name\":\"Baru\"}");
    }

    @Test
    void whatIsRolledBackLeavesNoTraceAndAChangeNeedsATransaction() {
        int before = rows(agency.id()).size();
        hall.as(
                agency.admin(),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    trail.record(AuditEvent.of(AuditKind.SERVICE_CHANGED, agency.id(), "Layanan"));
                    status.setRollbackOnly();
                    return agency;
                }));
        assertThat(rows(agency.id())).hasSize(before);
        assertThatThrownBy(() -> trail.record(AuditEvent.ofMall(AuditKind.MALL_CHANGED, "MPP")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEventThatCantBeRecordedIsLostAloneAndALongAddressIsCut() {
        StaffPrincipal unheardOf =
                new StaffPrincipal(StaffId.next(), "x", "Nama".repeat(100), "", Role.OFFICER, agency.id(), true, false);
        later.add(() -> entry("pertama", Optional.empty(), "192.0.2.7"));
        later.add(() -> entry("hilang", Optional.of(unheardOf), "192.0.2.7"));
        later.add(() -> entry("terakhir", Optional.empty(), "[2404:8000:1027:85f6:2d4c:9b1e:8e4f:d3a2]:54321"));
        later.flush();
        // The background may have taken the first of them and not written it yet.
        await().untilAsserted(() -> assertThat(rows(agency.id()))
                .extracting(row -> row.get("subject"))
                .contains("pertama", "terakhir")
                .doesNotContain("hilang"));
    }

    private LaterEvents.Entry entry(String subject, Optional<StaffPrincipal> by, String address) {
        return new LaterEvents.Entry(
                AuditEvent.of(AuditKind.EXPORTED, agency.id(), subject), by, Optional.of(address), Instant.EPOCH);
    }

    private List<Map<String, Object>> rows(AgencyId of) {
        return jdbc.sql("select * from audit_event where trail_id = ? order by id")
                .param(of.toString())
                .query()
                .listOfRows();
    }
}
