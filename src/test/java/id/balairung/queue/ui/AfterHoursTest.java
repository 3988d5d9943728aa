package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.CurrentMall;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.TicketSnapshot;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After the closing hour whoever is in the hall is still served; only then is the rest left over. */
@BalairungTest
class AfterHoursTest {

    private static final LocalTime AFTER_CLOSING = LocalTime.of(23, 59, 1);

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    TicketSnapshot waiting;

    @BeforeEach
    void somebodyWaitsAtClosingTime() {
        agency = hall.agency(1, 2);
        clock.set(mall.today()
                .date()
                .atTime(AFTER_CLOSING)
                .atZone(mall.rules().zone())
                .toInstant());
        waiting = hall.issue(agency).ticket();
    }

    @Test
    void whileACounterIsOpenNothingOfTodayIsLeftOver() {
        hall.open(agency, 1);
        assertThat(hall.as(agency.officer(), endOfDay::leftOver)).isEmpty();
        Counter counter = Counter.of(screens.of(agency.officer()));
        assertThat(counter.text()).doesNotContain("Sudah tutup", "hari yang sudah tutup");
    }

    @Test
    void onceTheLastCounterHasClosedTodaysNumbersAreCountedAsTodays() {
        hall.open(agency, 0);
        Counter counter = Counter.of(screens.of(agency.officer()));
        counter.choose("Tutup loket").confirm();
        counter.soon("the count", () -> counter.text().contains("Sudah tutup. 1 nomor hari ini masih terbuka."));
        assertThat(counter.text()).doesNotContain("hari yang sudah tutup");
        assertThat(hall.as(agency.officer(), endOfDay::leftOver))
                .extracting(TicketSnapshot::id)
                .containsExactly(waiting.id());
    }
}
