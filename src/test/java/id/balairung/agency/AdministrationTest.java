package id.balairung.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.common.ServiceDay;
import id.balairung.intake.DeskOffer;
import id.balairung.intake.FrontDesk;
import id.balairung.queue.CommandId;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketDesk;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Agencies, services, hours, calendar and mall are changed by whom it concerns, completely or not at all. */
@BalairungTest
class AdministrationTest {

    /** Far enough from every other test's days. */
    private static final LocalDate HOLIDAY = LocalDate.of(2031, 5, 14);

    @Autowired
    private Hall hall;

    @Autowired
    private ServiceAdministration services;

    @Autowired
    private AgencyRegister agencies;

    @Autowired
    private OpeningTimes times;

    @Autowired
    private MallCalendar calendar;

    @Autowired
    private MallSettings settings;

    @Autowired
    private ServiceCatalogue catalogue;

    @Autowired
    private CurrentMall mall;

    @Autowired
    private TestClock clock;

    @Autowired
    private TicketDesk tickets;

    @Autowired
    private FrontDesk frontDesk;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Hall.TestAgency agency;
    private StaffPrincipal admin;
    private StaffPrincipal mallAdmin;

    @BeforeEach
    void open() {
        agency = hall.agency(2, 1);
        admin = agency.admin();
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    @Test
    void aServiceIsAddedWithAllThatWasTyped() {
        ServiceId id = as(
                admin,
                () -> services.add(new ServiceDraft(
                        " z ",
                        "Legalisasi",
                        "Legalisation",
                        30,
                        10,
                        50,
                        List.of(new Requirement("KTP asli", "Original ID card"), new Requirement("Salinan", "")))));
        ServiceSummary offered = catalogue.service(id);
        assertThat(offered.prefix()).endsWith("Z");
        assertThat(offered.nameIndonesian()).isEqualTo("Legalisasi");
        assertThat(offered.dailyQuota()).contains(50);
        assertThat(offered.requirements()).extracting(Requirement::indonesian).containsExactly("KTP asli", "Salinan");
        assertThat(trail(agency.id().toString(), "SERVICE_CREATED")).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsKept() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(
                        admin, () -> services.add(new ServiceDraft("1", " ", "x".repeat(121), 0, null, 0, List.of()))))
                .satisfies(faults -> assertThat(faults.faults())
                        .extracting(InputFault::field)
                        .containsExactly(
                                "letter",
                                "nameIndonesian",
                                "nameEnglish",
                                "targetWait",
                                "targetService",
                                "dailyQuota"));
        assertThat(all()).hasSize(2);
    }

