package id.balairung.dashboard.ui;

import id.balairung.common.ui.Chart;
import id.balairung.common.ui.ChartData;
import id.balairung.dashboard.DashboardReading;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A chart of a reading, drawn once for all screens that show it in the same language.
 *
 * @param card which
 * @param language the screen's
 * @param reachesAll whether its links name the agency
 */
record Picture(String card, Locale language, boolean reachesAll) {

    Chart.Drawing of(DashboardReading reading, Supplier<ChartData> drawing) {
        return reading.drawn().once(this, () -> Chart.Drawing.of(drawing.get()));
    }
}
