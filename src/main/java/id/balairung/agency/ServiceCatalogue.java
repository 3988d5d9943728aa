package id.balairung.agency;

import id.balairung.common.ScaledClock;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.TenantScope;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the mall offers: agencies, services and opening hours. An offer is public, so every module may read all of it.
 * It is read on every act and changes rarely: one copy is kept for {@value #KEPT_SECONDS} s of real time, and a change on this node
 * replaces it at once.
 */
@Service
public class ServiceCatalogue {

    private static final int KEPT_SECONDS = 10;

    private final AgencyRepository agencies;
    private final ServiceOfferingRepository services;
    private final OpeningHoursRepository hours;
    private final ServiceHoursRepository own;
    private final HolidayOpeningRepository openings;
    private final CalendarDayRepository calendar;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    ServiceCatalogue(
            AgencyRepository agencies,
            ServiceOfferingRepository services,
            OpeningHoursRepository hours,
            ServiceHoursRepository own,
            HolidayOpeningRepository openings,
            CalendarDayRepository calendar,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.agencies = agencies;
        this.services = services;
        this.hours = hours;
        this.own = own;
        this.openings = openings;
        this.calendar = calendar;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    /** Every service of every agency, in the order of their prefixes. */
    public List<ServiceSummary> services() {
        return current().services();
    }

    /**
     * The services of one agency, in the order of their prefixes.
     *
     * @param agency the agency
     */
    public List<ServiceSummary> servicesOf(AgencyId agency) {
        return services().stream()
                .filter(service -> service.agency().equals(agency))
                .toList();
    }

    /**
     * One service.
     *
     * @param id the service
     * @throws NoSuchElementException when there is none
     */
    public ServiceSummary service(ServiceId id) {
        ServiceSummary service = current().byId().get(id);
        if (service == null) {
            throw new NoSuchElementException("No service " + id.value());
        }
        return service;
    }

    /** Every agency, by name. */
    public List<AgencySummary> agencies() {
        return current().agencies();
    }

    /**
     * One agency.
     *
     * @param id the agency
     * @throws NoSuchElementException when there is none
     */
    public AgencySummary agency(AgencyId id) {
        return agencies().stream()
                .filter(agency -> agency.id().equals(id))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("No agency " + id));
    }

    /**
     * The agency that a screen tells of.
     *
     * @param own the reader's own; empty for somebody of the mall, who chooses
     * @param code the code of the chosen one, in small or capital letters
     * @return the own one, whatever was chosen; empty when there is none of that code
     */
    public Optional<AgencySummary> chosen(Optional<AgencyId> own, Optional<String> code) {
        return own.map(this::agency)
                .or(() -> code.flatMap(typed -> agencies().stream()
                        .filter(agency -> agency.code().equalsIgnoreCase(typed))
                        .findAny()));
    }

    /**
     * When an agency is open on a day: from the first of its services to open until the last to close.
     *
     * @param agency the agency
     * @param day the day, in the mall's zone
     * @return its hours; empty when it doesn't open
     */
    public Optional<DayHours> hours(AgencyId agency, ServiceDay day) {
        return current().hours(agency, day.date());
    }

    /**
     * When a service is open on a day: in its own hours where it has any on that weekday, else in its agency's. On a holiday
     * of the calendar it is closed unless its agency opens then; on a special opening every agency is open.
     *
     * @param service the service
     * @param day the day, in the mall's zone
     * @return its hours; empty when it doesn't open
     */
    public Optional<DayHours> hours(ServiceSummary service, ServiceDay day) {
        return current().hours(service, day.date());
    }

    /**
     * What the calendar says of a day.
     *
     * @param day the day, in the mall's zone
     * @return the calendar's entry; empty on an ordinary day
     */
    public Optional<CalendarEntry> calendar(ServiceDay day) {
        return Optional.ofNullable(current().calendar().get(day.date()));
    }

    /**
     * Whether a service takes new tickets, as far as this module knows: never {@link ServiceState#FULL}.
     *
     * @param service the service
     * @param day the day, in the mall's zone
     */
    public ServiceState stateOf(ServiceSummary service, ServiceDay day) {
        if (service.withdrawn()) {
            return ServiceState.WITHDRAWN;
        }
        if (agency(service.agency()).suspended()) {
            return ServiceState.SUSPENDED;
        }
        if (hours(service, day).isEmpty()) {
            return ServiceState.CLOSED_TODAY;
        }
        return service.paused() ? ServiceState.PAUSED : ServiceState.OPEN;
    }

    /** What is offered has changed: reads it again at once. Call it after the commit. */
    void changed() {
        reading.lock();
        try {
            reread(clock.instant());
        } finally {
            reading.unlock();
        }
    }

    private Offer current() {
        Instant now = clock.instant();
        Kept present = kept.get();
        int speed = ScaledClock.speedOf(clock);
        if (present != null && present.isFresh(now, speed)) {
            return present.offer();
        }
        // One reads, the others go on with what they know: each holds a connection already, and were all to ask for a
        // second one to read with, the pool would run dry.
        if (present == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return present.offer();
        }
        try {
            Kept meanwhile = kept.get();
            return meanwhile != null && meanwhile.isFresh(now, speed) ? meanwhile.offer() : reread(now);
        } finally {
            reading.unlock();
        }
    }

    /** Outside the caller's transaction, whose session belongs to one agency only. */
    private Offer reread(Instant now) {
        Offer offer = alone.execute(status -> TenantScope.acrossAgencies(() -> read(now)));
        kept.set(new Kept(offer, now));
        return offer;
    }

    private Offer read(Instant at) {
        List<ServiceSummary> all = services.findAll().stream()
                .map(service -> service.summary(at))
                .sorted(Comparator.comparing(ServiceSummary::prefix))
                .toList();
        return new Offer(
                agencies.findAll().stream()
                        .map(Agency::summary)
                        .sorted(Comparator.comparing(AgencySummary::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                all,
                all.stream().collect(Collectors.toUnmodifiableMap(ServiceSummary::id, service -> service)),
                hours.findAll().stream()
                        .collect(Collectors.groupingBy(
                                OpeningHours::agencyId,
                                Collectors.toUnmodifiableMap(OpeningHours::weekday, OpeningHours::hours))),
                own.findAll().stream()
                        .collect(Collectors.groupingBy(
                                ServiceHours::service,
                                Collectors.toUnmodifiableMap(ServiceHours::weekday, ServiceHours::own))),
                openings.findAll().stream()
                        .collect(Collectors.groupingBy(
                                HolidayOpening::agencyId,
                                Collectors.toUnmodifiableMap(HolidayOpening::day, HolidayOpening::hours))),
                calendar.findAll().stream()
                        .map(CalendarDay::entry)
                        .collect(Collectors.toUnmodifiableMap(CalendarEntry::day, entry -> entry)));
    }

    private record Offer(
            List<AgencySummary> agencies,
            List<ServiceSummary> services,
            Map<ServiceId, ServiceSummary> byId,
            Map<AgencyId, Map<DayOfWeek, DayHours>> hours,
            Map<ServiceId, Map<DayOfWeek, OwnHours>> own,
            Map<AgencyId, Map<LocalDate, DayHours>> openings,
            Map<LocalDate, CalendarEntry> calendar) {

        Optional<DayHours> hours(ServiceSummary service, LocalDate day) {
            return ruled(service.agency(), day).orElseGet(() -> {
                OwnHours differs = own.getOrDefault(service.id(), Map.of()).get(day.getDayOfWeek());
                return differs == null ? usual(service.agency(), day) : differs.hours();
            });
        }

        Optional<DayHours> hours(AgencyId agency, LocalDate day) {
            return ruled(agency, day)
                    .orElseGet(() -> Stream.concat(
                                    usual(agency, day).stream(),
                                    services.stream()
                                            .filter(service -> service.agency().equals(agency))
                                            .filter(service -> !service.withdrawn())
                                            .flatMap(service -> hours(service, day).stream()))
                            .reduce(DayHours::and));
        }

        /** What the calendar rules for an agency on a day; empty where the week decides. */
        private Optional<Optional<DayHours>> ruled(AgencyId agency, LocalDate day) {
            CalendarEntry entry = calendar.get(day);
            if (entry == null) {
                return Optional.empty();
            }
            return Optional.of(
                    entry.kind().closes()
                            ? Optional.ofNullable(
                                    openings.getOrDefault(agency, Map.of()).get(day))
                            : entry.hours());
        }

        private Optional<DayHours> usual(AgencyId agency, LocalDate day) {
            return Optional.ofNullable(hours.getOrDefault(agency, Map.of()).get(day.getDayOfWeek()));
        }
    }

    private record Kept(Offer offer, Instant since) {
        boolean isFresh(Instant now, int speed) {
            return Duration.between(since, now).abs().toSeconds() < (long) KEPT_SECONDS * speed;
        }
    }
}
