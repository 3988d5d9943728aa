package id.balairung.dashboard.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.AgencySummary;
import id.balairung.dashboard.ReportPeriod;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which reports are listed.
 *
 * @param agency whose, as the address names it; empty for the whole mall, and for an agency's admin
 * @param length only months or only years; empty for both
 */
record ReportsAddress(Optional<AgencySummary> agency, Optional<ReportPeriod.Length> length) {

    static final String PATH = "dasbor/laporan";
    static final String LENGTH = "jenis";

    private static final Map<String, ReportPeriod.Length> CODES =
            Map.of("bulanan", ReportPeriod.Length.MONTH, "tahunan", ReportPeriod.Length.YEAR);

    /** Of an address that names neither both are listed. */
    static Optional<ReportPeriod.Length> length(QueryParameters parameters) {
        return parameters.getSingleParameter(LENGTH).flatMap(code -> Optional.ofNullable(CODES.get(code)));
    }

    ReportsAddress of(Optional<AgencySummary> other) {
        return new ReportsAddress(other, length);
    }

    ReportsAddress in(Optional<ReportPeriod.Length> other) {
        return new ReportsAddress(agency, other);
    }

    /** Nothing is said of what is standard. */
    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        agency.ifPresent(
                chosen -> parameters.put(DashboardAddress.AGENCY, chosen.code().toLowerCase(Locale.ROOT)));
        length.ifPresent(chosen -> CODES.forEach((code, known) -> {
            if (known == chosen) {
                parameters.put(LENGTH, code);
            }
        }));
        return QueryParameters.simple(parameters);
    }

    /** The dashboard of the same agency. */
    String dashboard() {
        return new Location(
                        DashboardAddress.PATH, of(agency).in(Optional.empty()).parameters())
                .getPathWithQueryParameters();
    }
}
