package id.balairung.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.alert.Alerts;
import id.balairung.bench.PastYears;
import id.balairung.closing.ClosingRound;
import id.balairung.closing.DailyClosings;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurns;
import id.balairung.common.TypedText;
import id.balairung.counter.CounterDesk;
import id.balairung.dashboard.PeriodReportFile;
import id.balairung.dashboard.PeriodReports;
import id.balairung.dashboard.ReportPeriod;
import id.balairung.dashboard.ReportRound;
import id.balairung.history.ExportWish;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryChoices;
import id.balairung.history.HistoryEntry;
import id.balairung.history.HistoryExport;
import id.balairung.history.HistoryFilter;
import id.balairung.history.HistoryOrder;
import id.balairung.history.Search;
import id.balairung.history.ServiceHistory;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.intake.FrontDesk;
import id.balairung.intake.Wish;
import id.balairung.queue.AlertRound;
import id.balairung.queue.CallResult;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.MallDays;
import id.balairung.queue.MyDayFigures;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.QueueFeed;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueSupervision;
import id.balairung.queue.Retention;
import id.balairung.queue.TicketCorrections;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNotes;
import id.balairung.queue.TicketPasts;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.queue.Visitors;
import id.balairung.rollup.Rollups;
import id.balairung.rollup.Scope;
import id.balairung.rollup.SpanRound;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.CommentFilter;
import id.balairung.satisfaction.CommentTag;
import id.balairung.satisfaction.Comments;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.FollowUpFilter;
import id.balairung.satisfaction.FollowUpKind;
import id.balairung.satisfaction.FollowUpState;
import id.balairung.satisfaction.FollowUps;
import id.balairung.satisfaction.SatisfactionRound;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetFormat;
import id.balairung.tenancy.AllAgencies;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No statement of the queue, of the history or of what was said may need longer with the years: none reads a growing table as a whole, and none
 * puts more than a page in order. Each is really asked, over some months of a past, and docs/query-plans.md keeps how the database does it.
 */
