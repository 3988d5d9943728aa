package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.balairung.agency.ServiceSummary;
import id.balairung.history.HistoryFilter;
import id.balairung.queue.ui.PriorityLook;
import id.balairung.security.StaffId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an export was filtered by, in the words of the list's own fields. */
final class ExportFilterWords {

    private final Component speaker;
    private final ExportServices services;
    private final OfficerNames officers;
    private final HistoryFilter filter;
    private final Locale language = UI.getCurrent().getLocale();

    ExportFilterWords(Component speaker, ExportServices services, OfficerNames officers, HistoryFilter filter) {
        this.speaker = speaker;
        this.services = services;
        this.officers = officers;
        this.filter = filter;
    }

    /** Which days. */
    String period() {
        String first = day(filter.from());
        return filter.to().equals(filter.from())
                ? text("history.exports.day", first)
                : text("history.exports.days", first, day(filter.to()));
    }

    /** Which of their turns; empty for all. */
    String narrowed() {
        List<String> parts = new ArrayList<>();
        filter.agency()
                .map(services.catalogue()::agency)
                .ifPresent(agency -> parts.add(named("history.filter.agency", agency.name())));
        filter.service()
                .map(services.catalogue()::service)
                .ifPresent(service -> parts.add(named("history.filter.service", name(service))));
        filter.counter().ifPresent(number -> parts.add(named("history.filter.counter", "%02d".formatted(number))));
        filter.officer().ifPresent(officer -> parts.add(named("history.filter.officer", name(officer))));
        filter.result().ifPresent(result -> parts.add(named("history.filter.result", text(TurnLook.keyOf(result)))));
        filter.number()
                .ifPresent(number -> parts.add(named("history.export.column.number", HistoryQuery.words(number))));
        filter.priorityClass()
                .ifPresent(chosen -> parts.add(named(
                        "history.filter.class", text(PriorityLook.of(chosen).key()))));
        filter.rating().ifPresent(stars -> parts.add(named("history.filter.rating", String.valueOf(stars))));
        if (!filter.note().isEmpty()) {
            parts.add(named("history.filter.note", filter.note()));
        }
        parts.addAll(new FigureWords(speaker).parts(filter.figure()).keySet());
        return String.join("; ", parts);
    }

    /** Both in one. */
    String whole() {
        String narrowed = narrowed();
        return narrowed.isEmpty() ? period() : period() + "; " + narrowed;
    }

    private String named(String field, String value) {
        return text("history.exports.filtered", text(field), value);
    }

    private String name(ServiceSummary service) {
        return service.prefix() + " " + service.name(language);
    }

    private String name(StaffId officer) {
        return officers.of(filter.agency())
                .map(names -> names.getOrDefault(officer, text("history.filter.unknown-officer")))
                .orElse(HistoryWords.NONE);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", language).format(day);
    }

    private String text(String key, Object... arguments) {
        return speaker.getTranslation(key, arguments);
    }
}
