package counterexample;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks nothing, though it comes near to breaking most. */
class Exemplary {

    private static final List<String> WORDS = List.of("antrean");
    private static final Map<String, Integer> NUMBERS = Map.of("satu", 1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Exemplary(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Instant written(AgencyId agency) {
        return count() > WORDS.size() ? Instant.now(clock) : clock.instant();
    }

    long everywhere(AllAgencies all) {
        return count() + NUMBERS.size();
    }

    private long count() {
        return jdbc.sql("select count(*) from ticket").query(Long.class).single();
    }
}
