package id.balairung.dashboard;

import id.balairung.agency.CurrentMall;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the reports of months and years that are over, once all their days are built, and makes one anew when its figures, or those
 * that it compares them with, have become others since. Nothing is locked while a report is read and written.
 */
@Component
class PeriodReportMaker {

    /** How many months are kept ready; older ones are made when asked for. */
    static final int MONTHS = 24;

    /** How many years are. */
    static final int YEARS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(PeriodReportMaker.class);

    /** Until when one is put off that can't be made, and how long it may take at most. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    /** People may still answer for some days. */
    private static final int ANSWERED_DAYS = 45;

    /** How often it is looked whether they did. */
    private static final Duration COUNTED = Duration.ofHours(1);

    private static final int MOST = 200;

    private final PeriodReportRows rows;
    private final PeriodReportReader reader;
    private final ReportPress press;
    private final CurrentMall mall;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AtomicReference<Instant> counted = new AtomicReference<>(Instant.EPOCH);

    PeriodReportMaker(
            PeriodReportRows rows,
            PeriodReportReader reader,
            ReportPress press,
            CurrentMall mall,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.reader = reader;
        this.press = press;
        this.mall = mall;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether a period is so late that its report is kept ready. */
    boolean keepsReady(ReportPeriod period) {
        return !period.from().isBefore(first(period.length()));
    }

    private LocalDate first(ReportPeriod.Length length) {
        ReportPeriod present = ReportPeriod.of(length, mall.today().date());
        return present.minus(length == ReportPeriod.Length.MONTH ? MONTHS : YEARS)
                .from();
    }

    /** Notes what is to be made, or made anew. */
    void plan() {
        LocalDate today = mall.today().date();
        transaction.executeWithoutResult(status -> rows.plan(
                AllAgencies.READ, first(ReportPeriod.Length.MONTH), first(ReportPeriod.Length.YEAR), today, MOST));
        boolean answersToo = isTimeToCount();
        List<Long> changed = transaction.execute(status -> Stream.concat(
                        rows.outdated(AllAgencies.READ).stream(),
                        answersToo
                                ? rows.answered(AllAgencies.READ, today.minusDays(ANSWERED_DAYS)).stream()
                                : Stream.<Long>empty())
                .distinct()
                .toList());
        changed.forEach(id -> transaction.executeWithoutResult(status -> rows.renew(AllAgencies.READ, id)));
    }

    /** Counting all answers of a year takes a while, and nobody waits for it. */
    private boolean isTimeToCount() {
        Instant now = clock.instant();
        Instant last = counted.get();
        return Duration.between(last, now).abs().compareTo(COUNTED) >= 0 && counted.compareAndSet(last, now);
    }

    /**
     * Makes the next one. One that can't be made is put off, so that the others get their turn.
     *
     * @return whether there was one
     */
    boolean makeNext() {
        Instant now = clock.instant();
        Optional<PeriodReportRows.Kept> taken =
                transaction.execute(status -> rows.take(AllAgencies.READ, now, now.plus(RETRY)));
        taken.ifPresent(due -> {
            try {
                make(due);
            } catch (RuntimeException trouble) {
                LOG.error(
                        "The report {} of {} can't be made",
                        due.period().code(),
                        due.agency().map(AgencyId::toString).orElse("the mall"),
                        trouble);
            }
        });
        return taken.isPresent();
    }

    /**
     * Makes one that nobody planned, if there is anything to tell.
     *
     * @param agency whose; empty for the mall's
     * @param period which
     */
    void makeNow(Optional<AgencyId> agency, ReportPeriod period) {
        LocalDate today = mall.today().date();
        Optional<PeriodReportRows.Kept> found = transaction.execute(status -> {
            agency.ifPresentOrElse(
                    own -> rows.plan(own, period, today), () -> rows.plan(AllAgencies.READ, period, today));
            return agency.map(own -> rows.find(own, period)).orElseGet(() -> rows.find(AllAgencies.READ, period));
        });
        found.filter(kept -> kept.version() == 0).ifPresent(this::make);
    }

    private void make(PeriodReportRows.Kept due) {
        // As it is kept: the same file has to come of it when it is written again.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PeriodReport report = reader.read(due.agency(), due.period(), now, due.version() + 1);
        long responses = report.said().responses().count()
                + report.saidBefore().responses().count();
        if (isSame(due, report)) {
            transaction.executeWithoutResult(status -> rows.same(AllAgencies.READ, due, responses));
        } else {
            byte[] pdf = press.pdf(report);
            byte[] xlsx = press.xlsx(report);
            transaction.executeWithoutResult(status -> rows.keep(AllAgencies.READ, due, now, pdf, xlsx, responses));
        }
    }

    /** Most corrections change the report of one agency, and not those of all others of that month. */
    private boolean isSame(PeriodReportRows.Kept due, PeriodReport report) {
        Optional<byte[]> before = due.madeAt()
                .flatMap(made -> transaction.execute(status -> due.agency()
                        .map(own -> rows.file(own, due.period(), PeriodReportFile.Format.XLSX))
                        .orElseGet(() -> rows.file(AllAgencies.READ, due.period(), PeriodReportFile.Format.XLSX))));
        return before.filter(file ->
                        Arrays.equals(file, press.xlsx(report.as(due.madeAt().orElseThrow(), due.version()))))
                .isPresent();
    }
}
