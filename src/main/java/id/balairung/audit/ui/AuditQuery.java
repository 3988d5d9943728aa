package id.balairung.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import id.balairung.audit.AuditFilter;
import id.balairung.audit.AuditGroup;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the address asks for. A part that can't be read means the standard: the last {@value #STANDARD_DAYS} days of one's own
 * trail.
 *
 * @param agency an agency's code, for a mall admin; empty for the mall's trail
 * @param from the first day
 * @param to the last day
 * @param group of which kinds
 * @param person a part of a name
 * @param text a part of what it was done to
 */
record AuditQuery(String agency, LocalDate from, LocalDate to, Optional<AuditGroup> group, String person, String text) {

    static final int STANDARD_DAYS = 30;

    private static final int LONGEST = 100;

    static AuditQuery of(QueryParameters asked, LocalDate today) {
        LocalDate to = day(asked, "sampai").orElse(today);
        LocalDate from = day(asked, "dari").orElse(to.minusDays(STANDARD_DAYS - 1L));
        return new AuditQuery(
                words(asked, "instansi"),
                from.isAfter(to) ? to : from,
                to,
                asked.getSingleParameter("jenis").flatMap(AuditQuery::group),
                words(asked, "orang"),
                words(asked, "cari"));
    }

    QueryParameters parameters(LocalDate today) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!agency.isEmpty()) {
            parameters.put("instansi", agency);
        }
        if (!from.equals(to.minusDays(STANDARD_DAYS - 1L))) {
            parameters.put("dari", from.toString());
        }
        if (!to.equals(today)) {
            parameters.put("sampai", to.toString());
        }
        group.ifPresent(chosen -> parameters.put("jenis", code(chosen)));
        if (!person.isEmpty()) {
            parameters.put("orang", person);
        }
        if (!text.isEmpty()) {
            parameters.put("cari", text);
        }
        return QueryParameters.simple(parameters);
    }

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                group,
                person,
                text);
    }

    private static Optional<AuditGroup> group(String code) {
        return Arrays.stream(AuditGroup.values())
                .filter(group -> code(group).equals(code))
                .findAny();
    }

    private static String code(AuditGroup group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(QueryParameters asked, String name) {
        String typed = asked.getSingleParameter(name).orElse("").strip();
        return typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    private static Optional<LocalDate> day(QueryParameters asked, String name) {
        try {
            return asked.getSingleParameter(name)
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 2000 && day.getYear() <= 9999);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
