package id.balairung.isolation;

import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.AgencyDetails;
import id.balairung.agency.AgencyRegister;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.MallCalendar;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceDetails;
import id.balairung.agency.ServiceId;
import id.balairung.alert.Alert;
import id.balairung.alert.AlertId;
import id.balairung.alert.Alerts;
import id.balairung.alert.Condition;
import id.balairung.common.TypedText;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterDetails;
import id.balairung.counter.CounterId;
import id.balairung.counter.CounterSupervision;
import id.balairung.counter.CountersNow;
import id.balairung.history.SavedViews;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.Retention;
import id.balairung.queue.RetentionKind;
import id.balairung.queue.RetentionPeriod;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.Visitor;
import id.balairung.satisfaction.QuestionnaireAdministration;
import id.balairung.satisfaction.QuestionnaireDraft;
import id.balairung.satisfaction.QuestionnaireVersion;
import id.balairung.satisfaction.Ratings;
import id.balairung.satisfaction.UnsurDraft;
import id.balairung.security.OneTimeSecret;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.AccountDraft;
import id.balairung.staff.NewStaff;
import id.balairung.staff.OwnAccount;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;

/** Two agencies alike, a third that gets what is handed over, and one person of each role. */
final class World {

    /** A holiday of the calendar while a row needs one, in a year that no other test looks at. */
    static final LocalDate HOLIDAY = LocalDate.of(2091, 1, 1);

    private static final AtomicInteger NAMES = new AtomicInteger();
    /** From the top, for everybody else counts from below. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

    private final ApplicationContext context;
    private final Hall hall;
    private final TestClock clock;
    private final Place own;
    private final Place other;
    private final Hall.TestAgency third;
    private final StaffPrincipal head;
    private final StaffPrincipal mallAdmin;
    private final StaffPrincipal frontDesk;
    private final Map<StaffId, HttpSession> proven = new HashMap<>();
    private final Consumer<StaffPrincipal> signIn;

    World(ApplicationContext context) {
        this(context, staff -> {
            throw new AssertionError("Nobody signs in here");
        });
    }

    /**
     * A world.
     *
     * @param signIn opens a screen for somebody
     */
    World(ApplicationContext context, Consumer<StaffPrincipal> signIn) {
        this.signIn = signIn;
        this.context = context;
        this.hall = bean(Hall.class);
        this.clock = bean(TestClock.class);
        this.own = new Place(hall.agency(2, 2));
        this.other = new Place(hall.agency(2, 2));
        this.third = hall.agency(1, 0);
        this.head = hall.staff(Role.MALL_HEAD, Optional.empty());
        this.mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        this.frontDesk = hall.frontDesk();
        // So that each trail has something to keep from the other agency.
        List.of(own, other)
                .forEach(place -> as(mallAdmin, () -> {
                    bean(AccountAdministration.class)
                            .endSessions(place.agency.officer().id());
                    return place;
                }));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Stream<T> beans(Class<T> type) {
        return context.getBeanProvider(type).stream();
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
        return NUMBERS.decrementAndGet();
    }

    String newName() {
        return "baru" + NAMES.incrementAndGet();
    }

    StaffPrincipal mallAdmin() {
        return mallAdmin;
    }

    /** Does something as somebody who proved lately who sits there; the proof is kept, for each costs a hash. */
    <T> T as(StaffPrincipal staff, Callable<T> act) {
        HttpSession session = proven.computeIfAbsent(staff.id(), id -> new MockHttpSession());
        return hall.in(session, staff, () -> {
            Reauthentication reauthentication = bean(Reauthentication.class);
            if (!reauthentication.fresh()) {
                reauthentication.confirm(Hall.PASSWORD, "");
            }
            return act.call();
        });
    }

    AccountDetails account(StaffId staff) {
        return as(mallAdmin, () -> bean(AccountAdministration.class).accounts()).stream()
                .filter(account -> account.id().equals(staff))
                .findAny()
                .orElseThrow();
    }

    AgencyDetails registered(Place place) {
        return as(mallAdmin, () -> bean(AgencyRegister.class).all()).stream()
                .filter(agency -> agency.id().equals(place.agency.id()))
                .findAny()
                .orElseThrow();
    }

    Optional<CalendarEntry> holiday() {
        return days().filter(day -> day.day().equals(HOLIDAY)).findAny();
    }

    RetentionPeriod kept() {
        return as(mallAdmin, () -> bean(Retention.class).periods()).stream()
                .filter(period -> period.kind() == RetentionKind.REASON)
                .findAny()
                .orElseThrow();
    }

    /** The one that begins last first. */
    List<QuestionnaireVersion> questionnaires() {
        return as(mallAdmin, () -> bean(QuestionnaireAdministration.class).versions());
    }

    private void planQuestionnaire() {
        if (questionnaires().stream().noneMatch(QuestionnaireVersion::changeable)) {
            QuestionnaireDraft draft = new QuestionnaireDraft(
                    YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).plusYears(4),
                    questionnaires().getFirst().questionnaire().unsur().stream()
                            .map(UnsurDraft::of)
                            .toList());
            as(mallAdmin, () -> bean(QuestionnaireAdministration.class).add(draft));
        }
    }