@BalairungTest
@Import(Plans.class)
@TestPropertySource(
        properties = {
            "balairung.database.dir=target/plans-db",
            "balairung.audit.heads-file=target/plans-audit/${random.uuid}/heads.log"
        })
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatementPlansTest {

    private static final Path WRITTEN = Path.of("docs", "query-plans.md");
    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    private static final int DAYS = 100;
    private static final int TICKETS_A_DAY = 90;

    @Autowired
    Plans plans;

    @Autowired
    Hall hall;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    QueueDesk desk;

    @Autowired
    ServiceHistory history;

    @Autowired
    TicketPasts pasts;

    @Autowired
    org.springframework.context.ApplicationContext context;

    private final Set<Plan> seen = new LinkedHashSet<>();
    private Hall.TestAgency agency;
    private Hall.TestAgency other;
    private StaffPrincipal head;
    private StaffPrincipal frontDesk;
    private LocalDate today;

    @BeforeAll
    void someMonthsWentBy() throws SQLException {
        agency = hall.agency(4, 3);
        other = hall.agency(4, 3);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        frontDesk = hall.frontDesk();
        today = clock.instant().atZone(ZONE).toLocalDate();
        try (Connection connection = PastYears.connect(database);
                Statement statement = connection.createStatement()) {
            past(connection, agency, 1);
            past(connection, other, 2);
            said(statement, agency);
            said(statement, other);
            for (String table : List.of(
                    "ticket",
                    "ticket_event",
                    "history_turn",
                    "history_note",
                    "visit",
                    "ticket_number",
                    "rating",
                    "skm_response",
                    "skm_answer",
                    "follow_up")) {
                statement.execute("analyze table " + table);
            }
        }
        hall.open(agency, 0);
        hall.open(agency, 1);
        hall.open(other, 0);
    }

    private void past(Connection connection, Hall.TestAgency of, int seed) throws SQLException {
        List<Integer> numbers = of.counters().stream()
                .map(counter -> jdbc.sql("select number from counter where id = ?")
                        .param(counter.value().toString())
                        .query(Integer.class)
                        .single())
                .toList();
        PastYears years = new PastYears(connection, of, numbers, ZONE, seed);
        for (LocalDate from = today.minusDays(DAYS);
                from.isBefore(today);
                from = from.plusMonths(1).withDayOfMonth(1)) {
            LocalDate next = from.plusMonths(1).withDayOfMonth(1);
            years.write(from, next.isBefore(today) ? next : today, TICKETS_A_DAY, 7);
        }
    }

    @Test
    @Order(1)
    void theLivePath() {
        asked(() -> as(frontDesk, () -> {
            FrontDesk intake = bean(FrontDesk.class);
            intake.offers(clock.instant());
            for (int number = 0; number < 8; number++) {
                intake.issue(
                        VisitId.next(),
                        false,
                        List.of(
                                Wish.of(agency.service().id()),
                                Wish.of(other.service().id())),
                        PriorityClass.GENERAL,
                        new Visitor(Optional.of("Tamu"), Optional.empty()));
            }
            return frontDesk;
        }));
        asked(() -> {
            TicketId called = call();
            officer(() -> bean(Visitors.class).masked(List.of(called)));
            officer(() -> desk.undo(CommandId.next(), called));
            served(call(), ticket -> officer(() -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED)));
            served(call(), ticket -> {
                officer(() -> desk.hold(
                        CommandId.next(), ticket, "Ke bank", clock.instant().plusSeconds(600)));
                officer(() -> desk.resume(CommandId.next(), ticket));
                return officer(() -> desk.transfer(
                        CommandId.next(), ticket, agency.services().get(1).id(), "Salah loket"));
            });
            served(
                    call(),
                    ticket -> officer(() -> desk.handOff(
                            CommandId.next(), ticket, other.service().id(), "Perlu pajak")));
        });
        asked(() -> {
            TicketId late = call();
            for (int time = 0; time < 2; time++) {
                clock.advance(Duration.ofMinutes(3));
                officer(() -> desk.recall(CommandId.next(), late));
            }
            clock.advance(Duration.ofMinutes(3));
            officer(() -> desk.markNoShow(CommandId.next(), late));
            officer(() -> desk.returnLate(CommandId.next(), late));
            officer(() -> desk.abandon(CommandId.next(), late));
        });
        asked(() -> {
            EndOfDay end = bean(EndOfDay.class);
            List<TicketSnapshot> open = as(agency.admin(), end::open);
            as(agency.admin(), end::leftOver);
            as(
                    agency.admin(),
                    () -> bean(QueueSupervision.class)
                            .reassign(
                                    CommandId.next(),
                                    open.getLast().id(),
                                    agency.services().get(2).id(),
                                    "Loket penuh"));
            TicketSnapshot first = open.getFirst();
            as(agency.admin(), () -> end.abandon(CommandId.next(), first.id(), first.version()));
            officer(() -> bean(MyDayFigures.class).today());
            officer(() -> bean(CounterDesk.class).counters());
        });
    }

    @Test
    @Order(2)
    void theScreensThatFollowTheQueue() {
        asked(() -> {
            bean(AlertRound.class).at(agency.id());
            QueueFeed feed = bean(QueueFeed.class);
            try (QueueSubscription<?> own = as(agency.admin(), () -> feed.subscribe(update -> {}));
                    QueueSubscription<?> mall = as(head, () -> feed.subscribeMallBoard(update -> {}));
                    QueueSubscription<?> waiting = as(head, () -> feed.subscribeMall(update -> {}))) {
                assertThat(List.of(own, mall, waiting)).isNotEmpty();
            }
            bean(MallDays.class).first();
            bean(MallDays.class).latest();
            as(
                    agency.admin(),
                    () -> bean(Alerts.class).raisedBetween(clock.instant().minusSeconds(3600), clock.instant()));
        });
    }

    @Test
    @Order(3)
    void everySearchOfTheHistory() {
        HistoryFilter all = HistoryFilter.of(today.minusDays(DAYS), today);
        for (StaffPrincipal reader : List.of(agency.officer(), agency.admin(), head)) {
            asked(() -> as(reader, () -> {
                filters(all).forEach(filter -> read(filter));
                history.underWay(HistoryFilter.of(today, today));
                history.underWay(all.counted(FigureFilter.ARRIVALS));
                return reader;
            }));
        }
    }

    private Stream<HistoryFilter> filters(HistoryFilter all) {
        return Stream.<UnaryOperator<Search>>of(
                        parts -> parts,
                        parts -> parts.agency(agency.id()),
                        parts -> parts.service(agency.service().id()),
                        parts -> parts.counter(101),
                        parts -> parts.officer(agency.officer().id()),
                        parts -> parts.agency(agency.id())
                                .officer(agency.officer().id()),
                        parts -> parts.result(TurnResult.NO_SHOW),
                        parts -> parts.result(TurnResult.DOCUMENTS_MISSING),
                        parts -> parts.priority(PriorityClass.DISABILITY),
                        parts -> parts.late(),
                        parts -> parts.figure(FigureFilter.ARRIVALS),
                        parts -> parts.figure(FigureFilter.of(WaitFigure.JUDGED)),
                        parts -> parts.figure(FigureFilter.of(ServiceTimeFigure.OVER)),
                        parts -> parts.figure(FigureFilter.arrivals(DayOfWeek.MONDAY, 9)),
                        parts -> parts.service(agency.service().id()).figure(FigureFilter.of(WaitFigure.MISSED)),
                        parts -> parts.rating(1),
                        parts -> parts.number(agency.service().prefix() + "-012"),
                        parts -> parts.number("12"),
                        parts -> parts.number(agency.service().prefix()),
                        parts -> parts.note("lurah"),
                        parts -> parts.service(agency.service().id())
                                .counter(101)
                                .note("bank"))
                .map(change -> change.apply(new Search(all)).filter());
    }

    private void read(HistoryFilter filter) {
        for (HistoryOrder order : HistoryOrder.values()) {
            List<HistoryEntry> first = history.page(filter, order, Optional.empty(), 50);
            if (!first.isEmpty()) {
                history.page(filter, order, Optional.of(first.getLast().key()), 50);
            }
        }
        history.total(filter);
    }

    @Test
    @Order(4)
    void oneTicketsPast() {
        asked(() -> {
            List<HistoryEntry> done = as(
                    agency.admin(),
                    () -> history.page(
                            new Search(HistoryFilter.of(today, today))
                                    .result(TurnResult.FULFILLED)
                                    .filter(),
                            HistoryOrder.NEWEST_FIRST,
                            Optional.empty(),
                            50));
            TicketId ticket = done.getFirst().key().ticket();
            for (StaffPrincipal reader : List.of(agency.officer(), agency.admin(), head)) {
                assertThat(as(reader, () -> pasts.of(ticket))).isPresent();
                assertThat(as(reader, () -> history.turns(ticket))).isNotEmpty();
            }
            officer(() -> bean(TicketNotes.class).note(CommandId.next(), ticket, "Kurang lampiran"));
            TicketSnapshot now =
                    as(agency.admin(), () -> pasts.of(ticket)).orElseThrow().ticket();
            as(
                    agency.admin(),
                    () -> bean(TicketCorrections.class)
                            .correct(
                                    CommandId.next(),
                                    ticket,
                                    now.version(),
                                    Outcome.CONSULTATION,
                                    now.finishedAt().orElseThrow(),
                                    "Salah pilih"));
        });
    }

    @Test
    @Order(5)
    void theDailyReports() {
        TransactionTemplate reading = new TransactionTemplate(bean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        // Before they are looked for, the days of a new agency are found by what they brought.
        asked(() -> reading.executeWithoutResult(
                status -> bean(DayTurns.class).unbuilt(agency.id(), today.minusDays(3), today.minusDays(1), 40)));
        asked(() -> {
            assertThat(new ClosingRound(context).run()).isTrue();
            DailyClosings closings = bean(DailyClosings.class);
            as(agency.admin(), () -> closings.day(agency.id(), today.minusDays(1)));
            as(agency.admin(), () -> closings.day(agency.id(), today));
            as(agency.admin(), () -> closings.month(agency.id(), YearMonth.from(today)));
            as(head, () -> closings.mallDay(today.minusDays(1)));
            as(head, () -> closings.mallMonth(YearMonth.from(today)));
        });
    }

    @Test
    @Order(6)
    void theFiguresOfAnyDays() {
        ClosingRound closing = new ClosingRound(context);
        closing.finish();
        new SpanRound(context).run();
        for (String table :
                List.of("counter_shift", "counter_break", "rollup_agency", "rollup_service", "rollup_breakdown")) {
            jdbc.sql("analyze table " + table).query().listOfRows();
        }
        TransactionTemplate reading = new TransactionTemplate(bean(PlatformTransactionManager.class));
        reading.setReadOnly(true);
        for (Scope scope : List.of(
                new Scope.Mall(AllAgencies.READ),
                new Scope.OfAgency(agency.id()),
                new Scope.OfService(agency.id(), agency.service().id()))) {
            asked(() ->
                    reading.executeWithoutResult(status -> bean(Rollups.class).past(scope, today.minusDays(3), today)));
            asked(() -> reading.executeWithoutResult(status ->
                    bean(Rollups.class).past(scope, today.minusMonths(1).minusDays(3), today)));
            asked(() -> reading.executeWithoutResult(status -> bean(Rollups.class)
                    .pastToCompare(scope, today.minusMonths(1).minusDays(3), today, today)));
            asked(() -> reading.executeWithoutResult(status -> {
                DayBounds day = new DayBounds(today, ZONE, clock.instant());
                bean(Rollups.class).today(scope, day, bean(Rollups.class).turns(scope, day));
            }));
        }
    }

    @Test
    @Order(7)
    void theReportsOfMonthsAndYears() {
        ReportRound round = new ReportRound(context, agency, other);
        asked(() -> {
            round.plan();
            assertThat(round.make()).isPositive();
        });
        PeriodReports reports = bean(PeriodReports.class);
        for (StaffPrincipal reader : List.of(agency.admin(), head)) {
            asked(() -> as(reader, () -> {
                ReportPeriod period = reports.list(Optional.empty()).getFirst().period();
                assertThat(reports.file(Optional.empty(), period, PeriodReportFile.Format.XLSX))
                        .isPresent();
                return period;
            }));
        }
    }

    @Test
    @Order(5)
    void whatTheFiltersOffer() {
        HistoryChoices choices = bean(HistoryChoices.class);
        asked(() -> as(agency.admin(), () -> {
            choices.counters(Optional.of(agency.id()));
            return choices.officers(Optional.of(agency.id()));
        }));
        asked(() -> as(head, () -> {
            choices.counters(Optional.empty());
            return choices.officers(Optional.empty());
        }));
    }

    @Test
    @Order(5)
    void whatLeavesTheHouse() {
        HistoryFilter all = HistoryFilter.of(today.minusDays(DAYS), today);
        asked(() -> {
            exported(agency.admin(), all, true);
            exported(
                    agency.admin(),
                    new Search(all).service(agency.service().id()).filter(),
                    false);
            exported(head, all, false);
            exported(head, new Search(all).officer(agency.officer().id()).filter(), false);
            exported(head, new Search(all).result(TurnResult.NO_SHOW).filter(), false);
        });
    }

    private void exported(StaffPrincipal reader, HistoryFilter filter, boolean notes) {
        ExportWish wish = new ExportWish(filter, SheetFormat.CSV, notes, Locale.ROOT);
        int rows = hall.asProven(reader, () -> {
            int read = 0;
            for (List<SheetCell> row :
                    bean(HistoryExport.class).table(wish, written -> {}).rows()) {
                read += row.isEmpty() ? 0 : 1;
            }
            return read;
        });
        assertThat(rows).isPositive();
    }

    @Test
    @Order(5)
    void whatWasSaid() {
        SurveyPeriod period = SurveyPeriod.of(SurveyPeriod.Length.YEAR, today.minusDays(1));
        asked(() -> new SatisfactionRound(context).run());
        asked(() -> new SatisfactionRound(context).read(agency.id(), period));
        asked(() -> as(agency.officer(), () -> bean(FollowUps.class).own()));
        for (StaffPrincipal reader : List.of(agency.admin(), head)) {
            asked(() -> as(reader, () -> {
                Comments comments = bean(Comments.class);
                Stream.of(
                                CommentFilter.of(period),
                                new CommentFilter(period, "lama", Set.of(), Optional.empty(), Optional.empty()),
                                new CommentFilter(
                                        period,
                                        "",
                                        Set.of(CommentTag.COMPLAINT),
                                        Optional.of(agency.service().id()),
                                        Optional.of(1)))
                        .forEach(filter -> {
                            comments.counts(agency.id(), filter);
                            comments.page(agency.id(), filter, Optional.empty(), 50).stream()
                                    .reduce((one, last) -> last)
                                    .ifPresent(last -> comments.page(agency.id(), filter, Optional.of(last.key()), 50));
                        });
                FollowUps followUps = bean(FollowUps.class);
                followUps.counts(agency.id());
                followUps.asked(agency.id());
                Stream.of(
                                Stream.of(FollowUpFilter.ALL),
                                Stream.of(FollowUpFilter.Standing.values())
                                        .map(standing -> new FollowUpFilter(
                                                Optional.of(standing),
                                                Optional.of(FollowUpKind.RATING),
                                                Optional.empty())),
                                Stream.of(Optional.of(agency.officer().id()), Optional.<StaffId>empty())
                                        .map(owner -> new FollowUpFilter(
                                                Optional.of(FollowUpFilter.Standing.PENDING),
                                                Optional.empty(),
                                                Optional.of(new FollowUpFilter.Owner(owner)))))
                        .flatMap(filters -> filters)
                        .forEach(filter -> followUps.page(agency.id(), filter, Optional.empty(), 50).stream()
                                .reduce((one, last) -> last)
                                .ifPresent(last -> followUps.page(agency.id(), filter, Optional.of(last.key()), 50)));
                return reader;
            }));
        }
        asked(() -> as(agency.admin(), () -> {
            Comments comments = bean(Comments.class);
            CommentEntry newest = comments.page(agency.id(), CommentFilter.of(period), Optional.empty(), 1)
                    .getFirst();
            comments.tag(newest.id(), CommentTag.SUGGESTION);
            FollowUps followUps = bean(FollowUps.class);
            FollowUpEntry first = followUps
                    .page(agency.id(), FollowUpFilter.ALL, Optional.empty(), 1)
                    .getFirst();
            followUps.move(first.id(), first.version(), FollowUpState.RUNNING, new TypedText(""));
            return followUps.find(first.id());
        }));
    }

    /** Four of ten rate, one of those in four fills in the form, one in five writes; all but the newest are let out. */
    private static void said(Statement statement, Hall.TestAgency of) throws SQLException {
        String agency = "'" + of.id() + "'";
        statement.execute("""
                insert into rating (agency_id, ticket_id, service_id, service_day, hour, wait_millis, given_at, channel, score, comment)
                select agency_id, id, service_id, service_day, 10, 600000, finished_at, 'LINK', 1 + crc32(id) % 4,
                  if(crc32(id) % 5 = 0, concat('Antre lama ', crc32(id)), null)
                from ticket where status = 'COMPLETED' and crc32(id) % 10 < 4 and agency_id =\s""" + agency);
        statement.execute("""
                insert into skm_response (agency_id, ticket_id, service_id, service_day, version, answered_at, channel, time_band)
                select agency_id, ticket_id, service_id, service_day, 1, given_at, 'LINK', 'MORNING'
                from rating where id % 4 = 0 and agency_id =\s""" + agency);
        statement.execute("""
                insert into skm_answer (agency_id, response_id, code, service_day, service_id, version, answer)
                select agency_id, id, code, service_day, service_id, 1, 1 + (id + place) % 4
                from skm_response join questionnaire_unsur on questionnaire_unsur.version = 1 where agency_id =\s""" + agency);
        for (String kind : List.of("RATING rating", "RESPONSE skm_response")) {
            String table = kind.substring(kind.indexOf(' ') + 1);
            statement.execute(
                    "insert into satisfaction_batch (agency_id, service_id, kind, released_at, many) select agency_id,"
                            + " service_id, '" + kind.substring(0, kind.indexOf(' ')) + "', now(6), count(*) from "
                            + table
                            + " where agency_id = " + agency + " group by service_id having count(*) >= 5");
            statement.execute("update " + table + " join satisfaction_batch batch on batch.agency_id = " + table
                    + ".agency_id and batch.service_id = " + table + ".service_id and batch.kind = '"
                    + kind.substring(0, kind.indexOf(' ')) + "' set release_batch = batch.id where " + table
                    + ".agency_id = " + agency + " and " + table + ".id % 20 > 0");
        }
        statement.execute("""
                insert into follow_up (id, agency_id, kind, service_id, rating_id, title, due, state, opened_at, changed_at, version)
                select uuid(), agency_id, 'RATING', service_id, id, '', service_day + interval 7 day,
                  if(id % 40 = 0, 'OPEN', 'DONE'), given_at, given_at, 0
                from rating where score = 1 and agency_id =\s""" + agency);
    }

    @Test
    @Order(6)
    void theErasureOfPersonalData() {
        StaffPrincipal admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        asked(() -> hall.asProven(admin, () -> bean(Retention.class).run().get()));
    }

    @Test
    @Order(8)
    void areWrittenDown() throws IOException {
        String written = seen.stream()
                .filter(plans::wasAskedFor)
                .map(plan -> "- `" + plan.sql() + "`\n  " + plan.written() + "\n")
                .sorted()
                .collect(Collectors.joining("", """
                        # How the database finds what is asked

                        Written by StatementPlansTest, which asks each of these statements over some months of a past and fails when one
                        reads a growing table as a whole or puts more than a page in order. Under each statement: the tables in the order
                        in which they are looked at, how (const, eq_ref, ref, range, index, ALL: from best to worst), and by which index.

                        """, ""));
        String before = Files.exists(WRITTEN) ? Files.readString(WRITTEN, UTF_8) : "";
        if (!statements(before).equals(statements(written))) {
            Files.writeString(WRITTEN, written, UTF_8);
        }
        assertThat(statements(before))
                .as("docs/query-plans.md was stale; it is written anew: commit it")
                .isEqualTo(statements(written));
    }

    /** The database may choose between equals now this way, now that; what is asked stays the same. */
    private static List<String> statements(String written) {
        return written.lines().filter(line -> line.startsWith("- ")).toList();
    }

    private void asked(Runnable act) {
        List<Plan> asked = plans.of(act);
        assertThat(asked).isNotEmpty();
        seen.addAll(asked);
        assertThat(asked.stream()
                        .flatMap(plan -> plan.fault().map(fault -> "\n" + fault + ": " + plan.sql()).stream())
                        .toList())
                .isEmpty();
    }

    private TicketId call() {
        return ((CallResult.Called) officer(() -> desk.callNext(CommandId.next())))
                .act()
                .ticket()
                .id();
    }

    private void served(TicketId ticket, Then then) {
        officer(() -> desk.serve(CommandId.next(), ticket));
        then.apply(ticket);
    }

    private interface Then {
        Object apply(TicketId ticket);
    }

    private <T> T officer(Callable<T> act) {
        return as(agency.officer(), act);
    }

    private <T> T as(StaffPrincipal staff, Callable<T> act) {
        return hall.as(staff, act);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
