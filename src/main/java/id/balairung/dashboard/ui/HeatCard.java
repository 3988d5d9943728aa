package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Chart;
import id.balairung.common.ui.ChartData;
import id.balairung.dashboard.DashboardReading;
import id.balairung.rollup.Figures;
import id.balairung.rollup.PeriodFigures;
import id.balairung.rollup.WeekHours;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When people come, by weekday and hour: of the period when it has a week at least, else of the four weeks up to yesterday. A cell is the
 * mean of such weekdays, so that a weekday that came once more doesn't look busier.
 */
class HeatCard extends Section {

    private static final int DAYS_IN_WEEK = 7;
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 15;
    private static final int HOURS = 24;
    private static final int TEN = 10;

    private final transient DashboardWords words;
    private final transient Links links;
    private final Chart chart;
    private final Span about = new Span();

    HeatCard(DashboardWords words, Links links) {
        this.words = words;
        this.links = links;
        addClassNames("bl-card", "bl-heat");
        String title = words.text("dashboard.heat");
        setAriaLabel(title);
        this.chart = new Chart(title);
        about.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), about);
        head.addClassName("bl-head");
        Div body = new Div(chart);
        body.addClassName("bl-body");
        add(head, body);
    }

    void show(DashboardReading reading) {
        boolean own = reading.query().period().days() >= DAYS_IN_WEEK;
        PeriodFigures figures = own ? reading.figures() : reading.recent();
        Figures total = own ? reading.total() : reading.recentTotal();
        String basis = own ? words.text("dashboard.heat.period") : words.text("dashboard.heat.weeks");
        if (!about.getText().equals(basis)) {
            about.setText(basis);
        }
        chart.show(new Picture("heat", words.language(), links.reachesAll())
                .of(reading, () -> drawn(reading, figures, total)));
    }

    private ChartData drawn(DashboardReading reading, PeriodFigures figures, Figures total) {
        WeekHours hours = total.hours();
        LocalDate last = figures.to().isAfter(reading.today()) ? reading.today() : figures.to();
        List<Integer> shown = shown(hours);
        Links to = links.between(figures.from(), last);
        List<ChartData.Row> rows = new ArrayList<>();
        double most = 0;
        String peak = "";
        for (DayOfWeek day : DayOfWeek.values()) {
            long days = figures.from()
                    .datesUntil(last.plusDays(1))
                    .filter(date -> date.getDayOfWeek() == day)
                    .count();
            List<ChartData.Point> cells = new ArrayList<>();
            for (int hour : shown) {
                long count = hours.count(WeekHours.Kind.ARRIVALS, day, hour);
                double mean = days == 0 ? 0 : (double) count / days;
                cells.add(ChartData.Point.of(mean, mean(mean))
                        .counting(words.n(count))
                        .leadingTo(to.arrivals(day, hour)));
                if (mean > most) {
                    most = mean;
                    peak = words.text("dashboard.heat.peak", words.weekday(day), words.hour(hour), mean(mean));
                }
            }
            rows.add(new ChartData.Row(words.shortWeekday(day), reading.today().getDayOfWeek() == day, cells));
        }
        long n = hours.total(WeekHours.Kind.ARRIVALS);
        return new ChartData.Heat(
                n == 0
                        ? words.text("dashboard.heat.nobody")
                        : words.text("dashboard.heat.summary", words.count(n), peak),
                words.text("dashboard.heat.weekday"),
                shown.stream().map(words::hour).toList(),
                rows,
                ChartData.Axis.of(""));
    }

    private String mean(double mean) {
        NumberFormat format = NumberFormat.getInstance(words.language());
        format.setMaximumFractionDigits(mean > 0 && mean < TEN ? 1 : 0);
        return format.format(mean);
    }

    private static List<Integer> shown(WeekHours hours) {
        List<Integer> busy = IntStream.range(0, HOURS)
                .filter(hour -> IntStream.range(0, DAYS_IN_WEEK)
                                .mapToLong(day -> hours.count(WeekHours.Kind.ARRIVALS, DayOfWeek.of(day + 1), hour))
                                .sum()
                        > 0)
                .boxed()
                .toList();
        int first = busy.isEmpty() ? FIRST_HOUR : Math.min(FIRST_HOUR, busy.getFirst());
        int last = busy.isEmpty() ? LAST_HOUR : Math.max(LAST_HOUR, busy.getLast());
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
