package id.balairung.rollup;

import id.balairung.agency.ServiceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How some days of an agency were shared out. Adds up over days.
 *
 * @param services how each service kept to its standard
 * @param counters how each counter was used, by number
 * @param load how the work was spread over the officers
 */
record Breakdown(Map<ServiceId, Compliance> services, Map<Integer, CounterFigures> counters, OfficerLoad load) {

    static final Breakdown NONE = new Breakdown(Map.of(), Map.of(), OfficerLoad.NONE);

    static Breakdown of(DayRollup day) {
        Map<ServiceId, Compliance> services = new HashMap<>();
        day.services().forEach((service, figures) -> services.put(service, Compliance.of(figures)));
        return new Breakdown(services, day.counters(), day.load());
    }

    static Breakdown sum(Collection<Breakdown> all) {
        Map<ServiceId, Compliance> services = new HashMap<>();
        Map<Integer, CounterFigures> counters = new HashMap<>();
        for (Breakdown one : all) {
            one.services.forEach((service, figures) -> services.merge(service, figures, Compliance::plus));
            one.counters.forEach((counter, figures) -> counters.merge(counter, figures, CounterFigures::plus));
        }
        return new Breakdown(
                services,
                counters,
                OfficerLoad.sum(all.stream().map(Breakdown::load).toList()));
    }

    /** For the database, in an order of their own so that the same is always written the same. */
    byte[] encodedServices() {
        Packed.Writer written = new Packed.Writer();
        services.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .forEach(entry -> {
                    Compliance figures = entry.getValue();
                    written.id(entry.getKey().value())
                            .number(figures.judged())
                            .number(figures.withinTarget())
                            .number(figures.services())
                            .number(figures.serviceWithin());
                });
        return written.bytes();
    }

    /** As they are kept. */
    static Map<ServiceId, Compliance> services(byte[] encoded) {
        Map<ServiceId, Compliance> services = new HashMap<>();
        Packed.Reader kept = new Packed.Reader(encoded);
        while (kept.more()) {
            services.put(
                    new ServiceId(kept.id()),
                    new Compliance(kept.number(), kept.number(), kept.number(), kept.number()));
        }
        return services;
    }

    /** For the database. */
    byte[] encodedCounters() {
        Packed.Writer written = new Packed.Writer();
        new TreeMap<>(counters)
                .forEach((counter, figures) -> written.number(counter)
                        .number(figures.openMillis())
                        .number(figures.servingMillis())
                        .number(figures.quietMillis())
                        .number(figures.turns()));
        return written.bytes();
    }

    /** As they are kept. */
    static Map<Integer, CounterFigures> counters(byte[] encoded) {
        Map<Integer, CounterFigures> counters = new HashMap<>();
        Packed.Reader kept = new Packed.Reader(encoded);
        while (kept.more()) {
            counters.put(
                    (int) kept.number(),
                    new CounterFigures(kept.number(), kept.number(), kept.number(), kept.number()));
        }
        return counters;
    }
}
