package id.balairung.dashboard.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceSummary;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.dashboard.DashboardQuery;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which dashboard is shown.
 *
 * @param reachesAll whether the reader may choose among the agencies
 * @param agency whose; empty for the whole mall
 * @param service only one of its services; empty for all
 * @param period of which days
 */
record DashboardAddress(
        boolean reachesAll, Optional<AgencySummary> agency, Optional<ServiceSummary> service, DashboardPeriod period) {

    static final String PATH = "dasbor";
    static final String AGENCY = "instansi";
    static final String SERVICE = "layanan";

    private static final String PERIOD = "periode";
    private static final String FROM = "dari";
    private static final String TO = "sampai";

    DashboardAddress in(DashboardPeriod other) {
        return new DashboardAddress(reachesAll, agency, service, other);
    }

    DashboardAddress of(Optional<AgencySummary> other) {
        return new DashboardAddress(reachesAll, other, Optional.empty(), period);
    }

    DashboardAddress at(Optional<ServiceSummary> other) {
        return new DashboardAddress(reachesAll, agency, other, period);
    }

    DashboardQuery query() {
        return new DashboardQuery(agency.map(AgencySummary::id), service.map(ServiceSummary::id), period);
    }

    /** Nothing is said of what is standard. */
    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        agency.filter(chosen -> reachesAll)
                .ifPresent(chosen -> parameters.put(AGENCY, chosen.code().toLowerCase(Locale.ROOT)));
        service.ifPresent(chosen -> parameters.put(SERVICE, chosen.prefix()));
        period.running()
                .ifPresentOrElse(
                        running -> {
                            if (running != DashboardPeriod.Running.TODAY) {
                                parameters.put(PERIOD, running.code());
                            }
                        },
                        () -> {
                            parameters.put(FROM, period.from().toString());
                            parameters.put(TO, period.to().toString());
                        });
        return QueryParameters.simple(parameters);
    }

    String href() {
        return new Location(PATH, parameters()).getPathWithQueryParameters();
    }

    /** The days that an address names; empty when it names none of which there can be anything. */
    static Optional<DashboardPeriod> period(QueryParameters parameters, LocalDate today) {
        Optional<String> from = parameters.getSingleParameter(FROM);
        Optional<String> to = parameters.getSingleParameter(TO);
        if (from.isPresent() || to.isPresent()) {
            return from.flatMap(DashboardAddress::day)
                    .flatMap(first -> to.flatMap(DashboardAddress::day)
                            .filter(last -> !last.isBefore(first))
                            .map(last -> DashboardPeriod.of(first, last)))
                    .filter(period -> period.readable(today));
        }
        return parameters
                .getSingleParameter(PERIOD)
                .map(DashboardPeriod.Running::of)
                .orElse(Optional.of(DashboardPeriod.Running.TODAY))
                .map(running -> DashboardPeriod.of(running, today));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
