package id.balairung.history;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.queue.PriorityClass;
import id.balairung.security.StaffId;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns as rows of a file, in one language and the mall's zone. All words are looked up once, not for each of a million rows. */
final class ExportWords {

    private static final int MOST_COLUMNS = 30;
    private static final SheetCell NOTHING = SheetCell.of("");

    private final ExportTexts texts;
    private final Locale language;
    private final ZoneId zone;
    private final ExportColumns shown;
    private final Map<ServiceId, String> services;
    private final Map<AgencyId, String> agencies;
    private final Map<StaffId, String> officers = new HashMap<>();
    private final Map<TurnResult, String> results;
    private final Map<PriorityClass, String> classes;
    private final String yes;
    private final String no;

    ExportWords(ExportTexts texts, Locale language, ZoneId zone, ServiceCatalogue catalogue, ExportColumns shown) {
        this.texts = texts;
        this.language = language;
        this.zone = zone;
        this.shown = shown;
        this.services = catalogue.services().stream()
                .collect(Collectors.toMap(ServiceSummary::id, service -> service.name(language)));
        this.agencies = catalogue.agencies().stream().collect(Collectors.toMap(AgencySummary::id, AgencySummary::name));
        this.results = words(TurnResult.values(), "history.result.");
        this.classes = words(PriorityClass.values(), "queue.priority.");
        this.yes = text("history.export.yes");
        this.no = text("history.export.no");
    }

    private <T extends Enum<T>> Map<T, String> words(T[] all, String start) {
        return Arrays.stream(all)
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> text(start + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    List<SheetColumn> columns() {
        List<SheetColumn> columns = new ArrayList<>();
        add(columns, "day", 12);
        add(columns, "number", 10);
        if (shown.agency()) {
            add(columns, "agency", 36);
        }
        add(columns, "service", 32);
        add(columns, "counter", 8);
        if (shown.officer()) {
            add(columns, "officer", 28);
        }
        add(columns, "class", 20);
        add(columns, "result", 22);
        for (String moment : List.of("queued", "called", "serving", "ended")) {
            add(columns, moment, 20);
        }
        add(columns, "calls", 10);
        for (String span : List.of("wait", "way", "held", "served", "whole")) {
            add(columns, span + "-seconds", 14);
            add(columns, span, 14);
        }
        add(columns, "target", 14);
        add(columns, "over-target", 14);
        if (shown.rating()) {
            add(columns, "rating", 10);
        }
        add(columns, "corrected", 12);
        if (shown.notes()) {
            add(columns, "notes", 50);
        }
        return columns;
    }

    private void add(List<SheetColumn> columns, String name, int width) {
        columns.add(new SheetColumn(name, text("history.export.column." + name), List.of(), width));
    }

    /** Takes the names of officers who weren't named yet. */
    void name(List<ExportedTurn> turns, Function<List<StaffId>, Map<StaffId, String>> names) {
        if (shown.officer()) {
            List<StaffId> unknown = turns.stream()
                    .flatMap(turn -> turn.entry().officer().stream())
                    .filter(officer -> !officers.containsKey(officer))
                    .distinct()
                    .toList();
            if (!unknown.isEmpty()) {
                Map<StaffId, String> found = names.apply(unknown);
                unknown.forEach(officer -> officers.put(officer, found.getOrDefault(officer, "")));
            }
        }
    }

    List<SheetCell> row(ExportedTurn turn) {
        HistoryEntry entry = turn.entry();
        List<SheetCell> row = new ArrayList<>(MOST_COLUMNS);
        row.add(SheetCell.of(turn.day()));
        row.add(SheetCell.of(entry.number().toString()));
        if (shown.agency()) {
            row.add(SheetCell.of(agencies.getOrDefault(entry.key().agency(), "")));
        }
        row.add(SheetCell.of(services.getOrDefault(entry.service(), "")));
        row.add(entry.counter().map(SheetCell::of).orElse(NOTHING));
        if (shown.officer()) {
            row.add(entry.officer()
                    .map(officer -> SheetCell.of(officers.getOrDefault(officer, "")))
                    .orElse(NOTHING));
        }
        row.add(SheetCell.of(classes.getOrDefault(entry.priorityClass(), "")));
        row.add(SheetCell.of(
                TurnResult.of(entry.status(), entry.outcome()).map(results::get).orElse("")));
        row.add(moment(entry.queuedAt()));
        row.add(entry.calledAt().map(this::moment).orElse(NOTHING));
        row.add(turn.servingSince().map(this::moment).orElse(NOTHING));
        row.add(entry.endedAt().map(this::moment).orElse(NOTHING));
        row.add(SheetCell.of(turn.calls()));
        span(row, entry.waitingTime());
        span(row, entry.wayTime());
        span(row, Optional.of(turn.held()).filter(Duration::isPositive));
        span(row, entry.serviceTime());
        span(row, turn.whole());
        row.add(SheetCell.of(turn.targetWait()));
        row.add(SheetCell.of(entry.overTarget() ? yes : no));
        if (shown.rating()) {
            row.add(entry.rating().map(SheetCell::of).orElse(NOTHING));
        }
        row.add(SheetCell.of(entry.corrected() ? yes : no));
        if (shown.notes()) {
            row.add(SheetCell.of(turn.notes()));
        }
        return row;
    }

    private SheetCell moment(Instant moment) {
        return new SheetCell.Moment(LocalDateTime.ofInstant(moment, zone));
    }

    private static void span(List<SheetCell> row, Optional<Duration> length) {
        row.add(length.map(took -> SheetCell.of(took.toSeconds())).orElse(NOTHING));
        row.add(length.map(SheetCell::of).orElse(NOTHING));
    }

    private String text(String key) {
        return texts.text(language, key);
    }
}
