package id.balairung.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.audit.AuditKind;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Tables;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who reads which reports, what the trail knows of it, and that they know nobody. */
@BalairungTest
class DailyClosingsTest {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    DailyClosings closings;

    @Autowired
    DayCloser closer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tables tables;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    StaffPrincipal head;
    LocalDate day;

    @BeforeEach
    void twoAgenciesAndADay() {
        agency = hall.agency(2, 1);
        other = hall.agency(2, 1);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        hall.open(agency, 0);
        hall.open(other, 0);
        day = LocalDate.ofInstant(clock.instant(), MALL);
        new DayAtTheCounters(application, agency, other, 1).serve(Duration.ofMinutes(3), Duration.ofMinutes(7));
        DayAtTheCounters there = new DayAtTheCounters(application, other, agency, 1);
        there.serve(Duration.ofMinutes(3), Duration.ofMinutes(7));
        there.serve(Duration.ofMinutes(30), Duration.ofMinutes(9));
    }

    @Test
    void anAdminReadsTheOwnReportsWhateverAgencyIsNamed() {
        closeTheDay();
        assertThat(hall.as(agency.admin(), () -> closings.day(other.id(), day))
                        .orElseThrow()
                        .total()
                        .arrivals())
                .isEqualTo(1);
        assertThat(hall.as(agency.admin(), () -> closings.month(other.id(), YearMonth.from(day)))
                        .days()
                        .values())
                .extracting(DayFigures::arrivals)
                .containsExactly(1);
        assertThat(hall.as(agency.admin(), () -> closings.export(Optional.of(other.id()), YearMonth.from(day))))
                .extracting(AgencyDay::agency)
                .containsOnly(agency.id());
        assertThat(hall.as(agency.admin(), () -> closings.export(Optional.empty(), YearMonth.from(day))))
                .extracting(AgencyDay::agency)
                .containsOnly(agency.id());
    }

    @Test
    void nobodyElseReadsAny() {
        for (StaffPrincipal staff :
                List.of(agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_ADMIN, Optional.empty()))) {
            assertThatThrownBy(() -> hall.as(staff, () -> closings.day(agency.id(), day)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> closings.month(agency.id(), YearMonth.from(day))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> closings.mallDay(day)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> closings.mallMonth(YearMonth.from(day))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() ->
                            hall.as(staff, () -> closings.export(Optional.of(agency.id()), YearMonth.from(day))))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> closings.mallDay(day)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> closings.mallMonth(YearMonth.from(day))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theHeadReadsAnyAndEachAgencyFindsThatInItsTrail() {
        closeTheDay();
        assertThat(hall.as(head, () -> closings.day(other.id(), day))
                        .orElseThrow()
                        .total()
                        .arrivals())
                .isEqualTo(2);
        assertThat(told(other.id(), AuditKind.READ_ACROSS)).isEqualTo(1);
        assertThat(told(agency.id(), AuditKind.READ_ACROSS)).isZero();
        assertThat(hall.as(head, () -> closings.mallDay(day)).orElseThrow().agencies())
                .extracting(AgencyDay::agency)
                .contains(agency.id(), other.id());
        assertThat(told(agency.id(), AuditKind.READ_ACROSS)).isEqualTo(1);
        assertThatThrownBy(() -> hall.as(head, () -> closings.day(AgencyId.next(), day)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void eachAgencyThatAFileTellsOfFindsTheExportInItsTrail() {
        closeTheDay();
        hall.as(head, () -> closings.export(Optional.empty(), YearMonth.from(day)));
        assertThat(told(agency.id(), AuditKind.EXPORTED)).isEqualTo(1);
        assertThat(told(other.id(), AuditKind.EXPORTED)).isEqualTo(1);
        hall.as(agency.admin(), () -> closings.export(Optional.empty(), YearMonth.from(day)));
        assertThat(told(agency.id(), AuditKind.EXPORTED)).isEqualTo(2);
        assertThat(told(other.id(), AuditKind.EXPORTED)).isEqualTo(1);
    }

    @Test
    void todayIsToldAsFarAsItIsAndAStuckQueueIsNoGoodFigure() {
        hall.issue(agency);
        clock.advance(Duration.ofMinutes(21));
        DayReport soFar =
                hall.as(agency.admin(), () -> closings.day(agency.id(), day)).orElseThrow();
        assertThat(soFar.closing()).isEmpty();
        assertThat(soFar.total().unsettled()).isEqualTo(1);
        assertThat(soFar.total().abandoned()).isZero();
        assertThat(soFar.total().judged()).isEqualTo(2);
        assertThat(soFar.total().withinTargetPercent()).contains(50);
    }

    @Test
    void aDayWhoseReportIsStillToComeIsNoDayWithoutVisitors() {
        YearMonth month = YearMonth.from(day);
        assertThat(hall.as(agency.admin(), () -> closings.month(agency.id(), month))
                        .toCome())
                .as("today isn't over")
                .doesNotContain(day);
        clock.set(day.plusDays(1).atStartOfDay(MALL).toInstant().plusSeconds(60));
        for (LocalDate yesterday : List.of(day, day.minusDays(1))) {
            assertThat(hall.as(agency.admin(), () -> closings.month(agency.id(), YearMonth.from(yesterday)))
                            .toCome())
                    .contains(yesterday);
            assertThat(hall.as(head, () -> closings.mallMonth(YearMonth.from(yesterday)))
                            .toCome())
                    .contains(yesterday);
        }
        clock.set(day.plusDays(1)
                .atStartOfDay(MALL)
                .toInstant()
                .plus(DayCloser.SETTLING)
                .plusSeconds(1));
        closer.search();
        assertThat(hall.as(agency.admin(), () -> closings.month(agency.id(), month))
                        .toCome())
                .contains(day);
        closeTheDay();
        assertThat(hall.as(agency.admin(), () -> closings.month(agency.id(), month))
                        .toCome())
                .isEmpty();
        assertThat(hall.as(head, () -> closings.mallMonth(month)).toCome()).doesNotContain(day);
    }

    @Test
    void aReportKnowsNobody() {
        hall.issue(
                agency.service(),
                PriorityClass.ELDERLY,
                new Visitor(Optional.of("Wa Ode Sitti"), Optional.of("0811400777")));
        closeTheDay();
        String kept = String.join(
                "\n",
                tables.rowsOf(agency.id().toString()).entrySet().stream()
                        .filter(table -> table.getKey().startsWith("daily_closing"))
                        .map(table -> table.getKey() + " " + table.getValue())
                        .toList());
        assertThat(kept)
                .contains("daily_closing ", "daily_closing_hour ", "daily_closing_service ")
                .doesNotContain(
                        "Wa Ode", "0811400777", agency.officer().id().value().toString());
        assertThat(jdbc.sql("""
                                select distinct data_type from information_schema.columns
                                where table_schema = database() and table_name like 'daily\\_closing%'""").query(String.class).list())
                .as("no column that could hold words")
                .containsExactlyInAnyOrder("uuid", "date", "datetime", "int", "bigint", "tinyint");
    }

    private void closeTheDay() {
        clock.set(day.plusDays(1)
                .atStartOfDay(MALL)
                .toInstant()
                .plus(DayCloser.SETTLING)
                .plusSeconds(1));
        closer.search();
        boolean more = true;
        while (more) {
            more = closer.closeNext();
        }
    }

    private long told(AgencyId of, AuditKind kind) {
        return jdbc.sql(
                        "select count(*) from audit_event where trail_id = ? and kind = ? and subject = 'daily-closing'")
                .param(of.toString())
                .param(kind.name())
                .query(Long.class)
                .single();
    }
}
