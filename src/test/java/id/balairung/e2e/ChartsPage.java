package id.balairung.e2e;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.PageTitle;
import id.balairung.common.ui.Chart;
import id.balairung.common.ui.ChartData;
import id.balairung.common.ui.ChartData.Axis;
import id.balairung.common.ui.ChartData.Look;
import id.balairung.common.ui.ChartData.Point;
import id.balairung.common.ui.ChartData.Row;
import id.balairung.common.ui.ChartData.Series;
import id.balairung.common.ui.ChartData.Target;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A chart of each kind, and a button after which the latest figures are others. */
@PermitAll
@PageTitle("Grafik")
public class ChartsPage extends Main {

    static final String ADDRESS = "uji/grafik";

    private final Chart lines = new Chart("Sesuai standar hari ini");
    private final Chart three = new Chart("Waktu tunggu");
    private final Chart heat = new Chart("Kedatangan");
    private final Chart lying = new Chart("Instansi");
    private final Chart bars = new Chart("Kedatangan per jam");
    private final Chart empty = new Chart("Loket");
    private final Chart small = Chart.small("Tujuh hari");

    ChartsPage() {
        addClassName("bl-main");
        getStyle().set("grid-template-columns", "repeat(auto-fill, minmax(min(362px, 100%), 1fr))");
        add(
                card("lines", lines),
                card("three", three),
                card("heat", heat),
                card("lying", lying),
                card("bars", bars),
                card("empty", empty),
                card("small", small));
        NativeButton newer = new NativeButton("Lebih baru", click -> show(71));
        newer.setId("newer");
        add(newer);
        show(88);
    }

    private void show(int latest) {
        List<String> hours = List.of("08.00", "08.15", "08.30", "08.45", "09.00", "09.15", "09.30", "09.45", "10.00");
        Target target = new Target(90, "sasaran 90");
        lines.show(new ChartData.Lines(
                "Pukul 09.30 sesuai standar %d%%, n 306.".formatted(latest),
                "Pukul",
                hours,
                4,
                List.of(
                        percent("Hari ini", Look.MAIN, 100, 94, 91, 89, 88, 84, latest, -1, -1),
                        percent("Rata-rata 4 Selasa", Look.QUIET, 98, 95, 93, 92, 90, 89, 90, 91, 92)),
                Axis.between(60, 100, ""),
                Optional.of(target)));
        three.show(new ChartData.Lines(
                "Median 11 menit pada Juni, p90 24 menit.",
                "Bulan",
                List.of("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "Mei 2026", "Jun 2026"),
                1,
                List.of(
                        percent("Median", Look.MAIN, 14, 13, -1, 12, 15, 11),
                        percent("p90", Look.SECOND, 31, 30, -1, 28, 33, 24),
                        percent("Median tahun lalu", Look.QUIET, 16, 16, 15, 15, 14, 14)),
                Axis.of("mnt"),
                Optional.of(new Target(20, "standar 20"))));
        heat.show(new ChartData.Heat(
                "Rata-rata 4 minggu, n 14.272. Puncak Senin 09: 159.",
                "Hari",
                List.of("08", "09", "10", "11"),
                List.of(
                        row("Sen", false, 99, 159, 151, 107),
                        row("Sel", true, 81, 135, latest, 94),
                        row("Min", false, 18, 31, -1, 0)),
                Axis.of("")));
        lying.show(new ChartData.Bars(
                "Tertinggi Imigrasi 94%, terendah Bapenda 71%.",
                "Instansi",
                List.of("Kependudukan dan Pencatatan Sipil", "Badan Pendapatan Daerah", "Kantor Imigrasi"),
                true,
                List.of(percent("November", Look.MAIN, 89, 71, 94), percent("Oktober", Look.QUIET, 87, 78, 92)),
                Axis.between(0, 100, "%"),
                Optional.of(target)));
        bars.show(new ChartData.Bars(
                "Tersibuk pukul 09: 159 kedatangan.",
                "Pukul",
                List.of("08", "09", "10", "11"),
                false,
                List.of(
                        percent("Kedatangan", Look.MAIN, 99, 159, 151, 107),
                        percent("Dilayani", Look.SECOND, 90, 150, 140, 100)),
                Axis.of("orang"),
                Optional.of(new Target(120, "kapasitas 120"))));
        empty.show(new ChartData.Lines(
                "Belum ada giliran.",
                "Pukul",
                List.of("08.00", "08.15"),
                1,
                List.of(percent("Hari ini", Look.MAIN, -1, -1)),
                Axis.of(""),
                Optional.empty()));
        small.show(new ChartData.Lines(
                "Turun dari 90 ke 71.",
                "Hari",
                List.of("Sen", "Sel", "Rab"),
                1,
                List.of(percent("Tujuh hari", Look.MAIN, 90, 84, 71)),
                Axis.of(""),
                Optional.empty()));
    }

    private static Component card(String id, Chart chart) {
        chart.setId(id);
        Header head = new Header(new H2(chart.getElement().getAttribute("aria-label")));
        head.addClassName("bl-head");
        Section body = new Section(chart);
        body.addClassName("bl-body");
        Section card = new Section(head, body);
        card.addClassName("bl-card");
        return card;
    }

    private static Series percent(String name, Look look, int... values) {
        return new Series(name, look, points("%d%%", values));
    }

    private static Row row(String name, boolean marked, int... values) {
        return new Row(name, marked, points("%d", values));
    }

    /** Below nought there is none. */
    private static List<Point> points(String text, int... values) {
        return IntStream.range(0, values.length)
                .mapToObj(index -> values[index] < 0
                        ? Point.gap()
                        : Point.of(values[index], text.formatted(values[index]))
                                .counting("n " + (index + 1) * 10)
                                .leadingTo("riwayat?nomor=" + (index + 1)))
                .toList();
    }
}
