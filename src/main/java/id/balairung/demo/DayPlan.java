package id.balairung.demo;

import id.balairung.agency.NewService;
import id.balairung.queue.PriorityClass;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What is to happen on a simulated day, as far as chance decides it: who comes when for what and how they behave, and each
 * officer's day. The same agencies and the same seed make the same plan. What then happens in the hall, who is called by whom
 * at which second, follows from the real queue and from how the machine's threads run, and differs a little each time.
 *
 * @param seed what decides chance
 * @param arrivals who comes, in the order of their coming
 * @param officers each officer's day, by sign-in name
 */
record DayPlan(long seed, List<Arrival> arrivals, Map<String, OfficerDay> officers) {

    /** How much of its standard a service typically takes: agencies publish what they can keep. */
    static final double TYPICAL = 0.56;

    /** Half an hour each from 08.00 on: the hall is full from eight to ten and once more after lunch. */
    private static final List<Double> PROFILE =
            List.of(9.0, 10.0, 10.0, 9.0, 7.5, 6.5, 6.0, 4.5, 2.5, 2.5, 4.5, 7.0, 7.0, 6.5, 4.5, 1.8);

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final LocalTime DOORS_CLOSE = LocalTime.of(15, 50);
    private static final Duration SLOT = Duration.ofMinutes(30);

    /** Agencies to which more people come in the morning than they can serve. */
    private static final Set<String> OVERRUN = Set.of("DUKCAPIL", "IMIGRASI", "POLRESTA");

    private static final double BUSY = 0.5;
    private static final double TOO_BUSY = 0.74;

    /** Minutes that a counter works in a day, less lunch and other breaks. */
    private static final double WORKING_MINUTES = 425;

    /** Minutes that each visitor takes beside the service itself: the way to the counter, those who don't come, tidying. */
    private static final double AROUND = 1.7;

    /** What the mean service time is beside the typical one: the long ones weigh more. */
    private static final double MEAN = 1.09;

    private static final double SECOND_ERRAND = 0.06;
    private static final double NAMED = 0.35;

    /**
     * The plan of a day.
     *
     * @param agencies those that open on the day
     * @param seed what decides chance
     */
    static DayPlan of(Collection<DemoAgency> agencies, long seed) {
        return of(agencies, seed, agency -> 1);
    }

    /**
     * The plan of a day on which more or fewer come.
     *
     * @param agencies those that open on the day
     * @param seed what decides chance
     * @param rush how many times as many people as usual are expected at an agency
     */
    static DayPlan of(Collection<DemoAgency> agencies, long seed, ToDoubleFunction<DemoAgency> rush) {
        List<Offer> offers = agencies.stream()
                .flatMap(agency -> offers(agency, rush.applyAsDouble(agency)))
                .toList();
        List<Arrival> arrivals = new ArrayList<>();
        for (Offer offer : offers) {
            int visitors = Dice.of(seed, offer.prefix()).poisson(offer.expected());
            for (int visitor = 1; visitor <= visitors; visitor++) {
                arrivals.add(arrival(Dice.of(seed, offer.prefix() + "#" + visitor), offer, offers));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at)
                .thenComparing(arrival -> arrival.errands().getFirst().service()));
        Map<String, OfficerDay> officers = new TreeMap<>();
        for (DemoAgency agency : agencies) {
            for (int desk = 1; desk <= agency.counters(); desk++) {
                String name = agency.officer(desk);
                officers.put(name, OfficerDay.of(Dice.of(seed, name), desk, agency.counters()));
            }
        }
        return new DayPlan(seed, List.copyOf(arrivals), officers);
    }

    /** An officer's day, by sign-in name. */
    OfficerDay officer(String name) {
        return Objects.requireNonNull(officers.get(name), name);
    }

    /** How many tickets the front desk will issue. */
    int tickets() {
        return arrivals.stream().mapToInt(arrival -> arrival.errands().size()).sum();
    }

