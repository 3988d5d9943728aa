package id.balairung.agency;

import id.balairung.common.InputCheck;
import id.balairung.common.TypedText;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day of the calendar as it is typed in.
 *
 * @param day the day; null where nothing was typed
 * @param kind why it differs; null where nothing was chosen
 * @param name its name, e.g. Hari Raya Natal
 * @param opens when a special opening begins; null for other kinds
 * @param closes when a special opening ends; null for other kinds
 */
public record CalendarDraft(
        @Nullable LocalDate day,
        @Nullable CalendarKind kind,
        String name,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes) {

    private static final int LONGEST_NAME = 120;
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2100;

    /** Strips what was typed; only a special opening has hours. */
    public CalendarDraft {
        name = name.strip();
        if (kind != CalendarKind.SPECIAL_OPENING) {
            opens = null;
            closes = null;
        }
    }

    InputCheck check() {
        return new InputCheck()
                .that(
                        day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR,
                        "day",
                        "agency.refused.day")
                .that(kind != null, "kind", "common.refused.missing")
                .words(new TypedText(name), LONGEST_NAME, "name")
                .that(
                        kind != CalendarKind.SPECIAL_OPENING
                                || opens != null && closes != null && opens.isBefore(closes),
                        "closes",
                        "agency.refused.hours-order");
    }

    Optional<DayHours> hours() {
        return opens == null || closes == null ? Optional.empty() : Optional.of(new DayHours(opens, closes));
    }
}
