package id.balairung.dashboard.ui;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.Share;
import id.balairung.dashboard.PeriodReport;
import id.balairung.dashboard.ReportPress;
import id.balairung.paper.PdfPaper;
import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import id.balairung.rollup.WeekHours;
import id.balairung.satisfaction.Ikm;
import id.balairung.sheet.SheetBook;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetTable;
import id.balairung.tenancy.AgencyId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the reports of months and years. The paper's charts are drawn as boxes of the page, which a printer without colours tells
 * apart, too; those of the workbook by the spreadsheet.
 */
@Component
class PeriodPaper implements ReportPress {

    private static final String TEMPLATE = "/templates/laporan-berkala.mustache";
    private static final int PERCENT = 100;
    private static final double CHART_MILLIMETRES = 34;
    private static final int GAP_PERCENT = 25;
    private static final int FEW_STEPS = 12;
    private static final int SHADES = 6;
    private static final int TEN = 10;

    private final I18NProvider texts;
    private final Mustache.Compiler mustache;
    private final CurrentMall mall;
    private final ServiceCatalogue catalogue;

    PeriodPaper(I18NProvider texts, Mustache.Compiler mustache, CurrentMall mall, ServiceCatalogue catalogue) {
        this.texts = texts;
        this.mustache = mustache;
        this.mall = mall;
        this.catalogue = catalogue;
    }

    private interface Writing {
        void write(OutputStream out) throws IOException;
    }

    @Override
    public byte[] xlsx(PeriodReport report) {
        PaperTables tables = tables(report);
        return written(new SheetBook(tables.sheets(), Optional.of(new PaperCharts(tables).sheet()))::write);
    }

