package id.balairung.rollup;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some days brought.
 *
 * @param from the first service day
 * @param to the last one
 * @param grain in which steps
 * @param parts each agency's figures of each step in which it had any
 * @param compliance how each service kept to its standard
 * @param counters how each counter was used
 * @param load how the work was spread over the officers
 * @param pending how many days are still to be reckoned for any agency, and are told as they were before or not at all
 * @param searchedFrom before which day it isn't known yet whether there is something to reckon; empty when nothing lies before
 */
public record PeriodFigures(
        LocalDate from,
        LocalDate to,
        Grain grain,
        List<Part> parts,
        Map<ServiceId, Compliance> compliance,
        List<CounterUse> counters,
        OfficerLoad load,
        int pending,
        Optional<LocalDate> searchedFrom) {

    /**
     * Figures of an agency in a step.
     *
     * @param start the first day of the step
     * @param agency whose
     * @param figures what it brought; of a service's reading, only of that one
     */
    public record Part(LocalDate start, AgencyId agency, Figures figures) {}

    /** All of it together. */
    public Figures total() {
        return Figures.sum(parts.stream().map(Part::figures).toList());
    }

    /** What it brought each agency; those without any are missing. */
    public Map<AgencyId, Figures> byAgency() {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        Part::agency,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Part::figures, Collectors.toList()), Figures::sum)));
    }

    /** What each step brought, those without any included, by its first day. */
    public SortedMap<LocalDate, Figures> steps() {
        return steps(parts);
    }

    /** What each step brought an agency. */
    public SortedMap<LocalDate, Figures> steps(AgencyId agency) {
        return steps(parts.stream().filter(part -> part.agency().equals(agency)).toList());
    }

    private SortedMap<LocalDate, Figures> steps(List<Part> some) {
        Map<LocalDate, List<Figures>> found = some.stream()
                .collect(Collectors.groupingBy(Part::start, Collectors.mapping(Part::figures, Collectors.toList())));
        SortedMap<LocalDate, Figures> steps = new TreeMap<>();
        for (LocalDate start = grain.first(from); !start.isAfter(to); start = grain.next(start)) {
            steps.put(start, Figures.sum(found.getOrDefault(start, List.of())));
        }
        return steps;
    }

    /** All counters together. */
    public CounterFigures counterTotal() {
        return CounterFigures.sum(counters.stream().map(CounterUse::figures).toList());
    }

    /** The same with what other days of the period brought: none of them may lie in both. */
    public PeriodFigures and(PeriodFigures other) {
        Map<ServiceId, Compliance> services = new HashMap<>(compliance);
        other.compliance.forEach((service, more) -> services.merge(service, more, Compliance::plus));
        return new PeriodFigures(
                from,
                to,
                grain,
                merged(parts, other.parts),
                services,
                used(Stream.concat(counters.stream(), other.counters.stream())),
                OfficerLoad.sum(List.of(load, other.load)),
                pending + other.pending,
                searchedFrom.or(other::searchedFrom));
    }

    /** The same without what isn't compared with other periods. */
    public PeriodFigures toCompare() {
        return new PeriodFigures(from, to, grain, parts, Map.of(), counters, OfficerLoad.NONE, pending, searchedFrom);
    }

    /** A day's figures as a part of other days, among which it lies. */
    public PeriodFigures within(LocalDate first, LocalDate last) {
        Grain steps = Grain.of(first, last);
        return new PeriodFigures(
                first,
                last,
                steps,
                parts.stream()
                        .map(part -> new Part(steps.first(part.start()), part.agency(), part.figures()))
                        .toList(),
                compliance,
                counters,
                load,
                pending,
                searchedFrom);
    }

    private static List<Part> merged(List<Part> some, List<Part> more) {
        return more.isEmpty()
                ? some
                : Stream.concat(some.stream(), more.stream())
                        .collect(Collectors.groupingBy(part -> List.of(part.start(), part.agency())))
                        .values()
                        .stream()
                        .map(same -> new Part(
                                same.getFirst().start(),
                                same.getFirst().agency(),
                                Figures.sum(same.stream().map(Part::figures).toList())))
                        .toList();
    }

    static List<CounterUse> used(Stream<CounterUse> all) {
        record Counter(AgencyId agency, int number) {}
        Map<Counter, CounterFigures> sums = new HashMap<>();
        all.forEach(one -> sums.merge(new Counter(one.agency(), one.number()), one.figures(), CounterFigures::plus));
        List<CounterUse> found = new ArrayList<>();
        sums.forEach((counter, figures) -> found.add(new CounterUse(counter.agency(), counter.number(), figures)));
        found.sort(Comparator.comparing(CounterUse::number)
                .thenComparing(use -> use.agency().toString()));
        return found;
    }
}
