package id.balairung.satisfaction;

import id.balairung.common.StoredMoment;
import id.balairung.counter.CounterId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pads and the codes that pair them. A pad says who it is by its secret, a code leads to one counter; neither is kept in clear. */
@Component
class PadRows {

    private final JdbcClient jdbc;

    PadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a pad was paired. */
    record Pairing(Instant at, StaffId by, Optional<Instant> seenAt) {}

    /** A code that was typed in time. */
    record Redeemed(CounterId counter, int number, StaffId madeBy) {}

    Map<CounterId, Pairing> of(AgencyId agency) {
        Map<CounterId, Pairing> pads = new HashMap<>();
        jdbc.sql("select counter_id, paired_at, paired_by, seen_at from rating_pad where agency_id = ?")
                .param(agency.toString())
                .query((row, number) -> pads.put(
                        new CounterId(UUID.fromString(row.getString("counter_id"))),
                        new Pairing(
                                StoredMoment.in(row, "paired_at").orElseThrow(),
                                new StaffId(UUID.fromString(row.getString("paired_by"))),
                                StoredMoment.in(row, "seen_at"))))
                .list();
        return pads;
    }

    /** In the place of an earlier code for that counter. */
    void offer(AgencyId agency, CounterId counter, String codeDigest, StaffId by, Instant expires) {
        jdbc.sql("""
                        insert into rating_pad_code (counter_id, agency_id, code_digest, made_by, expires_at)
                        values (:counter, :agency, :code, :by, :expires)
                        on duplicate key update code_digest = values(code_digest), made_by = values(made_by),
                          expires_at = values(expires_at)""")
                .param("counter", counter.value().toString())
                .param("agency", agency.toString())
                .param("code", codeDigest)
                .param("by", by.value().toString())
                .param("expires", StoredMoment.of(expires))
                .update();
    }

    /** Whose code that is, if it still holds. */
    Optional<AgencyId> offeredBy(AllAgencies everyAgency, String codeDigest, Instant now) {
        return jdbc.sql("select agency_id from rating_pad_code where code_digest = ? and expires_at > ?")
                .params(codeDigest, StoredMoment.of(now))
                .query((row, number) -> new AgencyId(UUID.fromString(row.getString("agency_id"))))
                .optional();
    }

    /** Takes a code out; whoever comes second with it finds none. */
    Optional<Redeemed> redeem(AgencyId agency, String codeDigest, Instant now) {
        return jdbc.sql("""
                        delete from rating_pad_code where agency_id = :agency and code_digest = :code and expires_at > :now
                        returning counter_id, made_by,
                          (select c.number from counter c where c.agency_id = :agency and c.id = counter_id) as number""")
                .param("agency", agency.toString())
                .param("code", codeDigest)
                .param("now", StoredMoment.of(now))
                .query((row, number) -> new Redeemed(
                        new CounterId(UUID.fromString(row.getString("counter_id"))),
                        row.getInt("number"),
                        new StaffId(UUID.fromString(row.getString("made_by")))))
                .optional();
    }

    /** In the place of another pad at that counter. */
    void pair(AgencyId agency, CounterId counter, String secretDigest, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into rating_pad (counter_id, agency_id, secret_digest, paired_at, paired_by, seen_at)
                        values (:counter, :agency, :secret, :at, :by, :at)
                        on duplicate key update secret_digest = values(secret_digest), paired_at = values(paired_at),
                          paired_by = values(paired_by), seen_at = values(seen_at)""")
                .param("counter", counter.value().toString())
                .param("agency", agency.toString())
                .param("secret", secretDigest)
                .param("at", StoredMoment.of(at))
                .param("by", by.value().toString())
                .update();
    }

    boolean unpair(AgencyId agency, CounterId counter) {
        jdbc.sql("delete from rating_pad_code where agency_id = ? and counter_id = ?")
                .params(agency.toString(), counter.value().toString())
                .update();
        return jdbc.sql("delete from rating_pad where agency_id = ? and counter_id = ?")
                        .params(agency.toString(), counter.value().toString())
                        .update()
                == 1;
    }

    Optional<Pad> find(AllAgencies everyAgency, String secretDigest) {
        return jdbc.sql("select agency_id, counter_id from rating_pad where secret_digest = ?")
                .param(secretDigest)
                .query((row, number) -> new Pad(
                        new AgencyId(UUID.fromString(row.getString("agency_id"))),
                        new CounterId(UUID.fromString(row.getString("counter_id")))))
                .optional();
    }

    /** Keeps when a pad was heard of, unless that was since some moment. */
    void seen(AgencyId agency, CounterId counter, Instant at, Instant since) {
        jdbc.sql("update rating_pad set seen_at = ? where agency_id = ? and counter_id = ? and seen_at < ?")
                .params(StoredMoment.of(at), agency.toString(), counter.value().toString(), StoredMoment.of(since))
                .update();
    }
}
