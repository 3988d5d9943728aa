package counterexample;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

class Clockless {

    Instant instant() {
        return Instant.now();
    }

    LocalDate zoned() {
        return LocalDate.now(ZoneId.of("Asia/Makassar"));
    }

    Date date() {
        return new Date();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Clock clock() {
        return Clock.systemUTC();
    }
}
