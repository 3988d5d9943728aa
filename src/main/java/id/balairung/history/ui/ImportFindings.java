package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.Icons;
import id.balairung.history.ImportCheck;
import id.balairung.history.ImportPreview;
import id.balairung.sheet.RowProblem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What would come of a file: how many rows, which services nobody knows, what is wrong where, and the first rows as they would be. */
final class ImportFindings extends Div {

    private static final int SHOWN = 100;
    private static final int FEW = 8;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm.ss");

    private final transient ImportServices services;
    private final transient DateTimeFormatter day =
            DateTimeFormatter.ofPattern(getTranslation("history.date"), getLocale());
    private final Paragraph counted = new Paragraph();
    private final Paragraph next = new Paragraph();
    private final Div unknown = new Div();
    private final Div unknownFields = new Div();
    private final Div wrong = new Div();
    private final Paragraph wrongNote = new Paragraph();
    private final Grid<RowProblem> problems = new Grid<>();
    private final Anchor all = new Anchor();
    private final Div right = new Div();
    private final Grid<ImportPreview> preview = new Grid<>();
    private final transient Map<String, ServiceId> chosen = new HashMap<>();
    private int rows;

    ImportFindings(ImportServices services, Runnable checkAgain) {
        this.services = services;
        addClassName("findings");
        counted.addClassName("bl-import-count");
        counted.getElement().setAttribute("role", "status");
        unknownFields.addClassName("fields");
        unknown.add(
                new H3(getTranslation("history.import.unknown-services")),
                new Paragraph(getTranslation("history.import.unknown-services-next")),
                unknownFields,
                new Button(getTranslation("history.import.check-again"), click -> checkAgain.run()));
        all.addClassName("file");
        all.add(Icons.DOWN.create(), new Span(getTranslation("history.import.problems-file")));
        wrong.add(new H3(getTranslation("history.import.problems")), wrongNote, problems, all);
        right.add(new H3(getTranslation("history.import.preview")), preview);
        fillProblems();
        fillPreview();
        add(counted, next, unknown, wrong, right);
    }

    /** The services that were chosen for names nobody knew. */
    Map<String, ServiceId> chosen() {
        return Map.copyOf(chosen);
    }

    int rows() {
        return rows;
    }

    void clear() {
        chosen.clear();
        rows = 0;
    }

    void show(ImportCheck check) {
        rows = check.rows();
        counted.setText(told(check));
        next.setText(next(check));
        unknown.setVisible(!check.unknownServices().isEmpty());
        unknownFields.removeAll();
        check.unknownServices().forEach((name, times) -> unknownFields.add(choice(name, times)));
        List<RowProblem> found = check.problems();
        wrong.setVisible(!found.isEmpty());
        wrongNote.setText(
                found.size() > SHOWN ? getTranslation("history.import.problems-first", SHOWN, found.size()) : "");
        problems.setAllRowsVisible(found.size() <= FEW);
        problems.setItems(found.stream().limit(SHOWN).toList());
        all.setHref(new ProblemsDownload(this::sentence, this::texts, found), AttachmentType.DOWNLOAD);
        right.setVisible(!check.preview().isEmpty());
        preview.setAllRowsVisible(check.preview().size() <= FEW);
        preview.setItems(check.preview());
    }

    /** What to do where nothing can be imported. */
    private String next(ImportCheck check) {
        if (!check.good()) {
            return getTranslation(
                    check.unknownServices().isEmpty() ? "history.import.mend" : "history.import.mend-or-choose",
                    check.bad());
        }
        return check.fresh() == 0 ? getTranslation("history.import.nothing-new") : "";
    }

    private String told(ImportCheck check) {
        String counts = getTranslation("history.import.count", check.rows(), check.fresh(), check.known(), check.bad());
        return check.unknownOfficers() == 0
                ? counts
                : counts + " "
                        + getTranslation("history.import.unknown-officers", check.unknownOfficers(), officers(check));
    }

