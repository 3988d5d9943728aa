package id.balairung.audit;

import id.balairung.common.StoredMoment;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of the trails. Rows are added past Hibernate: the mall's own belong to no tenant, and none is ever changed. */
@Component
class AuditRows {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_ADDRESS = 45;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(AgencyId trail, LaterEvents.Entry entry) {
        append(trail, entry.event(), entry.by(), entry.address(), entry.at());
    }

    void append(AgencyId trail, AuditEvent event, Optional<StaffPrincipal> by, Optional<String> address, Instant at) {
        jdbc.sql("""
                        insert into audit_event (
                          trail_id, kind, occurred_at, actor_id, actor_name, actor_role, address, subject, was, became)
                        values (
                          :trail, :kind, :at, :actor, :name, :role, :address, :subject, :was, :became)""")
                .param("trail", trail.toString())
                .param("kind", event.kind().name())
                .param("at", StoredMoment.of(at.truncatedTo(ChronoUnit.MICROS)))
                .param("actor", by.map(staff -> staff.id().value().toString()).orElse(null))
                .param("name", by.map(AuditRows::name).orElse(null))
                .param("role", by.map(staff -> staff.role().name()).orElse(null))
                .param(
                        "address",
                        address.map(text -> cut(text, LONGEST_ADDRESS)).orElse(null))
                .param("subject", cut(event.subject(), LONGEST_SUBJECT))
                .param("was", json(event.before()))
                .param("became", json(event.after()))
                .update();
    }

    /** A name as it was on the day: the account may have another one, or be gone, when the trail is read. */
    private static String name(StaffPrincipal staff) {
        return staff.displayName() + " (" + staff.getUsername().toLowerCase(Locale.ROOT) + ")";
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static @Nullable String json(Map<String, String> values) {
        return values.isEmpty() ? null : JSON.writeValueAsString(values);
    }
}
