package id.balairung.history;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.dao.QueryTimeoutException;

/** How long the database may take for a statement. */
final class StatementTime {

    private static final int MILLIS_DIGITS = 3;

    private StatementTime() {}

    /**
     * The statement, broken off when its time is over.
     *
     * @param time at least a millisecond is given
     * @throws QueryTimeoutException is what it ends with then
     */
    static String within(Duration time, String select) {
        // None at all would be any time.
        long millis = Math.max(1, time.toMillis());
        return "set statement max_statement_time = " + BigDecimal.valueOf(millis, MILLIS_DIGITS) + " for " + select;
    }
}
