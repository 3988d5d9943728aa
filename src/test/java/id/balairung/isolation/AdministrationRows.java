package id.balairung.isolation;

import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.INSIDE;
import static id.balairung.isolation.Outcome.RULE;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.State.ANY;
import static id.balairung.isolation.State.COUNTER_DISABLED;
import static id.balairung.isolation.State.FREE;
import static id.balairung.isolation.State.HOLIDAY;
import static id.balairung.isolation.State.LEAVER;
import static id.balairung.isolation.State.LEFT;
import static id.balairung.isolation.State.SECOND_FACTOR;
import static id.balairung.isolation.State.SUSPENDED;
import static id.balairung.isolation.State.WITHDRAWN;

import id.balairung.agency.AgencyDraft;
import id.balairung.agency.AgencyRegister;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.DayHours;
import id.balairung.agency.MallCalendar;
import id.balairung.agency.MallDraft;
import id.balairung.agency.MallRules;
import id.balairung.agency.MallSettings;
import id.balairung.agency.OpeningTimes;
import id.balairung.agency.ServedServices;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDraft;
import id.balairung.agency.ServiceRow;
import id.balairung.agency.TodaysTickets;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDraft;
import id.balairung.queue.NumbersToday;
import id.balairung.queue.Retention;
import id.balairung.queue.RetentionKind;
import id.balairung.security.Role;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetRow;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.AccountDraft;
import id.balairung.staff.OfficerAdministration;
import id.balairung.staff.OfficerTable;
import id.balairung.staff.Workplaces;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of what admins do. Everybody who calls has just proved who sits there, so that nothing but the rights is tried. */
final class AdministrationRows {

