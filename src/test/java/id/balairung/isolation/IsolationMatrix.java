package id.balairung.isolation;

import static id.balairung.isolation.EntryPoint.Kind.FRAME;
import static id.balairung.isolation.EntryPoint.Kind.MESSAGE;
import static id.balairung.isolation.EntryPoint.Kind.SERVICE;
import static id.balairung.isolation.EntryPoint.Kind.TOPIC;
import static id.balairung.isolation.EntryPoint.Kind.TRANSFER;
import static id.balairung.isolation.Outcome.DENIED;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.IMPOSSIBLE;
import static id.balairung.isolation.Outcome.INSIDE;
import static id.balairung.isolation.Outcome.RULE;
import static id.balairung.isolation.Row.address;
import static id.balairung.isolation.Row.screen;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.Row.standing;
import static id.balairung.isolation.State.ALERT;
import static id.balairung.isolation.State.ANY;
import static id.balairung.isolation.State.BREAK;
import static id.balairung.isolation.State.CALLED;
import static id.balairung.isolation.State.CALLED_IN_VAIN;
import static id.balairung.isolation.State.CLOSED;
import static id.balairung.isolation.State.FREE;
import static id.balairung.isolation.State.HELD;
import static id.balairung.isolation.State.NO_SHOW;
import static id.balairung.isolation.State.PAUSED;
import static id.balairung.isolation.State.SERVING;
import static id.balairung.isolation.State.WAITING;
import static id.balairung.security.Role.AGENCY_ADMIN;
import static id.balairung.security.Role.FRONT_DESK;
import static id.balairung.security.Role.MALL_ADMIN;
import static id.balairung.security.Role.MALL_HEAD;
import static id.balairung.security.Role.OFFICER;

import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.alert.Alerts;
import id.balairung.audit.AuditEntry;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditFilter;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditReading;
import id.balairung.audit.AuditTrail;
import id.balairung.audit.AuditedMall;
import id.balairung.audit.ReadingAcross;
import id.balairung.audit.Refusals;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterOccupancy;
import id.balairung.counter.CounterSupervision;
import id.balairung.counter.OpenShifts;
import id.balairung.intake.FrontDesk;
import id.balairung.intake.Wish;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.MallDays;
import id.balairung.queue.MyDayFigures;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.QueueFeed;
import id.balairung.queue.QueueSupervision;
import id.balairung.queue.TicketDesk;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.queue.Visitors;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Founder;
import id.balairung.security.Role;
import id.balairung.security.SignedIn;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.StaffAccounts;
import id.balairung.staff.StaffNames;
import id.balairung.staff.StaffPreferences;
import id.balairung.tenancy.TenantSource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table. One row for each way in; {@link IsolationMatrixTest} fails with the row to write when one is missing, tries every cell
 * on the real application, and writes the table into docs/isolation-matrix.md.
 *
 * <p>How to write one: name the state in which an agency must stand for the call to come off, call it with what the cell
 * names ({@code cell.ticket()} and the like are of the agency whose data the column speaks of), and grant: first for the own
 * agency, then for another. Who isn't named must be denied.
 */
final class IsolationMatrix {

    private static final String REASON = "Alasan uji";

    private IsolationMatrix() {}

    /** The screens that a role may open. */
    static List<Row> screensOf(Role role) {
        return rows().stream()
                .filter(row -> row.entry().kind() == EntryPoint.Kind.SCREEN)
                .filter(row -> row.outcomes().entrySet().stream()
                        .anyMatch(cell ->
                                cell.getKey().role().equals(Optional.of(role)) && cell.getValue() == Outcome.SHOWN))
                .toList();
    }

    static List<Row> rows() {
        return Stream.of(
                        screens(),
                        frames(),
                        agency(),
                        alert(),
                        audit(),
                        counter(),
                        intake(),
                        queue(),
                        security(),
                        staff(),
                        AdministrationRows.rows(),
                        OwnRows.rows(),
                        HistoryRows.rows(),
                        HistoryScreenRows.rows(),
                        DailyClosingRows.rows(),
                        DashboardRows.rows(),
                        ReportRows.rows(),
                        SatisfactionScreenRows.rows(),
                        HistoryFileRows.rows(),
                        SurveyRows.rows(),
                        RollupRows.rows(),
                        VisitorRows.rows(),
                        feed(),
                        messages(),
                        transfers(),
                        addresses())
                .flatMap(rows -> rows)
                .toList();
    }

