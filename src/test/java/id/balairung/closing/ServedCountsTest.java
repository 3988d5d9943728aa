package id.balairung.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AllAgencies;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The population of a survey lacks no day, whether its report is built or not. */
@BalairungTest
class ServedCountsTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    ServedCounts counts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    ClosedDays days;
    LocalDate day;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 1);
        Hall.TestAgency other = hall.agency(2, 1);
        hall.open(agency, 0);
        hall.open(other, 0);
        days = new ClosedDays(application, agency, other);
        day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Makassar"));
        new DayAtTheCounters(application, agency, other, 1).serve(Duration.ofMinutes(3), Duration.ofMinutes(7));
    }

    @Test
    void countsTheDayThatGoesOnAndTheOneBeforeWhetherItsReportIsBuiltOrNot() {
        assertThat(of(day, day)).isEqualTo(Map.of(agency.service().id(), 1L));
        days.nextMorning();
        assertThat(of(day, day.plusDays(1))).isEqualTo(Map.of(agency.service().id(), 1L));
        assertThat(of(day.plusDays(1), day.plusDays(1))).isEmpty();
        assertThat(everywhere(day, day)).isEqualTo(1);
        days.close();
        assertThat(of(day, day)).isEqualTo(Map.of(agency.service().id(), 1L));
        assertThat(everywhere(day, day)).isEqualTo(1);
        assertThat(of(day.minusDays(9), day.minusDays(1))).isEmpty();
    }

    private Map<ServiceId, Long> of(LocalDate from, LocalDate to) {
        return transaction.execute(status -> counts.between(agency.id(), from, to));
    }

    private long everywhere(LocalDate from, LocalDate to) {
        return transaction.execute(
                status -> counts.between(AllAgencies.READ, from, to).getOrDefault(agency.id(), 0L));
    }
}