    private static final Map<DayOfWeek, DayHours> ALL_DAY = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(Function.identity(), day -> new DayHours(LocalTime.MIN, LocalTime.of(23, 59))));

    private AdministrationRows() {}

    static Stream<Row> rows() {
        return Stream.of(services(), hours(), agencies(), mall(), counters(), officers(), officerTable(), accounts())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> services() {
        return Stream.of(
                service(
                                "ServiceAdministration.all()",
                                ANY,
                                cell -> cell.the(ServiceAdministration.class).all())
                        .agencyAdmin(DONE),
                service(
                                "ServiceAdministration.unserved()",
                                ANY,
                                cell -> cell.the(ServiceAdministration.class).unserved())
                        .agencyAdmin(EMPTY),
                service(
                                "ServedServices.all()",
                                ANY,
                                cell -> cell.the(ServedServices.class).all())
                        .everybody(INSIDE),
                service(
                                "ServiceAdministration.add(ServiceDraft)",
                                ANY,
                                cell -> cell.the(ServiceAdministration.class).add(draft(cell.freeLetter())))
                        .agencyAdmin(DONE),
                service("ServiceAdministration.change(ServiceId, int, ServiceDraft)", FREE, cell -> {
                            cell.the(ServiceAdministration.class)
                                    .change(cell.otherService(), cell.versionOf(cell.otherService()), draft("B"));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("ServiceAdministration.withdraw(ServiceId, int)", FREE, cell -> {
                            cell.the(ServiceAdministration.class)
                                    .withdraw(cell.otherService(), cell.versionOf(cell.otherService()));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("ServiceAdministration.offerAgain(ServiceId, int)", WITHDRAWN, cell -> {
                            cell.the(ServiceAdministration.class)
                                    .offerAgain(cell.otherService(), cell.versionOf(cell.otherService()));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service(
                                "ServiceAdministration.plan(List)",
                                ANY,
                                cell -> cell.the(ServiceAdministration.class).plan(List.of(ServiceRow.of(draft("Y")))))
                        .agencyAdmin(DONE),
                service(
                                "ServiceAdministration.importAll(List)",
                                ANY,
                                cell -> cell.the(ServiceAdministration.class)
                                        .importAll(List.of(ServiceRow.of(draft(cell.freeLetter())))))
                        .agencyAdmin(DONE),
                service(
                                "ServiceAdministration.export()",
                                ANY,
                                cell -> cell.the(ServiceAdministration.class).export())
                        .agencyAdmin(DONE));
    }

    private static ServiceDraft draft(String letter) {
        return new ServiceDraft(letter, "Layanan Isolasi", "Isolation Service", 20, 15, null, List.of());
    }

    private static Stream<Row> hours() {
        return Stream.of(
                service(
                                "OpeningTimes.ofAgency()",
                                ANY,
                                cell -> cell.the(OpeningTimes.class).ofAgency())
                        .agencyAdmin(DONE),
                service(
                                "OpeningTimes.ofServices()",
                                ANY,
                                cell -> cell.the(OpeningTimes.class).ofServices())
                        .agencyAdmin(DONE),
                service("OpeningTimes.changeWeek(int, Map)", ANY, cell -> {
                            cell.the(OpeningTimes.class).changeWeek(cell.versionOfHours(), ALL_DAY);
                            return null;
                        })
                        .agencyAdmin(DONE),
                service("OpeningTimes.changeHoliday(int, LocalDate, Optional)", HOLIDAY, cell -> {
                            cell.the(OpeningTimes.class)
                                    .changeHoliday(cell.versionOfHours(), World.HOLIDAY, Optional.empty());
                            return null;
                        })
                        .agencyAdmin(DONE),
                service("OpeningTimes.changeService(ServiceId, int, Map)", FREE, cell -> {
                            cell.the(OpeningTimes.class)
                                    .changeService(cell.otherService(), cell.versionOf(cell.otherService()), Map.of());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE));
    }

    private static Stream<Row> agencies() {
        return Stream.of(
                service(
                                "AgencyRegister.all()",
                                ANY,
                                cell -> cell.the(AgencyRegister.class).all())
                        .mallAdmin(DONE),
                service(
                                "AgencyRegister.add(AgencyDraft)",
                                ANY,
                                cell -> cell.the(AgencyRegister.class)
                                        .add(new AgencyDraft("UJIZY", "ZY", "Instansi Uji ZY")))
                        .mallAdmin(DONE),
                service("AgencyRegister.rename(AgencyId, int, String)", ANY, cell -> {
                            cell.the(AgencyRegister.class)
                                    .rename(cell.agency(), cell.versionOfAgency(), cell.nameOfAgency());
                            return null;
                        })
                        .mallAdmin(DONE),
                service("AgencyRegister.suspend(AgencyId, int)", FREE, cell -> {
                            cell.the(AgencyRegister.class).suspend(cell.agency(), cell.versionOfAgency());
                            return null;
                        })
                        .mallAdmin(DONE),
                service("AgencyRegister.resume(AgencyId, int)", SUSPENDED, cell -> {
                            cell.the(AgencyRegister.class).resume(cell.agency(), cell.versionOfAgency());
                            return null;
                        })
                        .mallAdmin(DONE),
                service(
                                "AgencyRegister.openToday(AgencyId)",
                                FREE,
                                cell -> cell.the(AgencyRegister.class).openToday(cell.agency()))
                        .mallAdmin(DONE),
                counts(
                        "TodaysTickets.anyOn(ServiceDay)",
                        cell -> cell.the(TodaysTickets.class)
                                .anyOn(cell.the(CurrentMall.class).today())),
                counts(
                        "TodaysTickets.openAt(AgencyId, ServiceDay)",
                        cell -> cell.the(TodaysTickets.class)
                                .openAt(
                                        cell.agency(),
                                        cell.the(CurrentMall.class).today())),
                counts(
                        "NumbersToday.anyOn(ServiceDay)",
                        cell -> cell.the(NumbersToday.class)
                                .anyOn(cell.the(CurrentMall.class).today())),
                counts(
                        "NumbersToday.openAt(AgencyId, ServiceDay)",
                        cell -> cell.the(NumbersToday.class)
                                .openAt(
                                        cell.agency(),
                                        cell.the(CurrentMall.class).today())),
                counts(
                        "NumbersToday.issued(ServiceDay)",
                        cell -> cell.the(NumbersToday.class)
                                .issued(cell.the(CurrentMall.class).today())));
    }

    private static Row counts(String method, Row.Call call) {
        return service(method, State.WAITING, call)
                .everybody(DONE)
                .background("counts, for quotas and the zone's rule");
    }

    private static Stream<Row> mall() {
        return Stream.of(
                service(
                                "MallSettings.read()",
                                ANY,
                                cell -> cell.the(MallSettings.class).read())
                        .mallAdmin(DONE),
                service("MallSettings.change(int, MallDraft)", ANY, cell -> {
                            cell.the(MallSettings.class)
                                    .change(
                                            cell.versionOfMall(),
                                            asTyped(cell.the(CurrentMall.class).rules()));
                            return null;
                        })
                        .mallAdmin(DONE),
                service(
                                "MallCalendar.days()",
                                HOLIDAY,
                                cell -> cell.the(MallCalendar.class).days())
                        .agencyAdmin(DONE)
                        .mallAdmin(DONE),
                service(
                                "MallCalendar.export()",
                                HOLIDAY,
                                cell -> cell.the(MallCalendar.class).export())
                        .mallAdmin(DONE),
                service("MallCalendar.add(CalendarDraft)", ANY, cell -> {
                            cell.the(MallCalendar.class).add(holiday(World.HOLIDAY.plusDays(1)));
                            return null;
                        })
                        .mallAdmin(DONE),
                service("MallCalendar.change(LocalDate, int, CalendarDraft)", HOLIDAY, cell -> {
                            cell.the(MallCalendar.class)
                                    .change(World.HOLIDAY, cell.versionOfHoliday(), holiday(World.HOLIDAY));
                            return null;
                        })
                        .mallAdmin(DONE),
                service("MallCalendar.remove(LocalDate, int)", HOLIDAY, cell -> {
                            cell.the(MallCalendar.class).remove(World.HOLIDAY, cell.versionOfHoliday());
                            return null;
                        })
                        .mallAdmin(DONE),
                service(
                                "MallCalendar.plan(List)",
                                ANY,
                                cell -> cell.the(MallCalendar.class).plan(List.of(holiday(World.HOLIDAY.plusDays(2)))))
                        .mallAdmin(DONE),
                service(
                                "MallCalendar.importAll(List)",
                                ANY,
                                cell -> cell.the(MallCalendar.class)
                                        .importAll(List.of(holiday(World.HOLIDAY.plusDays(2)))))
                        .mallAdmin(DONE),
                service(
                                "MallCalendar.bundled()",
                                ANY,
                                cell -> cell.the(MallCalendar.class).bundled())
                        .everybody(DONE)
                        .because("a public list that comes with the application"),
                service(
                                "Retention.periods()",
                                ANY,
                                cell -> cell.the(Retention.class).periods())
                        .mallAdmin(DONE),
                service("Retention.change(RetentionKind, int, int)", ANY, cell -> {
                            cell.the(Retention.class)
                                    .change(RetentionKind.REASON, cell.daysKept(), cell.versionOfDaysKept());
                            return null;
                        })
                        .mallAdmin(DONE),
                service("Retention.run()", ANY, cell -> {
                            cell.the(Retention.class).run().join();
                            return null;
                        })
                        .mallAdmin(DONE),
                service(
                                "Retention.latest(int)",
                                ANY,
                                cell -> cell.the(Retention.class).latest(1))
                        .mallAdmin(DONE)
                        .because("who ran it, and counts"));
    }

    static CalendarDraft holiday(LocalDate day) {
        return new CalendarDraft(day, CalendarKind.LOCAL_HOLIDAY, "Hari Uji", null, null);
    }

    private static MallDraft asTyped(MallRules rules) {
        return new MallDraft(
                rules.name(),
                rules.zone().getId(),
                rules.recallsBeforeNoShow(),
                (int) rules.recallCooldown().toSeconds(),
                (int) rules.lateReturnTolerance().toMinutes(),
                rules.priorityRatePercent(),
                (int) rules.vulnerableMaximumWait().toMinutes());
    }

    private static Stream<Row> counters() {
        return Stream.of(
                service(
                                "CounterAdministration.counters()",
                                ANY,
                                cell -> cell.the(CounterAdministration.class).counters())
                        .agencyAdmin(DONE),
                service(
                                "CounterAdministration.freeNumber()",
                                ANY,
                                cell -> cell.the(CounterAdministration.class).freeNumber())
                        .agencyAdmin(DONE),
                service(
                                "CounterAdministration.create(CounterDraft)",
                                ANY,
                                cell -> cell.the(CounterAdministration.class)
                                        .create(new CounterDraft(
                                                cell.freeNumber(),
                                                new TypedText(""),
                                                new TypedText(""),
                                                Set.of(cell.service()))))
                        .agencyAdmin(DONE, RULE),
                service("CounterAdministration.change(CounterId, int, CounterDraft)", FREE, cell -> {
                            cell.the(CounterAdministration.class)
                                    .change(
                                            cell.spareCounter(),
                                            cell.revisionOf(cell.spareCounter()),
                                            new CounterDraft(
                                                    cell.freeNumber(),
                                                    new TypedText("Loket uji"),
                                                    new TypedText(""),
                                                    Set.of(cell.serviceOfTheirOwn())));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("CounterAdministration.disable(CounterId, int)", FREE, cell -> {
                            cell.the(CounterAdministration.class)
                                    .disable(cell.spareCounter(), cell.revisionOf(cell.spareCounter()));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("CounterAdministration.enable(CounterId, int)", COUNTER_DISABLED, cell -> {
                            cell.the(CounterAdministration.class)
                                    .enable(cell.spareCounter(), cell.revisionOf(cell.spareCounter()));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service(
                                "Workplaces.all()",
                                ANY,
                                cell -> cell.the(Workplaces.class).all())
                        .everybody(INSIDE),
                service(
                                "Workplaces.assigned()",
                                ANY,
                                cell -> cell.the(Workplaces.class).assigned())
                        .everybody(INSIDE),
                service("Workplaces.assign(StaffId, Set)", ANY, cell -> {
                            cell.the(Workplaces.class).assign(cell.officer().id(), Set.of());
                            return null;
                        })
                        .everybody(INSIDE),
                service("Workplaces.release(StaffId)", FREE, cell -> {
                            cell.the(Workplaces.class).release(cell.officer().id());
                            return null;
                        })
                        .everybody(INSIDE));
    }

    private static Stream<Row> officers() {
        return Stream.of(
                service(
                                "OfficerAdministration.officers()",
                                ANY,
                                cell -> cell.the(OfficerAdministration.class).officers())
                        .agencyAdmin(DONE),
                service(
                                "OfficerAdministration.counters()",
                                ANY,
                                cell -> cell.the(OfficerAdministration.class).counters())
                        .agencyAdmin(DONE),
                service(
                                "OfficerAdministration.create(String, TypedText, boolean, Set)",
                                ANY,
                                cell -> cell.the(OfficerAdministration.class)
                                        .create(
                                                cell.newName(),
                                                new TypedText("Petugas Baru"),
                                                false,
                                                Set.of(cell.spareCounter().value())))
                        .agencyAdmin(DONE, RULE)
                        .because("with a counter of the agency: another's is none of theirs"),
                service("OfficerAdministration.change(StaffId, int, TypedText, boolean, Set)", LEAVER, cell -> {
                            cell.the(OfficerAdministration.class)
                                    .change(
                                            cell.leaver(),
                                            cell.revisionOfLeaver(),
                                            new TypedText("Nama Lain"),
                                            true,
                                            Set.of());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("OfficerAdministration.disable(StaffId, int)", LEAVER, cell -> {
                            cell.the(OfficerAdministration.class).disable(cell.leaver(), cell.revisionOfLeaver());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("OfficerAdministration.enable(StaffId, int)", LEFT, cell -> {
                            cell.the(OfficerAdministration.class).enable(cell.leaver(), cell.revisionOfLeaver());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service(
                                "OfficerAdministration.resetPassword(StaffId)",
                                LEAVER,
                                cell -> cell.the(OfficerAdministration.class).resetPassword(cell.leaver()))
                        .agencyAdmin(DONE, RULE),
                service("OfficerAdministration.removeSecondFactor(StaffId)", SECOND_FACTOR, cell -> {
                            cell.the(OfficerAdministration.class).removeSecondFactor(cell.leaver());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE),
                service("OfficerAdministration.endSessions(StaffId)", LEAVER, cell -> {
                            cell.the(OfficerAdministration.class).endSessions(cell.leaver());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE));
    }

    private static Stream<Row> officerTable() {
        return Stream.of(
                service("OfficerTable.check(List)", LEAVER, cell -> {
                            requireNone(cell.the(OfficerTable.class).check(List.of(rowOfLeaver(cell))));
                            return null;
                        })
                        .agencyAdmin(DONE, RULE)
                        .because("a row with somebody's sign-in name: another agency's is taken, and no more is told"),
                service("OfficerTable.importAll(List)", LEAVER, cell -> {
                            OfficerTable.Imported imported =
                                    cell.the(OfficerTable.class).importAll(List.of(rowOfLeaver(cell)));
                            requireNone(imported.problems());
                            return imported;
                        })
                        .agencyAdmin(DONE, RULE)
                        .because("the same row"),
                service(
                                "OfficerTable.export(String, String)",
                                ANY,
                                cell -> cell.the(OfficerTable.class).export("ya", "tidak"))
                        .agencyAdmin(DONE));
    }

    private static SheetRow rowOfLeaver(Cell cell) {
        return new SheetRow(
                2,
                Map.of(
                        OfficerTable.USERNAME,
                        cell.nameOfLeaver(),
                        OfficerTable.NAME,
                        "Nama Impor",
                        OfficerTable.MAY_CHOOSE,
                        "ya"));
    }

    private static void requireNone(List<RowProblem> problems) {
        problems.stream().findFirst().ifPresent(problem -> {
            throw new BusinessRuleViolation(problem.key());
        });
    }

    private static Stream<Row> accounts() {
        return Stream.of(
                service(
                                "AccountAdministration.accounts()",
                                ANY,
                                cell -> cell.the(AccountAdministration.class).accounts())
                        .mallAdmin(DONE),
                service(
                                "AccountAdministration.agencies()",
                                ANY,
                                cell -> cell.the(AccountAdministration.class).agencies())
                        .mallAdmin(DONE),
                service(
                                "AccountAdministration.create(AccountDraft)",
                                ANY,
                                cell -> cell.the(AccountAdministration.class)
                                        .create(account(cell, cell.newName(), Role.OFFICER)))
                        .mallAdmin(DONE),
                service("AccountAdministration.change(StaffId, int, AccountDraft)", LEAVER, cell -> {
                            cell.the(AccountAdministration.class)
                                    .change(
                                            cell.leaver(),
                                            cell.revisionOfLeaver(),
                                            account(cell, "", Role.AGENCY_ADMIN));
                            return null;
                        })
                        .mallAdmin(DONE),
                service("AccountAdministration.disable(StaffId, int)", LEAVER, cell -> {
                            cell.the(AccountAdministration.class).disable(cell.leaver(), cell.revisionOfLeaver());
                            return null;
                        })
                        .mallAdmin(DONE),
                service("AccountAdministration.enable(StaffId, int)", LEFT, cell -> {
                            cell.the(AccountAdministration.class).enable(cell.leaver(), cell.revisionOfLeaver());
                            return null;
                        })
                        .mallAdmin(DONE),
                service(
                                "AccountAdministration.resetPassword(StaffId)",
                                LEAVER,
                                cell -> cell.the(AccountAdministration.class).resetPassword(cell.leaver()))
                        .mallAdmin(DONE),
                service("AccountAdministration.requireSecondFactor(StaffId)", LEAVER, cell -> {
                            cell.the(AccountAdministration.class).requireSecondFactor(cell.leaver());
                            return null;
                        })
                        .mallAdmin(DONE),
                service("AccountAdministration.removeSecondFactor(StaffId)", SECOND_FACTOR, cell -> {
                            cell.the(AccountAdministration.class).removeSecondFactor(cell.leaver());
                            return null;
                        })
                        .mallAdmin(DONE),
                service("AccountAdministration.endSessions(StaffId)", LEAVER, cell -> {
                            cell.the(AccountAdministration.class).endSessions(cell.leaver());
                            return null;
                        })
                        .mallAdmin(DONE),
                service(
                                "AccountAdministration.export()",
                                ANY,
                                cell -> cell.the(AccountAdministration.class).export())
                        .mallAdmin(DONE));
    }

    private static AccountDraft account(Cell cell, String username, Role role) {
        return new AccountDraft(username, new TypedText("Nama Uji"), role, Optional.of(cell.agency()), false, Set.of());
    }
}