    private static Stream<Row> screens() {
        return Stream.of(
                screen("/ HomeView").opensFor(AGENCY_ADMIN, MALL_ADMIN).sendsOn(OFFICER, FRONT_DESK, MALL_HEAD),
                screen("/:address* AnyAddress").at("tidak-ada/di/sini"),
                screen("/antrean BoardView").opensFor(OFFICER, AGENCY_ADMIN, MALL_HEAD),
                screen("/antrean/penyelesaian SettlementView").opensFor(OFFICER, AGENCY_ADMIN),
                screen("/antrean/peringatan AlertHistoryView").opensFor(AGENCY_ADMIN, MALL_HEAD),
                screen("/riwayat/:ticket? HistoryView").at("riwayat").opensFor(OFFICER, AGENCY_ADMIN, MALL_HEAD),
                screen("/loket ConsoleView").opensFor(OFFICER),
                screen("/akun AccountView").opensFor(OFFICER, AGENCY_ADMIN, MALL_HEAD, MALL_ADMIN, FRONT_DESK),
                screen("/jejak-audit AuditView").opensFor(AGENCY_ADMIN, MALL_ADMIN),
                screen("/riwayat/tiket/:ticket TicketPage")
                        .at("riwayat/tiket/01900000-0000-7000-8000-000000000000")
                        .opensFor(OFFICER, AGENCY_ADMIN, MALL_HEAD)
                        .because("what it shows of whose tickets: `TicketPageTest`"),
                screen("/kelola ManagementView").opensFor(AGENCY_ADMIN, MALL_ADMIN),
                screen("/kelola/akun AccountsView").opensFor(MALL_ADMIN),
                screen("/kelola/data-pribadi RetentionView").opensFor(MALL_ADMIN),
                screen("/kelola/instansi AgenciesView").opensFor(MALL_ADMIN),
                screen("/kelola/jam HoursView").opensFor(AGENCY_ADMIN),
                screen("/kelola/kalender CalendarView").opensFor(MALL_ADMIN),
                screen("/kelola/layanan ServicesView").opensFor(AGENCY_ADMIN),
                screen("/kelola/loket CountersView").opensFor(AGENCY_ADMIN),
                screen("/kelola/mal MallSettingsView").opensFor(MALL_ADMIN),
                screen("/kelola/petugas OfficersView").opensFor(AGENCY_ADMIN),
                screen("/masuk/langkah SignInStepView")
                        .sendsOn(OFFICER, AGENCY_ADMIN, MALL_HEAD, MALL_ADMIN, FRONT_DESK)
                        .because("opens for whoever gave a right password a moment ago: SignInStepsTest"),
                screen("/masuk SignInView")
                        .sendsOn(OFFICER, AGENCY_ADMIN, MALL_HEAD, MALL_ADMIN, FRONT_DESK)
                        .nobody(Outcome.SHOWN),
                screen("/penerimaan FrontDeskView").opensFor(FRONT_DESK));
    }

    private static Stream<Row> frames() {
        return Stream.of(
                standing(FRAME, "MainLayout", "round every screen of somebody signed in; tells only of that person"),
                standing(FRAME, "ClosedPage", "the role may not open what is there: the same page as NoSuchPage"),
                standing(FRAME, "NoSuchPage", "there is nothing at the address"),
                standing(FRAME, "RefusedPage", "a service refused what a page needs: the same page as NoSuchPage"),
                standing(FRAME, "FaultPage", "a sentence and a reference, never what was thrown"));
    }