    /**
     * The manner of somebody whom the plan doesn't know: a person issued their number, or another agency sent them on.
     *
     * @param number the ticket's number, e.g. DA-012
     */
    Manner stranger(String number) {
        return Manner.of(Dice.of(seed, number), false, List.of(), List.of());
    }

    /**
     * What decides whether somebody says what they think of a service, and what.
     *
     * @param number the ticket's number
     */
    Dice opinions(String number) {
        return Dice.of(seed, "nilai " + number);
    }

    private static Arrival arrival(Dice dice, Offer offer, List<Offer> offers) {
        LocalTime at = moment(dice);
        PriorityClass priorityClass = priorityClass(dice);
        Optional<String> name =
                dice.chance(NAMED) ? Optional.of(DemoNames.at(dice.below(DemoNames.count()))) : Optional.empty();
        List<Arrival.Errand> errands = new ArrayList<>();
        errands.add(errand(dice, offer, offers));
        if (dice.chance(SECOND_ERRAND)) {
            List<Offer> elsewhere = offers.stream()
                    .filter(other -> !other.agency().equals(offer.agency()))
                    .toList();
            if (!elsewhere.isEmpty()) {
                errands.add(errand(dice, dice.pick(elsewhere, Offer::expected), offers));
            }
        }
        return new Arrival(at, priorityClass, name, List.copyOf(errands));
    }

    private static Arrival.Errand errand(Dice dice, Offer offer, List<Offer> offers) {
        List<String> within = offers.stream()
                .filter(other -> other.agency().equals(offer.agency()) && !other.equals(offer))
                .map(Offer::prefix)
                .toList();
        List<String> beyond = offers.stream()
                .filter(other -> !other.agency().equals(offer.agency()))
                .map(Offer::prefix)
                .toList();
        return new Arrival.Errand(offer.prefix(), Manner.of(dice, offer.advice(), within, beyond));
    }

    private static LocalTime moment(Dice dice) {
        List<Integer> slots = Stream.iterate(0, slot -> slot < PROFILE.size(), slot -> slot + 1)
                .toList();
        int slot = dice.pick(slots, PROFILE::get);
        LocalTime at = OPENING.plus(SLOT.multipliedBy(slot)).plus(dice.between(Duration.ZERO, SLOT));
        return at.isBefore(DOORS_CLOSE) ? at : DOORS_CLOSE;
    }

    private static PriorityClass priorityClass(Dice dice) {
        return dice.pick(List.of(PriorityClass.values()), shown -> switch (shown) {
            case GENERAL -> 88.0;
            case ELDERLY -> 5.5;
            case TODDLER -> 3.0;
            case MATERNAL -> 2.3;
            case DISABILITY -> 1.2;
        });
    }

    private static Stream<Offer> offers(DemoAgency agency, double rush) {
        List<NewService> services = agency.services();
        double weights = 0;
        double minutes = 0;
        for (int place = 0; place < services.size(); place++) {
            weights += weight(place);
            minutes += weight(place) * (services.get(place).targetService().toMinutes() * TYPICAL * MEAN + AROUND);
        }
        double load = OVERRUN.contains(agency.code()) ? TOO_BUSY : BUSY;
        double visitors = rush * load * agency.counters() * WORKING_MINUTES * weights / minutes;
        List<Offer> offers = new ArrayList<>();
        for (int place = 0; place < services.size(); place++) {
            NewService service = services.get(place);
            offers.add(new Offer(
                    agency.code(),
                    agency.prefix(service),
                    service.nameIndonesian().contains("Konsultasi"),
                    visitors * weight(place) / weights));
        }
        return offers.stream();
    }

    /** An agency's first service is what most people come for. */
    private static double weight(int place) {
        return 1 / Math.sqrt(place + 1);
    }

    private record Offer(String agency, String prefix, boolean advice, double expected) {}
}
