package id.balairung.rollup;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceId;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurn;
import id.balairung.closing.DayTurns;
import id.balairung.counter.OpenStretch;
import id.balairung.counter.OpenStretches;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of any days: those of days that are over from what is kept, as whole years and months where that can be; today's, and those
 * of days that wait to be built, from their turns. So they are right at the moment of reading. Within a transaction that reads repeatably
 * they are all of one moment.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Rollups {

    /** An agency's days that wait to be built are read from their turns, if they are no more than these. */
    static final int MOST_UNBUILT = 40;

    private final RollupRows rows;
    private final SpanRows spans;
    private final DayTurns turns;
    private final OpenStretches open;
    private final CurrentMall mall;
    private final Clock clock;

    Rollups(RollupRows rows, SpanRows spans, DayTurns turns, OpenStretches open, CurrentMall mall, Clock clock) {
        this.rows = rows;
        this.spans = spans;
        this.turns = turns;
        this.open = open;
        this.mall = mall;
        this.clock = clock;
    }

    /**
     * What some days brought, without today.
     *
     * @param scope whose
     * @param from the first service day
     * @param to the last one
     */
    public PeriodFigures past(Scope scope, LocalDate from, LocalDate to) {
        return past(scope, from, to, to, true);
    }

    /**
     * The same, as far as another period is compared with it: without services' compliance and officers' load, and sooner read.
     *
     * @param scope whose
     * @param from the first service day
     * @param to the last one
     * @param until nothing is told of later ones
     */
    public PeriodFigures pastToCompare(Scope scope, LocalDate from, LocalDate to, LocalDate until) {
        return past(scope, from, to, until, false);
    }

    private PeriodFigures past(Scope scope, LocalDate from, LocalDate to, LocalDate until, boolean whole) {
        LocalDate yesterday = mall.today().date().minusDays(1);
        LocalDate last = until.isBefore(yesterday) ? until : yesterday;
        List<DayTurns.Unbuilt> unbuilt = last.isBefore(from) ? List.of() : unbuilt(scope, from, last, MOST_UNBUILT + 1);
        // The newest come first: the one after the last that is read is of the newest day that isn't complete.
        int pending = unbuilt.stream()
                .skip(MOST_UNBUILT)
                .mapToInt(next -> Math.max(1, due(scope, from, next.day())))
                .findFirst()
                .orElse(0);
        Set<DayTurns.Unbuilt> anew = unbuilt.stream().limit(MOST_UNBUILT).collect(Collectors.toSet());
        PeriodFigures figures = kept(scope, from, to, last, anew, pending, whole);
        for (DayTurns.Unbuilt day : anew) {
            PeriodFigures missing =
                    reckoned(scope, from, to, Map.of(day.agency(), rollup(day.agency(), day.day())), day.day());
            figures = figures.and(whole ? missing : missing.toCompare());
        }
        return figures;
    }

    /**
     * What today brought so far.
     *
     * @param scope whose
     * @param day today
     * @param turns its turns, as {@link #turns} reads them
     */
    public PeriodFigures today(Scope scope, DayBounds day, Map<AgencyId, List<DayTurn>> turns) {
        Map<AgencyId, List<OpenStretch>> stretches = switch (scope) {
            case Scope.Mall(AllAgencies everyAgency) -> open.between(everyAgency, day.begin(), day.until());
            case Scope.OfAgency(AgencyId agency) -> Map.of(agency, open.between(agency, day.begin(), day.until()));
            case Scope.OfService(AgencyId agency, ServiceId service) -> Map.of();
        };
        Map<AgencyId, DayRollup> rollups = new HashMap<>();
        Stream.concat(turns.keySet().stream(), stretches.keySet().stream())
                .distinct()
                .forEach(agency -> rollups.put(
                        agency,
                        DayRollup.of(
                                day,
                                turns.getOrDefault(agency, List.of()),
                                stretches.getOrDefault(agency, List.of()))));
        return reckoned(scope, day.day(), day.day(), rollups, day.day());
    }

    /**
     * All turns of a day, by agency; of a service's reading those of its agency.
     *
     * @param scope whose
     * @param day which
     */
    public Map<AgencyId, List<DayTurn>> turns(Scope scope, DayBounds day) {
        return switch (scope) {
            case Scope.Mall(AllAgencies everyAgency) -> turns.of(everyAgency, day);
            case Scope.OfAgency(AgencyId agency) -> Map.of(agency, turns.of(agency, day));
            case Scope.OfService(AgencyId agency, ServiceId service) -> Map.of(agency, turns.of(agency, day));
        };
    }

    private DayRollup rollup(AgencyId agency, LocalDate day) {
        DayBounds bounds = bounds(day);
        return DayRollup.of(bounds, turns.of(agency, bounds), open.between(agency, bounds.begin(), bounds.until()));
    }

    private DayBounds bounds(LocalDate day) {
        return new DayBounds(day, mall.rules().zone(), clock.instant());
    }

    private List<DayTurns.Unbuilt> unbuilt(Scope scope, LocalDate from, LocalDate to, int most) {
        return switch (scope) {
            case Scope.Mall(AllAgencies everyAgency) -> turns.unbuilt(everyAgency, from, to, most);
            case Scope.OfAgency(AgencyId agency) -> turns.unbuilt(agency, from, to, most);
            case Scope.OfService(AgencyId agency, ServiceId service) -> turns.unbuilt(agency, from, to, most);
        };
    }

    private int due(Scope scope, LocalDate from, LocalDate to) {
        return switch (scope) {
            case Scope.Mall(AllAgencies everyAgency) -> turns.due(everyAgency, from, to);
            case Scope.OfAgency(AgencyId agency) -> turns.due(agency, from, to);
            case Scope.OfService(AgencyId agency, ServiceId service) -> turns.due(agency, from, to);
        };
    }

    private Optional<LocalDate> searchedFrom(Scope scope) {
        return switch (scope) {
            case Scope.Mall(AllAgencies everyAgency) -> turns.searchedFrom(everyAgency);
            case Scope.OfAgency(AgencyId agency) -> turns.searchedFrom(agency);
            case Scope.OfService(AgencyId agency, ServiceId service) -> turns.searchedFrom(agency);
        };
    }

    private static PeriodFigures reckoned(
            Scope scope, LocalDate from, LocalDate to, Map<AgencyId, DayRollup> rollups, LocalDate day) {
        Grain grain = Grain.of(from, to);
        List<PeriodFigures.Part> parts = new ArrayList<>();
        Map<ServiceId, Compliance> compliance = new HashMap<>();
        List<CounterUse> counters = new ArrayList<>();
        List<OfficerLoad> loads = new ArrayList<>();
        rollups.forEach((agency, rollup) -> {
            if (scope instanceof Scope.OfService(AgencyId own, ServiceId service)) {
                Optional.ofNullable(rollup.services().get(service)).ifPresent(figures -> {
                    parts.add(new PeriodFigures.Part(grain.first(day), agency, figures));
                    compliance.put(service, Compliance.of(figures));
                });
            } else {
                if (!rollup.services().isEmpty()) {
                    parts.add(new PeriodFigures.Part(grain.first(day), agency, rollup.agency()));
                }
                rollup.services().forEach((service, figures) -> compliance.put(service, Compliance.of(figures)));
                rollup.counters().forEach((number, figures) -> counters.add(new CounterUse(agency, number, figures)));
                loads.add(rollup.load());
            }
        });
        return new PeriodFigures(
                from, to, grain, parts, compliance, counters, OfficerLoad.sum(loads), 0, Optional.empty());
    }

    /** What is kept of the days up to one, without some days of some agencies. */
    private PeriodFigures kept(
            Scope scope,
            LocalDate from,
            LocalDate to,
            LocalDate last,
            Set<DayTurns.Unbuilt> without,
            int pending,
            boolean whole) {
        Grain grain = Grain.of(from, to);
        Map<Span, Set<LocalDate>> right = spans.right(AllAgencies.READ, from, last);
        Set<LocalDate> anew = without.stream().map(DayTurns.Unbuilt::day).collect(Collectors.toSet());
        // Whole months and years even where the steps are days, if nothing is told by step.
        Chosen steps = new Chosen(cover(from, last, grain.longest(), right, anew), without);
        Chosen longest = new Chosen(cover(from, last, Span.YEAR, right, anew), without);
        Map<PartKey, List<Figures>> parts = new HashMap<>();
        RollupRows.Found<Figures> part = (start, unit, figures) -> parts.computeIfAbsent(
                        new PartKey(grain.first(start), unit.agency()), key -> new ArrayList<>())
                .add(figures);
        Shares shares = new Shares();
        switch (scope) {
            case Scope.Mall(AllAgencies everyAgency) -> {
                rows.agencies(everyAgency, steps, part);
                if (whole) {
                    rows.breakdowns(everyAgency, longest, shares::add);
                } else {
                    rows.counters(everyAgency, longest, shares::addCounters);
                }
            }
            case Scope.OfAgency(AgencyId agency) -> {
                rows.agencies(agency, steps, part);
                if (whole) {
                    rows.breakdowns(agency, longest, shares::add);
                } else {
                    rows.counters(agency, longest, shares::addCounters);
                }
            }
            case Scope.OfService(AgencyId agency, ServiceId service) -> {
                rows.service(agency, service, steps, part);
                if (whole) {
                    parts.values().stream()
                            .flatMap(List::stream)
                            .map(Compliance::of)
                            .forEach(figures -> shares.services.merge(service, figures, Compliance::plus));
                }
            }
        }
        return new PeriodFigures(
                from,
                to,
                grain,
                parts.entrySet().stream()
                        .map(entry -> new PeriodFigures.Part(
                                entry.getKey().start(), entry.getKey().agency(), Figures.sum(entry.getValue())))
                        .toList(),
                shares.services,
                PeriodFigures.used(shares.counters.stream()),
                OfficerLoad.sum(shares.loads),
                pending,
                searchedFrom(scope).filter(from::isBefore));
    }

    private record PartKey(LocalDate start, AgencyId agency) {}

    private static List<SpanRange> cover(
            LocalDate from, LocalDate to, Span longest, Map<Span, Set<LocalDate>> right, Set<LocalDate> anew) {
        return Cover.of(
                from,
                to,
                longest,
                (span, start) -> right.getOrDefault(span, Set.of()).contains(start) && Cover.isFree(span, start, anew));
    }

    /** Adds breakdowns up as they are read. */
    private static final class Shares {

        private final Map<ServiceId, Compliance> services = new HashMap<>();
        private final List<CounterUse> counters = new ArrayList<>();
        private final List<OfficerLoad> loads = new ArrayList<>();

        void add(LocalDate start, Unit unit, Breakdown breakdown) {
            breakdown.services().forEach((service, figures) -> services.merge(service, figures, Compliance::plus));
            addCounters(start, unit, breakdown.counters());
            loads.add(breakdown.load());
        }

        void addCounters(LocalDate start, Unit unit, Map<Integer, CounterFigures> some) {
            some.forEach((number, figures) -> counters.add(new CounterUse(unit.agency(), number, figures)));
        }
    }
}