    @Override
    public byte[] pdf(PeriodReport report) {
        return written(new PdfPaper(page(report))::write);
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            writing.write(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return file.toByteArray();
    }

    private PaperTables tables(PeriodReport report) {
        return new PaperTables(new PaperWords(texts, mall.rules().zone(), catalogue), report);
    }

    private String page(PeriodReport report) {
        try (Reader template = new InputStreamReader(
                Objects.requireNonNull(PeriodPaper.class.getResourceAsStream(TEMPLATE), TEMPLATE),
                StandardCharsets.UTF_8)) {
            return mustache.compile(template).execute(model(tables(report)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Map<String, Object> model(PaperTables tables) {
        PeriodReport report = tables.report();
        PaperWords words = tables.words();
        Figures total = report.figures().total();
        Map<String, Object> model = new HashMap<>();
        model.put("words", (Mustache.Lambda)
                (fragment, out) -> out.write(Escapers.HTML.escape(words.of(fragment.execute()))));
        model.put("mall", report.mall());
        model.put("whose", tables.whose());
        model.put("title", tables.title());
        model.put("period", words.period(report.period()));
        model.put("compared", words.of("compared", words.period(report.period().minus(1))));
        model.put("made", words.of("made-at", words.moment(report.madeAt())));
        model.put("remarks", tables.remarks());
        model.put("highlights", highlights(tables));
        model.put("chart", chart(tables));
        model.put("measures", table(tables.measures(), words));
        model.put("heat", heat(tables));
        model.put("pooled", report.agency().isEmpty());
        if (report.agency().isEmpty()) {
            model.put("bars", bars(tables));
            model.put("agencies", table(tables.agencies(), words));
        }
        if (total.judged() + total.service().n() > 0) {
            model.put("services", table(tables.services(), words));
        }
        if (!report.figures().counters().isEmpty()) {
            model.put("counters", table(tables.counters(), words));
        }
        model.put("steps", table(tables.steps(), words));
        model.put("stepsName", words.of(tables.isMonth() ? "steps-day" : "steps-month"));
        model.put("method", tables.method());
        return model;
    }

    private record Highlight(String name, String value, String unit, String n, String before) {}

    /** The first figures one looks for, four beside each other. */
    private static List<List<Highlight>> highlights(PaperTables tables) {
        PaperWords words = tables.words();
        PeriodReport report = tables.report();
        Figures now = report.figures().total();
        Figures then = report.before().total();
        Optional<Ikm> ikm = report.said().ikm();
        return List.of(
                List.of(
                        new Highlight(
                                words.of("arrivals"),
                                words.count(now.arrivals()),
                                "",
                                words.of("served-n", words.count(now.served())),
                                before(tables, words.count(then.arrivals()))),
                        share(tables, "within", now.withinTargetShare(), then.withinTargetShare()),
                        time(
                                tables,
                                "wait-median",
                                PaperWords.minutes(now.waiting().medianTime()),
                                now.waiting().n(),
                                PaperWords.minutes(then.waiting().medianTime())),
                        time(
                                tables,
                                "wait-p90",
                                PaperWords.minutes(now.waiting().p90Time()),
                                now.waiting().n(),
                                PaperWords.minutes(then.waiting().p90Time()))),
                List.of(
                        share(tables, "service-within", now.serviceWithinShare(), then.serviceWithinShare()),
                        share(tables, "no-shows", now.noShowShare(), then.noShowShare()),
                        share(tables, "abandoned", now.abandonedShare(), then.abandonedShare()),
                        new Highlight(
                                words.of("ikm"),
                                ikm.map(found -> words.number(found.value())).orElse(DashboardWords.NOTHING),
                                ikm.map(found -> words.of(
                                                "mutu-of",
                                                found.mutu().name(),
                                                words.kinerja(found.mutu().name())))
                                        .orElse(""),
                                words.of(
                                        "n-of",
                                        words.count(report.said().sample().responses())),
                                before(
                                        tables,
                                        report.saidBefore()
                                                .ikm()
                                                .map(found -> words.number(found.value()))
                                                .orElse(DashboardWords.NOTHING)))));
    }

    private static Highlight share(PaperTables tables, String name, Share now, Share then) {
        PaperWords words = tables.words();
        return new Highlight(
                words.of(name),
                percent(now),
                "",
                words.of("n-of", words.count(now.whole())),
                before(tables, percent(then)));
    }

    private static Highlight time(
            PaperTables tables, String name, Optional<BigDecimal> now, long n, Optional<BigDecimal> then) {
        PaperWords words = tables.words();
        return new Highlight(
                words.of(name),
                now.map(words::number).orElse(DashboardWords.NOTHING),
                now.isPresent() ? words.of("unit-minutes") : "",
                words.of("n-of", words.count(n)),
                before(tables, then.map(words::number).orElse(DashboardWords.NOTHING)));
    }

    private static String before(PaperTables tables, String value) {
        return tables.words().of("before", value);
    }

    private static String percent(Share share) {
        return share.percent().map(percent -> percent + "%").orElse(DashboardWords.NOTHING);
    }

    /**
     * A column of a chart, in percent of its width and in millimetres of its height.
     *
     * @param label what stands below it
     * @param value what stands below that where there is room
     * @param low whether it stays below the goal
     */
    private record Bar(String left, String width, String height, String label, String value, boolean low) {}

    private static Map<String, Object> chart(PaperTables tables) {
        PeriodReport report = tables.report();
        SortedMap<LocalDate, Figures> steps = report.figures().steps();
        double width = (double) PERCENT / steps.size();
        List<Bar> bars = new ArrayList<>();
        int place = 0;
        for (Map.Entry<LocalDate, Figures> step : steps.entrySet()) {
            Share share = step.getValue().withinTargetShare();
            double height = share.whole() == 0 ? 0 : CHART_MILLIMETRES * share.part() / share.whole();
            bars.add(new Bar(
                    decimal(width * place + width * GAP_PERCENT / PERCENT / 2),
                    decimal(width * (PERCENT - GAP_PERCENT) / PERCENT),
                    decimal(height),
                    tables.words().step(step.getKey(), report.period()),
                    percent(share),
                    share.percent().filter(percent -> percent < Goal.PERCENT).isPresent()));
            place++;
        }
        return Map.of(
                "bars",
                bars,
                "valued",
                steps.size() <= FEW_STEPS,
                "labelWidth",
                decimal(width),
                "height",
                decimal(CHART_MILLIMETRES),
                "goal",
                decimal(CHART_MILLIMETRES * Goal.PERCENT / PERCENT),
                "goalName",
                tables.words().of("goal", String.valueOf(Goal.PERCENT)));
    }

    private record Shaded(String text, int shade, boolean dark) {}

    /** Means of such weekdays, as on the screen: one that came five times doesn't look busier than one that came four times. */
    private static Map<String, Object> heat(PaperTables tables) {
        WeekHours found = tables.report().figures().total().hours();
        List<Integer> hours = tables.hours();
        double most = Stream.of(DayOfWeek.values())
                .flatMap(day -> hours.stream().map(hour -> mean(tables, found, day, hour)))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        return Map.of(
                "hours",
                hours.stream().map(hour -> "%02d".formatted(hour)).toList(),
                "rows",
                Stream.of(DayOfWeek.values())
                        .map(day -> Map.of(
                                "day",
                                tables.words().weekday(day),
                                "cells",
                                hours.stream()
                                        .map(hour -> shaded(tables, mean(tables, found, day, hour), most))
                                        .toList()))
                        .toList());
    }

    private static double mean(PaperTables tables, WeekHours found, DayOfWeek day, int hour) {
        return (double) found.count(WeekHours.Kind.ARRIVALS, day, hour) / tables.days(day);
    }

    private static Shaded shaded(PaperTables tables, double mean, double most) {
        int shade = mean == 0 ? 0 : (int) Math.ceil(mean / most * (SHADES - 1));
        BigDecimal told = BigDecimal.valueOf(mean).setScale(mean < TEN ? 1 : 0, RoundingMode.HALF_UP);
        return new Shaded(mean == 0 ? "" : tables.words().number(told), shade, shade >= SHADES - 2);
    }

    private record AgencyBar(String name, String width, String percent, String n, boolean low) {}

    /** How each agency kept to its targets, by name. */
    private static List<AgencyBar> bars(PaperTables tables) {
        PeriodFigures figures = tables.report().figures();
        Map<AgencyId, Figures> byAgency = figures.byAgency();
        return tables.words().catalogue().agencies().stream()
                .filter(agency -> byAgency.containsKey(agency.id()))
                .sorted(Comparator.comparing(AgencySummary::name, String.CASE_INSENSITIVE_ORDER))
                .map(agency -> {
                    Share share =
                            byAgency.getOrDefault(agency.id(), Figures.NONE).withinTargetShare();
                    return new AgencyBar(
                            agency.name(),
                            decimal(share.whole() == 0 ? 0 : (double) PERCENT * share.part() / share.whole()),
                            percent(share),
                            tables.words().of("n-of", tables.words().count(share.whole())),
                            share.percent()
                                    .filter(percent -> percent < Goal.PERCENT)
                                    .isPresent());
                })
                .toList();
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private record Cell(String text, boolean number) {}

    private static Map<String, Object> table(SheetTable table, PaperWords words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<SheetCell> row : table.rows()) {
            rows.add(Map.of(
                    "cells",
                    IntStream.range(0, row.size())
                            .mapToObj(column -> new Cell(text(row.get(column), words), isNumber(table, column)))
                            .toList(),
                    "whole",
                    false));
        }
        return Map.of(
                "name",
                table.name(),
                "heads",
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> new Cell(table.columns().get(column).header(), isNumber(table, column)))
                        .toList(),
                "rows",
                rows);
    }

    private static boolean isNumber(SheetTable table, int column) {
        for (List<SheetCell> row : table.rows()) {
            if (row.get(column) instanceof SheetCell.Number) {
                return true;
            }
        }
        return false;
    }

    private static String text(SheetCell cell, PaperWords words) {
        return switch (cell) {
            case SheetCell.Text text -> text.text();
            case SheetCell.Number number -> words.number(number.number());
            case SheetCell.Day day -> words.dayOfWeek(day.date());
            default -> throw new IllegalArgumentException("The report has no such cell: " + cell);
        };
    }
}
