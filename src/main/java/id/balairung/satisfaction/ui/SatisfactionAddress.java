package id.balairung.satisfaction.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ServiceDay;
import id.balairung.satisfaction.SurveyPeriod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where satisfaction is told.
 *
 * @param period of which services
 * @param agency whose, for the head; empty for all, and for an agency's own staff, whose own it is
 */
record SatisfactionAddress(SurveyPeriod period, Optional<AgencySummary> agency) {

    static final String PATH = "kepuasan";

    static final String COMMENTS = "kepuasan/komentar";
    static final String TASKS = "kepuasan/tindak-lanjut";

    /** The query parameter with an agency's code, for the mall's head. */
    static final String AGENCY = "instansi";

    /** The query parameter with a period, as {@link SurveyPeriod#code()} writes it. */
    static final String PERIOD = "periode";

    SatisfactionAddress in(SurveyPeriod other) {
        return new SatisfactionAddress(other, agency);
    }

    SatisfactionAddress of(Optional<AgencySummary> other) {
        return new SatisfactionAddress(period, other);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        agency.ifPresent(chosen -> parameters.put(AGENCY, chosen.code()));
        parameters.put(PERIOD, period.code());
        return QueryParameters.simple(parameters);
    }

    String href() {
        return href(PATH);
    }

    /** The same of another page. */
    String href(String path) {
        return new Location(path, parameters()).getPathWithQueryParameters();
    }

    /** The same of another page that is asked for more. */
    String href(String path, String parameter, String value) {
        return new Location(path, parameters().merging(parameter, value)).getPathWithQueryParameters();
    }

    /** The period that an address names; empty when it names none of which there can be anything. */
    static Optional<SurveyPeriod> period(String typed, LocalDate today) {
        return SurveyPeriod.read(typed)
                .filter(period -> !period.from().isBefore(ServiceDay.FIRST)
                        && !period.from().isAfter(today));
    }
}
