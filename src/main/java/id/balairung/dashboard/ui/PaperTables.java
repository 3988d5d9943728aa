package id.balairung.dashboard.ui;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.Share;
import id.balairung.dashboard.PeriodReport;
import id.balairung.dashboard.ReportPeriod;
import id.balairung.rollup.Compliance;
import id.balairung.rollup.Figures;
import id.balairung.rollup.OfficerLoad;
import id.balairung.rollup.PeriodFigures;
import id.balairung.rollup.WeekHours;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.SurveyResult;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetTable;
import id.balairung.tenancy.AgencyId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report's tables: paper and workbook are written from the same. Shares are in whole percent and times in minutes, each with its n.
 *
 * @param words the words
 * @param report the report
 */
record PaperTables(PaperWords words, PeriodReport report) {

    /** What the code calls the column of the goal. */
    static final String GOAL = "column.goal";

    private static final SheetCell EMPTY = SheetCell.of("");
    private static final int NARROW = 12;
    private static final int NAME = 40;
    private static final int HOURS = 24;
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 15;

    String whose() {
        return report.agency().map(AgencySummary::name).orElseGet(() -> words.of("mall"));
    }

    /** As in "Laporan Bulanan Pelayanan". */
    String title() {
        return words.of(isMonth() ? "title-month" : "title-year");
    }

    /** The workbook's sheets. */
    List<SheetTable> sheets() {
        return Stream.of(
                        Stream.of(summary(), withGoal(steps())),
                        report.agency().isEmpty() ? Stream.of(withGoal(agencies())) : Stream.<SheetTable>empty(),
                        Stream.of(services(), counters(), arrivals()))
                .flatMap(tables -> tables)
                .toList();
    }

    /** With the goal beside each row's figures, for the charts. */
    private SheetTable withGoal(SheetTable table) {
        List<List<SheetCell>> rows = new ArrayList<>();
        table.rows()
                .forEach(row -> rows.add(Stream.concat(row.stream(), Stream.of(SheetCell.of(Goal.PERCENT)))
                        .toList()));
        return new SheetTable(
                table.name(),
                Stream.concat(table.columns().stream(), Stream.of(column(GOAL, NARROW)))
                        .toList(),
                List.copyOf(rows));
    }

    /** What it is about, its figures, and how they came about. */
    private SheetTable summary() {
        List<List<SheetCell>> rows = new ArrayList<>();
        rows.add(told("of-mall", SheetCell.of(report.mall())));
        rows.add(told("whose", SheetCell.of(whose())));
        rows.add(told("period", SheetCell.of(words.period(report.period()))));
        rows.add(told("from", SheetCell.of(report.period().from())));
        rows.add(told("to", SheetCell.of(report.period().to())));
        rows.add(told("made", new SheetCell.Moment(made())));
        rows.add(told("version", SheetCell.of(report.version())));
        measures().rows().forEach(rows::add);
        remarks().forEach(remark -> rows.add(told("remark", SheetCell.of(remark))));
        method().forEach(sentence -> rows.add(told("method", SheetCell.of(sentence))));
        return new SheetTable(words.of("summary"), measureColumns(), List.copyOf(rows));
    }

    private LocalDateTime made() {
        return LocalDateTime.ofInstant(report.madeAt(), words.zone()).truncatedTo(ChronoUnit.SECONDS);
    }

    private List<SheetCell> told(String what, SheetCell value) {
        return List.of(SheetCell.of(words.of(what)), EMPTY, value, EMPTY, EMPTY, EMPTY);
    }

    /** The figures beside those of the period before. */
    SheetTable measures() {
        List<List<SheetCell>> rows = new ArrayList<>();
        rows.add(counted("arrivals", Figures::arrivals));
        rows.add(counted("served", Figures::served));
        rows.add(share("within", Figures::withinTargetShare));
        rows.add(time(
                "wait-median",
                figures -> figures.waiting().medianTime(),
                figures -> figures.waiting().n()));
        rows.add(time(
                "wait-p90",
                figures -> figures.waiting().p90Time(),
                figures -> figures.waiting().n()));
        rows.add(time(
                "wait-mean",
                figures -> figures.waiting().meanTime(),
                figures -> figures.waiting().n()));
        rows.add(time(
                "service-median",
                figures -> figures.service().medianTime(),
                figures -> figures.service().n()));
        rows.add(time(
                "service-p90",
                figures -> figures.service().p90Time(),
                figures -> figures.service().n()));
        rows.add(share("service-within", Figures::serviceWithinShare));
        rows.add(share("no-shows", Figures::noShowShare));
        rows.add(share("abandoned", Figures::abandonedShare));
        rows.add(counted("transferred", Figures::transferred));
        rows.add(open("occupancy", figures -> figures.counterTotal().occupancy()));
        rows.add(open("quiet", figures -> figures.counterTotal().quiet()));
        rows.add(measure(
                "open-hours",
                "unit-hours",
                figures -> Optional.of(PaperWords.hours(figures.counterTotal().openMillis())),
                figures -> Optional.empty()));
        rows.add(load(
                "load-median", load -> load.turns().median().stream().boxed().findAny()));
        rows.add(load("load-p90", load -> load.turns().p90().stream().boxed().findAny()));
        rows.add(share("estimate", Figures::estimateShare));
        rows.add(time(
                "miss-median",
                figures -> figures.estimateMiss().medianTime(),
                figures -> figures.estimateMiss().n()));
        rows.add(List.of(
                SheetCell.of(words.of("ikm")),
                SheetCell.of(words.of("unit-ikm")),
                ikm(report.said()),
                SheetCell.of(report.said().sample().responses()),
                ikm(report.saidBefore()),
                SheetCell.of(report.saidBefore().sample().responses())));
        return new SheetTable(words.of("measures"), measureColumns(), List.copyOf(rows));
    }