    private static Stream<Row> agency() {
        return Stream.of(
                service("AgencyAdministration.pause(ServiceId, String, Optional)", FREE, cell -> {
                            cell.the(AgencyAdministration.class).pause(cell.service(), REASON, Optional.empty());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("AgencyAdministration.reopen(ServiceId)", PAUSED, cell -> {
                            cell.the(AgencyAdministration.class).reopen(cell.service());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service(
                                "AgencyAdministration.register(String, String, String, List, Map)",
                                ANY,
                                cell -> cell.the(AgencyAdministration.class)
                                        .register("UJIZZ", "ZZ", "Instansi Uji ZZ", List.of(), Map.of()))
                        .mallAdmin(DONE),
                service("CurrentMall.establish(MallRules)", ANY, cell -> {
                            CurrentMall mall = cell.the(CurrentMall.class);
                            mall.establish(mall.rules());
                            return null;
                        })
                        .mallAdmin(DONE),
                offer("CurrentMall.find()", cell -> cell.the(CurrentMall.class).find()),
                offer("CurrentMall.rules()", cell -> cell.the(CurrentMall.class).rules()),
                offer("CurrentMall.today()", cell -> cell.the(CurrentMall.class).today()),
                offer(
                        "CurrentMall.todayBegan()",
                        cell -> cell.the(CurrentMall.class).todayBegan()),
                offer(
                        "ServiceCatalogue.agencies()",
                        cell -> cell.the(ServiceCatalogue.class).agencies()),
                offer(
                        "ServiceCatalogue.agency(AgencyId)",
                        cell -> cell.the(ServiceCatalogue.class).agency(cell.agency())),
                offer(
                        "ServiceCatalogue.chosen(Optional, Optional)",
                        cell -> cell.the(ServiceCatalogue.class).chosen(Optional.of(cell.agency()), Optional.empty())),
                offer(
                        "ServiceCatalogue.services()",
                        cell -> cell.the(ServiceCatalogue.class).services()),
                offer(
                        "ServiceCatalogue.servicesOf(AgencyId)",
                        cell -> cell.the(ServiceCatalogue.class).servicesOf(cell.agency())),
                offer(
                        "ServiceCatalogue.service(ServiceId)",
                        cell -> cell.the(ServiceCatalogue.class).service(cell.service())),
                offer(
                        "ServiceCatalogue.hours(AgencyId, ServiceDay)",
                        cell -> cell.the(ServiceCatalogue.class)
                                .hours(
                                        cell.agency(),
                                        cell.the(CurrentMall.class).today())),
                offer("ServiceCatalogue.hours(ServiceSummary, ServiceDay)", cell -> {
                    ServiceCatalogue catalogue = cell.the(ServiceCatalogue.class);
                    return catalogue.hours(
                            catalogue.service(cell.service()),
                            cell.the(CurrentMall.class).today());
                }),
                offer(
                                "ServiceCatalogue.calendar(ServiceDay)",
                                cell -> cell.the(ServiceCatalogue.class)
                                        .calendar(cell.the(CurrentMall.class).today()))
                        .everybody(EMPTY),
                offer("ServiceCatalogue.stateOf(ServiceSummary, ServiceDay)", cell -> {
                    ServiceCatalogue catalogue = cell.the(ServiceCatalogue.class);
                    return catalogue.stateOf(
                            catalogue.service(cell.service()),
                            cell.the(CurrentMall.class).today());
                }));
    }

    /** What the mall offers hangs on its walls. */
    private static Row offer(String method, Row.Call call) {
        return service(method, ANY, call).everybody(DONE).because("an offer is public");
    }

    private static Stream<Row> alert() {
        return Stream.of(
                service("Alerts.acknowledge(AlertId)", ALERT, cell -> {
                            cell.the(Alerts.class).acknowledge(cell.alert());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service(
                                "Alerts.raisedBetween(Instant, Instant)",
                                ALERT,
                                cell -> cell.the(Alerts.class)
                                        .raisedBetween(cell.soon().minusSeconds(3600), cell.soon()))
                        .agencyAdmin(DONE),
                service(
                                "Alerts.raisedBetween(AgencyId, Instant, Instant)",
                                ALERT,
                                cell -> cell.the(Alerts.class)
                                        .raisedBetween(
                                                cell.agency(), cell.soon().minusSeconds(3600), cell.soon()))
                        .head(DONE),
                service(
                                "Alerts.lastingInScope()",
                                ANY,
                                cell -> cell.the(Alerts.class).lastingInScope())
                        .everybody(INSIDE),
                service("Alerts.keep(Map)", ANY, cell -> {
                            cell.the(Alerts.class).keep(Map.of());
                            return null;
                        })
                        .everybody(DONE)
                        .background("the watch raises what the boards show"));
    }

    private static Stream<Row> audit() {
        return Stream.of(
                service("AuditTrail.record(AuditEvent)", ANY, cell -> {
                            cell.the(AuditTrail.class).record(refusal(cell));
                            return null;
                        })
                        .everybody(INSIDE),
                service("AuditTrail.record(AuditEvent, StaffPrincipal, String)", ANY, cell -> {
                            cell.the(AuditTrail.class).record(refusal(cell), cell.officer(), "127.0.0.1");
                            return null;
                        })
                        .everybody(INSIDE),
                reading(
                        "page(Optional, AuditFilter, Optional, int)",
                        cell -> cell.the(AuditReading.class)
                                .page(Optional.of(cell.agency()), everything(cell), Optional.empty(), 500)),
                reading(
                        "count(Optional, AuditFilter)",
                        cell -> cell.the(AuditReading.class).count(Optional.of(cell.agency()), everything(cell))),
                reading("export(Optional, AuditFilter)", cell -> {
                    List<AuditEntry> all = new ArrayList<>();
                    cell.the(AuditReading.class)
                            .export(Optional.of(cell.agency()), everything(cell))
                            .forEach(all::add);
                    return all;
                }),
                offer(
                                "AuditedMall.agencies()",
                                cell -> cell.the(AuditedMall.class).agencies())
                        .because("their names hang on the mall's walls"),
                offer("AuditedMall.zone()", cell -> cell.the(AuditedMall.class).zone()),
                service("ReadingAcross.of(Collection, String)", ANY, cell -> {
                            cell.the(ReadingAcross.class).of(List.of(cell.agency()), "audit");
                            return null;
                        })
                        .everybody(DONE)
                        .background("adds a line that somebody of the mall reads an agency's data"),
                service("ReadingAcross.of(AgencyId, String, String)", ANY, cell -> {
                            cell.the(ReadingAcross.class).of(cell.agency(), "ticket", "UJI-001");
                            return null;
                        })
                        .everybody(DONE)
                        .background("the same line, with the number of the ticket that was read"),
                service("ReadingAcross.following(Collection, String)", ANY, cell -> {
                            cell.the(ReadingAcross.class)
                                    .following(List.of(cell.agency()), "audit")
                                    .run();
                            return null;
                        })
                        .everybody(DONE)
                        .background("adds the same line, and another one each hour"),
                service("Refusals.refused(String)", ANY, cell -> {
                            cell.the(Refusals.class).refused("uji");
                            return null;
                        })
                        .everybody(DONE)
                        .because("adds a line about who calls it, a few a minute"),
                service("AuditTrail.recordAlone(AuditEvent)", ANY, cell -> {
                            cell.the(AuditTrail.class).recordAlone(refusal(cell));
                            return null;
                        })
                        .everybody(DONE)
                        .because("adds a line that names who adds it; whoever calls it has checked what they do"),
                service("AuditTrail.recordAlone(AuditEvent, Optional, String)", ANY, cell -> {
                            cell.the(AuditTrail.class).recordAlone(refusal(cell), Optional.empty(), "127.0.0.1");
                            return null;
                        })
                        .everybody(DONE)
                        .because("for sign-in, where nobody is signed in yet"));
    }

    private static Row reading(String method, Row.Call call) {
        return service("AuditReading." + method, ANY, call)
                .agencyAdmin(DONE, DONE)
                .mallAdmin(DONE)
                .because(
                        "an agency's admin reads the own trail, whatever agency is named; a mall admin's reading is in the"
                                + " agency's trail");
    }

    private static AuditFilter everything(Cell cell) {
        return new AuditFilter(Instant.EPOCH, cell.soon(), Optional.empty(), "", "");
    }

    private static AuditEvent refusal(Cell cell) {
        return AuditEvent.of(AuditKind.REFUSED, cell.agency(), "Uji isolasi");
    }

    private static Stream<Row> counter() {
        return Stream.of(
                service(
                                "CounterAdministration.add(AgencyId, int, Collection)",
                                ANY,
                                cell -> cell.the(CounterAdministration.class)
                                        .add(cell.agency(), cell.freeNumber(), List.of(cell.service())))
                        .mallAdmin(DONE),
                service(
                                "CounterDesk.counters()",
                                FREE,
                                cell -> cell.the(CounterDesk.class).counters())
                        .officer(DONE)
                        .agencyAdmin(DONE),
                service(
                                "CounterDesk.current()",
                                FREE,
                                cell -> cell.the(CounterDesk.class).current())
                        .officer(DONE),
                service(
                                "CounterDesk.open(CounterId, Collection)",
                                CLOSED,
                                cell -> cell.the(CounterDesk.class).open(cell.counter(), List.of(cell.service())))
                        .officer(DONE, RULE),
                service(
                                "CounterDesk.chooseServices(Collection)",
                                FREE,
                                cell -> cell.the(CounterDesk.class).chooseServices(List.of(cell.service())))
                        .officer(DONE, RULE),
                service(
                                "CounterDesk.takeBreak(BreakReason, Instant)",
                                FREE,
                                cell -> cell.the(CounterDesk.class).takeBreak(BreakReason.LUNCH, cell.soon()))
                        .officer(DONE),
                service(
                                "CounterDesk.endBreak()",
                                BREAK,
                                cell -> cell.the(CounterDesk.class).endBreak())
                        .officer(DONE),
                service("CounterDesk.close()", FREE, cell -> {
                            cell.the(CounterDesk.class).close();
                            return null;
                        })
                        .officer(DONE),
                service(
                                "CounterDesk.claim()",
                                FREE,
                                cell -> cell.the(CounterDesk.class).claim())
                        .officer(INSIDE),
                standing(
                        SERVICE,
                        "DemoShifts.keep(Instant, Instant, List)",
                        "only with the demonstration mall, for its past; as an agency's admin, at that agency's counters: DemoPastTest"),
                service("CounterSupervision.askBack(CounterId)", BREAK, cell -> {
                            cell.the(CounterSupervision.class).askBack(cell.counter());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("CounterSupervision.close(CounterId)", FREE, cell -> {
                            cell.the(CounterSupervision.class).close(cell.counter());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service(
                                "CounterOccupancy.occupied(CounterId)",
                                CALLED,
                                cell -> cell.the(CounterOccupancy.class).occupied(cell.counter()))
                        .everybody(EMPTY)
                        .officer(DONE, EMPTY)
                        .agencyAdmin(DONE, EMPTY)
                        .because("the queue answers the counters; in the scope of who asks"),
                service(
                                "OpenShifts.any()",
                                ANY,
                                cell -> cell.the(OpenShifts.class).any())
                        .everybody(INSIDE),
                service(
                                "OpenShifts.inScope()",
                                ANY,
                                cell -> cell.the(OpenShifts.class).inScope())
                        .everybody(INSIDE));
    }

    private static Stream<Row> intake() {
        return Stream.of(
                offer(
                        "FrontDesk.offers(Instant)",
                        cell -> cell.the(FrontDesk.class)
                                .offers(cell.the(Clock.class).instant())),
                service(
                                "FrontDesk.issue(VisitId, boolean, List, PriorityClass, Visitor)",
                                FREE,
                                cell -> cell.the(FrontDesk.class)
                                        .issue(
                                                VisitId.next(),
                                                false,
                                                List.of(Wish.of(cell.service())),
                                                PriorityClass.GENERAL,
                                                Visitor.unnamed()))
                        .frontDesk(DONE),
                service(
                                "TicketDesk.issue(CommandId, VisitId, boolean, ServiceId, PriorityClass, Visitor)",
                                FREE,
                                cell -> cell.the(TicketDesk.class)
                                        .issue(
                                                cell.command(),
                                                VisitId.next(),
                                                true,
                                                cell.service(),
                                                PriorityClass.GENERAL,
                                                Visitor.unnamed()))
                        .frontDesk(DONE),
                service(
                                "TicketDesk.ahead(TicketSnapshot)",
                                WAITING,
                                cell -> cell.the(TicketDesk.class).ahead(cell.snapshot()))
                        .frontDesk(DONE));
    }

    private static Stream<Row> queue() {
        return Stream.of(
                service(
                                "QueueDesk.callNext(CommandId)",
                                WAITING,
                                cell -> cell.the(QueueDesk.class).callNext(cell.command()))
                        .officer(DONE),
                service(
                                "QueueDesk.callChosen(CommandId, TicketId, String)",
                                WAITING,
                                cell -> cell.the(QueueDesk.class).callChosen(cell.command(), cell.ticket(), REASON))
                        .officer(DONE, RULE),
                onTicket("recall", CALLED, cell -> cell.the(QueueDesk.class).recall(cell.command(), cell.ticket()))
                        .officer(RULE, RULE)
                        .because("the own one once the pause between two calls is over"),
                onTicket("serve", CALLED, cell -> cell.the(QueueDesk.class).serve(cell.command(), cell.ticket()))
                        .officer(DONE, RULE),
                service(
                                "QueueDesk.complete(CommandId, TicketId, Outcome)",
                                SERVING,
                                cell -> cell.the(QueueDesk.class)
                                        .complete(cell.command(), cell.ticket(), id.balairung.queue.Outcome.FULFILLED))
                        .officer(DONE, RULE),
                onTicket(
                                "markNoShow",
                                CALLED_IN_VAIN,
                                cell -> cell.the(QueueDesk.class).markNoShow(cell.command(), cell.ticket()))
                        .officer(DONE, RULE),
                service(
                                "QueueDesk.hold(CommandId, TicketId, String, Instant)",
                                SERVING,
                                cell -> cell.the(QueueDesk.class)
                                        .hold(cell.command(), cell.ticket(), REASON, cell.soon()))
                        .officer(DONE, RULE),
                onTicket("resume", HELD, cell -> cell.the(QueueDesk.class).resume(cell.command(), cell.ticket()))
                        .officer(DONE, RULE),
                onTicket(
                                "returnLate",
                                NO_SHOW,
                                cell -> cell.the(QueueDesk.class).returnLate(cell.command(), cell.ticket()))
                        .officer(DONE, RULE),
                service(
                                "QueueDesk.transfer(CommandId, TicketId, ServiceId, String)",
                                SERVING,
                                cell -> cell.the(QueueDesk.class)
                                        .transfer(cell.command(), cell.ticket(), cell.otherService(), REASON))
                        .officer(DONE, DENIED),
                service(
                                "QueueDesk.handOff(CommandId, TicketId, ServiceId, String)",
                                SERVING,
                                cell -> cell.the(QueueDesk.class)
                                        .handOff(cell.command(), cell.ticket(), cell.serviceOfAThirdAgency(), REASON))
                        .officer(DONE, RULE),
                onTicket("abandon", WAITING, cell -> cell.the(QueueDesk.class).abandon(cell.command(), cell.ticket()))
                        .officer(DONE, RULE)
                        .agencyAdmin(DONE, RULE),
                onTicket("undo", CALLED, cell -> cell.the(QueueDesk.class).undo(cell.command(), cell.ticket()))
                        .officer(DONE, RULE)
                        .agencyAdmin(RULE, RULE)
                        .because("only one's own last act"),
                service(
                                "QueueDesk.atMyCounter()",
                                CALLED,
                                cell -> cell.the(QueueDesk.class).atMyCounter())
                        .officer(DONE),
                service(
                                "QueueSupervision.reassign(CommandId, TicketId, ServiceId, String)",
                                WAITING,
                                cell -> cell.the(QueueSupervision.class)
                                        .reassign(cell.command(), cell.ticket(), cell.otherService(), REASON))
                        .agencyAdmin(DONE, DENIED),
                service(
                                "EndOfDay.open()",
                                WAITING,
                                cell -> cell.the(EndOfDay.class).open())
                        .officer(DONE)
                        .agencyAdmin(DONE),
                service(
                                "EndOfDay.leftOver()",
                                WAITING,
                                cell -> cell.the(EndOfDay.class).leftOver())
                        .officer(EMPTY)
                        .agencyAdmin(EMPTY)
                        .because("nothing before the day's end; then what EndOfDay.open tells"),
                service(
                                "EndOfDay.abandon(CommandId, TicketId, int)",
                                WAITING,
                                cell -> cell.the(EndOfDay.class)
                                        .abandon(
                                                cell.command(),
                                                cell.ticket(),
                                                cell.snapshot().version()))
                        .officer(DONE, RULE)
                        .agencyAdmin(DONE, RULE),
                service(
                                "EndOfDay.complete(CommandId, TicketId, int, Outcome)",
                                SERVING,
                                cell -> cell.the(EndOfDay.class)
                                        .complete(
                                                cell.command(),
                                                cell.ticket(),
                                                cell.snapshot().version(),
                                                id.balairung.queue.Outcome.FULFILLED))
                        .officer(DONE, RULE)
                        .agencyAdmin(DONE, RULE),
                service(
                                "Visitors.masked(Collection)",
                                WAITING,
                                cell -> cell.the(Visitors.class).masked(List.of(cell.ticket())))
                        .officer(DONE, EMPTY)
                        .agencyAdmin(DONE, EMPTY),
                service(
                                "Visitors.reveal(TicketId)",
                                SERVING,
                                cell -> cell.the(Visitors.class).reveal(cell.ticket()))
                        .officer(DONE, RULE)
                        .agencyAdmin(DONE, RULE),
                service(
                                "MyDayFigures.today()",
                                FREE,
                                cell -> cell.the(MyDayFigures.class).today())
                        .officer(DONE),
                service(
                                "MallDays.first()",
                                ANY,
                                cell -> cell.the(MallDays.class).first())
                        .everybody(DONE)
                        .background("a date, for the demonstration mall's past"),
                service(
                                "MallDays.latest()",
                                ANY,
                                cell -> cell.the(MallDays.class).latest())
                        .everybody(DONE)
                        .background("a date, for the simulated day"),
                service(
                                "MallDays.tally(ServiceDay)",
                                WAITING,
                                cell -> cell.the(MallDays.class)
                                        .tally(cell.the(CurrentMall.class).today()))
                        .everybody(DONE)
                        .background("counts, for the simulated day"));
    }

    private static Row onTicket(String method, State state, Row.Call call) {
        return service("QueueDesk." + method + "(CommandId, TicketId)", state, call);
    }

    private static Stream<Row> feed() {
        return Stream.of(
                service(
                                "QueueFeed.subscribe(Consumer)",
                                WAITING,
                                cell -> cell.the(QueueFeed.class).subscribe(update -> {}))
                        .officer(DONE)
                        .agencyAdmin(DONE),
                service(
                                "QueueFeed.subscribe(AgencyId, Consumer)",
                                WAITING,
                                cell -> cell.the(QueueFeed.class).subscribe(cell.agency(), update -> {}))
                        .head(DONE),
                service(
                                "QueueFeed.subscribeMall(Consumer)",
                                WAITING,
                                cell -> cell.the(QueueFeed.class).subscribeMall(update -> {}))
                        .frontDesk(DONE)
                        .head(DONE),
                service(
                                "QueueFeed.subscribeMallBoard(Consumer)",
                                WAITING,
                                cell -> cell.the(QueueFeed.class).subscribeMallBoard(update -> {}))
                        .head(DONE),
                standing(
                        TOPIC,
                        "QueueFeed.agencies",
                        "followed by QueueFeed.subscribe only, of one's own agency or as the head"),
                standing(TOPIC, "QueueFeed.mallBoard", "followed by QueueFeed.subscribeMallBoard only"),
                standing(TOPIC, "QueueFeed.mallQueue", "followed by QueueFeed.subscribeMall only; counts, no ticket"));
    }

    private static Stream<Row> security() {
        return Stream.of(
                service(
                                "CurrentStaff.get()",
                                ANY,
                                cell -> cell.the(CurrentStaff.class).get())
                        .everybody(DONE)
                        .nobody(EMPTY),
                service(
                                "CurrentStaff.require()",
                                ANY,
                                cell -> cell.the(CurrentStaff.class).require())
                        .everybody(DONE)
                        .nobody(DENIED),
                service(
                                "CurrentStaff.agency()",
                                ANY,
                                cell -> cell.the(CurrentStaff.class).agency())
                        .everybody(EMPTY)
                        .officer(DONE)
                        .agencyAdmin(DONE),
                service(
                                "CurrentStaff.requireAgency()",
                                ANY,
                                cell -> cell.the(CurrentStaff.class).requireAgency())
                        .officer(DONE)
                        .agencyAdmin(DONE),
                service(
                                "CurrentStaff.address()",
                                ANY,
                                cell -> cell.the(CurrentStaff.class).address())
                        .everybody(EMPTY)
                        .because("one's own; none outside a request"),
                service(
                                "TenantSource.agency()",
                                ANY,
                                cell -> cell.the(TenantSource.class).agency())
                        .everybody(EMPTY)
                        .officer(DONE)
                        .agencyAdmin(DONE),
                service("Founder.establish(Runnable)", ANY, cell -> {
                            cell.the(Founder.class).establish(() -> {});
                            return null;
                        })
                        .everybody(IMPOSSIBLE)
                        .background("never while anybody, signed in or not, has a request under way"),
                service(
                                "SignedIn.isSignedIn(StaffId)",
                                ANY,
                                cell -> cell.the(SignedIn.class)
                                        .isSignedIn(cell.officer().id()))
                        .everybody(EMPTY)
                        .because("yes or no, for what is deferred while somebody is at work"));
    }

    private static Stream<Row> staff() {
        return Stream.of(
                service(
                                "StaffAccounts.add(Collection, InitialPassword)",
                                ANY,
                                cell -> cell.the(StaffAccounts.class)
                                        .add(List.of(cell.newcomer()), InitialPassword.lasting("kata-sandi-sementara")))
                        .mallAdmin(DONE),
                service(
                                "StaffAccounts.holdEnabled()",
                                ANY,
                                cell -> cell.the(StaffAccounts.class).holdEnabled())
                        .everybody(INSIDE)
                        .because("of oneself"),
                service(
                                "StaffAccounts.preferences()",
                                ANY,
                                cell -> cell.the(StaffAccounts.class).preferences())
                        .everybody(DONE)
                        .nobody(DENIED)
                        .because("of oneself"),
                service("StaffAccounts.prefer(StaffPreferences)", ANY, cell -> {
                            cell.the(StaffAccounts.class).prefer(StaffPreferences.standard());
                            return null;
                        })
                        .everybody(DONE)
                        .nobody(DENIED)
                        .because("of oneself"),
                service(
                                "StaffAccounts.loadUserByUsername(String)",
                                ANY,
                                cell -> cell.the(StaffAccounts.class)
                                        .loadUserByUsername(cell.officer().getUsername()))
                        .everybody(DONE)
                        .because(
                                "sign-in reads the account with it, before anybody is signed in; a page as it is made, to see"
                                        + " whether the account is still what its session knows"),
                service(
                                "StaffAccounts.none()",
                                ANY,
                                cell -> cell.the(StaffAccounts.class).none())
                        .everybody(EMPTY)
                        .background("the first start asks"),
                service(
                                "StaffNames.of(Collection)",
                                ANY,
                                cell -> cell.the(StaffNames.class).of(List.of()))
                        .everybody(INSIDE));
    }

    private static Stream<Row> messages() {
        return Stream.of(
                standing(
                        MESSAGE,
                        "LiveList.AskedEvent bl-asked",
                        "an act on a row that the list has: forged in BoardForgeryTest and ForgedMessagesTest"),
                standing(
                        MESSAGE,
                        "Countdown.ElapsedEvent bl-elapsed",
                        "the time of an act to take back, or of a pad's code, is over: it goes"),
                standing(
                        MESSAGE,
                        "GivenPasswordsDialog answer to executeJs",
                        "whether the passwords were copied: a note says so or doesn't"),
                standing(MESSAGE, "Connection.BackEvent bl-reconnected", "the page is back: the view is read anew"),
                standing(
                        MESSAGE,
                        "ServiceFinder addEventListener",
                        "a key in the search field: moves the choice within the front desk's own offers"),
                standing(
                        MESSAGE,
                        "CommentList.CommentRow addEventListener",
                        "a click beside the tag: opens the row's comment, which only an agency's admin has a row to click of"),
                standing(
                        MESSAGE,
                        "AfterPaint addEventListener",
                        "the top of a page was painted: the rest of the same page comes, once"),
                standing(MESSAGE, "PagePreparation answer to executeJs", "the page has an answer: it is forgotten"));
    }

    private static Stream<Row> transfers() {
        return Stream.of(
                standing(
                        TRANSFER,
                        "ExportMenu",
                        "makes a link for each click, in the screen's own state: TransfersOnTheWireTest"),
                standing(
                        TRANSFER,
                        "TableDownload",
                        "reads with the rights of whoever asks, when they ask: TransfersOnTheWireTest"),
                standing(
                        TRANSFER, "ImportDialog", "takes a file of the person's who opened it: TransfersOnTheWireTest"),
                standing(TRANSFER, "BoundedUpload", "no more bytes than allowed, of any kind: TransfersOnTheWireTest"));
    }

    private static Stream<Row> addresses() {
        return Stream.of(
                address("servlet dispatcherServlet /", "/", 302, 200).because("hands everything to Vaadin's servlet"),
                address("servlet springServlet /vaadinServlet/*", "/vaadinServlet/loket", 302, 200)
                        .because("the same page as at any address"),
                address("handler vaadinRootMapping /**", "/loket", 302, 200)
                        .because("one and the same page for every address; what is on it comes by the screens above"),
                address("handler resourceHandlerMapping /**", "/application.properties", 302, 200)
                        .because("only files that are rows here"),
                address("handler resourceHandlerMapping /webjars/**", "/webjars/x.js", 302, 404),
                address("handler BasicErrorController.error(HttpServletRequest)", "/error", 302, 500),
                address(
                        "handler BasicErrorController.errorHtml(HttpServletRequest, HttpServletResponse)",
                        "/error",
                        302,
                        500),
                address("filter sessionProbe", "/sesi", 401, 204).because("whether the session that asks is signed in"),
                filter("answerHeaders", "adds headers: AnswersTest"),
                filter("ownRedirects", "takes the site out of where an answer leads: RedirectsTest"),
                filter("pushOnlyListens", "takes no messages at the push address: AnswersTest"),
                filter("visitorDoor", "turns away what can't be read, and too many at once: VisitorDoorTest"),
                filter("springSecurityFilterChain", "the chain below"),
                filter("Tomcat WebSocket (JSR356) Filter", "opens the sockets below, behind the security chain"),
                filter("characterEncodingFilter", "answers nothing"),
                filter("formContentFilter", "answers nothing"),
                filter("requestContextFilter", "answers nothing"),
                chain("AnonymousAuthenticationFilter", "answers nothing"),
                chain(
                        "AuthorizationFilter",
                        "who isn't signed in is sent to /masuk from everywhere but there and the files"),
                chain("CorsFilter", "the push channel is for our own pages: AnswersTest"),
                chain("CsrfFilter", "a form without its token is refused: SignInTest, WireAttacksTest"),
                chain("DisableEncodeUrlFilter", "no session id in an address"),
                chain("ExceptionTranslationFilter", "sends to /masuk"),
                chain("HeaderWriterFilter", "AnswersTest"),
                chain("LogoutFilter", "ends one's own session, by POST with its token"),
                chain("RequestCacheAwareFilter", "where to go after signing in"),
                chain("SecurityContextHolderAwareRequestFilter", "answers nothing"),
                chain("SessionManagementFilter", "makes no session where visitors come: RatingPagesTest"),
                chain("SecurityContextHolderFilter", "reads the session's person"),
                chain(
                        "StepFilter",
                        "takes the steps after a right password, of the session that gave it: SignInStepsTest"),
                chain("UsernamePasswordAuthenticationFilter", "SignInTest"),
                chain("WebAsyncManagerIntegrationFilter", "answers nothing"),
                address("socket /VAADIN/push", "/VAADIN/push", 404, 404)
                        .because("a screen's own socket, with its session and its push id: WireAttacksTest"),
                address("socket /VAADIN/push/", "/VAADIN/push/", 404, 404).because("the same"),
                address("file /*.css", "/tokens.css", 200, 200),
                address("file /*.svg", "/brand.svg", 200, 200),
                address("file /styles/*.css", "/styles/board.css", 200, 200),
                address("file /error/*.html", "/error/500.html", 302, 200)
                        .because("a page that only says that something failed"));
    }

    private static Row filter(String name, String note) {
        return standing(EntryPoint.Kind.ADDRESS, "filter " + name, note);
    }

    private static Row chain(String name, String note) {
        return standing(EntryPoint.Kind.ADDRESS, "chain " + name, note);
    }
}
