package id.balairung.agency.ui;

import com.vaadin.flow.component.Component;
import id.balairung.agency.Requirement;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDetails;
import id.balairung.agency.ServiceDraft;
import id.balairung.common.InputFault;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetRow;
import id.balairung.sheet.SheetTable;
import id.balairung.sheet.ui.ImportPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Services as a table: a row for each, its requirements in one cell, one on a line, the English after a slash. */
record ServiceSheet(ServiceAdministration services, Component speaker) {

    private static final String BETWEEN_LANGUAGES = " / ";
    private static final List<Locale> LANGUAGES = List.of(Locale.of("id"), Locale.ENGLISH);
    private static final int UNREADABLE = -1;

    /** The table of one's own services; the trail says that it left the house. */
    SheetTable export() {
        return table(services.export().stream()
                .filter(service -> !service.withdrawn())
                .map(ServiceSheet::cells)
                .toList());
    }

    ImportPlan plan() {
        return new ImportPlan(
                speaker.getTranslation("agency.services.import-title"),
                table(List.of(List.of(
                        SheetCell.of("A"),
                        SheetCell.of("Perekaman KTP-el"),
                        SheetCell.of("e-ID card recording"),
                        SheetCell.of(20),
                        SheetCell.of(15),
                        SheetCell.of(""),
                        SheetCell.of("Kartu Keluarga / Family card\nUsia 17 tahun / Aged 17")))),
                this::check,
                this::load);
    }

    private List<RowProblem> check(List<SheetRow> rows) {
        List<RowProblem> problems = new ArrayList<>();
        List<ServiceAdministration.PlannedRow> plan = services.plan(drafts(rows));
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
            services.importAll(drafts(rows));
        }
        return problems;
    }

    private static List<ServiceDraft> drafts(List<SheetRow> rows) {
        return rows.stream()
                .map(row -> new ServiceDraft(
                        row.text("letter"),
                        row.text("nameIndonesian"),
                        row.text("nameEnglish"),
                        whole(row, "targetWait"),
                        whole(row, "targetService"),
                        whole(row, "dailyQuota"),
                        Arrays.stream(row.text("requirements").split("\n"))
                                .filter(line -> !line.isBlank())
                                .map(ServiceSheet::requirement)
                                .toList()))
                .toList();
    }

    /** What is no number is told as one that is out of range, not taken for nothing. */
    private static @Nullable Integer whole(SheetRow row, String column) {
        OptionalInt number = row.whole(column);
        return number.isPresent()
                ? Integer.valueOf(number.getAsInt())
                : row.text(column).isEmpty() ? null : UNREADABLE;
    }

    private static Requirement requirement(String line) {
        String[] languages = line.split(BETWEEN_LANGUAGES, 2);
        return new Requirement(languages[0], languages.length > 1 ? languages[1] : "");
    }

    private static List<SheetCell> cells(ServiceDetails service) {
        return List.of(
                SheetCell.of(service.letter()),
                SheetCell.of(service.nameIndonesian()),
                SheetCell.of(service.nameEnglish()),
                SheetCell.of(service.targetWait()),
                SheetCell.of(service.targetService()),
                service.dailyQuota()
                        .<SheetCell>map(quota -> SheetCell.of(quota))
                        .orElseGet(() -> SheetCell.of("")),
                SheetCell.of(service.requirements().stream()
                        .map(one -> one.english().isEmpty()
                                ? one.indonesian()
                                : one.indonesian() + BETWEEN_LANGUAGES + one.english())
                        .collect(Collectors.joining("\n"))));
    }

    private SheetTable table(List<List<SheetCell>> rows) {
        return new SheetTable(
                "layanan",
                List.of(
                        column("letter", "agency.services.letter", 8),
                        column("nameIndonesian", "agency.services.name-id", 36),
                        column("nameEnglish", "agency.services.name-en", 36),
                        column("targetWait", "agency.services.target-wait", 16),
                        column("targetService", "agency.services.target-service", 16),
                        column("dailyQuota", "agency.services.quota", 14),
                        column("requirements", "agency.requirements", 60)),
                rows);
    }

    private SheetColumn column(String name, String key, int width) {
        return new SheetColumn(name, speaker.getTranslation(key), alsoCalled(name, key), width);
    }

    private List<String> alsoCalled(String name, String key) {
        return Stream.concat(Stream.of(name), LANGUAGES.stream().map(language -> speaker.getTranslation(language, key)))
                .toList();
    }
}
