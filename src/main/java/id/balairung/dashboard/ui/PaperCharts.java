package id.balairung.dashboard.ui;

import id.balairung.sheet.ChartSheet;
import id.balairung.sheet.SheetChart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The charts of a report's workbook, each of a table's cells.
 *
 * @param tables the report's tables
 */
record PaperCharts(PaperTables tables) {

    private static final String WITHIN = "column.within";

    /** Their sheet. */
    ChartSheet sheet() {
        return new ChartSheet(
                words().of("charts"),
                String.join(
                        ", ",
                        tables.title(),
                        tables.whose(),
                        words().period(tables.report().period())),
                Stream.of(
                                Stream.of(within(), arrivals(), hours()),
                                tables.report().agency().isEmpty() ? Stream.of(agencies()) : Stream.<SheetChart>empty())
                        .flatMap(charts -> charts)
                        .toList());
    }

    private SheetChart within() {
        return new SheetChart(
                titled("chart"),
                words().of(tables.isMonth() ? "chart.within-day" : "chart.within-month"),
                SheetChart.Look.LINE,
                words().of("steps"),
                new SheetChart.Down(tables.stepColumn(), WITHIN, Optional.of(PaperTables.GOAL)),
                SheetChart.Scale.PERCENT);
    }

    private SheetChart arrivals() {
        return new SheetChart(
                titled("arrivals"),
                words().of(tables.isMonth() ? "chart.arrivals-day" : "chart.arrivals-month"),
                SheetChart.Look.COLUMNS,
                words().of("steps"),
                new SheetChart.Down(tables.stepColumn(), "column.arrivals", Optional.empty()),
                SheetChart.Scale.COUNT);
    }

    private SheetChart hours() {
        List<Integer> hours = tables.hours();
        return new SheetChart(
                titled("chart.hours"),
                words().of("chart.hours-note"),
                SheetChart.Look.COLUMNS,
                words().of("arrivals-by-hour"),
                new SheetChart.Across(
                        PaperTables.hourColumn(hours.getFirst()), PaperTables.hourColumn(hours.getLast())),
                SheetChart.Scale.COUNT);
    }

    /** By name: it is no ranking. */
    private SheetChart agencies() {
        return new SheetChart(
                titled("chart.agencies"),
                words().of("chart.agencies-note", String.valueOf(Goal.PERCENT)),
                SheetChart.Look.BARS,
                words().of("agencies"),
                new SheetChart.Down("agency", WITHIN, Optional.of(PaperTables.GOAL)),
                SheetChart.Scale.PERCENT);
    }

    private String titled(String name) {
        return words().of(
                        "chart.titled",
                        words().of(name),
                        words().period(tables.report().period()));
    }

    private PaperWords words() {
        return tables.words();
    }
}
