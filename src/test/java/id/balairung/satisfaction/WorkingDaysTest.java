package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time limits count working days of the mall's calendar, without the day on which something came in. */
class WorkingDaysTest {

    /** Nyepi and Idul Fitri of 2026 with their collective leave. */
    private final WorkingDays working = new WorkingDays(Set.of(
            LocalDate.of(2026, 3, 18),
            LocalDate.of(2026, 3, 19),
            LocalDate.of(2026, 3, 20),
            LocalDate.of(2026, 3, 23),
            LocalDate.of(2026, 3, 24))::contains);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 5, 2026-03-09",
        "2026-03-06, 1, 2026-03-09",
        "2026-03-07, 1, 2026-03-09",
        "2026-03-17, 1, 2026-03-25",
        "2026-03-12, 5, 2026-03-26",
        "2026-03-02, 14, 2026-03-27",
        "2026-03-02, 60, 2026-06-01",
        "2026-03-02, 0, 2026-03-02"
    })
    void weekendsAndHolidaysArentCounted(LocalDate received, int days, LocalDate due) {
        assertThat(working.after(received, days)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-03-06", "2026-03-06, 2026-03-06", "2026-03-16, 2026-03-17", "2026-03-25, 2026-03-27"})
    void aWeekEndsWithItsLastWorkingDay(LocalDate day, LocalDate last) {
        assertThat(working.endOfWeek(day)).isEqualTo(last);
    }

    @Test
    void allDaysOfAWeekHaveTheSameDayAWeekAfterWhateverTheCalendarCloses() {
        Random chance = new Random(20_260_302);
        for (int calendar = 0; calendar < 50; calendar++) {
            Set<LocalDate> closed = IntStream.range(0, 60)
                    .mapToObj(number -> LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(380)))
                    .collect(Collectors.toSet());
            WorkingDays days = new WorkingDays(closed::contains);
            int count = 1 + chance.nextInt(10);
            LocalDate monday = LocalDate.of(2026, 1, 5);
            while (monday.getYear() == 2026) {
                assertThat(IntStream.range(0, 7)
                                .mapToObj(monday::plusDays)
                                .map(day -> days.afterWeek(day, count))
                                .distinct())
                        .as("the week of %s with %s closed", monday, closed)
                        .singleElement()
                        .satisfies(due -> assertThat(due).isNotIn(closed))
                        .isEqualTo(days.endOfWeek(days.after(monday.plusDays(6), count)));
                monday = monday.plusDays(7);
            }
        }
    }

    @Test
    void aCalendarThatNeverOpensHoldsNothingUp() {
        // A search without end fails here instead of hanging.
        LocalDate beyond = LocalDate.of(2027, 1, 1);
        WorkingDays closed = new WorkingDays(day -> {
            assertThat(day).isBefore(beyond);
            return true;
        });
        assertThat(closed.after(LocalDate.of(2026, 3, 2), 3))
                .isBetween(LocalDate.of(2026, 3, 5), beyond)
                .satisfies(day -> assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @Test
    void daysThatCantBeMeantAreRefusedAtTheStart() {
        assertThat(new FollowUpDays(5, 14, 60, 5, 14).of(ComplaintClass.OVERSIGHT))
                .isEqualTo(60);
        assertThatThrownBy(() -> new FollowUpDays(5, 0, 60, 5, 14))
                .hasMessage("balairung.satisfaction.working-days.service is 1 to 250, not 0");
        assertThatThrownBy(() -> new FollowUpDays(5, 14, 60, 251, 14)).hasMessageContaining("working-days.rating");
    }
}
