package id.balairung.agency.ui;

import com.vaadin.flow.component.Component;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.DayHours;
import id.balairung.agency.MallCalendar;
import id.balairung.common.InputFault;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetRow;
import id.balairung.sheet.SheetTable;
import id.balairung.sheet.ui.ImportPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calendar as a table: date, kind, name, and the hours of a special opening. */
record CalendarSheet(MallCalendar calendar, Component speaker) {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("id"), Locale.ENGLISH);

    SheetTable export() {
        return table(calendar.export().stream().map(this::cells).toList());
    }

    ImportPlan plan() {
        return new ImportPlan(
                speaker.getTranslation("agency.calendar.import-title"),
                table(calendar.bundled().stream()
                        .map(day -> cells(new CalendarEntry(
                                Objects.requireNonNull(day.day()),
                                Objects.requireNonNull(day.kind()),
                                day.name(),
                                Optional.empty(),
                                0)))
                        .toList()),
                this::check,
                this::load);
    }

    private List<RowProblem> check(List<SheetRow> rows) {
        List<RowProblem> problems = new ArrayList<>();
        List<MallCalendar.PlannedDay> plan = calendar.plan(drafts(rows));
        for (int index = 0; index < rows.size(); index++) {
            for (InputFault fault : plan.get(index).faults()) {
                problems.add(RowProblem.at(
                        rows.get(index),
                        fault.field(),
                        fault.key(),
                        fault.arguments().toArray()));
            }
        }
        return problems;
    }

    private List<RowProblem> load(List<SheetRow> rows) {
        List<RowProblem> problems = check(rows);
        if (problems.isEmpty()) {
            calendar.importAll(drafts(rows));
        }
        return problems;
    }

    private List<CalendarDraft> drafts(List<SheetRow> rows) {
        return rows.stream()
                .map(row -> new CalendarDraft(
                        row.date("day").orElse(null),
                        kind(row.text("kind")),
                        row.text("name"),
                        row.time("opens").orElse(null),
                        row.time("closes").orElse(null)))
                .toList();
    }

    private @Nullable CalendarKind kind(String typed) {
        return Arrays.stream(CalendarKind.values())
                .filter(kind -> Stream.concat(Stream.of(kind.name()), named(keyOf(kind)))
                        .anyMatch(typed::equalsIgnoreCase))
                .findAny()
                .orElse(null);
    }

    private List<SheetCell> cells(CalendarEntry day) {
        LocalDate date = day.day();
        return List.of(
                SheetCell.of(date),
                SheetCell.of(speaker.getTranslation(keyOf(day.kind()))),
                SheetCell.of(day.name()),
                day.hours().map(DayHours::opens).<SheetCell>map(SheetCell::of).orElseGet(() -> SheetCell.of("")),
                day.hours().map(DayHours::closes).<SheetCell>map(SheetCell::of).orElseGet(() -> SheetCell.of("")));
    }

    private static String keyOf(CalendarKind kind) {
        return "agency.calendar.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private SheetTable table(List<List<SheetCell>> rows) {
        return new SheetTable(
                "kalender",
                List.of(
                        column("day", "agency.calendar.day", 14),
                        column("kind", "agency.calendar.kind", 18),
                        column("name", "agency.calendar.name", 44),
                        column("opens", "agency.hours.opens", 10),
                        column("closes", "agency.hours.closes", 10)),
                rows);
    }

    private SheetColumn column(String name, String key, int width) {
        return new SheetColumn(
                name,
                speaker.getTranslation(key),
                Stream.concat(Stream.of(name), named(key)).toList(),
                width);
    }

    private Stream<String> named(String key) {
        return LANGUAGES.stream().map(language -> speaker.getTranslation(language, key));
    }
}
