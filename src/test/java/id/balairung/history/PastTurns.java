package id.balairung.history;

import id.balairung.queue.PriorityClass;
import id.balairung.testing.Hall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns of days gone by, put straight into the history: as many as a test wants, in all their kinds. */
public final class PastTurns {

    static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private static final String INSERT = """
            insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence, service_id,
              counter_number, officer_id, priority_class, status, outcome, calls, queued_at, last_called_at, serving_since,
              ended_at, held_millis, target_wait_seconds, target_service_seconds, rating, corrections)
            values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 900, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Random random;

    /** Puts them where a test wants them. */
    public PastTurns(JdbcTemplate batches, TransactionTemplate transaction, long seed) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.transaction = transaction;
        this.random = new Random(seed);
    }

    /**
     * Adds turns.
     *
     * @param agency whose
     * @param first the first day
     * @param days over how many days
     * @param count how many
     */
    public void add(Hall.TestAgency agency, LocalDate first, int days, int count) {
        List<Object[]> rows = new ArrayList<>();
        for (int turn = 0; turn < count; turn++) {
            rows.add(row(agency, first.plusDays(random.nextInt(days))));
        }
        transaction.executeWithoutResult(status -> batches.batchUpdate(INSERT, rows));
    }

    private @Nullable Object[] row(Hall.TestAgency agency, LocalDate day) {
        var service = agency.services().get(random.nextInt(agency.services().size()));
        var officer = agency.officers().get(random.nextInt(agency.officers().size()));
        // Whole quarters of an hour: many at the same moment.
        Instant queued = day.atTime(8, 0).atZone(ZONE).toInstant().plusSeconds(900L * random.nextInt(30));
        int kind = random.nextInt(10);
        @Nullable Instant called = kind == 0 ? null : queued.plusMillis(1000L * random.nextInt(3000));
        boolean served = kind > 2;
        @Nullable Instant serving = served && called != null ? called.plusMillis(random.nextInt(60_000)) : null;
        Instant ended = (serving != null ? serving : called != null ? called : queued)
                .plusMillis(60_000L + random.nextInt(3_000_000));
        String status = kind == 0 ? "ABANDONED" : kind < 3 ? "NO_SHOW" : kind == 3 ? "TRANSFERRED" : "COMPLETED";
        @Nullable
        String outcome = kind < 4
                ? null
                : List.of("FULFILLED", "DOCUMENTS_MISSING", "NOT_POSSIBLE", "CONSULTATION")
                        .get(random.nextInt(4));
        return new Object[] {
            agency.id().toString(),
            utc(called == null ? queued : called),
            UUID.randomUUID().toString(),
            day,
            service.prefix(),
            1 + random.nextInt(1200),
            service.id().value().toString(),
            called == null ? null : 1 + random.nextInt(40),
            called == null ? null : officer.id().value().toString(),
            PriorityClass.values()[random.nextInt(5)].name(),
            status,
            outcome,
            called == null ? 0 : 1 + random.nextInt(3),
            utc(queued),
            utc(called),
            utc(serving),
            utc(ended),
            served && random.nextInt(5) == 0 ? 30_000L : 0L,
            1200,
            kind > 3 && random.nextBoolean() ? 1 + random.nextInt(4) : null,
            random.nextInt(20) == 0 ? 1 : 0
        };
    }

    void clear(Hall.TestAgency agency) {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from history_turn where agency_id = ?")
                .param(agency.id().toString())
                .update());
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
