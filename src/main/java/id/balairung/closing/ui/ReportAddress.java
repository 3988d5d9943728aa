package id.balairung.closing.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ServiceDay;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Where a report is.
 *
 * @param day the service day
 * @param agency whose, for the head; empty for all, and for an agency's admin, whose own it is
 */
record ReportAddress(LocalDate day, Optional<AgencySummary> agency) {

    /** The query parameter with an agency's code, for the mall's head. */
    static final String AGENCY = "instansi";

    static final String DAY = "day";
    static final String PATH = "laporan-harian";

    ReportAddress on(LocalDate other) {
        return new ReportAddress(other, agency);
    }

    ReportAddress of(Optional<AgencySummary> other) {
        return new ReportAddress(day, other);
    }

    String path() {
        return PATH + "/" + day;
    }

    QueryParameters parameters() {
        return agency.map(chosen -> QueryParameters.of(AGENCY, chosen.code())).orElseGet(QueryParameters::empty);
    }

    String href() {
        return new Location(path(), parameters()).getPathWithQueryParameters();
    }

    /** The day that an address names; empty when it names none that there can be a report of. */
    static Optional<LocalDate> day(String typed, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> !day.isBefore(ServiceDay.FIRST) && !day.isAfter(today));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