    /** Takes back what would be in the way of other tests. */
    void tidy() {
        questionnaires().stream()
                .filter(QuestionnaireVersion::changeable)
                .forEach(version -> as(mallAdmin, () -> {
                    bean(QuestionnaireAdministration.class)
                            .delete(version.questionnaire().version(), version.madeAt());
                    return version;
                }));
        days().filter(day -> !day.day().isBefore(HOLIDAY))
                .forEach(day -> as(mallAdmin, () -> {
                    bean(MallCalendar.class).remove(day.day(), day.version());
                    return day;
                }));
    }

    private Stream<CalendarEntry> days() {
        return as(mallAdmin, () -> bean(MallCalendar.class).days()).stream();
    }

    NewStaff newcomer(AgencyId agency) {
        return new NewStaff(newName(), "Petugas Baru", Role.OFFICER, Optional.of(agency), false);
    }

    /** Somebody of a role whom nobody else needs; of the own agency if the role belongs to one. */
    StaffPrincipal another(Role role) {
        return hall.staff(role, role.belongsToAgency() ? Optional.of(own.agency.id()) : Optional.empty());
    }

    void disable(StaffPrincipal staff) {
        int revision = account(staff.id()).revision();
        as(mallAdmin, () -> {
            bean(AccountAdministration.class).disable(staff.id(), revision);
            return staff;
        });
    }

    /** Gives another role, to somebody who did nothing yet. */
    void revokeRole(StaffPrincipal staff) {
        int revision = account(staff.id()).revision();
        as(mallAdmin, () -> {
            bean(AccountAdministration.class)
                    .change(
                            staff.id(),
                            revision,
                            new AccountDraft(
                                    "",
                                    new TypedText(staff.displayName()),
                                    staff.role() == Role.FRONT_DESK ? Role.MALL_HEAD : Role.FRONT_DESK,
                                    Optional.empty(),
                                    false,
                                    Set.of()));
            return staff;
        });
    }

