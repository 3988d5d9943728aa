package id.balairung.agency.ui;

import com.vaadin.flow.component.Component;
import id.balairung.agency.Requirement;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDetails;
import id.balairung.agency.ServiceDraft;
import id.balairung.agency.ServiceRow;
import id.balairung.agency.ServiceRow.Offer;
import id.balairung.sheet.RowEffect;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetRow;
import id.balairung.sheet.SheetTable;
import id.balairung.sheet.ui.ImportPlan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Services as a table: a row for each, withdrawn ones too, with its requirements in one cell. */
record ServiceSheet(ServiceAdministration services, SheetWords words) {

    private static final int UNREADABLE = -1;

    ServiceSheet(ServiceAdministration services, Component speaker) {
        this(services, new SheetWords(speaker));
    }

    /** The table of one's own services; the trail says that it left the house. */
    SheetTable export() {
        return table(services.export().stream().map(this::cells).toList());
    }

    ImportPlan plan() {
        ImportedRows<ServiceRow> rows = new ImportedRows<>(
                this::row,
                all -> services.plan(all).stream()
                        .map(ServiceAdministration.PlannedRow::faults)
                        .toList(),
                services::importAll);
        return new ImportPlan(
                words.say("agency.services.import-title"),
                table(List.of(List.of(
                        SheetCell.of("A"),
                        SheetCell.of("Perekaman KTP-el"),
                        SheetCell.of("e-ID card recording"),
                        SheetCell.of(20),
                        SheetCell.of(15),
                        SheetCell.of(""),
                        SheetCell.of(RequirementLines.of(List.of(
                                        new Requirement("Kartu Keluarga", "Family card"),
                                        new Requirement("Usia 17 tahun", "Aged 17")))
                                .text()),
                        SheetCell.of(words.say(keyOf(Offer.OFFERED)))))),
                rows::check,
                this::effects,
                rows::load);
    }

    private List<RowEffect> effects(List<SheetRow> rows) {
        Map<String, String> present = services.all().stream()
                .collect(Collectors.toMap(
                        ServiceDetails::letter, service -> service.prefix() + " " + service.nameIndonesian()));
        return services.plan(rows.stream().map(this::row).toList()).stream()
                .map(one -> SheetWords.effect(
                        one.effect(),
                        present.getOrDefault(one.row().draft().letter().strip().toUpperCase(Locale.ROOT), "")))
                .toList();
    }

    private ServiceRow row(SheetRow row) {
        return new ServiceRow(
                new ServiceDraft(
                        row.text("letter"),
                        row.text("nameIndonesian"),
                        row.text("nameEnglish"),
                        whole(row, "targetWait"),
                        whole(row, "targetService"),
                        whole(row, "dailyQuota"),
                        new RequirementLines(row.text("requirements")).requirements()),
                offer(row.text("offer")));
    }

    /** What is no number is told as one that is out of range, not taken for nothing. */
    private static @Nullable Integer whole(SheetRow row, String column) {
        OptionalInt number = row.whole(column);
        return number.isPresent()
                ? Integer.valueOf(number.getAsInt())
                : row.text(column).isEmpty() ? null : UNREADABLE;
    }

    private @Nullable Offer offer(String word) {
        return word.isEmpty()
                ? Offer.UNTOLD
                : words.meant(word, Stream.of(Offer.OFFERED, Offer.WITHDRAWN), ServiceSheet::keyOf)
                        .orElse(null);
    }

    private List<SheetCell> cells(ServiceDetails service) {
        return List.of(
                SheetCell.of(service.letter()),
                SheetCell.of(service.nameIndonesian()),
                SheetCell.of(service.nameEnglish()),
                SheetCell.of(service.targetWait()),
                SheetCell.of(service.targetService()),
                SheetWords.cell(service.dailyQuota(), SheetCell::of),
                SheetCell.of(RequirementLines.of(service.requirements()).text()),
                SheetCell.of(words.say(keyOf(service.withdrawn() ? Offer.WITHDRAWN : Offer.OFFERED))));
    }

    private static String keyOf(Offer offer) {
        return offer == Offer.WITHDRAWN ? "agency.services.withdrawn" : "agency.active";
    }

    private SheetTable table(List<List<SheetCell>> rows) {
        return new SheetTable(
                "layanan",
                List.of(
                        words.column("letter", "agency.services.letter", 8),
                        words.column("nameIndonesian", "agency.services.name-id", 36),
                        words.column("nameEnglish", "agency.services.name-en", 36),
                        words.column("targetWait", "agency.services.target-wait", 16),
                        words.column("targetService", "agency.services.target-service", 16),
                        words.column("dailyQuota", "agency.services.quota", 14),
                        words.column("requirements", "agency.requirements", 60),
                        words.column("offer", "agency.state", 12).optional()),
                rows);
    }
}
