package id.balairung.sheet;

import java.util.stream.Stream;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.TextAlignment;
import org.apache.poi.xddf.usermodel.text.XDDFTextBody;
import org.apache.poi.xddf.usermodel.text.XDDFTextParagraph;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;

/**
 * Draws a chart in the colours of the printed reports, which a printer without colours tells apart, too.
 *
 * @param chart the chart
 * @param cells where its points stand
 */
record DrawnChart(SheetChart chart, ChartCells cells) {

    private static final double TITLE_POINTS = 12;
    private static final double TEXT_POINTS = 9;
    private static final double LINE_POINTS = 2;
    private static final double THIN_POINTS = 0.75;
    private static final int GAP_PERCENT = 40;
    private static final double ALL = 100;

    /** There has to be room for the number beside a bar of all of them. */
    private static final double ALL_AND_LABEL = 110;

    private static final double STEP = 20;
    private static final String PERCENT_FORMAT = "0\"%\"";
    private static final String COUNT_FORMAT = "#,##0";
    private static final String DAY_FORMAT = "d";

    private enum Ink {
        MAIN(0x17, 0x5C, 0x63),
        PALE(0xA9, 0xBF, 0xC1),
        QUIET(0x44, 0x44, 0x44),
        GRID(0xD6, 0xE0, 0xDE);

        private final int red;
        private final int green;
        private final int blue;

        Ink(int red, int green, int blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }

        XDDFColor colour() {
            return XDDFColor.from(new byte[] {(byte) red, (byte) green, (byte) blue});
        }

        XDDFSolidFillProperties fill() {
            return new XDDFSolidFillProperties(colour());
        }

        XDDFLineProperties line(double points) {
            XDDFLineProperties line = new XDDFLineProperties(fill());
            line.setWidth(points);
            return line;
        }
    }

    void draw(XSSFChart drawn) {
        drawn.getCTChartSpace().addNewRoundedCorners().setVal(false);
        drawn.getOrAddShapeProperties().setLineProperties(Ink.GRID.line(THIN_POINTS));
        drawn.displayBlanksAs(DisplayBlanks.GAP);
        title(drawn);
        drawn.getGraphicFrame().setName(words(chart.title()));
        drawn.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(words(chart.title() + ". " + chart.note()));
        if (chart.look() == SheetChart.Look.LINE) {
            lines(drawn);
        } else {
            bars(drawn);
        }
        ownFormats(drawn.getCTChart().getPlotArea());
    }

    private void title(XSSFChart drawn) {
        drawn.setTitleText(words(chart.title()));
        drawn.setTitleOverlay(false);
        XDDFTextBody body = drawn.getFormattedTitle();
        XDDFTextParagraph title = body.getParagraph(0);
        title.setTextAlignment(TextAlignment.CENTER);
        for (XDDFTextRun run : title.getTextRuns()) {
            run.setFontSize(TITLE_POINTS);
            run.setBold(true);
        }
        XDDFTextParagraph below = body.addNewParagraph();
        below.setTextAlignment(TextAlignment.CENTER);
        XDDFTextRun note = below.appendRegularRun(words(chart.note()));
        note.setFontSize(TEXT_POINTS);
        note.setBold(false);
        note.setFontColor(Ink.QUIET.colour());
    }

    private void lines(XSSFChart drawn) {
        XDDFCategoryAxis across = names(drawn, AxisPosition.BOTTOM);
        XDDFLineChartData data = (XDDFLineChartData)
                drawn.createData(ChartTypes.LINE, across, numbers(drawn, across, AxisPosition.LEFT));
        data.setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        XDDFLineChartData.Series series = line(data, cells.values());
        series.setLineProperties(Ink.MAIN.line(LINE_POINTS));
        series.setMarkerStyle(MarkerStyle.CIRCLE);
        CTShapeProperties marker = series.getCTLineSer().getMarker().addNewSpPr();
        marker.setSolidFill(Ink.MAIN.fill().getXmlObject());
        marker.setLn(Ink.MAIN.line(THIN_POINTS).getXmlObject());
        cells.goals().ifPresent(goals -> {
            XDDFLineChartData.Series level = line(data, goals);
            level.setMarkerStyle(MarkerStyle.NONE);
            XDDFLineProperties dashed = Ink.QUIET.line(1);
            dashed.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
            level.setLineProperties(dashed);
            drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
            drawn.getOrAddLegend().setOverlay(false);
        });
        drawn.plot(data);
    }