    /** Whether a screen opens for the role that somebody has now. */
    boolean opens(Row screen, StaffPrincipal staff) {
        Role now = account(staff.id()).role();
        return screen.outcomes().entrySet().stream()
                .anyMatch(cell -> cell.getKey().role().equals(Optional.of(now))
                        && cell.getValue() == id.balairung.isolation.Outcome.SHOWN);
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
        private @Nullable StaffPrincipal leaver;
        private @Nullable UUID view;

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

        StaffPrincipal leaver() {
            if (leaver == null) {
                throw new AssertionError("The row names an officer whom nobody needs: give it the state LEAVER");
            }
            return leaver;
        }

        UUID view() {
            if (view == null) {
                throw new AssertionError("The row names a view: give it the state VIEW_KEPT");
            }
            return view;
        }

        ServiceDetails details(ServiceId service) {
            return offered()
                    .filter(details -> details.id().equals(service))
                    .findAny()
                    .orElseThrow();
        }

        String freeLetter() {
            Set<String> taken = offered().map(ServiceDetails::letter).collect(Collectors.toSet());
            return IntStream.rangeClosed('C', 'X')
                    .mapToObj(letter -> String.valueOf((char) letter))
                    .filter(letter -> !taken.contains(letter))
                    .findFirst()
                    .orElseThrow();
        }

        private Stream<ServiceDetails> offered() {
            return as(agency.admin(), () -> bean(ServiceAdministration.class).all()).stream();
        }

        CounterDetails details(CounterId counter) {
            return counters()
                    .filter(details -> details.id().equals(counter))
                    .findAny()
                    .orElseThrow();
        }

        private Stream<CounterDetails> counters() {
            return as(agency.admin(), () -> bean(CounterAdministration.class).counters()).stream();
        }

        /** What no other agency's staff may read. */
        List<String> secrets() {
            String officer = agency.officer().displayName();
            return ticket == null
                    ? List.of(officer, visitorName())
                    : List.of(officer, visitorName(), ticket.id().value().toString());
        }

        /** What nobody may read who isn't of the agency, or the mall's head. */
        List<String> visitors() {
            return ticket == null
                    ? List.of(visitorName())
                    : List.of(visitorName(), ticket.id().value().toString());
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
                case WITHDRAWN -> withdraw();
                case COUNTER_DISABLED -> disableCounter();
                case SUSPENDED -> suspend();
                case HOLIDAY -> holiday();
                case LEAVER -> leaver = hall.staff(Role.OFFICER, Optional.of(agency.id()));
                case LEFT -> {
                    leaver = hall.staff(Role.OFFICER, Optional.of(agency.id()));
                    disable(leaver);
                }
                case SECOND_FACTOR -> {
                    leaver = hall.staff(Role.OFFICER, Optional.of(agency.id()));
                    addSecondFactor(leaver);
                }
                case SIGNED_IN -> {
                    leaver = hall.staff(Role.OFFICER, Optional.of(agency.id()));
                    signIn.accept(leaver);
                }
                case VIEW_KEPT -> view = officer(this::keepView);
                case BREAK ->
                    officer(() -> bean(CounterDesk.class).takeBreak(BreakReason.LUNCH, now().plusSeconds(300)));
                case PAUSED -> hall.pause(agency, agency.service(), "Alat rusak");
                case ALERT -> raise();
                case WAITING -> issue();
                case CALLED -> call();
                case CALLED_IN_VAIN -> callInVain();
                case SERVING -> serve();
                case COMPLETED -> {
                    serve();
                    ticket = officer(() -> desk().complete(CommandId.next(), ticket().id(), Outcome.FULFILLED))
                            .ticket();
                }
                case RATED -> {
                    serve();
                    ticket = officer(() -> desk().complete(CommandId.next(), ticket().id(), Outcome.FULFILLED))
                            .ticket();
                    bean(Ratings.class).rate(token(), 1, "Uji");
                }
                case QUESTIONNAIRE_PLANNED -> planQuestionnaire();
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

        private String token() {
            return bean(JdbcClient.class)
                    .sql("select public_token from ticket where id = ?")
                    .param(ticket().id().value().toString())
                    .query(String.class)
                    .single();
        }

        private UUID keepView() {
            SavedViews views = bean(SavedViews.class);
            views.own().forEach(kept -> views.delete(kept.id()));
            return views.save(new TypedText("Tampilan uji"), "").id();
        }

        private void withdraw() {
            ServiceDetails second = details(agency.services().get(1).id());
            as(agency.admin(), () -> {
                bean(ServiceAdministration.class).withdraw(second.id(), second.version());
                return second;
            });
        }

        private void disableCounter() {
            CounterDetails spare = details(agency.counters().get(1));
            as(agency.admin(), () -> {
                bean(CounterAdministration.class).disable(spare.id(), spare.revision());
                return spare;
            });
        }

        private void suspend() {
            as(mallAdmin, () -> {
                bean(AgencyRegister.class).suspend(agency.id(), registered(this).version());
                return agency;
            });
        }

        private void holiday() {
            if (World.this.holiday().isEmpty()) {
                as(mallAdmin, () -> {
                    bean(MallCalendar.class).add(AdministrationRows.holiday(HOLIDAY));
                    return agency;
                });
            }
        }

        private void addSecondFactor(StaffPrincipal staff) {
            OneTimeSecret secret = OneTimeSecret.random();
            as(staff, () -> bean(OwnAccount.class).addSecondFactor(Hall.PASSWORD, "", secret, secret.codeAt(now())));
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
            AgencyDetails registered = registered(this);
            if (registered.suspended()) {
                as(mallAdmin, () -> {
                    bean(AgencyRegister.class).resume(agency.id(), registered.version());
                    return agency;
                });
            }
            offered()
                    .filter(ServiceDetails::withdrawn)
                    .toList()
                    .forEach(service -> as(agency.admin(), () -> {
                        bean(ServiceAdministration.class).offerAgain(service.id(), service.version());
                        return service;
                    }));
            counters()
                    .filter(counter -> !counter.enabled())
                    .toList()
                    .forEach(counter -> as(agency.admin(), () -> {
                        bean(CounterAdministration.class).enable(counter.id(), counter.revision());
                        return counter;
                    }));
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
