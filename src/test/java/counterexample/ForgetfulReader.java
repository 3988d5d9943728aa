package counterexample;

import org.springframework.jdbc.core.JdbcTemplate;

class ForgetfulReader {

    private final JdbcTemplate jdbc;

    ForgetfulReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Long count() {
        return jdbc.queryForObject("select count(*) from ticket", Long.class);
    }
}
