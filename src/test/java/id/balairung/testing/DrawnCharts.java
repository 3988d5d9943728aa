package id.balairung.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xddf.usermodel.text.XDDFTextParagraph;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAxDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;

/** The charts in a workbook, as somebody finds them who opens it. */
public final class DrawnCharts {

    private DrawnCharts() {}

    /**
     * A chart.
     *
     * @param sheet the sheet on which it stands
     * @param title its title's lines
     * @param series what is drawn, the first one of the table's cells
     * @param pale which points are drawn unlike the others, from 0
     */
    public record Drawn(String sheet, List<String> title, List<Series> series, List<Integer> pale) {

        /** Of a chart that has a single one, or a goal besides. */
        public Series main() {
            return series.getFirst();
        }
    }

    /**
     * What is drawn.
     *
     * @param names where the points' names stand
     * @param values where their numbers stand
     * @param points each point's name and number, as they are kept beside the chart; an empty cell has none
     */
    public record Series(String names, String values, List<Point> points) {}

    /** A point. */
    public record Point(String name, Optional<Double> value) {}

    /** All of them, sheet by sheet from the top. */
    public static List<Drawn> of(byte[] file) throws IOException {
        List<Drawn> found = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.sheetIterator().forEachRemaining(any -> {
                XSSFSheet sheet = (XSSFSheet) any;
                if (sheet.getDrawingPatriarch() != null) {
                    sheet.getDrawingPatriarch().getCharts().forEach(chart -> found.add(drawn(sheet, chart)));
                }
            });
        }
        return found;
    }

    private static Drawn drawn(XSSFSheet sheet, XSSFChart chart) {
        CTPlotArea area = chart.getCTChart().getPlotArea();
        Stream<Series> lines = area.getLineChartList().stream()
                .flatMap(drawn -> drawn.getSerList().stream())
                .map(series -> series(series.getCat(), series.getVal()));
        Stream<Series> bars = area.getBarChartList().stream()
                .flatMap(drawn -> drawn.getSerList().stream())
                .map(series -> series(series.getCat(), series.getVal()));
        return new Drawn(
                sheet.getSheetName(),
                chart.getFormattedTitle().getParagraphs().stream()
                        .map(DrawnCharts::text)
                        .toList(),
                Stream.concat(lines, bars).toList(),
                area.getBarChartList().stream()
                        .flatMap(drawn -> drawn.getSerList().stream())
                        .flatMap(series -> series.getDPtList().stream())
                        .map(point -> (int) point.getIdx().getVal())
                        .toList());
    }

    private static String text(XDDFTextParagraph line) {
        return line.getTextRuns().stream().map(XDDFTextRun::getText).collect(Collectors.joining());
    }

    private static Series series(CTAxDataSource names, CTNumDataSource values) {
        String reference = names.isSetNumRef()
                ? names.getNumRef().getF()
                : names.getStrRef().getF();
        Map<Long, String> named = names.isSetNumRef()
                ? numbers(names.getNumRef().getNumCache())
                : names.getStrRef().getStrCache().getPtList().stream()
                        .collect(Collectors.toMap(point -> point.getIdx(), point -> point.getV()));
        Map<Long, String> told = numbers(values.getNumRef().getNumCache());
        return new Series(
                reference,
                values.getNumRef().getF(),
                named.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(point -> new Point(
                                point.getValue(),
                                Optional.ofNullable(told.get(point.getKey())).map(Double::valueOf)))
                        .toList());
    }

    private static Map<Long, String> numbers(CTNumData numbers) {
        return numbers.getPtList().stream().collect(Collectors.toMap(point -> point.getIdx(), point -> point.getV()));
    }
}
