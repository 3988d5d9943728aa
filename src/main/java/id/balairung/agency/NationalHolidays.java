package id.balairung.agency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The holidays that come with the application: {@code national-holidays.csv}, a line for each day. */
class NationalHolidays {

    private static final String FILE = "/id/balairung/agency/national-holidays.csv";
    private static final int COLUMNS = 3;

    List<CalendarDraft> days() {
        try (InputStream file = NationalHolidays.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("Missing " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(NationalHolidays::day)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CalendarDraft day(String line) {
        String[] parts = line.split(",", COLUMNS);
        return new CalendarDraft(LocalDate.parse(parts[0]), CalendarKind.valueOf(parts[1]), parts[2], null, null);
    }
}