    private XDDFLineChartData.Series line(XDDFLineChartData data, ChartCells.Told told) {
        XDDFLineChartData.Series series = (XDDFLineChartData.Series) series(data, told);
        series.setSmooth(false);
        return series;
    }

    private XDDFChartData.Series series(XDDFChartData data, ChartCells.Told told) {
        XDDFChartData.Series series = data.addSeries(
                cells.areDays()
                        ? XDDFDataSourcesFactory.fromNumericCellRange(cells.sheet(), cells.names())
                        : XDDFDataSourcesFactory.fromStringCellRange(cells.sheet(), cells.names()),
                XDDFDataSourcesFactory.fromNumericCellRange(cells.sheet(), told.cells()));
        series.setTitle(told.title().getStringCellValue(), told.titleReference());
        return series;
    }

    private void bars(XSSFChart drawn) {
        boolean flat = chart.look() == SheetChart.Look.BARS;
        XDDFCategoryAxis names = names(drawn, flat ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis numbers = numbers(drawn, names, flat ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        if (flat) {
            // The first on top, and the numbers below the last all the same.
            names.setOrientation(AxisOrientation.MAX_MIN);
            numbers.setCrosses(AxisCrosses.MAX);
        }
        XDDFBarChartData data = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, names, numbers);
        data.setVaryColors(false);
        data.setBarDirection(flat ? BarDirection.BAR : BarDirection.COL);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        data.setGapWidth(GAP_PERCENT);
        XDDFBarChartData.Series series = (XDDFBarChartData.Series) series(data, cells.values());
        series.setInvertIfNegative(false);
        series.setFillProperties(Ink.MAIN.fill());
        series.setLineProperties(Ink.MAIN.line(THIN_POINTS));
        cells.low().stream().map(series::getDataPoint).forEach(low -> {
            low.setInvertIfNegative(false);
            low.setFillProperties(Ink.PALE.fill());
            low.setLineProperties(Ink.MAIN.line(THIN_POINTS));
        });
        if (flat) {
            label(series.getCTBarSer().addNewDLbls());
        }
        drawn.plot(data);
    }

    private void label(CTDLbls labels) {
        labels.addNewNumFmt().setFormatCode(format());
        labels.getNumFmt().setSourceLinked(false);
        labels.addNewDLblPos().setVal(STDLblPos.OUT_END);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private XDDFCategoryAxis names(XSSFChart drawn, AxisPosition position) {
        XDDFCategoryAxis axis = drawn.createCategoryAxis(position);
        quiet(axis);
        if (cells.areDays()) {
            axis.setNumberFormat(DAY_FORMAT);
        }
        axis.getOrAddShapeProperties().setLineProperties(Ink.QUIET.line(THIN_POINTS));
        return axis;
    }

    private XDDFValueAxis numbers(XSSFChart drawn, XDDFCategoryAxis names, AxisPosition position) {
        XDDFValueAxis axis = drawn.createValueAxis(position);
        quiet(axis);
        axis.setNumberFormat(format());
        axis.setMinimum(0);
        if (chart.scale() == SheetChart.Scale.PERCENT) {
            axis.setMaximum(chart.look() == SheetChart.Look.BARS ? ALL_AND_LABEL : ALL);
            axis.setMajorUnit(STEP);
        }
        axis.setCrossBetween(AxisCrossBetween.BETWEEN);
        axis.getOrAddMajorGridProperties().setLineProperties(Ink.GRID.line(THIN_POINTS));
        axis.getOrAddShapeProperties().setLineProperties(Ink.GRID.line(THIN_POINTS));
        return axis;
    }

    private static void quiet(XDDFChartAxis axis) {
        axis.setVisible(true);
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.getOrAddTextProperties().setFontSize(TEXT_POINTS);
    }

    private String format() {
        return chart.scale() == SheetChart.Scale.PERCENT ? PERCENT_FORMAT : COUNT_FORMAT;
    }

    /** Not those of the cells: they say neither that a number is in percent nor that a date's day will do. */
    private static void ownFormats(CTPlotArea area) {
        Stream.concat(
                        area.getCatAxList().stream()
                                .filter(CTCatAx::isSetNumFmt)
                                .map(CTCatAx::getNumFmt),
                        area.getValAxList().stream().map(CTValAx::getNumFmt))
                .forEach(format -> format.setSourceLinked(false));
    }

    private static String words(String text) {
        return FormulaGuard.storable(text).text();
    }
}
