package id.balairung.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures as a picture, with a table of the same figures behind it. Drawn by Apache ECharts, which the browser fetches when the first
 * chart is shown; until then its place is kept. A point is reached by the mouse or the arrows, and leads to its address by a
 * click, Enter, or its link in the table. Showing newer data changes what is drawn and leaves focus and table as they are.
 *
 * <pre>{@code
 * Chart chart = new Chart("Sesuai standar hari ini");
 * chart.show(new ChartData.Lines(
 *         "Pukul 10.30 sesuai standar 88%, sasaran 90, n 306.",
 *         "Pukul",
 *         List.of("08.00", "09.00", "10.00"),
 *         1,
 *         List.of(new ChartData.Series(
 *                 "Hari ini",
 *                 ChartData.Look.MAIN,
 *                 List.of(
 *                         ChartData.Point.of(94, "94%").counting("n 51").leadingTo("riwayat?dari=2026-11-24"),
 *                         ChartData.Point.of(88, "88%").counting("n 60"),
 *                         ChartData.Point.gap()))),
 *         ChartData.Axis.between(60, 100, ""),
 *         Optional.of(new ChartData.Target(90, "sasaran 90"))));
 * }</pre>
 *
 * <p>It is as wide as its place, and {@code --bl-chart-height} high; a heat map and lying bars are as high as their rows.
 */
@Tag("bl-chart")
@JsModule("./bl-chart.ts")
@NpmPackage(value = "echarts", version = "6.1.0")
@StyleSheet("styles/chart.css")
public class Chart extends Component {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NAME = "aria-label";

    private final String label;
    private boolean small;

    /**
     * A chart of nothing yet.
     *
     * @param label what it shows, translated
     */
    public Chart(String label) {
        this.label = label;
        getElement().setAttribute("role", "figure");
        getElement().setAttribute(NAME, label);
        getElement().setProperty("label", label);
    }

    /**
     * The first of some lines as small as a word, for a row of a table: without axes, table and keys. Readers hear the label and the summary.
     *
     * @param label what it shows, translated
     */
    public static Chart small(String label) {
        Chart chart = new Chart(label);
        chart.small = true;
        chart.getElement().setAttribute("role", "img");
        chart.getElement().setProperty("small", true);
        return chart;
    }

    /**
     * What a chart is to show, as the browser gets it; one for all screens that show the same.
     *
     * @param summary what it says in one sentence
     * @param json all of it
     */
    public record Drawing(String summary, String json) {

        /** Draws it. */
        public static Drawing of(ChartData data) {
            return new Drawing(data.summary(), JSON.writeValueAsString(data));
        }
    }

    /** Shows it, in the place of what was shown. */
    public void show(ChartData data) {
        show(Drawing.of(data));
    }

    /** Shows what was drawn before. */
    public void show(Drawing drawing) {
        getElement().setProperty("data", drawing.json());
        if (small) {
            getElement().setAttribute(NAME, label + ". " + drawing.summary());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (small) {
            return;
        }
        getElement()
                .setProperty(
                        "words",
                        JSON.writeValueAsString(Map.of(
                                "chart", getTranslation("chart.chart"),
                                "table", getTranslation("chart.table"),
                                "look", getTranslation("chart.look"),
                                "keys", getTranslation("chart.keys"),
                                "none", getTranslation("chart.none"))));
    }
}
