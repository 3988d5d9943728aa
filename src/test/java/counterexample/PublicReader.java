package counterexample;

import id.balairung.tenancy.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anybody could call it. */
public class PublicReader {

    private final JdbcClient jdbc;

    PublicReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(AgencyId agency) {
        return jdbc.sql("select count(*) from ticket").query(Long.class).single();
    }
}
