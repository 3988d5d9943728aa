package id.balairung.agency.ui;

import com.vaadin.flow.component.Component;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.DayHours;
import id.balairung.agency.MallCalendar;
import id.balairung.sheet.RowEffect;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetRow;
import id.balairung.sheet.SheetTable;
import id.balairung.sheet.ui.ImportPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calendar as a table: date, kind, name, and the hours of a special opening. */
record CalendarSheet(MallCalendar calendar, SheetWords words) {

    CalendarSheet(MallCalendar calendar, Component speaker) {
        this(calendar, new SheetWords(speaker));
    }

    SheetTable export() {
        return table(calendar.export().stream().map(this::cells).toList());
    }

    ImportPlan plan() {
        ImportedRows<CalendarDraft> rows = new ImportedRows<>(
                this::draft,
                all -> calendar.plan(all).stream()
                        .map(MallCalendar.PlannedDay::faults)
                        .toList(),
                calendar::importAll);
        return new ImportPlan(
                words.say("agency.calendar.import-title"),
                table(calendar.bundled().stream()
                        .map(day -> cells(new CalendarEntry(
                                Objects.requireNonNull(day.day()),
                                Objects.requireNonNull(day.kind()),
                                day.name(),
                                Optional.empty(),
                                0)))
                        .toList()),
                rows::check,
                this::effects,
                rows::load);
    }

    private List<RowEffect> effects(List<SheetRow> rows) {
        Map<LocalDate, String> present =
                calendar.days().stream().collect(Collectors.toMap(CalendarEntry::day, CalendarEntry::name));
        return calendar.plan(rows.stream().map(this::draft).toList()).stream()
                .map(one -> SheetWords.effect(
                        one.effect(),
                        Optional.ofNullable(one.draft().day()).map(present::get).orElse("")))
                .toList();
    }

    private CalendarDraft draft(SheetRow row) {
        return new CalendarDraft(
                row.date("day").orElse(null),
                words.meant(row.text("kind"), Stream.of(CalendarKind.values()), CalendarText::keyOf)
                        .orElse(null),
                row.text("name"),
                row.time("opens").orElse(null),
                row.time("closes").orElse(null));
    }

    private List<SheetCell> cells(CalendarEntry day) {
        return List.of(
                SheetCell.of(day.day()),
                SheetCell.of(words.say(CalendarText.keyOf(day.kind()))),
                SheetCell.of(day.name()),
                SheetWords.cell(day.hours().map(DayHours::opens), SheetCell::of),
                SheetWords.cell(day.hours().map(DayHours::closes), SheetCell::of));
    }

    private SheetTable table(List<List<SheetCell>> rows) {
        return new SheetTable(
                "kalender",
                List.of(
                        words.column("day", "agency.calendar.day", 14),
                        words.column("kind", "agency.calendar.kind", 18),
                        words.column("name", "agency.calendar.name", 44),
                        words.column("opens", "agency.hours.opens", 10),
                        words.column("closes", "agency.hours.closes", 10)),
                rows);
    }
}
