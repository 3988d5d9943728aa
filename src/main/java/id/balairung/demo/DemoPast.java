package id.balairung.demo;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.DayHours;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDetails;
import id.balairung.counter.DemoShifts;
import id.balairung.counter.PastShift;
import id.balairung.history.DemoImport;
import id.balairung.history.HistoryImport;
import id.balairung.history.ImportRun;
import id.balairung.queue.MallDays;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives a new demonstration mall some weeks behind it, so that its dashboards and reports have something to compare with: in the
 * background, once it is up. Its turns come in as those of an older system do, as each agency's admin and in files of a few days;
 * reports and rollups are built from them by the jobs that build them of any past day.
 *
 * <p>It begins only while no day of the mall's own is over, and brings in each file once: a start that was broken off is made up
 * for by the next, and any other adds nothing. What older systems don't have isn't there: tickets, so neither the waits that visitors were
 * told nor their surveys; only what they pressed on a pad, from 1 to 4.
 */
@Component
@Profile("demo")
class DemoPast {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPast.class);

    /** Whoever opens a counter waits for the transaction that names its officer: it is to be short. */
    private static final int DAYS_IN_A_FILE = 14;

    private static final String NAME = "data-contoh-";

    private final PastProperties properties;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;
    private final CounterAdministration counters;
    private final MallDays days;
    private final HistoryImport imports;
    private final DemoImport door;
    private final DemoShifts shifts;
    private final Cast cast;
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private volatile boolean stopped;

    DemoPast(
            PastProperties properties,
            CurrentMall mall,
            ServiceCatalogue catalogue,
            CounterAdministration counters,
            MallDays days,
            HistoryImport imports,
            DemoImport door,
            DemoShifts shifts,
            Cast cast) {
        this.properties = properties;
        this.mall = mall;
        this.catalogue = catalogue;
        this.counters = counters;
        this.days = days;
        this.imports = imports;
        this.door = door;
        this.shifts = shifts;
        this.cast = cast;
    }

    /** Begins with it, and doesn't wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (properties.pastWeeks() > 0) {
            Thread thread = Thread.ofVirtual().name("demo-past").unstarted(this::make);
            worker.set(thread);
            thread.start();
        }
    }

    /** Ends it after the file that is being brought in. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        join();
    }

    /** Waits until it is done. */
    void join() throws InterruptedException {
        Thread thread = worker.get();
        if (thread != null) {
            thread.join();
        }
    }

    private void make() {
        try {
            if (mall.find().filter(found -> found.name().equals(DemoMall.MALL)).isPresent()) {
                List<House> houses = DemoAgency.all().stream()
                        .flatMap(agency -> house(agency).stream())
                        .toList();
                lastDay(houses).ifPresent(last -> bringIn(houses, last));
            }
        } catch (RuntimeException trouble) {
            LOG.warn("The demonstration mall's past isn't whole; the next start goes on with it", trouble);
        }
    }

    /** The past's last day: yesterday, or that with which an earlier start began; empty once the mall has days of its own. */
    private Optional<LocalDate> lastDay(List<House> houses) {
        // The newest file of an agency that opens every day comes first.
        Optional<LocalDate> begun = houses.stream()
                .flatMap(house -> house.runs().stream())
                .flatMap(run -> run.last().stream())
                .max(LocalDate::compareTo);
        ServiceDay today = mall.today();
        return begun.or(
                () -> days.first().filter(first -> first.compareTo(today) < 0).isPresent()
                        ? Optional.empty()
                        : Optional.of(today.date().minusDays(1)));
    }

    private void bringIn(List<House> houses, LocalDate last) {
        long began = System.nanoTime();
        LocalDate first = last.minusWeeks(properties.pastWeeks()).withDayOfMonth(1);
        PastSeason season = new PastSeason(properties.pastSeed(), last);
        int turns = 0;
        // The newest first, as they are looked at.
        for (LocalDate to = last; !to.isBefore(first); to = to.minusDays(DAYS_IN_A_FILE)) {
            LocalDate from = to.minusDays(DAYS_IN_A_FILE - 1L);
            turns += bringIn(houses, new Period(from.isBefore(first) ? first : from, to), season);
        }
        if (turns > 0) {
            LOG.info(
                    "{} turns of the demonstration mall's past brought in within {} s",
                    turns,
                    Duration.ofNanos(System.nanoTime() - began).toSeconds());
        }
    }

    private int bringIn(List<House> houses, Period period, PastSeason season) {
        if (houses.stream().noneMatch(house -> isWanted(house, period))) {
            return 0;
        }
        List<PastDay> played =
                period.days().map(day -> play(day, houses, season)).toList();
        int turns = 0;
        for (House house : houses) {
            if (!stopped && isWanted(house, period)) {
                turns += bringIn(house, period, played);
            }
        }
        return turns;
    }

    private boolean isWanted(House house, Period period) {
        return house.runs().stream().noneMatch(run -> run.fileName().equals(period.fileName()))
                && period.days().anyMatch(day -> hours(house, day).isPresent());
    }

    /** The shifts come first: a day whose turns are there is built, and needs to know how long its counters were open. */
    private int bringIn(House house, Period period, List<PastDay> played) {
        ZoneId zone = mall.rules().zone();
        List<PastShift> open = played.stream()
                .flatMap(day -> day.shifts(house.agency()).stream())
                .toList();
        List<PastTurn> turns = played.stream()
                .flatMap(day -> day.turns(house.agency()).stream())
                .toList();
        PastFile file = new PastFile(period.fileName(), turns, zone);
        return cast.as(house.admin(), () -> {
            shifts.keep(
                    new ServiceDay(period.from()).begins(zone),
                    new ServiceDay(period.to().plusDays(1)).begins(zone),
                    open);
            return door.bringIn(file.content(), file.name()).rows();
        });
    }

    private PastDay play(LocalDate day, List<House> houses, PastSeason season) {
        List<PastDay.Opening> openings = houses.stream()
                .flatMap(house -> hours(house, day).stream()
                        .map(hours -> new PastDay.Opening(
                                house.agency(), hours, house.services(), season.inUse(house.desks(), day))))
                .toList();
        DayPlan plan = DayPlan.of(
                openings.stream().map(PastDay.Opening::agency).toList(),
                season.seedOf(day),
                agency -> season.rush(agency, day));
        return PastDay.of(day, plan, openings, mall.rules());
    }

    private Optional<DayHours> hours(House house, LocalDate day) {
        return catalogue.hours(house.id(), new ServiceDay(day));
    }

    private Optional<House> house(DemoAgency agency) {
        Optional<AgencyId> id = catalogue.agencies().stream()
                .filter(known -> known.code().equals(agency.code()))
                .map(AgencySummary::id)
                .findAny();
        return id.flatMap(known -> cast.find(agency.admin()).map(admin -> house(agency, known, admin)));
    }

    private House house(DemoAgency agency, AgencyId id, StaffPrincipal admin) {
        List<CounterDetails> found = cast.as(admin, counters::counters);
        List<PastDay.Desk> desks = new ArrayList<>();
        for (int desk = 1; desk <= Math.min(agency.counters(), found.size()); desk++) {
            int number = found.get(desk - 1).number();
            cast.find(agency.officer(desk))
                    .map(officer -> new PastDay.Desk(number, officer))
                    .ifPresent(desks::add);
        }
        List<ImportRun> runs = cast.as(admin, imports::imports).stream()
                .filter(run -> run.fileName().startsWith(NAME))
                .toList();
        return new House(agency, id, admin, catalogue.servicesOf(id), desks, runs);
    }

    /** An agency, who acts for it, and what was brought in for it before. */
    private record House(
            DemoAgency agency,
            AgencyId id,
            StaffPrincipal admin,
            List<ServiceSummary> services,
            List<PastDay.Desk> desks,
            List<ImportRun> runs) {}

    /** The days of a file. */
    private record Period(LocalDate from, LocalDate to) {

        Stream<LocalDate> days() {
            return from.datesUntil(to.plusDays(1));
        }

        String fileName() {
            return NAME + from + "-" + to + ".csv";
        }
    }
}
