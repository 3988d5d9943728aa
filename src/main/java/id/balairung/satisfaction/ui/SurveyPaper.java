package id.balairung.satisfaction.ui;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.paper.PdfPaper;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.Mutu;
import id.balairung.satisfaction.SurveyReport;
import id.balairung.sheet.SheetBook;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetTable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the survey's report as a PDF that is signed, and as a workbook. The same report gives the same files. */
@Component
class SurveyPaper {

    private static final String TEMPLATE = "/templates/laporan-skm.mustache";
    private static final BigDecimal LEAST = BigDecimal.valueOf(25);
    private static final BigDecimal HIGHEST = new BigDecimal("100.00");

    /** How much of the scale's width is left for its upper end, in percent. */
    private static final BigDecimal BEYOND = BigDecimal.valueOf(15);

    private static final BigDecimal SPAN = BigDecimal.valueOf(75);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int PLACES = 2;
    private static final int BESIDE = 3;

    private final ReportWords words;
    private final Mustache.Compiler mustache;

    SurveyPaper(I18NProvider texts, Mustache.Compiler mustache) {
        this.words = new ReportWords(texts);
        this.mustache = mustache;
    }

    /** A file's name without its ending, as in skm-dukcapil-2026-11. */
    static String fileName(SurveyReport report) {
        return ("skm-" + report.agency().map(agency -> agency.code()).orElse("mpp") + "-"
                        + report.period().code())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    void writeBook(SurveyReport report, OutputStream out) throws IOException {
        SurveyTables tables = new SurveyTables(words, report);
        new SheetBook(Stream.concat(Stream.of(tables.summary()), tables.details().stream())
                        .toList())
                .write(out);
    }

    void writePdf(SurveyReport report, OutputStream out) throws IOException {
        new PdfPaper(page(report)).write(out);
    }

    String page(SurveyReport report) {
        try (Reader template = new InputStreamReader(
                Objects.requireNonNull(SurveyPaper.class.getResourceAsStream(TEMPLATE), TEMPLATE),
                StandardCharsets.UTF_8)) {
            return mustache.compile(template).execute(model(report));
        } catch (IOException e) {
            throw new IllegalStateException("The template can't be read", e);
        }
    }

    private Map<String, Object> model(SurveyReport report) {
        SurveyTables tables = new SurveyTables(words, report);
        boolean answered = report.whole().responses().count() > 0;
        Map<String, Object> model = new HashMap<>();
        model.put("words", (Mustache.Lambda)
                (fragment, out) -> out.write(Escapers.HTML.escape(words.of(fragment.execute()))));
        model.put("mall", report.mall());
        model.put("whose", tables.whose());
        model.put("period", words.of("period-of", words.period(report.period())));
        model.put("population", words.count(report.whole().sample().population()));
        model.put("needed", words.count(report.whole().sample().needed()));
        model.put("responses", words.count(report.whole().sample().responses()));
        model.put("remarks", tables.remarks());
        tables.sufficient().ifPresent(told -> model.put("sufficient", told));
        model.put("days", words.days(report.period().from(), report.until()));
        model.put("method", String.join(" ", tables.method()));
        report.ikm().ifPresent(ikm -> model.put("ikm", ikm(ikm)));
        model.put("answered", answered);
        if (answered) {
            model.put("unsur", table(tables.unsur()));
            model.put("means", table(tables.means()));
            model.put("respondents", columns(tables.respondents()));
            model.put("plans", table(tables.plans()));
        }
        if (!report.whole().parts().isEmpty()) {
            model.put("parts", table(tables.parts()));
        }
        model.put("trend", table(tables.trend()));
        model.put("pooled", report.agency().isEmpty());
        model.put("ofAgency", report.agency().isPresent());
        return model;
    }

    private Map<String, Object> ikm(Ikm ikm) {
        return Map.of(
                "value",
                words.number(ikm.value()),
                "mutu",
                ikm.mutu().name(),
                "kinerja",
                words.of("kinerja." + ikm.mutu().name()),
                "bands",
                bands(ikm.mutu()),
                "highest",
                words.number(HIGHEST),
                "place",
                place(ikm.value()).toPlainString());
    }

    /** The four qualities from the worst to the best, each as wide as it is; the scale's end stands beyond them. */
    private List<Map<String, Object>> bands(Mutu reached) {
        List<Mutu> all = Arrays.stream(Mutu.values())
                .sorted(Comparator.comparing(Mutu::least))
                .toList();
        return IntStream.range(0, all.size())
                .mapToObj(number -> {
                    Mutu mutu = all.get(number);
                    BigDecimal end =
                            number + 1 < all.size() ? place(all.get(number + 1).least()) : PERCENT;
                    return Map.<String, Object>of(
                            "mutu", mutu.name(),
                            "least", words.number(mutu.least()),
                            "width",
                                    end.subtract(place(mutu.least()))
                                            .multiply(PERCENT.subtract(BEYOND))
                                            .divide(PERCENT, PLACES, RoundingMode.HALF_UP)
                                            .toPlainString(),
                            "reached", mutu == reached);
                })
                .toList();
    }

    /** Where an IKM stands between 25 and 100, in percent. */
    private static BigDecimal place(BigDecimal ikm) {
        return ikm.subtract(LEAST).multiply(PERCENT).divide(SPAN, PLACES, RoundingMode.HALF_UP);
    }

    private record Cell(String text, boolean number) {}

    private Map<String, Object> table(SheetTable table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean grouped = false;
        for (List<SheetCell> row : table.rows()) {
            grouped |= isPart(row);
        }
        for (List<SheetCell> row : table.rows()) {
            rows.add(Map.of(
                    "cells",
                    IntStream.range(0, row.size())
                            .mapToObj(column -> new Cell(text(row.get(column)), number(table, column)))
                            .toList(),
                    "whole",
                    grouped && !isPart(row)));
        }
        return Map.of(
                "name",
                table.name(),
                "heads",
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> new Cell(table.columns().get(column).header(), number(table, column)))
                        .toList(),
                "rows",
                rows);
    }

    private static boolean isPart(List<SheetCell> row) {
        return row.getFirst() instanceof SheetCell.Text(String text) && text.startsWith(SurveyTables.MOVED_IN);
    }

    private static boolean number(SheetTable table, int column) {
        for (List<SheetCell> row : table.rows()) {
            if (row.get(column) instanceof SheetCell.Number) {
                return true;
            }
        }
        return false;
    }

    private String text(SheetCell cell) {
        return switch (cell) {
            case SheetCell.Text text -> text.text();
            case SheetCell.Number number -> words.number(number.number());
            case SheetCell.Day day -> words.day(day.date());
            default -> throw new IllegalArgumentException("The report has no such cell: " + cell);
        };
    }

    /** Dealt out to three columns, in which they stand under each other. */
    private List<List<Map<String, Object>>> columns(List<SheetTable> tables) {
        return IntStream.range(0, BESIDE)
                .mapToObj(column -> IntStream.iterate(column, place -> place < tables.size(), place -> place + BESIDE)
                        .mapToObj(place -> table(tables.get(place)))
                        .toList())
                .toList();
    }
}
