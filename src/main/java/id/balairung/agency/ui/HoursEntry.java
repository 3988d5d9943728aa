package id.balairung.agency.ui;

import id.balairung.agency.CalendarEntry;
import id.balairung.agency.DayHours;
import id.balairung.agency.OpeningTimes;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;

/** What has hours: the agency, each of its services, and the holidays to come. */
sealed interface HoursEntry {

    /** Its id in the address. */
    String id();

    /** The agency's week, which its services follow. */
    record OfAgency(OpeningTimes.AgencyHours hours) implements HoursEntry {
        @Override
        public String id() {
            return "instansi";
        }
    }

    /** A service's week, and that of its agency, which it follows on days without own hours. */
    record OfService(OpeningTimes.OfService hours, Map<DayOfWeek, DayHours> agency) implements HoursEntry {
        @Override
        public String id() {
            return hours.service().prefix();
        }
    }

    /** A holiday, and whether the agency opens on it. */
    record OfHoliday(CalendarEntry day, Optional<DayHours> open, int version) implements HoursEntry {
        @Override
        public String id() {
            return day.day().toString();
        }
    }
}