    private String officers(ImportCheck check) {
        List<String> names = check.namesOfUnknownOfficers();
        String first = names.stream()
                .limit(FEW)
                .map(name -> getTranslation("history.import.quoted", name))
                .collect(Collectors.joining(", "));
        return names.size() > FEW ? getTranslation("history.import.and-others", first) : first;
    }

    private ComboBox<ServiceSummary> choice(String name, int times) {
        ComboBox<ServiceSummary> choice = new ComboBox<>(getTranslation("history.import.unknown-service", name, times));
        choice.setItems(services.catalogue().servicesOf(services.currentStaff().requireAgency()));
        choice.setItemLabelGenerator(service -> service.prefix() + " " + service.name(getLocale()));
        choice.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                chosen.remove(name);
            } else {
                chosen.put(name, change.getValue().id());
            }
        });
        return choice;
    }

    private void fillProblems() {
        problems.addThemeVariants(GridVariant.NO_BORDER, GridVariant.ROW_STRIPES);
        problems.setSelectionMode(Grid.SelectionMode.NONE);
        problems.addClassName("bl-problems");
        problems.getElement().setAttribute("aria-label", getTranslation("history.import.problems"));
        problems.addColumn(RowProblem::row)
                .setHeader(getTranslation("sheet.import.row"))
                .setWidth("5rem")
                .setFlexGrow(0);
        problems.addColumn(RowProblem::column)
                .setHeader(getTranslation("history.import.column"))
                .setWidth("9rem")
                .setFlexGrow(0);
        problems.addComponentColumn(problem -> {
                    Span words = new Span(sentence(problem));
                    words.addClassName("words");
                    return words;
                })
                .setHeader(getTranslation("sheet.import.finding"))
                .setFlexGrow(1);
    }

    private void fillPreview() {
        preview.addThemeVariants(GridVariant.NO_BORDER, GridVariant.ROW_STRIPES);
        preview.setSelectionMode(Grid.SelectionMode.NONE);
        preview.addClassName("bl-preview");
        preview.getElement().setAttribute("aria-label", getTranslation("history.import.preview"));
        column("sheet.import.row", "4rem", 0, row -> String.valueOf(row.row()));
        column("history.export.column.number", "5.5rem", 0, ImportPreview::number);
        column("history.export.column.service", "9rem", 2, ImportPreview::service);
        column(
                "history.export.column.counter",
                "4rem",
                0,
                row -> row.counter().map("%02d"::formatted).orElse(""));
        column("history.export.column.class", "7rem", 1, row -> word("queue.priority.", row.priorityClass()));
        column("history.export.column.result", "7rem", 1, row -> word("history.result.", row.result()));
        column("history.export.column.queued", "10rem", 0, row -> moment(row.queuedAt()));
        column(
                "history.export.column.called",
                "7rem",
                0,
                row -> row.calledAt()
                        .map(called -> later(called, row.queuedAt()))
                        .orElse(""));
        column("history.export.column.ended", "7rem", 0, row -> later(row.endedAt(), row.queuedAt()));
    }

    private void column(String key, String width, int grow, ValueProvider<ImportPreview, String> text) {
        preview.addColumn(text)
                .setHeader(getTranslation(key))
                .setWidth(width)
                .setFlexGrow(grow)
                .setTooltipGenerator(text::apply);
    }

    /** With its seconds, as it will be kept. */
    private String moment(LocalDateTime moment) {
        return day.format(moment) + ", " + CLOCK.format(moment);
    }

    /** The day only where it is another one. */
    private String later(LocalDateTime moment, LocalDateTime first) {
        return moment.toLocalDate().equals(first.toLocalDate()) ? CLOCK.format(moment) : moment(moment);
    }

    private String word(String start, Enum<?> of) {
        return getTranslation(start + of.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String sentence(RowProblem problem) {
        return getTranslation(
                problem.key(),
                problem.arguments().stream()
                        .map(argument -> argument instanceof LocalDate date ? day.format(date) : argument)
                        .toArray());
    }

    private String texts(String key) {
        return getTranslation(key);
    }
}
