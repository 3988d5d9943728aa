package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputCheck;
import id.balairung.common.InvalidInput;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** When an agency and its services are open, as its admin sets it. The agency is that of whoever is signed in. */
@Service
public class OpeningTimes {

    private final OpeningHoursRepository hours;
    private final ServiceHoursRepository own;
    private final HolidayOpeningRepository openings;
    private final AgencyWeekRepository weeks;
    private final ServiceOfferingRepository services;
    private final CalendarDayRepository calendar;
    private final Editor editor;

    OpeningTimes(
            OpeningHoursRepository hours,
            ServiceHoursRepository own,
            HolidayOpeningRepository openings,
            AgencyWeekRepository weeks,
            ServiceOfferingRepository services,
            CalendarDayRepository calendar,
            Editor editor) {
        this.hours = hours;
        this.own = own;
        this.openings = openings;
        this.weeks = weeks;
        this.services = services;
        this.calendar = calendar;
        this.editor = editor;
    }

    /**
     * An agency's hours.
     *
     * @param week its weekdays; a day that is missing is closed
     * @param holidays on which holidays it opens, and when
     * @param version the version that was read, to be given back with a change
     */
    public record AgencyHours(Map<DayOfWeek, DayHours> week, Map<LocalDate, DayHours> holidays, int version) {}

    /**
     * A service's hours.
     *
     * @param service the service
     * @param own the weekdays on which it doesn't keep to its agency's hours
     */
    public record OfService(ServiceDetails service, Map<DayOfWeek, OwnHours> own) {}

