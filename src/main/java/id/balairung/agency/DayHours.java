package id.balairung.agency;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * From when to when an agency is open on a day.
 *
 * @param opens opening time in the mall's zone
 * @param closes closing time in the mall's zone
 */
public record DayHours(LocalTime opens, LocalTime closes) {

    /** The span from the earlier opening to the later closing. */
    DayHours and(DayHours other) {
        return new DayHours(
                opens.isBefore(other.opens) ? opens : other.opens,
                closes.isAfter(other.closes) ? closes : other.closes);
    }

    /** As people write it, e.g. 08.00-15.30. */
    @Override
    public String toString() {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH.mm");
        return clock.format(opens) + "-" + clock.format(closes);
    }
}