    private List<SheetColumn> measureColumns() {
        return List.of(
                column("measure", NAME),
                column("unit", NARROW),
                column("this-period", 24),
                column("n", NARROW),
                column("period-before", 24),
                new SheetColumn("n-before", words.of("n"), List.of(), NARROW));
    }

    private List<SheetCell> counted(String name, Function<Figures, Long> figure) {
        return measure(
                name,
                "unit-count",
                figures -> Optional.of(BigDecimal.valueOf(figure.apply(figures.total()))),
                figures -> Optional.empty());
    }

    private List<SheetCell> share(String name, Function<Figures, Share> figure) {
        return measure(
                name,
                "unit-percent",
                figures -> PaperWords.percent(figure.apply(figures.total())),
                figures -> Optional.of(figure.apply(figures.total()).whole()));
    }

    private List<SheetCell> time(String name, Function<Figures, Optional<Duration>> figure, Function<Figures, Long> n) {
        return measure(
                name,
                "unit-minutes",
                figures -> PaperWords.minutes(figure.apply(figures.total())),
                figures -> Optional.of(n.apply(figures.total())));
    }

    private List<SheetCell> open(String name, Function<PeriodFigures, Share> figure) {
        return measure(
                name,
                "unit-percent",
                figures -> PaperWords.percent(figure.apply(figures)),
                figures -> Optional.empty());
    }

    private List<SheetCell> load(String name, Function<OfficerLoad, Optional<Long>> figure) {
        return measure(
                name,
                "unit-turns",
                figures -> Optional.of(figures.load())
                        .filter(OfficerLoad::tells)
                        .flatMap(figure)
                        .map(BigDecimal::valueOf),
                figures -> Optional.of(figures.load().turns().n()));
    }

    private List<SheetCell> measure(
            String name,
            String unit,
            Function<PeriodFigures, Optional<BigDecimal>> figure,
            Function<PeriodFigures, Optional<Long>> n) {
        return List.of(
                SheetCell.of(words.of(name)),
                SheetCell.of(words.of(unit)),
                PaperWords.cell(figure.apply(report.figures())),
                PaperWords.cell(n.apply(report.figures()).map(BigDecimal::valueOf)),
                PaperWords.cell(figure.apply(report.before())),
                PaperWords.cell(n.apply(report.before()).map(BigDecimal::valueOf)));
    }

    private SheetCell ikm(SurveyResult said) {
        return PaperWords.cell(said.ikm().map(Ikm::value));
    }

    /** What has to be known to read the figures. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (report.figures().pending() > 0) {
            remarks.add(words.of("pending", words.count(report.figures().pending())));
        }
        report.figures().searchedFrom().ifPresent(day -> remarks.add(words.of("searched-from", words.day(day))));
        if (report.before().pending() > 0) {
            remarks.add(words.of("pending-before", words.count(report.before().pending())));
        }
        if (report.figures().total().unsettled() > 0) {
            remarks.add(
                    words.of("unsettled", words.count(report.figures().total().unsettled())));
        }
        if (report.version() > 1) {
            remarks.add(words.of("renewed", words.count(report.version() - 1L)));
        }
        return List.copyOf(remarks);
    }

    /** How the figures came about. */
    List<String> method() {
        return List.of(
                words.of("method.within"),
                words.of("method.times"),
                words.of("method.percentiles"),
                words.of("method.ended"),
                words.of("method.counters"),
                words.of("method.load"),
                words.of("method.estimate"),
                words.of("method.ikm"));
    }