    @Test
    void aLetterStaysTakenWhenItsServiceIsWithdrawn() {
        ServiceDetails first = all().getFirst();
        does(admin, () -> services.withdraw(first.id(), first.version()));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(admin, () -> services.add(draft(first.letter(), "Baru"))))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("agency.refused.letter-taken"));
    }

    @Test
    void ofTwoFormsThatWereFilledAlikeTheSecondIsRefusedAndSaysWhoWasFirst() {
        StaffPrincipal colleague = hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id()));
        ServiceDetails mine = all().getFirst();
        ServiceDetails theirs = as(colleague, () -> services.all()).getFirst();
        does(colleague, () -> services.change(theirs.id(), theirs.version(), draft("A", "Nama dari rekan")));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> does(admin, () -> services.change(mine.id(), mine.version(), draft("A", "Namaku"))))
                .satisfies(change -> assertThat(change.who()).isEqualTo(colleague.displayName()));
        assertThat(all().getFirst().nameIndonesian()).isEqualTo("Nama dari rekan");
    }

    @Test
    void ofTwoWhoSaveInTheSameMomentOnlyOneDoes() throws Exception {
        ServiceDetails shown = all().getFirst();
        List<Callable<Boolean>> both = List.of(
                () -> saved(shown, "Yang satu"), () -> saved(shown, "Yang lain"), () -> saved(shown, "Yang ketiga"));
        assertThat(together(both).stream().filter(saved -> saved)).hasSize(1);
    }

    @Test
    void anotherAgencysServiceIsNoService() {
        Hall.TestAgency other = hall.agency(1, 1);
        ServiceDetails theirs = as(other.admin(), () -> services.all()).getFirst();
        assertThatExceptionOfType(BusinessRuleViolation.class)
                .isThrownBy(() ->
                        does(admin, () -> services.change(theirs.id(), theirs.version(), draft("A", "Milikku"))))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("agency.refused.no-such-service"));
        assertThatExceptionOfType(BusinessRuleViolation.class)
                .isThrownBy(() -> does(admin, () -> services.withdraw(theirs.id(), theirs.version())));
        assertThatExceptionOfType(BusinessRuleViolation.class)
                .isThrownBy(() -> does(admin, () -> times.changeService(theirs.id(), theirs.version(), Map.of())));
        assertThat(as(other.admin(), () -> services.all()).getFirst()).isEqualTo(theirs);
        assertThat(all()).extracting(ServiceDetails::id).doesNotContain(theirs.id());
    }

    @Test
    void eachSectionIsForItsRoleAlone() {
        AgencyDetails shown = as(mallAdmin, () -> agencies.all()).getFirst();
        for (StaffPrincipal other : List.of(agency.officer(), hall.frontDesk(), mallAdmin)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(other, () -> services.add(draft("Q", "Tidak boleh"))));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> as(other, () -> times.ofAgency()));
        }
        for (StaffPrincipal other : List.of(agency.officer(), hall.frontDesk(), admin)) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> as(other, () -> agencies.all()));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> does(other, () -> agencies.suspend(shown.id(), shown.version())));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> as(other, () -> settings.read()));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(other, () -> calendar.importAll(List.of())));
        }
    }

    @Test
    void aQuotaIsNeverExceededHoweverManyDesksIssueAtOnce() throws Exception {
        ServiceDetails service = all().getFirst();
        does(
                admin,
                () -> services.change(
                        service.id(),
                        service.version(),
                        new ServiceDraft("A", "Terbatas", "Limited", 20, 15, 5, List.of())));
        StaffPrincipal desk = hall.frontDesk();
        List<Callable<Boolean>> wishes = new ArrayList<>();
        for (int wish = 0; wish < 16; wish++) {
            wishes.add(() -> issued(desk, service.id()));
        }
        assertThat(together(wishes).stream().filter(issued -> issued)).hasSize(5);
        assertThat(jdbc.sql("select last_number from ticket_number where service_id = ?")
                        .param(service.id().value().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(frontDesk.offers(clock.instant()))
                .filteredOn(offer -> offer.service().id().equals(service.id()))
                .extracting(DeskOffer::state)
                .containsExactly(ServiceState.FULL);
    }

    @Test
    void aWithdrawnServiceGivesOutNoNumberButWhoWaitsIsCalled() {
        ServiceDetails service = all().getFirst();
        StaffPrincipal desk = hall.frontDesk();
        assertThat(issued(desk, service.id())).isTrue();
        does(admin, () -> services.withdraw(service.id(), service.version()));
        assertThat(issued(desk, service.id())).isFalse();
        assertThat(catalogue.stateOf(catalogue.service(service.id()), mall.today()))
                .isEqualTo(ServiceState.WITHDRAWN);
        ServiceDetails withdrawn = all().getFirst();
        assertThat(withdrawn.withdrawn()).isTrue();
        does(admin, () -> services.offerAgain(withdrawn.id(), withdrawn.version()));
        assertThat(issued(desk, service.id())).isTrue();
    }

    @Test
    void aSuspendedAgencyTakesNoNumbersAndItsStaffCannotSignInUntilItIsResumed() {
        AgencyDetails shown = details(agency.id());
        StaffPrincipal desk = hall.frontDesk();
        assertThat(issued(desk, agency.service().id())).isTrue();
        assertThat(as(mallAdmin, () -> agencies.openToday(agency.id()))).isEqualTo(1);
        doesProven(mallAdmin, () -> agencies.suspend(shown.id(), shown.version()));
        assertThat(issued(desk, agency.service().id())).isFalse();
        assertThatExceptionOfType(UsernameNotFoundException.class)
                .isThrownBy(() -> accounts.loadUserByUsername(admin.getUsername()));
        AgencyDetails suspended = details(agency.id());
        doesProven(mallAdmin, () -> agencies.resume(suspended.id(), suspended.version()));
        assertThat(issued(desk, agency.service().id())).isTrue();
        assertThat(accounts.loadUserByUsername(admin.getUsername())).isNotNull();
    }

    @Test
    void anAgencyThatIsRegisteredWithAllItOffersIsRecordedOnce() {
        AgencyDetails made = details(agency.id());
        assertThat(jdbc.sql("select became from audit_event where trail_id = ? and kind = 'AGENCY_CREATED'")
                        .param(agency.id().value().toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(made.code(), made.name(), agency.service().nameIndonesian(), "MONDAY 00.00");
    }

    @Test
    void anAgencysCodeAndLettersAreItsOwn() {
        AgencyDetails present = details(agency.id());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> hall.asProven(
                        mallAdmin,
                        () -> agencies.add(new AgencyDraft(present.code(), present.letters(), "Kembarannya"))))
                .satisfies(faults -> assertThat(faults.faults())
                        .extracting(InputFault::field)
                        .containsExactly("code", "letters"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as(mallAdmin, () -> agencies.add(new AgencyDraft("kecil", "abc", ""))));
    }

    @Test
    void aServiceKeepsItsOwnHoursOnTheDaysThatHaveThem() {
        ServiceDetails service = all().getFirst();
        DayHours morning = new DayHours(LocalTime.of(8, 0), LocalTime.of(11, 0));
        does(
                admin,
                () -> times.changeService(
                        service.id(),
                        service.version(),
                        Map.of(
                                DayOfWeek.MONDAY, new OwnHours(Optional.of(morning)),
                                DayOfWeek.TUESDAY, new OwnHours(Optional.empty()))));
        ServiceSummary offered = catalogue.service(service.id());
        ServiceSummary other = catalogue.service(all().getLast().id());
        ServiceDay monday = new ServiceDay(LocalDate.of(2031, 6, 2));
        ServiceDay tuesday = new ServiceDay(LocalDate.of(2031, 6, 3));
        ServiceDay wednesday = new ServiceDay(LocalDate.of(2031, 6, 4));
        assertThat(catalogue.hours(offered, monday)).contains(morning);
        assertThat(catalogue.hours(offered, tuesday)).isEmpty();
        assertThat(catalogue.stateOf(offered, tuesday)).isEqualTo(ServiceState.CLOSED_TODAY);
        assertThat(catalogue.stateOf(other, tuesday)).isEqualTo(ServiceState.OPEN);
        assertThat(catalogue.hours(offered, wednesday)).isEqualTo(catalogue.hours(agency.id(), wednesday));
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        OpeningTimes.AgencyHours before = as(admin, () -> times.ofAgency());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> doesProven(
                        admin,
                        () -> times.changeWeek(
                                before.version(),
                                Map.of(DayOfWeek.FRIDAY, new DayHours(LocalTime.of(15, 0), LocalTime.of(8, 0))))));
        assertThat(as(admin, () -> times.ofAgency())).isEqualTo(before);
    }

    @Test
    void anAgencysWeekIsChangedByOneAtATime() {
        OpeningTimes.AgencyHours shown = as(admin, () -> times.ofAgency());
        Map<DayOfWeek, DayHours> week = Map.of(DayOfWeek.MONDAY, new DayHours(LocalTime.of(8, 0), LocalTime.of(15, 0)));
        doesProven(admin, () -> times.changeWeek(shown.version(), week));
        assertThat(as(admin, () -> times.ofAgency()).week()).isEqualTo(week);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> doesProven(admin, () -> times.changeWeek(shown.version(), Map.of())));
        OpeningTimes.AgencyHours again = as(admin, () -> times.ofAgency());
        doesProven(admin, () -> times.changeWeek(again.version(), Map.of()));
        assertThat(as(admin, () -> times.ofAgency()).week()).isEmpty();
    }

    @Test
    void onAHolidayEveryAgencyIsClosedButTheOneThatOpens() {
        doesProven(
                mallAdmin,
                () -> calendar.add(new CalendarDraft(HOLIDAY, CalendarKind.NATIONAL_HOLIDAY, "Hari uji", null, null)));
        ServiceDay day = new ServiceDay(HOLIDAY);
        assertThat(catalogue.stateOf(agency.service(), day)).isEqualTo(ServiceState.CLOSED_TODAY);
        assertThat(catalogue.calendar(day)).map(CalendarEntry::name).contains("Hari uji");
        DayHours open = new DayHours(LocalTime.of(9, 0), LocalTime.of(12, 0));
        OpeningTimes.AgencyHours shown = as(admin, () -> times.ofAgency());
        does(admin, () -> times.changeHoliday(shown.version(), HOLIDAY, Optional.of(open)));
        Hall.TestAgency other = hall.agency(1, 1);
        assertThat(catalogue.hours(agency.service(), day)).contains(open);
        assertThat(catalogue.hours(other.service(), day)).isEmpty();
        CalendarEntry entry = as(mallAdmin, () -> calendar.days()).stream()
                .filter(one -> one.day().equals(HOLIDAY))
                .findAny()
                .orElseThrow();
        doesProven(mallAdmin, () -> calendar.remove(HOLIDAY, entry.version()));
        assertThat(catalogue.stateOf(other.service(), day)).isEqualTo(ServiceState.OPEN);
    }

    @Test
    void anImportTakesAllRowsOrNone() {
        List<ServiceRow> rows = Stream.of(draft("A", "Nama baru"), draft("C", "Tambahan"), draft("C", "Dua kali"))
                .map(ServiceRow::of)
                .toList();
        assertThat(as(admin, () -> services.plan(rows)).getLast().faults())
                .extracting(InputFault::key)
                .containsExactly("agency.refused.letter-twice");
        assertThatExceptionOfType(BusinessRuleViolation.class)
                .isThrownBy(() -> hall.asProven(admin, () -> services.importAll(rows)));
        assertThat(all()).hasSize(2).extracting(ServiceDetails::nameIndonesian).doesNotContain("Nama baru");
        assertThat(hall.asProven(admin, () -> services.importAll(rows.subList(0, 2))))
                .isEqualTo(2);
        assertThat(all()).extracting(ServiceDetails::nameIndonesian).contains("Nama baru", "Tambahan");
    }

    @Test
    void aRowWithdrawsAServiceOrOffersItAgainWhereItSaysSo() {
        ServiceDraft first = draft("A", "Pertama");
        ServiceDraft added = draft("C", "Tambahan");
        imports(new ServiceRow(first, ServiceRow.Offer.WITHDRAWN), new ServiceRow(added, ServiceRow.Offer.WITHDRAWN));
        assertThat(withdrawn()).containsExactly("A", "C");
        assertThat(trail(agency.id().toString(), "SERVICE_DISABLED")).hasSize(2);
        imports(ServiceRow.of(first), ServiceRow.of(added));
        assertThat(withdrawn()).containsExactly("A", "C");
        imports(new ServiceRow(first, ServiceRow.Offer.OFFERED));
        assertThat(withdrawn()).containsExactly("C");
        assertThat(as(admin, () -> services.plan(List.of(new ServiceRow(first, null))))
                        .getFirst()
                        .faults())
                .extracting(InputFault::field)
                .containsExactly("offer");
    }

    private void imports(ServiceRow... rows) {
        hall.asProven(admin, () -> services.importAll(List.of(rows)));
    }

    private List<String> withdrawn() {
        return all().stream()
                .filter(ServiceDetails::withdrawn)
                .map(ServiceDetails::letter)
                .toList();
    }

    @Test
    void theBundledHolidaysAreGoodAsTheyAre() {
        assertThat(calendar.bundled())
                .allSatisfy(day -> assertThat(day.check().faults()).isEmpty());
        assertThat(calendar.bundled())
                .filteredOn(day -> day.day() != null && day.day().getYear() == 2026)
                .hasSize(25);
    }

    @Test
    void theZoneStaysWhileNumbersOfTodayExistAndRangesAreKept() {
        issued(hall.frontDesk(), agency.service().id());
        MallDetails shown = as(mallAdmin, () -> settings.read());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> doesProven(
                        mallAdmin, () -> settings.change(shown.version(), draft(shown.rules(), "Asia/Jakarta", 2))))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("agency.refused.zone-today"));
        // Half an hour into the next day here, it is still the day of that number there.
        clock.set(mall.today().begins(shown.rules().zone()).plus(Duration.ofMinutes(24 * 60 + 30)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> doesProven(
                        mallAdmin, () -> settings.change(shown.version(), draft(shown.rules(), "Asia/Jakarta", 2))))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("agency.refused.zone-today"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> doesProven(
                        mallAdmin,
                        () -> settings.change(
                                shown.version(),
                                draft(shown.rules(), shown.rules().zone().getId(), 10))))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(InputFault::field)
                        .containsExactly("recallsBeforeNoShow"));
        assertThat(as(mallAdmin, () -> settings.read())).isEqualTo(shown);
    }

    @Test
    void whatConcernsAWholeAgencyOrTheMallNeedsAProofOfWhoSitsThere() {
        AgencyDetails shown = details(agency.id());
        MallDetails set = as(mallAdmin, () -> settings.read());
        OpeningTimes.AgencyHours week = as(admin, () -> times.ofAgency());
        List<CalendarEntry> days = as(mallAdmin, () -> calendar.days());
        CalendarDraft holiday =
                new CalendarDraft(HOLIDAY.plusDays(1), CalendarKind.NATIONAL_HOLIDAY, "Hari uji", null, null);
        List<ServiceDetails> offered = all();
        needsProof(mallAdmin, () -> agencies.suspend(shown.id(), shown.version()));
        needsProof(mallAdmin, () -> agencies.resume(shown.id(), shown.version()));
        needsProof(mallAdmin, () -> agencies.add(new AgencyDraft("TANPA-BUKTI", "ZW", "Instansi tanpa bukti")));
        needsProof(
                mallAdmin,
                () -> settings.change(
                        set.version(), draft(set.rules(), set.rules().zone().getId(), 9)));
        needsProof(mallAdmin, () -> calendar.add(holiday));
        needsProof(mallAdmin, () -> calendar.change(holiday.day(), 0, holiday));
        needsProof(mallAdmin, () -> calendar.remove(holiday.day(), 0));
        needsProof(mallAdmin, () -> calendar.importAll(List.of(holiday)));
        needsProof(admin, () -> services.importAll(List.of(ServiceRow.of(draft("A", "Semua tertimpa")))));
        needsProof(admin, () -> times.changeWeek(week.version(), Map.of()));
        assertThat(details(agency.id())).isEqualTo(shown);
        assertThat(as(mallAdmin, () -> settings.read())).isEqualTo(set);
        assertThat(as(mallAdmin, () -> calendar.days())).isEqualTo(days);
        assertThat(as(admin, () -> times.ofAgency())).isEqualTo(week);
        assertThat(all()).isEqualTo(offered);
    }

    private void needsProof(StaffPrincipal staff, Runnable work) {
        assertThatExceptionOfType(ReauthenticationRequired.class).isThrownBy(() -> does(staff, work));
    }

    private boolean saved(ServiceDetails shown, String name) {
        try {
            does(admin, () -> services.change(shown.id(), shown.version(), draft("A", name)));
            return true;
        } catch (ChangedMeanwhile late) {
            return false;
        }
    }

    private boolean issued(StaffPrincipal desk, ServiceId service) {
        try {
            as(
                    desk,
                    () -> tickets.issue(
                            CommandId.next(), VisitId.next(), true, service, PriorityClass.GENERAL, Visitor.unnamed()));
            return true;
        } catch (BusinessRuleViolation refused) {
            return false;
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private List<ServiceDetails> all() {
        return as(admin, () -> services.all());
    }

    private AgencyDetails details(id.balairung.tenancy.AgencyId id) {
        return as(mallAdmin, () -> agencies.all()).stream()
                .filter(one -> one.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private List<String> trail(String trail, String kind) {
        return jdbc.sql("select subject from audit_event where trail_id = ? and kind = ?")
                .params(trail, kind)
                .query(String.class)
                .list();
    }

    private static ServiceDraft draft(String letter, String name) {
        return new ServiceDraft(letter, name, "Service " + name, 20, 15, null, List.of());
    }

    private static MallDraft draft(MallRules rules, String zone, int recalls) {
        return new MallDraft(
                rules.name(),
                zone,
                recalls,
                (int) rules.recallCooldown().toSeconds(),
                (int) rules.lateReturnTolerance().toMinutes(),
                rules.priorityRatePercent(),
                (int) rules.vulnerableMaximumWait().toMinutes());
    }

    private <T> T as(StaffPrincipal staff, Callable<T> work) {
        return hall.as(staff, work);
    }

    private void doesProven(StaffPrincipal staff, Runnable work) {
        hall.asProven(staff, () -> {
            work.run();
            return true;
        });
    }

    private void does(StaffPrincipal staff, Runnable work) {
        hall.as(staff, () -> {
            work.run();
            return true;
        });
    }
}