    /** The hours of one's own agency. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public AgencyHours ofAgency() {
        return editor.read(() -> new AgencyHours(
                week(),
                new TreeMap<>(openings.findAll().stream()
                        .collect(Collectors.toMap(HolidayOpening::day, HolidayOpening::hours))),
                weeks.findById(editor.agency().value())
                        .map(week -> week.version() == null ? 0 : week.version())
                        .orElse(-1)));
    }

    /** The hours of every service of one's own agency that isn't withdrawn, by letter. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public List<OfService> ofServices() {
        return editor.read(() -> {
            Map<ServiceId, List<ServiceHours>> all =
                    own.findAll().stream().collect(Collectors.groupingBy(ServiceHours::service));
            return services.findAllByOrderByLetter().stream()
                    .map(service -> service.details(editor.now()))
                    .filter(service -> !service.withdrawn())
                    .map(service -> new OfService(service, byDay(all.getOrDefault(service.id(), List.of()))))
                    .toList();
        });
    }

    /**
     * Changes when one's own agency is open.
     *
     * @param version the version that the form was filled with
     * @param week its weekdays; a day that is missing is closed
     * @throws InvalidInput when a day closes before it opens; a fault's field is {@code closes.} with the weekday's name
     * @throws ChangedMeanwhile when somebody else changed them
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void changeWeek(int version, Map<DayOfWeek, DayHours> week) {
        check(week).orThrow();
        editor.requireProof();
        changeAgency(version, "jam instansi", () -> {
            Map<DayOfWeek, DayHours> before = week();
            hours.deleteAllInBatch(hours.findAll());
            hours.flush();
            week.forEach((day, open) -> hours.save(new OpeningHours(day, open.opens(), open.closes())));
            return new Change(told(before, DayHours::toString), told(week, DayHours::toString));
        });
    }

    /**
     * Opens on a holiday of the calendar, or closes again.
     *
     * @param version the version that the form was filled with
     * @param day the holiday
     * @param open the hours; empty to be closed as the calendar says
     * @throws BusinessRuleViolation when the calendar has no such holiday
     * @throws InvalidInput when it closes before it opens
     * @throws ChangedMeanwhile when somebody else changed the agency's hours
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void changeHoliday(int version, LocalDate day, Optional<DayHours> open) {
        new InputCheck()
                .that(
                        open.isEmpty() || open.get().opens().isBefore(open.get().closes()),
                        "closes",
                        "agency.refused.hours-order")
                .orThrow();
        changeAgency(version, "jam pada hari libur", () -> {
            calendar.findById(day)
                    .map(CalendarDay::entry)
                    .filter(entry -> entry.kind().closes())
                    .orElseThrow(() -> new BusinessRuleViolation("agency.refused.no-such-day"));
            Optional<HolidayOpening> before = openings.findByDay(day);
            before.ifPresent(openings::delete);
            openings.flush();
            open.ifPresent(times -> openings.save(new HolidayOpening(day, times)));
            return new Change(
                    Map.of(
                            day.toString(),
                            before.map(one -> one.hours().toString()).orElse("")),
                    Map.of(day.toString(), open.map(DayHours::toString).orElse("")));
        });
    }

    /**
     * Changes when a service of one's own agency is open.
     *
     * @param id the service
     * @param version the service's version that the form was filled with
     * @param week the weekdays on which it doesn't keep to its agency's hours
     * @throws InvalidInput when a day closes before it opens, as for the agency's week
     * @throws ChangedMeanwhile when somebody else changed the service
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void changeService(ServiceId id, int version, Map<DayOfWeek, OwnHours> week) {
        Map<DayOfWeek, DayHours> opened = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, one) -> one.hours().ifPresent(times -> opened.put(day, times)));
        check(opened).orThrow();
        editor.change(editor.agency(), () -> {
            ServiceOffering service = services.findLockedById(id.value())
                    .orElseThrow(() -> new BusinessRuleViolation("agency.refused.no-such-service"));
            editor.requireVersion(service.lastChange(), service.version(), version);
            List<ServiceHours> before = own.findByServiceId(id.value());
            Map<DayOfWeek, OwnHours> was = byDay(before);
            own.deleteAllInBatch(before);
            own.flush();
            week.forEach((day, one) -> own.save(new ServiceHours(id, day, one)));
            service.changed(editor.signature());
            editor.record(AuditEvent.of(
                            AuditKind.HOURS_CHANGED,
                            editor.agency(),
                            service.details(editor.now()).label())
                    .changing(told(was, OpeningTimes::told), told(week, OpeningTimes::told)));
            return id;
        });
    }

    private void changeAgency(int version, String subject, Supplier<Change> work) {
        AgencyId agency = editor.agency();
        editor.change(agency, () -> {
            Optional<AgencyWeek> present = weeks.findLockedById(agency.value());
            editor.requireVersion(
                    present.map(AgencyWeek::lastChange).orElse(null),
                    present.map(AgencyWeek::version).orElse(-1),
                    version);
            Change change = work.get();
            AgencyWeek week = present.orElseGet(() -> new AgencyWeek(agency));
            week.changed(editor.signature());
            weeks.saveAndFlush(week);
            editor.record(
                    AuditEvent.of(AuditKind.HOURS_CHANGED, agency, subject).changing(change.before(), change.after()));
            return agency;
        });
    }

    private record Change(Map<String, String> before, Map<String, String> after) {}

    private Map<DayOfWeek, DayHours> week() {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        hours.findAll().forEach(day -> week.put(day.weekday(), day.hours()));
        return week;
    }

    private static Map<DayOfWeek, OwnHours> byDay(List<ServiceHours> hours) {
        Map<DayOfWeek, OwnHours> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach(day -> week.put(day.weekday(), day.own()));
        return week;
    }

    private static InputCheck check(Map<DayOfWeek, DayHours> week) {
        InputCheck check = new InputCheck();
        week.forEach((day, open) ->
                check.that(open.opens().isBefore(open.closes()), "closes." + day, "agency.refused.hours-order"));
        return check;
    }

    private static String told(OwnHours own) {
        return own.hours().map(DayHours::toString).orElse("closed");
    }

    private static <T> Map<String, String> told(Map<DayOfWeek, T> week, Function<T, String> words) {
        Map<String, String> told = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            T value = week.get(day);
            told.put(day.name(), value == null ? "" : words.apply(value));
        }
        return told;
    }
}
