package id.balairung.isolation;

import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.alert.Alert;
import id.balairung.alert.AlertId;
import id.balairung.alert.Alerts;
import id.balairung.alert.Condition;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterSupervision;
import id.balairung.counter.CountersNow;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.NewStaff;
import id.balairung.staff.StaffAccounts;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two agencies alike, a third that gets what is handed over, and one person of each role. */
final class World {

    private static final AtomicInteger NUMBERS = new AtomicInteger(20_000);

    private final ApplicationContext context;
    private final Hall hall;
    private final TestClock clock;
    private final Place own;
    private final Place other;
    private final Hall.TestAgency third;
    private final StaffPrincipal head;
    private final StaffPrincipal mallAdmin;
    private final StaffPrincipal frontDesk;
    private final StaffPrincipal ownLeaver;
    private final StaffPrincipal otherLeaver;

    World(ApplicationContext context) {
        this.context = context;
        this.hall = bean(Hall.class);
        this.clock = bean(TestClock.class);
        this.own = new Place(hall.agency(2, 2));
        this.other = new Place(hall.agency(2, 2));
        this.third = hall.agency(1, 0);
        this.head = hall.staff(Role.MALL_HEAD, Optional.empty());
        this.mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        this.frontDesk = hall.frontDesk();
        this.ownLeaver = hall.staff(Role.OFFICER, Optional.of(own.agency.id()));
        this.otherLeaver = hall.staff(Role.OFFICER, Optional.of(other.agency.id()));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Place own() {
        return own;
    }

    Place other() {
        return other;
    }

    Hall.TestAgency third() {
        return third;
    }

    /** The short code that stands in addresses. */
    String codeOf(Place place) {
        return bean(ServiceCatalogue.class).agency(place.agency.id()).code();
    }

    Instant now() {
        return clock.instant();
    }

    int freeNumber() {
        return NUMBERS.incrementAndGet();
    }

    NewStaff newcomer(AgencyId agency) {
        return new NewStaff("baru" + freeNumber(), "Petugas Baru", Role.OFFICER, Optional.of(agency), false);
    }

    /** An officer who has an account and does nothing. */
    StaffPrincipal leaver(AgencyId agency) {
        return agency.equals(own.agency.id()) ? ownLeaver : otherLeaver;
    }

    /** Somebody of a role whom nobody else needs; of the own agency if the role belongs to one. */
    StaffPrincipal another(Role role) {
        return hall.staff(role, role.belongsToAgency() ? Optional.of(own.agency.id()) : Optional.empty());
    }

    void disable(StaffPrincipal staff) {
        hall.as(mallAdmin, () -> {
            bean(StaffAccounts.class).disable(staff.id());
            return staff;
        });
    }

    /** Past the application, which can't do it yet. */
    void revokeRole(StaffPrincipal staff) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> bean(JdbcClient.class)
                        .sql("update staff_account set role = ?, agency_id = null where id = ?")
                        .params(
                                (staff.role() == Role.FRONT_DESK ? Role.MALL_ADMIN : Role.FRONT_DESK).name(),
                                staff.id().value().toString())
                        .update());
    }

    /** The person of a role; of the own agency if the role belongs to one. */
    StaffPrincipal person(Role role) {
        return switch (role) {
            case OFFICER -> own.agency.officer();
            case AGENCY_ADMIN -> own.agency.admin();
            case MALL_HEAD -> head;
            case MALL_ADMIN -> mallAdmin;
            case FRONT_DESK -> frontDesk;
        };
    }

    /** An agency and how it stands. */
    final class Place {

        private final Hall.TestAgency agency;
        private State state = State.ANY;
        private @Nullable TicketSnapshot ticket;
        private @Nullable AlertId alert;

        private Place(Hall.TestAgency agency) {
            this.agency = agency;
        }

        Hall.TestAgency agency() {
            return agency;
        }

        TicketSnapshot ticket() {
            if (ticket == null) {
                throw new AssertionError("The row names a ticket: give it a state in which there is one");
            }
            return ticket;
        }

        AlertId alert() {
            if (alert == null) {
                throw new AssertionError("The row names an alert: give it the state ALERT");
            }
            return alert;
        }

        /** What no other agency's staff may read. */
        List<String> secrets() {
            String officer = agency.officer().displayName();
            return ticket == null
                    ? List.of(officer, visitorName())
                    : List.of(officer, visitorName(), ticket.id().value().toString());
        }

        private String visitorName() {
            return "Tamu " + agency.services().getFirst().prefix();
        }

        /** Something may have changed: the next state is made from nothing. */
        void disturb() {
            state = State.ANY;
        }

        void bring(State wanted) {
            if (wanted == State.ANY || wanted == state) {
                return;
            }
            clear();
            if (wanted != State.CLOSED) {
                hall.open(agency, 0);
            }
            switch (wanted) {
                case ANY, CLOSED, FREE -> {}
                case BREAK ->
                    officer(() -> bean(CounterDesk.class).takeBreak(BreakReason.LUNCH, now().plusSeconds(300)));
                case PAUSED -> hall.pause(agency, agency.service(), "Alat rusak");
                case ALERT -> raise();
                case WAITING -> issue();
                case CALLED -> call();
                case CALLED_IN_VAIN -> callInVain();
                case SERVING -> serve();
                case HELD -> {
                    serve();
                    ticket = officer(() -> desk().hold(
                                            CommandId.next(), ticket().id(), "Menunggu berkas", now().plusSeconds(600)))
                            .ticket();
                }
                case NO_SHOW -> {
                    callInVain();
                    ticket = officer(() -> desk().markNoShow(CommandId.next(), ticket().id()))
                            .ticket();
                }
            }
            state = wanted;
        }

        private void raise() {
            Alerts alerts = bean(Alerts.class);
            alerts.keep(Map.of(
                    agency.id(),
                    () -> List.of(new Condition(
                            CountersNow.NO_OPEN_COUNTER, agency.id().value(), now(), List.of()))));
            alert =
                    hall
                            .as(
                                    head,
                                    () -> alerts.raisedBetween(
                                            agency.id(), now().minusSeconds(3600), now().plusSeconds(1)))
                            .stream()
                            .map(Alert::id)
                            .findFirst()
                            .orElseThrow();
        }

        private void issue() {
            ticket = hall.issue(
                            agency.service(),
                            PriorityClass.GENERAL,
                            new Visitor(Optional.of(visitorName()), Optional.empty()))
                    .ticket();
        }

        private void call() {
            issue();
            officer(() -> desk().callNext(CommandId.next()));
            ticket = officer(() -> desk().atMyCounter()).orElseThrow().ticket();
        }

        private void callInVain() {
            call();
            for (int time = 0; time < 2; time++) {
                clock.advance(Duration.ofMinutes(3));
                ticket = officer(() -> desk().recall(CommandId.next(), ticket().id()))
                        .ticket();
            }
            clock.advance(Duration.ofMinutes(3));
        }

        private void serve() {
            call();
            ticket =
                    officer(() -> desk().serve(CommandId.next(), ticket().id())).ticket();
        }

        private void clear() {
            EndOfDay endOfDay = bean(EndOfDay.class);
            hall.as(agency.admin(), endOfDay::open)
                    .forEach(open -> hall.as(
                            agency.admin(),
                            () -> open.status() == TicketStatus.WAITING || open.status() == TicketStatus.CALLED
                                    ? endOfDay.abandon(CommandId.next(), open.id(), open.version())
                                    : endOfDay.complete(
                                            CommandId.next(), open.id(), open.version(), Outcome.FULFILLED)));
            hall.as(agency.admin(), () -> bean(CounterDesk.class).counters()).stream()
                    .filter(counter -> counter.taken())
                    .forEach(counter -> hall.as(agency.admin(), () -> {
                        bean(CounterSupervision.class).close(counter.id());
                        return counter;
                    }));
            hall.as(agency.admin(), () -> {
                bean(AgencyAdministration.class).reopen(agency.service().id());
                return agency;
            });
        }

        private QueueDesk desk() {
            return bean(QueueDesk.class);
        }

        private <T> T officer(Callable<T> act) {
            return hall.as(agency.officer(), act);
        }
    }
}
