package id.balairung.demo;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.DayHours;
import id.balairung.common.ScaledClock;
import id.balairung.common.ServiceDay;
import id.balairung.queue.MallDays;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plays a day of the demonstration mall: makes it five to eight of a day without tickets, has the {@link DayPlan} played by one
 * thread for each agency, and at last settles what is left open, so that every ticket ends.
 */
@Component
@Profile("demo")
@ConditionalOnProperty("balairung.simulation.enabled")
@Order(1)
class SimulatedDay implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedDay.class);
    private static final LocalTime BEGINNING = LocalTime.of(7, 55);
    private static final int AT_ONCE = 6;
    private static final int DAYS_AHEAD = 14;
    private static final String FRONT_DESK = "penerimaan";

    private final Stage stage;
    private final MallDays days;
    private final SimulationProperties properties;
    private final List<Agenda> agendas = new CopyOnWriteArrayList<>();
    private final List<Thread> players = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    SimulatedDay(Stage stage, MallDays days, SimulationProperties properties) {
        this.stage = stage;
        this.days = days;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (stage.mall()
                .find()
                .filter(found -> found.name().equals(DemoMall.MALL))
                .isEmpty()) {
            throw new IllegalStateException(
                    "A simulated day needs the demonstration mall, and this database holds another");
        }
        ServiceDay day = nextDay();
        List<DemoAgency> open = DemoAgency.all().stream()
                .filter(agency ->
                        id(agency).filter(id -> hours(id, day).isPresent()).isPresent())
                .toList();
        DayPlan plan = DayPlan.of(open, properties.seed());
        ((ScaledClock) stage.clock()).beginAt(moment(BEGINNING, day));
        play(plan, open, day);
        System.out.println(welcome(plan, day));
    }

    /** Ends the play; what is open stays open. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        agendas.forEach(Agenda::close);
        for (Thread player : players) {
            player.join();
        }
    }

    /** The first day from today on that has no tickets, nor any day after it, and on which most agencies open. */
    private ServiceDay nextDay() {
        ServiceDay today = stage.mall().today();
        ServiceDay first = days.latest()
                .map(latest -> new ServiceDay(latest.date().plusDays(1)))
                .filter(after -> after.compareTo(today) > 0)
                .orElse(today);
        List<AgencySummary> agencies = stage.catalogue().agencies();
        return Stream.iterate(first, day -> new ServiceDay(day.date().plusDays(1)))
                .limit(DAYS_AHEAD)
                .filter(day -> 2
                                * agencies.stream()
                                        .filter(agency ->
                                                hours(agency.id(), day).isPresent())
                                        .count()
                        > agencies.size())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("A simulated day needs a day on which most agencies open"));
    }

    private void play(DayPlan plan, List<DemoAgency> open, ServiceDay day) {
        Semaphore hands = new Semaphore(AT_ONCE);
        Map<AgencyId, Floor> floors = new HashMap<>();
        for (DemoAgency agency : open) {
            Agenda agenda = new Agenda(hands, stage.clock());
            AgencyId id = id(agency).orElseThrow();
            Floor floor = new Floor(stage, plan, account(agency.admin()), agenda);
            floors.put(id, floor);
            List<OfficerPlayer> officers = officers(agency, floor, floors, plan, closing(id, day));
            officers.forEach(officer -> agenda.at(stage.clock().instant(), officer));
            agenda.at(closing(id, day), new ClosingTime(agenda, officers));
            agendas.add(agenda);
            players.add(Thread.ofVirtual().name("simulated-" + agency.code()).unstarted(agenda::run));
        }
        FrontDeskPlayer frontDesk = new FrontDeskPlayer(stage, account(FRONT_DESK), floors);
        for (Arrival arrival : plan.arrivals()) {
            frontDesk
                    .firstOf(arrival)
                    .ifPresent(
                            floor -> floor.agenda().at(moment(arrival.at(), day), now -> frontDesk.receive(arrival)));
        }
        List<Thread> playing = List.copyOf(players);
        playing.forEach(Thread::start);
        players.add(Thread.ofVirtual().name("simulated-day").start(() -> end(playing, floors, day)));
    }

    private List<OfficerPlayer> officers(
            DemoAgency agency, Floor floor, Map<AgencyId, Floor> floors, DayPlan plan, Instant closes) {
        List<OfficerPlayer> officers = new ArrayList<>();
        for (int desk = 1; desk <= agency.counters(); desk++) {
            int own = desk;
            OfficerDay day = plan.officer(agency.officer(desk));
            stage.cast()
                    .find(agency.officer(desk))
                    .map(account -> new OfficerPlayer(stage, floor, floors, account, own, day, closes))
                    .ifPresent(officers::add);
        }
        return officers;
    }

    private void end(List<Thread> playing, Map<AgencyId, Floor> floors, ServiceDay day) {
        try {
            for (Thread player : playing) {
                player.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!stopped) {
            try {
                floors.values().forEach(Floor::settle);
                System.out.println(summary(day));
            } catch (RuntimeException fault) {
                LOG.error("The simulated day is over, but not all of it could be settled", fault);
            }
        }
    }

    private String welcome(DayPlan plan, ServiceDay day) {
        return """

                Simulated day: %s from 07.55, %d times as fast as real time, seed %d, about %d numbers.
                  Sign in as any officer, e.g. dukcapil3, and that counter is yours; sign out, and it plays on.
                """.formatted(day, properties.speed(), properties.seed(), plan.tickets());
    }

    private String summary(ServiceDay day) {
        Map<TicketStatus, Long> tally = days.tally(day);
        Function<TicketStatus, Long> count = status -> tally.getOrDefault(status, 0L);
        long open = tally.entrySet().stream()
                .filter(entry -> entry.getKey().open())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "The simulated day is over: %d issued, %d completed, %d no-shows, %d abandoned, %d handed off%s."
                .formatted(
                        tally.values().stream().mapToLong(Long::longValue).sum(),
                        count.apply(TicketStatus.COMPLETED),
                        count.apply(TicketStatus.NO_SHOW),
                        count.apply(TicketStatus.ABANDONED),
                        count.apply(TicketStatus.TRANSFERRED),
                        open == 0 ? "" : ", %d left to the people at their counters".formatted(open));
    }

    private StaffPrincipal account(String name) {
        return stage.cast()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("A simulated day needs the account " + name));
    }

    private Optional<AgencyId> id(DemoAgency agency) {
        return stage.catalogue().agencies().stream()
                .filter(known -> known.code().equals(agency.code()))
                .map(AgencySummary::id)
                .findAny();
    }

    private Optional<DayHours> hours(AgencyId agency, ServiceDay day) {
        return stage.catalogue().hours(agency, day);
    }

    private Instant closing(AgencyId agency, ServiceDay day) {
        return moment(hours(agency, day).orElseThrow().closes(), day);
    }

    private Instant moment(LocalTime time, ServiceDay day) {
        return day.date().atTime(time).atZone(stage.mall().rules().zone()).toInstant();
    }
}
