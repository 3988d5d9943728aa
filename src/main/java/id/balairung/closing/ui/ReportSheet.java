package id.balairung.closing.ui;

import id.balairung.agency.AgencySummary;
import id.balairung.closing.AgencyDay;
import id.balairung.closing.DayFigures;
import id.balairung.closing.TurnTimes;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A month of daily reports as a table; times in minutes. Read on the thread of the file's request. */
record ReportSheet(ReportWords words, ClosingServices services) {

    private static final int WIDTH = 14;

    SheetTable of(ReportAddress address, String whose) {
        YearMonth month = YearMonth.from(address.day());
        Map<?, String> names = services.catalogue().agencies().stream()
                .collect(Collectors.toUnmodifiableMap(AgencySummary::id, AgencySummary::name));
        List<List<SheetCell>> rows = services.closings().export(address.agency().map(AgencySummary::id), month).stream()
                .map(day -> row(day, names.getOrDefault(day.agency(), "")))
                .toList();
        return new SheetTable(words.text("closing.sheet.name", whose, month.toString()), columns(), rows);
    }

    private List<SheetColumn> columns() {
        return Stream.of(
                        "day",
                        "agency",
                        "arrivals",
                        "called",
                        "served",
                        "no-shows",
                        "abandoned",
                        "unsettled",
                        "transferred",
                        "judged",
                        "within",
                        "within-percent",
                        "wait-n",
                        "wait-mean",
                        "wait-median",
                        "wait-p90",
                        "service-n",
                        "service-mean",
                        "service-median",
                        "service-p90",
                        "rebuilds")
                .map(name -> new SheetColumn(
                        name, words.text("closing.sheet." + name), List.of(), name.equals("agency") ? 40 : WIDTH))
                .toList();
    }

    private static List<SheetCell> row(AgencyDay day, String agency) {
        DayFigures total = day.report().total();
        Stream<SheetCell> counts = Stream.of(
                        total.arrivals(),
                        total.called(),
                        total.served(),
                        total.noShows(),
                        total.abandoned(),
                        total.unsettled(),
                        total.transferred(),
                        total.judged(),
                        total.withinTarget())
                .map(count -> SheetCell.of((long) count));
        SheetCell rebuilds = SheetCell.of(
                (long) day.report().closing().map(closing -> closing.rebuilds()).orElse(0));
        return Stream.of(
                        Stream.of(SheetCell.of(day.report().day()), SheetCell.of(agency)),
                        counts,
                        Stream.of(total.withinTargetPercent()
                                .map(percent -> SheetCell.of((long) percent))
                                .orElseGet(() -> SheetCell.of(""))),
                        times(total.waitingTime()),
                        times(total.serviceTime()),
                        Stream.of(rebuilds))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<SheetCell> times(TurnTimes times) {
        return Stream.of(
                SheetCell.of((long) times.n()), minutes(times.mean()), minutes(times.median()), minutes(times.p90()));
    }

    private static SheetCell minutes(Optional<Duration> time) {
        return time.<SheetCell>map(found -> new SheetCell.Number(
                        BigDecimal.valueOf(found.toSeconds()).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP)))
                .orElseGet(() -> SheetCell.of(""));
    }
}
