package id.balairung.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import id.balairung.audit.AuditKind;
import id.balairung.closing.DayAtTheCounters;
import id.balairung.rollup.Figures;
import id.balairung.rollup.Rollups;
import id.balairung.rollup.Scope;
import id.balairung.satisfaction.Answers;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.DrawnCharts;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the reports tell, that they are there when a month or year is over, and who gets which. */
@BalairungTest
class PeriodReportsTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    PeriodReports reports;

    @Autowired
    PeriodReportMaker maker;

    @Autowired
    Rollups rollups;

    @Autowired
    TablesOwner tables;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    StaffPrincipal head;
    LocalDate thisMonth;
    ReportPeriod month;
    ReportRound round;

    @BeforeEach
    void aMonthThatIsOver() {
        thisMonth = LocalDate.ofInstant(clock.instant(), MALL).withDayOfMonth(1);
        month = ReportPeriod.of(ReportPeriod.Length.MONTH, thisMonth.minusDays(1));
        ReportRound.goTo(clock, month.from().plusDays(9));
        agency = hall.agency(2, 1);
        other = hall.agency(2, 1);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        hall.open(agency, 0);
        hall.open(other, 0);
        round = new ReportRound(application, agency, other);
    }

    @Test
    void theFilesTellWhatTheTurnsSay() throws Exception {
        DayAtTheCounters counters = new DayAtTheCounters(application, agency, other, 5);
        Random random = new Random(5);
        for (int served = 0; served < 9; served++) {
            counters.serve(
                    Duration.ofSeconds(60 + random.nextInt(2_400)), Duration.ofSeconds(90 + random.nextInt(1_500)));
        }
        counters.transfer(Duration.ofMinutes(4), Duration.ofMinutes(6));
        counters.comeLate(Duration.ofMinutes(5));
        nextMonth();
        round.run();

        Map<String, List<Object>> summary = sheet(agency, "Ringkasan");
        Oracle turns = oracle();
        assertThat(turns.served()).isGreaterThan(BigDecimal.valueOf(8));
        assertThat(turns.judged()).isGreaterThan(turns.within());
        assertThat(number(summary, "Kedatangan", 2)).isEqualByComparingTo(turns.arrivals());
        assertThat(number(summary, "Selesai dilayani", 2)).isEqualByComparingTo(turns.served());
        assertThat(number(summary, "Waktu tunggu sesuai standar", 2))
                .isEqualByComparingTo(String.valueOf(Math.round(
                        100.0 * turns.within().intValue() / turns.judged().intValue())));
        assertThat(number(summary, "Waktu tunggu sesuai standar", 3)).isEqualByComparingTo(turns.judged());
        assertClose(number(summary, "Waktu tunggu, median", 2), turns.median());
        assertClose(number(summary, "Waktu tunggu, p90", 2), turns.p90());
        assertThat(number(summary, "Waktu tunggu, median", 3)).isEqualByComparingTo(turns.waits());

        Figures kept = figures(new Scope.OfAgency(agency.id())).total();
        assertThat(number(summary, "Batal", 3)).isEqualByComparingTo(String.valueOf(kept.ended()));
        assertThat(number(summary, "Waktu layanan, median", 3))
                .isEqualByComparingTo(String.valueOf(kept.service().n()));
        String median = summary.get("Waktu tunggu, median").get(2).toString().replace('.', ',');
        String paper = text(file(agency.admin(), Optional.empty(), PeriodReportFile.Format.PDF));
        assertThat(paper)
                .contains(
                        agency.name(),
                        "Laporan Bulanan Pelayanan",
                        "Waktu tunggu, median mnt " + median + " "
                                + kept.waiting().n(),
                        "Kedatangan jumlah " + kept.arrivals(),
                        "Cara menghitung",
                        "galat paling besar 1%")
                .doesNotContain(other.name(), agency.officer().displayName());

        Map<String, List<Object>> steps = sheet(agency, "Per langkah");
        assertThat(steps).hasSize(month.to().getDayOfMonth());
        Map<String, List<Object>> arrivals = sheet(agency, "Kedatangan");
        assertThat(number(arrivals, "Jumlah", 1))
                .isEqualByComparingTo(String.valueOf(month.to().getDayOfMonth()));
        List<Object> total = arrivals.remove("Jumlah");
        assertThat(total.getLast()).isEqualTo(turns.arrivals());
        assertThat(arrivals).hasSize(7);
        for (int column = 1; column < total.size(); column++) {
            int place = column;
            assertThat(arrivals.values().stream()
                            .map(row -> new BigDecimal(row.get(place).toString()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualTo(total.get(column));
        }
    }

    @Test
    void theWorkbooksChartsAreOfItsCells() throws Exception {
        round.served(2);
        nextMonth();
        round.run();
        byte[] file = file(agency.admin(), Optional.empty(), PeriodReportFile.Format.XLSX);
        String named = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.of("id")).format(month.from());
        List<DrawnCharts.Drawn> charts = DrawnCharts.of(file);
        assertThat(charts)
                .extracting(DrawnCharts.Drawn::sheet, chart -> chart.title().getFirst())
                .containsExactly(
                        tuple("Grafik", "Giliran sesuai standar waktu tunggu, " + named),
                        tuple("Grafik", "Kedatangan, " + named),
                        tuple("Grafik", "Kedatangan menurut jam, " + named));
        assertThat(sheetNames(file)).startsWith("Ringkasan", "Grafik", "Per langkah");
        int days = month.to().getDayOfMonth();
        int last = days + 1;
        int served = month.from().plusDays(9).getDayOfMonth() - 1;
        DrawnCharts.Series within = charts.getFirst().main();
        assertThat(within.names()).isEqualTo("'Per langkah'!$A$2:$A$" + last);
        assertThat(within.values()).isEqualTo("'Per langkah'!$D$2:$D$" + last);
        assertThat(within.points()).hasSize(days);
        Map<String, List<Object>> steps = sheet(agency, "Per langkah");
        assertThat(within.points().get(served).value())
                .contains(((BigDecimal) List.copyOf(steps.values()).get(served).get(3)).doubleValue());
        assertThat(within.points().getFirst().value()).isEmpty();
        assertThat(charts.getFirst().series().getLast().points())
                .hasSize(days)
                .allMatch(point -> point.value().equals(Optional.of(90.0)));
        DrawnCharts.Series arrivals = charts.get(1).main();
        assertThat(arrivals.values()).isEqualTo("'Per langkah'!$B$2:$B$" + last);
        assertThat(arrivals.points()).hasSize(days);
        assertThat(arrivals.points().get(served).value()).contains(2.0);
        assertThat(arrivals.points().getFirst().value()).contains(0.0);
        DrawnCharts.Series hours = charts.get(2).main();
        assertThat(hours.values()).matches("Kedatangan!\\$C\\$9:\\$[J-Z]\\$9");
        assertThat(hours.points().getFirst().name()).matches("0[0-8]\\.00");
        assertThat(hours.points().stream()
                        .mapToDouble(point -> point.value().orElseThrow())
                        .sum())
                .isEqualTo(2.0);
        assertThat(charts).allMatch(chart -> chart.pale().isEmpty());
    }

    @Test
    void theMallsTellsOfEachAgencyByName() throws Exception {
        round.served(2);
        nextMonth();
        round.run();
        byte[] file = file(head, Optional.empty(), PeriodReportFile.Format.XLSX);
        Map<String, List<Object>> agencies = sheet(file, "Instansi");
        assertThat(agencies.get(agency.name()).get(1)).hasToString("2");
        assertThat(agencies.keySet()).doesNotContain(other.name());
        DrawnCharts.Drawn chart = DrawnCharts.of(file).getLast();
        assertThat(chart.title().getFirst()).startsWith("Sesuai standar waktu tunggu menurut instansi, ");
        assertThat(chart.title().getLast()).contains("di bawah sasaran 90%");
        assertThat(chart.main().values()).isEqualTo("Instansi!$D$2:$D$" + (agencies.size() + 1));
        assertThat(chart.main().points())
                .extracting(DrawnCharts.Point::name)
                .containsExactlyElementsOf(agencies.keySet());
        assertThat(number(sheet(file, "Ringkasan"), "Kedatangan", 2))
                .isEqualByComparingTo(String.valueOf(figures(new Scope.Mall(id.balairung.tenancy.AllAgencies.READ))
                        .total()
                        .arrivals()));
        assertThat(text(file(head, Optional.empty(), PeriodReportFile.Format.PDF)))
                .contains("Semua instansi", agency.name());
    }

    @Test
    void eachIsMadeOnceAndAnewOnlyWhereACorrectionChangedIt() throws Exception {
        ReportRound there = new ReportRound(application, other, agency);
        there.served(1);
        ReportRound.goTo(clock, month.to());
        round.served(3);
        // The last day's morning after is the next month's first.
        round.run();
        assertThat(ready(agency)).isEqualTo(0);
        assertThat(ready(other)).isEqualTo(0);
        round.plan();
        assertThat(round.make()).isZero();

        clock.advance(Duration.ofHours(1));
        round.correct();
        round.plan();
        assertThat(round.make()).as("the month isn't put together again").isZero();
        assertThat(entry(agency)).matches(PeriodReportEntry.Ready::renewing);
        round.run();
        assertThat(ready(agency)).isEqualTo(1);
        assertThat(ready(other)).isEqualTo(0);
        assertThat(entry(agency)).matches(ready -> !ready.renewing());
        assertThat(text(file(agency.admin(), Optional.empty(), PeriodReportFile.Format.PDF)))
                .contains("diperbarui 1 kali");
        assertThat(text(file(other.admin(), Optional.empty(), PeriodReportFile.Format.PDF)))
                .doesNotContain("diperbarui");
    }

    @Test
    void itIsMadeAnewWhenThePeriodThatItComparesWithBecomesAnother() throws Exception {
        round.served(1);
        ReportRound.goTo(clock, month.to());
        round.served(3);
        nextMonth();
        round.run();
        assertThat(number(sheet(agency, "Ringkasan"), "Kedatangan", 4)).isEqualByComparingTo("0");

        // The month before was brought in only now.
        ReportRound.goTo(clock, month.minus(1).from().plusDays(9));
        round.served(2);
        nextMonth();
        due(month.minus(1).from().plusDays(9), 1, "null");
        round.build();
        assertThat(entry(agency)).matches(PeriodReportEntry.Ready::renewing);
        round.plan();
        round.make();
        Map<String, List<Object>> summary = sheet(agency, "Ringkasan");
        assertThat(number(summary, "Kedatangan", 2)).isEqualByComparingTo("4");
        assertThat(number(summary, "Kedatangan", 4)).isEqualByComparingTo("2");
        assertThat(text(file(agency.admin(), Optional.empty(), PeriodReportFile.Format.PDF)))
                .contains("sebelumnya 2", "diperbarui 1 kali karena angka periode ini atau periode sebelumnya berubah");
        assertThat(entry(agency)).matches(ready -> !ready.renewing());
        round.plan();
        assertThat(round.make()).as("nothing is another any more").isZero();
    }

    @Test
    void answersOfThePeriodThatItComparesWithMakeItAnewToo() throws Exception {
        Answers answers = new Answers(application);
        ReportRound.goTo(clock, month.minus(1).from().plusDays(9));
        round.served(1);
        ReportRound.goTo(clock, month.from().plusDays(9));
        round.served(1);
        nextMonth();
        round.run();
        assertThat(sheet(agency, "Ringkasan").get("IKM").get(4)).isEqualTo("");

        ReportRound.goTo(clock, month.minus(1).from().plusDays(9));
        answers.filledIn(agency.service(), 1, 3);
        nextMonth();
        clock.advance(Duration.ofHours(2));
        round.plan();
        round.make();
        assertThat(number(sheet(agency, "Ringkasan"), "IKM", 4)).isEqualByComparingTo("75.00");
    }

    @Test
    void itWaitsUntilTheDaysThatItComparesWithWereLookedFor() {
        round.served(1);
        nextMonth();
        round.build();
        tables.jdbc()
                .sql("update daily_closing_search set oldest = :day, complete = false where agency_id = :agency")
                .param("day", month.from().minusDays(5))
                .param("agency", agency.id().toString())
                .update();
        assertMadeOnlyOnceTheDaysAreDone();
    }

    private void assertMadeOnlyOnceTheDaysAreDone() {
        round.plan();
        round.make();
        assertThat(state(agency)).isInstanceOf(PeriodReportEntry.Making.class);
        round.run();
        assertThat(ready(agency)).isEqualTo(0);
    }

    @Test
    void daysThatAreStillReckonedAreSaidOfTheYearAndOfTheYearThatItIsComparedWith() throws Exception {
        ReportPeriod year = ReportPeriod.of(ReportPeriod.Length.YEAR, thisMonth.minusYears(1));
        ReportRound.goTo(clock, year.to().minusDays(20));
        round.served(1);
        ReportRound.goTo(clock, thisMonth.plusDays(1));
        round.build();
        // More than are reckoned on reading: 40. A year is told although some of its days can't be built.
        due(year.from(), 42, "'2000-01-01'");
        due(year.minus(1).from(), 45, "null");
        byte[] file = yearly(year);
        assertThat(text(yearly(year, PeriodReportFile.Format.PDF)))
                .contains(
                        "2 hari masih dihitung dan belum termasuk",
                        "5 hari periode sebelumnya masih dihitung dan belum termasuk");
        assertThat(sheet(file, "Ringkasan").get("Catatan").get(2).toString()).startsWith("2 hari masih dihitung");

        round.build();
        tables.jdbc()
                .sql("delete from daily_closing_due where agency_id = :agency")
                .param("agency", agency.id().toString())
                .update();
        round.run();
        assertThat(text(yearly(year, PeriodReportFile.Format.PDF))).doesNotContain("masih dihitung");
    }

    private byte[] yearly(ReportPeriod year) {
        return yearly(year, PeriodReportFile.Format.XLSX);
    }

    private byte[] yearly(ReportPeriod year, PeriodReportFile.Format format) {
        return hall.as(agency.admin(), () -> reports.file(Optional.empty(), year, format))
                .orElseThrow()
                .content();
    }

    private void due(LocalDate from, int days, String retry) {
        from.datesUntil(from.plusDays(days))
                .forEach(day -> tables.jdbc()
                        .sql(
                                "insert into daily_closing_due (agency_id, service_day, changed, since, retry_at) values (:agency, :day, true, :at, "
                                        + retry + ")")
                        .param("agency", agency.id().toString())
                        .param("day", day)
                        .param("at", java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))
                        .update());
    }

    @Test
    void theIkmIsToldAndToldAnewWhenMorePeopleHaveAnswered() throws Exception {
        Answers answers = new Answers(application);
        round.served(1);
        ReportRound.goTo(clock, month.from().plusDays(9));
        answers.filledIn(agency.service(), 1, 3);
        nextMonth();
        round.run();
        Map<String, List<Object>> first = sheet(agency, "Ringkasan");
        assertThat(number(first, "IKM", 2)).isEqualByComparingTo("75.00");
        assertThat(number(first, "IKM", 3)).isEqualByComparingTo("1");

        ReportRound.goTo(clock, month.from().plusDays(9));
        answers.filledIn(agency.service(), 2, 4);
        nextMonth();
        clock.advance(Duration.ofHours(2));
        round.plan();
        round.make();
        // (3 + 4 + 4) / 3 x 25
        assertThat(number(sheet(agency, "Ringkasan"), "IKM", 2)).isEqualByComparingTo("91.67");
        assertThat(text(file(agency.admin(), Optional.empty(), PeriodReportFile.Format.PDF)))
                .contains("91,67", "mutu A, Sangat baik", "n 3");
        assertThat(ready(agency)).isEqualTo(1);
    }

    @Test
    void severalNodesMakeEachOnce() throws Exception {
        ReportRound there = new ReportRound(application, other, agency);
        for (int before = 2; before >= 0; before--) {
            ReportRound.goTo(clock, month.minus(before).from().plusDays(9));
            round.served(1);
            there.served(1);
        }
        nextMonth();
        round.build();
        round.plan();
        int due = tables.jdbc()
                .sql("select count(*) from period_report where due")
                .query(Integer.class)
                .single();
        assertThat(due).as("of two agencies and three months").isGreaterThanOrEqualTo(6);
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Integer> node = () -> {
            together.await();
            return round.make();
        };
        int made = 0;
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> future : nodes.invokeAll(List.of(node, node, node, node))) {
                made += future.get();
            }
        }
        assertThat(made).isEqualTo(due);
        assertThat(ready(agency)).isEqualTo(0);
        assertThat(ready(other)).isEqualTo(0);
    }

    @Test
    void oneThatCantBeMadeIsPutOffAndMadeLater() {
        round.served(1);
        nextMonth();
        round.build();
        round.plan();
        int[] tried = {0};
        tables.whileLocked("skm_response", () -> tried[0] = maker.makeNext() ? 1 : 0);
        assertThat(tried[0]).isEqualTo(1);
        int others = round.make();
        assertThat(tables.jdbc()
                        .sql("select count(*) from period_report where due")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(others).isPositive();
        clock.advance(Duration.ofMinutes(11));
        assertThat(round.make()).isEqualTo(1);
    }

    @Test
    void aMonthOfWhichADayIsDueIsNotTold() {
        round.served(1);
        nextMonth();
        round.build();
        tables.jdbc()
                .sql(
                        "insert into daily_closing_due (agency_id, service_day, changed, since) values (:agency, :day, true, :at)")
                .param("agency", agency.id().toString())
                .param("day", month.from().plusDays(9))
                .param("at", java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))
                .update();
        assertMadeOnlyOnceTheDaysAreDone();
    }

    @Test
    void aYearIsToldByMonthAndOneOfLongAgoWhenAskedFor() throws Exception {
        LocalDate december = thisMonth.withDayOfYear(1).minusDays(20);
        ReportRound.goTo(clock, december);
        round.served(2);
        ReportRound.goTo(clock, thisMonth.withDayOfYear(1).plusDays(1));
        round.run();
        ReportPeriod year = ReportPeriod.of(ReportPeriod.Length.YEAR, december);
        PeriodReportFile file = hall.as(
                        head, () -> reports.file(Optional.of(agency.id()), year, PeriodReportFile.Format.XLSX))
                .orElseThrow();
        assertThat(file.name()).endsWith("-" + year.code() + ".xlsx");
        Map<String, List<Object>> steps = sheet(file.content(), "Per langkah");
        assertThat(steps).hasSize(12);
        assertThat(steps.get("Desember " + year.code()).get(1)).hasToString("2");
        DrawnCharts.Series months = DrawnCharts.of(file.content()).get(1).main();
        assertThat(months.values()).isEqualTo("'Per langkah'!$B$2:$B$13");
        assertThat(months.points()).extracting(DrawnCharts.Point::name).containsExactlyElementsOf(steps.keySet());

        // As if it had been six years.
        tables.jdbc()
                .sql("delete from period_report where agency_id = :agency")
                .param("agency", agency.id().toString())
                .update();
        ReportRound.goTo(clock, thisMonth.withDayOfYear(1).plusYears(5).plusDays(1));
        List<PeriodReportEntry> all = hall.as(agency.admin(), () -> reports.list(Optional.empty()));
        assertThat(all).extracting(PeriodReportEntry::period).contains(year);
        assertThat(all.getFirst().state()).isInstanceOf(PeriodReportEntry.OnRequest.class);
    }

    @Test
    void anAdminGetsTheOwnOnesWhateverIsAskedForAndOthersNone() throws Exception {
        round.served(1);
        ReportRound there = new ReportRound(application, other, agency);
        there.served(2);
        nextMonth();
        round.run();
        byte[] own = file(agency.admin(), Optional.of(other.id()), PeriodReportFile.Format.XLSX);
        assertThat(sheet(own, "Ringkasan").get("Instansi").get(2)).isEqualTo(agency.name());
        assertThat(text(file(agency.admin(), Optional.of(other.id()), PeriodReportFile.Format.PDF)))
                .contains(agency.name())
                .doesNotContain(other.name());
        assertThat(told(agency, AuditKind.EXPORTED)).isEqualTo(2);
        assertThat(told(other, AuditKind.EXPORTED)).isZero();
        file(head, Optional.of(other.id()), PeriodReportFile.Format.PDF);
        assertThat(told(other, AuditKind.EXPORTED)).isEqualTo(1);
        file(head, Optional.empty(), PeriodReportFile.Format.PDF);
        assertThat(told(other, AuditKind.EXPORTED)).isEqualTo(2);
        assertThat(told(agency, AuditKind.EXPORTED)).isEqualTo(3);

        for (StaffPrincipal staff :
                List.of(agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_ADMIN, Optional.empty()))) {
            assertThatThrownBy(() -> hall.as(staff, () -> reports.list(Optional.of(agency.id()))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(
                            staff, () -> reports.file(Optional.of(agency.id()), month, PeriodReportFile.Format.PDF)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> hall.as(
                        head, () -> reports.file(Optional.of(AgencyId.next()), month, PeriodReportFile.Format.PDF)))
                .isInstanceOf(AccessDeniedException.class);
        ReportPeriod goesOn = ReportPeriod.of(ReportPeriod.Length.MONTH, thisMonth);
        assertThat(hall.as(head, () -> reports.file(Optional.of(agency.id()), goesOn, PeriodReportFile.Format.PDF)))
                .isEmpty();
    }

    private void nextMonth() {
        ReportRound.goTo(clock, thisMonth.plusDays(1));
    }

    private byte[] file(StaffPrincipal staff, Optional<AgencyId> whose, PeriodReportFile.Format format) {
        return hall.as(staff, () -> reports.file(whose, month, format))
                .orElseThrow()
                .content();
    }

    private PeriodReportEntry.State state(Hall.TestAgency whose) {
        return hall.as(whose.admin(), () -> reports.list(Optional.empty())).stream()
                .filter(entry -> entry.period().equals(month))
                .findAny()
                .orElseThrow()
                .state();
    }

    private PeriodReportEntry.Ready entry(Hall.TestAgency whose) {
        return (PeriodReportEntry.Ready) state(whose);
    }

    /** How often it was renewed. */
    private int ready(Hall.TestAgency whose) {
        return entry(whose).renewals();
    }

    private id.balairung.rollup.PeriodFigures figures(Scope scope) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        return reading.execute(status -> rollups.past(scope, month.from(), month.to()));
    }

    private int told(Hall.TestAgency whose, AuditKind kind) {
        return tables.jdbc()
                .sql(
                        "select count(*) from audit_event where trail_id = :agency and kind = :kind and subject = 'period-report'")
                .param("agency", whose.id().toString())
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    /** From the turns alone, which have all ended. Times in minutes. */
    private record Oracle(
            BigDecimal arrivals,
            BigDecimal served,
            BigDecimal judged,
            BigDecimal within,
            BigDecimal waits,
            double median,
            double p90) {}

    private Oracle oracle() {
        JdbcClient jdbc = tables.jdbc();
        return jdbc.sql("""
                        with turns as (
                          select t.*, row_number() over (partition by wait_millis is null order by wait_millis) as place,
                            count(wait_millis) over () as waits,
                            timestampdiff(microsecond, queued_at, ended_at) > target_wait_seconds * 1000000 as stayed
                          from history_turn t where agency_id = :agency and service_day between :from and :to)
                        select (select count(*) from ticket k where k.agency_id = :agency and k.service_day between :from and :to),
                          sum(status = 'COMPLETED'), sum(wait_millis is not null or stayed),
                          sum(wait_millis is not null and wait_millis <= target_wait_seconds * 1000), count(wait_millis),
                          max(if(wait_millis is not null and place = ceil(waits * 0.5), wait_millis, null)) / 60000.0,
                          max(if(wait_millis is not null and place = ceil(waits * 0.9), wait_millis, null)) / 60000.0
                        from turns""")
                .param("agency", agency.id().toString())
                .param("from", month.from())
                .param("to", month.to())
                .query((row, number) -> new Oracle(
                        row.getBigDecimal(1),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getDouble(6),
                        row.getDouble(7)))
                .single();
    }

    private static void assertClose(BigDecimal told, double exact) {
        assertThat(told.doubleValue()).isCloseTo(exact, within(exact * 0.01 + 0.051));
    }

    private static BigDecimal number(Map<String, List<Object>> sheet, String row, int column) {
        assertThat(sheet.get(row).get(column)).as(row).isInstanceOf(BigDecimal.class);
        return (BigDecimal) sheet.get(row).get(column);
    }

    private Map<String, List<Object>> sheet(Hall.TestAgency whose, String name) throws Exception {
        return sheet(file(whose.admin(), Optional.empty(), PeriodReportFile.Format.XLSX), name);
    }

    /** Each row by its first cell; of rows with the same the first. */
    private static Map<String, List<Object>> sheet(byte[] file, String name) throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.findSheet(name).orElseThrow().openStream()) {
            Map<String, List<Object>> found = new LinkedHashMap<>();
            rows.skip(1)
                    .forEach(row -> found.putIfAbsent(
                            row.getCellText(0),
                            IntStream.range(0, row.getCellCount())
                                    .mapToObj(cell -> row.getOptionalCell(cell)
                                            .map(one -> (Object) Optional.ofNullable(one.getValue())
                                                    .orElse(""))
                                            .orElse(""))
                                    .toList()));
            return found;
        }
    }

    private static List<String> sheetNames(byte[] file) throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheets().map(Sheet::getName).toList();
        }
    }

    private static String text(byte[] file) throws Exception {
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