    /** Each day of a month, each month of a year. */
    SheetTable steps() {
        boolean month = isMonth();
        List<List<SheetCell>> rows = new ArrayList<>();
        report.figures()
                .steps()
                .forEach((start, figures) -> rows.add(Stream.concat(
                                Stream.of(
                                        month
                                                ? SheetCell.of(start)
                                                : SheetCell.of(words.period(
                                                        ReportPeriod.of(ReportPeriod.Length.MONTH, start)))),
                                told(figures))
                        .toList()));
        return new SheetTable(
                words.of("steps"),
                Stream.concat(Stream.of(column(stepColumn(), 18)), toldColumns())
                        .toList(),
                List.copyOf(rows));
    }

    boolean isMonth() {
        return report.period().length() == ReportPeriod.Length.MONTH;
    }

    /** What the code calls the column of the steps' names. */
    String stepColumn() {
        return isMonth() ? "day" : "month";
    }

    private Stream<SheetCell> told(Figures figures) {
        return Stream.of(
                SheetCell.of(figures.arrivals()),
                SheetCell.of(figures.served()),
                PaperWords.cell(PaperWords.percent(figures.withinTargetShare())),
                SheetCell.of(figures.judged()),
                PaperWords.cell(PaperWords.minutes(figures.waiting().medianTime())),
                PaperWords.cell(PaperWords.minutes(figures.waiting().p90Time())),
                SheetCell.of(figures.waiting().n()),
                PaperWords.cell(PaperWords.minutes(figures.service().medianTime())),
                SheetCell.of(figures.service().n()),
                SheetCell.of(figures.noShows()),
                SheetCell.of(figures.abandoned()));
    }

    private Stream<SheetColumn> toldColumns() {
        return Stream.of(
                column("column.arrivals", NARROW),
                column("column.served", NARROW),
                column("column.within", NARROW),
                column("column.judged", NARROW),
                column("column.wait-median", NARROW),
                column("column.wait-p90", NARROW),
                column("column.waits", NARROW),
                column("column.service-median", NARROW),
                column("column.services", NARROW),
                column("column.no-shows", NARROW),
                column("column.abandoned", NARROW));
    }

    /** By name: it is no ranking. */
    SheetTable agencies() {
        Map<AgencyId, Figures> figures = report.figures().byAgency();
        return new SheetTable(
                words.of("agencies"),
                Stream.of(
                                Stream.of(column("agency", NAME)),
                                toldColumns(),
                                Stream.of(column("ikm", NARROW), column("mutu", NARROW), column("responses", NARROW)))
                        .flatMap(columns -> columns)
                        .toList(),
                words.catalogue().agencies().stream()
                        .filter(agency -> figures.containsKey(agency.id()))
                        .sorted(Comparator.comparing(AgencySummary::name, String.CASE_INSENSITIVE_ORDER))
                        .map(agency -> Stream.of(
                                        Stream.of(SheetCell.of(agency.name())),
                                        told(figures.getOrDefault(agency.id(), Figures.NONE)),
                                        said(agency.id()))
                                .flatMap(cells -> cells)
                                .toList())
                        .toList());
    }

    private Stream<SheetCell> said(AgencyId agency) {
        Optional<SurveyResult> said = Optional.ofNullable(report.saidOf().get(agency));
        Optional<Ikm> ikm = said.flatMap(SurveyResult::ikm);
        return Stream.of(
                PaperWords.cell(ikm.map(Ikm::value)),
                SheetCell.of(ikm.map(found -> found.mutu().name()).orElse("")),
                SheetCell.of(said.map(found -> found.sample().responses()).orElse(0L)));
    }

    /** How each service kept to its published standard, as the standard is now. */
    SheetTable services() {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(column("service", NAME));
        if (report.agency().isEmpty()) {
            columns.add(column("agency", NAME));
        }
        columns.addAll(List.of(
                column("column.target-wait", NARROW),
                column("column.within", NARROW),
                column("column.judged", NARROW),
                column("column.target-service", NARROW),
                column("column.service-within", NARROW),
                column("column.services", NARROW)));
        return new SheetTable(
                words.of("services"),
                columns,
                compliance().stream()
                        .map(entry -> Stream.of(
                                        Stream.of(SheetCell.of(words.service(entry.getKey()))),
                                        report.agency().isEmpty()
                                                ? Stream.of(SheetCell.of(agency(entry.getKey())))
                                                : Stream.<SheetCell>empty(),
                                        Stream.of(
                                                SheetCell.of(words.catalogue()
                                                        .service(entry.getKey())
                                                        .targetWait()
                                                        .toMinutes()),
                                                PaperWords.cell(PaperWords.percent(
                                                        entry.getValue().waits())),
                                                SheetCell.of(entry.getValue().judged()),
                                                SheetCell.of(words.catalogue()
                                                        .service(entry.getKey())
                                                        .targetService()
                                                        .toMinutes()),
                                                PaperWords.cell(PaperWords.percent(
                                                        entry.getValue().serviceTimes())),
                                                SheetCell.of(entry.getValue().services())))
                                .flatMap(cells -> cells)
                                .toList())
                        .toList());
    }

