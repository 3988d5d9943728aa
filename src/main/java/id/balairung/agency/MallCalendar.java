package id.balairung.agency;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputCheck;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The mall's calendar: holidays, on which agencies are closed unless they decide otherwise, and special openings. Days can be
 * removed: nothing refers to them. A day closes or opens every agency, so each change needs a proof of who sits there.
 */
@Service
public class MallCalendar {

    private static final NationalHolidays BUNDLED = new NationalHolidays();

    private final CalendarDayRepository days;
    private final Editor editor;

    MallCalendar(CalendarDayRepository days, Editor editor) {
        this.days = days;
        this.editor = editor;
    }

    /**
     * What an import would do with a row.
     *
     * @param draft the row
     * @param effect what it would do, when it is good
     * @param faults what is wrong with it; empty when nothing is
     */
    public record PlannedDay(CalendarDraft draft, ServiceAdministration.Effect effect, List<InputFault> faults) {

        /** Keeps the faults. */
        public PlannedDay {
            faults = List.copyOf(faults);
        }
    }

    /** Every day of the calendar, the earliest first. */
    @RolesAllowed({Role.MALL_ADMIN_ROLE, Role.AGENCY_ADMIN_ROLE})
    public List<CalendarEntry> days() {
        return editor.read(() ->
                days.findAllByOrderByDay().stream().map(CalendarDay::entry).toList());
    }

    /** Every day of the calendar, for a file that leaves the house; the trail says so. */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public List<CalendarEntry> export() {
        return editor.read(() -> {
            List<CalendarEntry> all =
                    days.findAllByOrderByDay().stream().map(CalendarDay::entry).toList();
            editor.record(AuditEvent.ofMall(AuditKind.EXPORTED, "kalender").with("rows", String.valueOf(all.size())));
            return all;
        });
    }

    /**
     * Adds a day.
     *
     * @param draft what was typed
     * @throws InvalidInput when it can't be taken
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public void add(CalendarDraft draft) {
        draft.check().orThrow();
        editor.requireProof();
        editor.changeForAll(() -> {
            LocalDate day = Objects.requireNonNull(draft.day());
            draft.check()
                    .that(!days.existsById(day), "day", "agency.refused.day-taken")
                    .orThrow();
            return create(draft);
        });
    }

    /**
     * Changes a day's kind, name or hours.
     *
     * @param day the day; the draft's isn't looked at
     * @param version the version that the form was filled with
     * @param draft what was typed
     * @throws InvalidInput when it can't be taken
     * @throws ChangedMeanwhile when somebody else changed it
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public void change(LocalDate day, int version, CalendarDraft draft) {
        new CalendarDraft(day, draft.kind(), draft.name(), draft.opens(), draft.closes())
                .check()
                .orThrow();
        editor.requireProof();
        editor.changeForAll(() -> follow(inVersion(day, version), draft));
    }

    /**
     * Takes a day out of the calendar. Agencies that had opened on it keep that: they are open again when another holiday is
     * entered for the same day.
     *
     * @param day the day
     * @param version the version that was shown
     * @throws ChangedMeanwhile when somebody else changed it
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public void remove(LocalDate day, int version) {
        editor.requireProof();
        editor.changeForAll(() -> {
            CalendarDay present = inVersion(day, version);
            days.delete(present);
            editor.record(changed(day).changing(present.entry().facts(), Map.of()));
            return day;
        });
    }

    /** Indonesia's national holidays and collective leave as far as they are bundled with the application. */
    public List<CalendarDraft> bundled() {
        return BUNDLED.days();
    }

    /**
     * What an import of days would do, and everything that is wrong with them. Changes nothing.
     *
     * @param rows the days
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public List<PlannedDay> plan(List<CalendarDraft> rows) {
        return editor.read(() -> planned(rows));
    }

    /**
     * Imports days, all or none. A day that is in the calendar is changed, others are added.
     *
     * @param rows the days
     * @return how many days were added or changed
     * @throws BusinessRuleViolation when any row is bad
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     */
    @RolesAllowed(Role.MALL_ADMIN_ROLE)
    public int importAll(List<CalendarDraft> rows) {
        editor.requireProof();
        return editor.changeForAll(() -> {
            List<PlannedDay> plan = planned(rows);
            if (plan.isEmpty() || plan.stream().anyMatch(row -> !row.faults().isEmpty())) {
                throw new BusinessRuleViolation("agency.refused.import");
            }
            int touched = 0;
            for (PlannedDay row : plan) {
                LocalDate day = Objects.requireNonNull(row.draft().day());
                if (row.effect() == ServiceAdministration.Effect.ADDED) {
                    create(row.draft());
                    touched++;
                } else if (row.effect() == ServiceAdministration.Effect.CHANGED) {
                    follow(days.findLockedByDay(day).orElseThrow(), row.draft());
                    touched++;
                }
            }
            editor.record(AuditEvent.ofMall(AuditKind.IMPORTED, "kalender")
                    .with("rows", String.valueOf(rows.size()))
                    .with("changes", String.valueOf(touched)));
            return touched;
        });
    }

    private List<PlannedDay> planned(List<CalendarDraft> rows) {
        Map<LocalDate, CalendarEntry> present = new HashMap<>();
        days.findAll().forEach(day -> present.put(day.day(), day.entry()));
        Set<LocalDate> seen = new HashSet<>();
        List<PlannedDay> plan = new ArrayList<>();
        for (CalendarDraft row : rows) {
            @Nullable LocalDate day = row.day();
            InputCheck check = row.check().that(day == null || seen.add(day), "day", "agency.refused.day-twice");
            CalendarEntry known = day == null ? null : present.get(day);
            ServiceAdministration.Effect effect = known == null
                    ? ServiceAdministration.Effect.ADDED
                    : known.is(row) ? ServiceAdministration.Effect.SAME : ServiceAdministration.Effect.CHANGED;
            plan.add(new PlannedDay(row, effect, check.faults()));
        }
        return plan;
    }

    private LocalDate create(CalendarDraft draft) {
        CalendarDay day = days.saveAndFlush(new CalendarDay(draft, editor.signature()));
        editor.record(changed(day.day()).changing(Map.of(), day.entry().facts()));
        return day.day();
    }

    private LocalDate follow(CalendarDay day, CalendarDraft draft) {
        CalendarEntry before = day.entry();
        day.follow(draft, editor.signature());
        editor.record(changed(day.day()).changing(before.facts(), day.entry().facts()));
        return day.day();
    }

    private CalendarDay inVersion(LocalDate day, int version) {
        CalendarDay present =
                days.findLockedByDay(day).orElseThrow(() -> new BusinessRuleViolation("agency.refused.no-such-day"));
        editor.requireVersion(present.lastChange(), present.version(), version);
        return present;
    }

    private static AuditEvent changed(LocalDate day) {
        return AuditEvent.ofMall(AuditKind.CALENDAR_CHANGED, day.toString());
    }
}
