package id.balairung.queue.ui;

import id.balairung.agency.DayHours;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.security.StaffId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a console knows about where it stands, and what hardly changes in a day.
 *
 * @param officer the officer
 * @param mayChoose whether the officer may call out of turn
 * @param agencyName the agency
 * @param services the agency's services
 * @param hours when the agency is open today; empty when it isn't
 * @param rules the mall's rules
 */
record Workplace(
        StaffId officer,
        boolean mayChoose,
        String agencyName,
        Map<ServiceId, ServiceSummary> services,
        Optional<DayHours> hours,
        MallRules rules) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    /** A service of the agency. */
    ServiceSummary service(ServiceId id) {
        ServiceSummary service = services.get(id);
        if (service == null) {
            throw new NoSuchElementException("No service " + id.value());
        }
        return service;
    }

    /** The services, by prefix. */
    List<ServiceSummary> services(Collection<ServiceId> ids) {
        return ids.stream()
                .map(this::service)
                .sorted(Comparator.comparing(ServiceSummary::prefix))
                .toList();
    }

    /** Whether the agency has closed for the day at a moment of it, or doesn't open. */
    boolean closedAt(Instant moment) {
        LocalTime then = LocalTime.ofInstant(moment, rules.zone());
        return hours.map(DayHours::closes).filter(then::isBefore).isEmpty();
    }

    /** A moment as the mall's clock shows it, with a point in every language, e.g. 10.42. */
    String clock(Instant moment) {
        return CLOCK.format(moment.atZone(rules.zone()));
    }
}
