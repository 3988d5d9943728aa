package id.balairung.demo;

import id.balairung.agency.DayHours;
import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.PastShift;
import id.balairung.queue.CallOrder;
import id.balairung.queue.CallPolicy;
import id.balairung.security.StaffPrincipal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A day of the demonstration mall that is over: its {@link DayPlan} played on paper, without the queue and in no time. Who is
 * called when follows from who came and who was there, so that a full hall waits longer. The same plan gives the same day.
 */
final class PastDay {

    private final LocalDate date;
    private final DayPlan plan;
    private final MallRules rules;
    private final PastAgenda agenda = new PastAgenda();
    private final Map<String, PastFloor> floors = new LinkedHashMap<>();
    private final Map<String, ServiceSummary> services = new LinkedHashMap<>();
    private final Map<String, PastFloor> floorsByService = new LinkedHashMap<>();

    /**
     * An agency that opens on the day.
     *
     * @param agency the agency
     * @param hours its hours
     * @param services its services
     * @param desks its counters that are in use, and their officers
     */
    record Opening(DemoAgency agency, DayHours hours, List<ServiceSummary> services, List<Desk> desks) {}

    /**
     * A counter and its officer.
     *
     * @param number the counter's number
     * @param officer the account
     */
    record Desk(int number, StaffPrincipal officer) {}

    private PastDay(LocalDate date, DayPlan plan, MallRules rules) {
        this.date = date;
        this.plan = plan;
        this.rules = rules;
    }

    /**
     * Plays a day.
     *
     * @param date the day, in the mall's zone
     * @param plan who comes and who is there
     * @param openings the agencies that open
     * @param rules the mall's rules
     */
    static PastDay of(LocalDate date, DayPlan plan, List<Opening> openings, MallRules rules) {
        PastDay day = new PastDay(date, plan, rules);
        openings.forEach(day::open);
        for (Arrival arrival : plan.arrivals()) {
            day.agenda.at(day.at(arrival.at()), now -> day.receive(arrival, now));
        }
        day.agenda.run();
        openings.forEach(opening -> day.floor(opening.agency())
                .settle(day.at(opening.hours().closes().plusHours(1))));
        return day;
    }

    private void open(Opening opening) {
        PastFloor floor = new PastFloor(agenda, new CallOrder(CallPolicy.of(rules)));
        floors.put(opening.agency().code(), floor);
        opening.services().forEach(service -> {
            services.put(service.prefix(), service);
            floorsByService.put(service.prefix(), floor);
        });
        for (Desk desk : opening.desks()) {
            OfficerDay own = plan.officer(desk.officer().getUsername());
            if (own.present()) {
                PastDesk played = new PastDesk(
                        this,
                        floor,
                        desk.number(),
                        desk.officer(),
                        own,
                        at(opening.hours().closes()));
                agenda.at(at(own.opens()), played::open);
            }
        }
    }

    private void receive(Arrival arrival, Instant now) {
        for (Arrival.Errand errand : arrival.errands()) {
            service(errand.service())
                    .ifPresent(service -> floorOf(service)
                            .ifPresent(floor -> floor.issue(service, arrival.priorityClass(), errand.manner(), now)));
        }
    }

    PastAgenda agenda() {
        return agenda;
    }

    DayPlan plan() {
        return plan;
    }

    MallRules rules() {
        return rules;
    }

    /** A service that is open on the day, by its prefix. */
    Optional<ServiceSummary> service(String prefix) {
        return Optional.ofNullable(services.get(prefix));
    }

    Optional<PastFloor> floorOf(ServiceSummary service) {
        return Optional.ofNullable(floorsByService.get(service.prefix()));
    }

    /** The moment of a time of the day, UTC. */
    Instant at(LocalTime time) {
        return date.atTime(time).atZone(rules.zone()).toInstant();
    }

    private PastFloor floor(DemoAgency agency) {
        return Optional.ofNullable(floors.get(agency.code())).orElseThrow();
    }

    /** What became of everybody who came to an agency; nothing when it was closed. */
    List<PastTurn> turns(DemoAgency agency) {
        return floors.containsKey(agency.code()) ? floor(agency).turns() : new ArrayList<>();
    }

    /** When its counters were open. */
    List<PastShift> shifts(DemoAgency agency) {
        return floors.containsKey(agency.code()) ? floor(agency).shifts() : new ArrayList<>();
    }
}