    private String agency(ServiceId service) {
        return words.catalogue()
                .agency(words.catalogue().service(service).agency())
                .name();
    }

    /** By prefix; without those of which nothing was judged. */
    List<Map.Entry<ServiceId, Compliance>> compliance() {
        return report.figures().compliance().entrySet().stream()
                .filter(entry -> entry.getValue().judged() + entry.getValue().services() > 0)
                .sorted(Comparator.comparing(
                        (Map.Entry<ServiceId, Compliance> entry) ->
                                words.catalogue().service(entry.getKey()),
                        Comparator.comparing(ServiceSummary::prefix)))
                .toList();
    }

    SheetTable counters() {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(column("counter", NARROW));
        if (report.agency().isEmpty()) {
            columns.add(column("agency", NAME));
        }
        columns.addAll(List.of(
                column("column.open", NARROW),
                column("column.occupancy", NARROW),
                column("column.quiet", NARROW),
                column("column.quiet-hours", NARROW),
                column("column.turns", NARROW)));
        return new SheetTable(
                words.of("counters"),
                columns,
                report.figures().counters().stream()
                        .map(use -> Stream.of(
                                        Stream.of(SheetCell.of(use.number())),
                                        report.agency().isEmpty()
                                                ? Stream.of(SheetCell.of(words.catalogue()
                                                        .agency(use.agency())
                                                        .name()))
                                                : Stream.<SheetCell>empty(),
                                        Stream.of(
                                                new SheetCell.Number(PaperWords.hours(
                                                        use.figures().openMillis())),
                                                PaperWords.cell(PaperWords.percent(
                                                        use.figures().occupancy())),
                                                PaperWords.cell(PaperWords.percent(
                                                        use.figures().quiet())),
                                                new SheetCell.Number(PaperWords.hours(
                                                        use.figures().quietMillis())),
                                                SheetCell.of(use.figures().turns())))
                                .flatMap(cells -> cells)
                                .toList())
                        .toList());
    }

    /** Tickets issued by weekday and hour, and of all weekdays together. */
    private SheetTable arrivals() {
        List<Integer> hours = hours();
        return new SheetTable(
                words.of("arrivals-by-hour"),
                Stream.of(
                                Stream.of(column("weekday", NARROW), column("days", NARROW)),
                                hours.stream()
                                        .map(hour -> new SheetColumn(
                                                hourColumn(hour), "%02d.00".formatted(hour), List.of(), NARROW)),
                                Stream.of(column("total", NARROW)))
                        .flatMap(columns -> columns)
                        .toList(),
                Stream.concat(
                                Stream.of(DayOfWeek.values())
                                        .map(day -> arrivals(words.weekday(day), hours, List.of(day))),
                                Stream.of(arrivals(words.of("total"), hours, List.of(DayOfWeek.values()))))
                        .toList());
    }

    private List<SheetCell> arrivals(String name, List<Integer> hours, List<DayOfWeek> days) {
        return Stream.of(
                        Stream.of(
                                SheetCell.of(name),
                                SheetCell.of(days.stream().mapToLong(this::days).sum())),
                        hours.stream().map(hour -> SheetCell.of(arrivals(days, hour))),
                        Stream.of(SheetCell.of(IntStream.range(0, HOURS)
                                .mapToLong(hour -> arrivals(days, hour))
                                .sum())))
                .flatMap(cells -> cells)
                .toList();
    }

    private long arrivals(List<DayOfWeek> days, int hour) {
        WeekHours found = report.figures().total().hours();
        return days.stream()
                .mapToLong(day -> found.count(WeekHours.Kind.ARRIVALS, day, hour))
                .sum();
    }

    /** What the code calls an hour's column. */
    static String hourColumn(int hour) {
        return "h" + hour;
    }

    /** How often a weekday came in the period. */
    long days(DayOfWeek day) {
        return report.period()
                .from()
                .datesUntil(report.period().to().plusDays(1))
                .filter(date -> date.getDayOfWeek() == day)
                .count();
    }

    /** The hours in which anybody came, and the usual ones. */
    List<Integer> hours() {
        WeekHours found = report.figures().total().hours();
        List<Integer> busy = IntStream.range(0, HOURS)
                .filter(hour -> Stream.of(DayOfWeek.values())
                        .anyMatch(day -> found.count(WeekHours.Kind.ARRIVALS, day, hour) > 0))
                .boxed()
                .toList();
        int first = busy.isEmpty() ? FIRST_HOUR : Math.min(FIRST_HOUR, busy.getFirst());
        int last = busy.isEmpty() ? LAST_HOUR : Math.max(LAST_HOUR, busy.getLast());
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private SheetColumn column(String name, int width) {
        return new SheetColumn(name, words.of(name), List.of(), width);
    }
}
