package id.balairung.closing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.closing.DayFigures;
import id.balairung.common.ServiceDay;
import id.balairung.common.ui.Icons;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The days of a month with their totals, to move about in; a day without a report says why. */
class MonthCard extends Section {

    private static final List<String> COLUMNS = List.of("day", "arrivals", "served", "within", "median");

    private final transient ReportWords words;
    private final transient ReportAddress here;
    private final transient LocalDate today;

    /**
     * A month.
     *
     * @param here the day that is shown
     * @param totals the totals of the days that have a report
     * @param closed why a day without one has none
     */
    MonthCard(
            ReportWords words,
            ReportAddress here,
            LocalDate today,
            Map<LocalDate, DayFigures> totals,
            Function<LocalDate, String> closed) {
        this.words = words;
        this.here = here;
        this.today = today;
        addClassNames("bl-card", "bl-closing-month", "bl-screen-only");
        YearMonth month = YearMonth.from(here.day());
        String label = words.month(month);
        setAriaLabel(label);
        Div ways = new Div(
                way(month.minusMonths(1), Icons.RIGHT, "bl-closing-back"),
                way(month.plusMonths(1), Icons.RIGHT, "bl-closing-on"));
        ways.addClassNames("bl-push", "bl-row");
        Header head = new Header(new H2(label), ways);
        head.addClassName("bl-head");
        ReportTable table = new ReportTable(
                label,
                COLUMNS.stream()
                        .map(column -> words.text("closing.month." + column))
                        .toList());
        Stream.iterate(month.atDay(1), day -> day.plusDays(1))
                .limit(month.lengthOfMonth())
                .filter(day -> !day.isAfter(today))
                .forEach(day -> add(table, day, Optional.ofNullable(totals.get(day)), closed));
        table.total(
                words.text("closing.all"), figures(totals.values().stream().reduce(DayFigures.NONE, DayFigures::plus)));
        Paragraph note = new Paragraph(words.text("closing.month.note"));
        note.addClassNames("bl-quiet", "bl-xs", "bl-closing-note");
        add(head, table, note);
    }

    private void add(ReportTable table, LocalDate day, Optional<DayFigures> total, Function<LocalDate, String> closed) {
        Anchor link = new Anchor(here.on(day).href(), words.shortDay(day));
        link.getElement().setAttribute("router-link", true);
        link.setAriaLabel(words.day(day));
        NativeTableRow row = total.map(figures -> table.row(link, figures(figures)))
                .orElseGet(
                        () -> table.remark(link, day.equals(today) ? words.text("closing.today") : closed.apply(day)));
        if (day.equals(here.day())) {
            row.addClassName("shown");
            link.getElement().setAttribute("aria-current", "date");
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            row.addClassName("week");
        }
    }

    private List<Component> figures(DayFigures day) {
        return Stream.of(
                        words.count(day.arrivals()),
                        words.count(day.served()),
                        words.percent(day.withinTargetPercent()),
                        words.minutes(day.waitingTime().median()))
                .<Component>map(Text::new)
                .toList();
    }

    /** To the month's last day that isn't ahead. */
    private Component way(YearMonth month, Icons icon, String direction) {
        if (month.isAfter(YearMonth.from(today)) || month.isBefore(YearMonth.from(ServiceDay.FIRST))) {
            return new Text("");
        }
        LocalDate last = month.atEndOfMonth();
        Anchor link = new Anchor();
        link.setHref(here.on(last.isAfter(today) ? today : last).href());
        link.getElement().setAttribute("router-link", true);
        link.setAriaLabel(words.month(month));
        link.add(icon.create(), new Span(words.month(month)));
        link.addClassNames("bl-closing-way", direction);
        return link;
    }
}
