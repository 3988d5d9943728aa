package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketId;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the history finds, page by page, against statements of its own; and where a day ends. */
@BalairungTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryReadingTest {

    /** Long before anything else of the suite happened: the head sees these two agencies' turns only. */
    private static final LocalDate FIRST = LocalDate.of(2009, 3, 2);

    private static final int DAYS = 12;
    private static final int TURNS = 600;

    /** Called too late, or never called and waited too long within its day. */
    private static final String LATE = "coalesce(t.last_called_at, least(t.ended_at, t.service_day + interval 16 hour))"
            + " > t.queued_at + interval t.target_wait_seconds second";

    @Autowired
    Hall hall;

    @Autowired
    ServiceHistory history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    private Hall.TestAgency agency;
    private Hall.TestAgency other;
    private StaffPrincipal head;
    private PastTurns past;

    @BeforeAll
    void twoAgenciesHaveAPast() {
        agency = hall.agency(3, 2);
        other = hall.agency(2, 2);
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
        past = new PastTurns(batches, transaction, 5);
        past.add(agency, FIRST, DAYS, TURNS);
        past.add(other, FIRST, DAYS, TURNS);
        note("Perlu surat lurah", agency, 30);
        note("Surat pengantar LURAH 100%_benar|", agency, 30);
        note("perlu fotokopi", other, 30);
    }

    @AfterAll
    void theyAreForgotten() {
        past.clear(agency);
        past.clear(other);
    }

    /** Several notes fall on the same turn. */
    private void note(String words, Hall.TestAgency of, int count) {
        transaction.executeWithoutResult(status -> {
            // Made-up turns have no ticket.
            jdbc.sql("set foreign_key_checks = 0").update();
            jdbc.sql("""
                            insert into history_note (agency_id, at, event_id, ticket_id, turn, turn_at, words)
                            select agency_id, ended_at, 900000000 + row_number() over (order by ticket_id) + crc32(:words) % 1000 * 100,
                              ticket_id, turn, at, :words
                            from history_turn where agency_id = :agency order by ticket_id limit :count""")
                    .param("words", words)
                    .param("agency", of.id().toString())
                    .param("count", count)
                    .update();
            jdbc.sql("set foreign_key_checks = 1").update();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyFilterFindsWhatAStatementFindsPageByPage(HistoryOrder order) {
        HistoryFilter all = HistoryFilter.of(FIRST, FIRST.plusDays(DAYS));
        Map<HistoryFilter, String> searches = searches(all);
        for (StaffPrincipal reader : List.of(agency.officer(), agency.admin(), head)) {
            String readable = switch (reader.role()) {
                case OFFICER ->
                    " and t.agency_id = '" + agency.id() + "' and t.officer_id = '"
                            + reader.id().value() + "'";
                case AGENCY_ADMIN -> " and t.agency_id = '" + agency.id() + "'";
                default -> "";
            };
            searches.forEach((filter, condition) -> {
                // What names an agency or an officer names nothing for somebody who reads their own only.
                String asked = reader.role() == Role.MALL_HEAD
                        ? condition
                        : condition.replaceAll("\\Q and t.agency_id = \\E'[^']*'", "");
                asked = reader.role() == Role.OFFICER
                        ? asked.replaceAll(" and t.officer_id = '[^']*'", "").replace(" and t.rating = 2", "")
                        : asked;
                List<String> expected = jdbc.sql(
                                "select concat(t.ticket_id, ' ', t.turn) from history_turn t where t.service_day >= '"
                                        + FIRST + "' and t.service_day <= '" + FIRST.plusDays(DAYS) + "'" + readable
                                        + asked
                                        + (order == HistoryOrder.NEWEST_FIRST
                                                ? " order by t.at desc, t.agency_id desc, t.ticket_id desc"
                                                : " order by t.at, t.agency_id, t.ticket_id"))
                        .query(String.class)
                        .list();
                assertThat(pages(reader, filter, order))
                        .as(reader.role() + " " + asked)
                        .isEqualTo(expected);
                HistoryTotal total = hall.as(reader, () -> history.total(filter));
                assertThat(total.turns()).isEqualTo(expected.size());
                assertThat(total.more()).isFalse();
            });
        }
    }

    private Map<HistoryFilter, String> searches(HistoryFilter all) {
        Map<HistoryFilter, String> searches = new LinkedHashMap<>();
        searches.put(all, "");
        searches.put(
                HistoryFilter.of(FIRST.plusDays(2), FIRST.plusDays(3)),
                " and t.service_day between '" + FIRST.plusDays(2) + "' and '" + FIRST.plusDays(3) + "'");
        searches.put(with(all).agency(agency.id()).filter(), " and t.agency_id = '" + agency.id() + "'");
        ServiceId service = agency.services().get(1).id();
        searches.put(with(all).service(service).filter(), " and t.service_id = '" + service.value() + "'");
        StaffId officer = agency.officers().get(1).id();
        searches.put(with(all).officer(officer).filter(), " and t.officer_id = '" + officer.value() + "'");
        searches.put(with(all).counter(7).filter(), " and t.counter_number = 7");
        for (TurnResult result : TurnResult.values()) {
            searches.put(
                    with(all).result(result).filter(),
                    " and t.status = '" + result.status() + "'"
                            + result.outcome()
                                    .map(Outcome::name)
                                    .map(name -> " and t.outcome = '" + name + "'")
                                    .orElse(""));
        }
        searches.put(with(all).priority(PriorityClass.ELDERLY).filter(), " and t.priority_class = 'ELDERLY'");
        searches.put(with(all).late().filter(), " and " + LATE);
        searches.put(with(all).figure(FigureFilter.ARRIVALS).filter(), " and t.turn = 1");
        searches.put(
                with(all).figure(FigureFilter.of(WaitFigure.CALLED)).filter(), " and t.last_called_at is not null");
        searches.put(
                with(all).figure(FigureFilter.of(WaitFigure.WITHIN)).filter(),
                " and t.last_called_at <= t.queued_at + interval t.target_wait_seconds second");
        searches.put(
                with(all).figure(FigureFilter.of(WaitFigure.JUDGED)).filter(),
                " and (t.last_called_at is not null or " + LATE + ")");
        searches.put(
                with(all).figure(FigureFilter.of(ServiceTimeFigure.OVER)).filter(),
                " and t.status = 'COMPLETED' and t.ended_at - interval t.held_millis * 1000 microsecond"
                        + " > t.serving_since + interval t.target_service_seconds second");
        searches.put(
                with(all).figure(FigureFilter.arrivals(DayOfWeek.TUESDAY, 9)).filter(),
                " and dayname(t.service_day) = 'Tuesday' and extract(hour from t.queued_at) = 1");
        searches.put(with(all).rating(2).filter(), " and t.rating = 2");
        String prefix = agency.service().prefix();
        searches.put(with(all).number(prefix).filter(), " and t.number_prefix = '" + prefix + "'");
        searches.put(with(all).number("12").filter(), " and t.number_sequence = 12");
        searches.put(
                with(all).number(prefix + "-100").filter(),
                " and t.number_prefix = '" + prefix + "' and t.number_sequence = 100");
        searches.put(with(all).note("lurah").filter(), noted("%lurah%"));
        searches.put(with(all).note("%_benar|").filter(), noted("%\\%\\_benar|%"));
        searches.put(with(all).note("___").filter(), " and false");
        searches.put(
                with(all)
                        .late()
                        .priority(PriorityClass.TODDLER)
                        .result(TurnResult.NO_SHOW)
                        .filter(),
                " and " + LATE + " and t.priority_class = 'TODDLER' and t.status = 'NO_SHOW'");
        return searches;
    }

    private static String noted(String like) {
        return " and (t.ticket_id, t.turn) in (select n.ticket_id, n.turn from history_note n where n.words like '"
                + like + "')";
    }

    private List<String> pages(StaffPrincipal reader, HistoryFilter filter, HistoryOrder order) {
        List<String> found = new ArrayList<>();
        Optional<HistoryKey> after = Optional.empty();
        List<HistoryEntry> page;
        do {
            Optional<HistoryKey> from = after;
            page = hall.as(reader, () -> history.page(filter, order, from, 37));
            page.forEach(entry ->
                    found.add(entry.key().ticket().value() + " " + entry.key().turn()));
            after = page.isEmpty() ? after : Optional.of(page.getLast().key());
        } while (page.size() == 37);
        return found;
    }

    @Test
    void whatAVisitorSaidOfATurnNoOfficerLearns() {
        HistoryFilter all = HistoryFilter.of(FIRST, FIRST.plusDays(DAYS));
        Function<StaffPrincipal, List<HistoryEntry>> read = reader ->
                hall.as(reader, () -> history.page(all, HistoryOrder.NEWEST_FIRST, Optional.empty(), 2 * TURNS));
        assertThat(read.apply(agency.officer()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.rating()).isEmpty());
        TicketId rated = rated(agency.officer());
        assertThat(read.apply(agency.admin()))
                .anySatisfy(entry -> assertThat(entry.rating()).isPresent());
        assertThat(read.apply(head))
                .anySatisfy(entry -> assertThat(entry.rating()).isPresent());
        assertThat(hall.as(agency.officer(), () -> history.turns(rated)))
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(turn.entry().rating()).isEmpty());
        assertThat(hall.as(agency.admin(), () -> history.turns(rated)))
                .anySatisfy(turn -> assertThat(turn.entry().rating()).isPresent());
        assertThat(hall.as(
                        agency.officer(),
                        () -> history.total(with(all).rating(1).filter())))
                .isEqualTo(hall.as(agency.officer(), () -> history.total(all)));
    }

    private TicketId rated(StaffPrincipal officer) {
        return new TicketId(jdbc.sql("select ticket_id from history_turn where officer_id = ? and rating is not null"
                        + " order by at limit 1")
                .param(officer.id().value().toString())
                .query(UUID.class)
                .single());
    }

    @Test
    void durationsAreThoseBetweenItsMoments() {
        List<HistoryEntry> entries = hall.as(
                agency.admin(),
                () -> history.page(
                        HistoryFilter.of(FIRST, FIRST.plusDays(DAYS)),
                        HistoryOrder.NEWEST_FIRST,
                        Optional.empty(),
                        TURNS));
        assertThat(entries).hasSize(TURNS);
        for (HistoryEntry entry : entries) {
            Optional<LocalDateTime> serving = moment(entry, "serving_since");
            assertThat(entry.waitingTime())
                    .isEqualTo(entry.calledAt().map(called -> Duration.between(entry.queuedAt(), called)));
            assertThat(entry.wayTime())
                    .isEqualTo(serving.flatMap(
                            began -> moment(entry, "last_called_at").map(called -> Duration.between(called, began))));
            assertThat(entry.serviceTime())
                    .isEqualTo(serving.filter(began -> entry.outcome().isPresent())
                            .map(began -> Duration.between(
                                            began, moment(entry, "ended_at").orElseThrow())
                                    .minusMillis(held(entry))));
            assertThat(entry.overTarget())
                    .isEqualTo(Duration.between(
                                            entry.queuedAt(),
                                            entry.calledAt().or(entry::endedAt).orElseThrow())
                                    .compareTo(Duration.ofMinutes(20))
                            > 0);
        }
    }

    private Optional<LocalDateTime> moment(HistoryEntry entry, String column) {
        return Optional.ofNullable(jdbc.sql("select " + column + " from history_turn where ticket_id = ?")
                .param(entry.key().ticket().value().toString())
                .query((row, number) -> row.getObject(1, LocalDateTime.class))
                .list()
                .getFirst());
    }

    private long held(HistoryEntry entry) {
        return jdbc.sql("select held_millis from history_turn where ticket_id = ?")
                .param(entry.key().ticket().value().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void aDayEndsAtTheMallsMidnightWhereverTheServerStands() {
        Hall.TestAgency edge = hall.agency(1, 1);
        past.add(edge, LocalDate.of(2008, 5, 5), 1, 2);
        TimeZone before = TimeZone.getDefault();
        try {
            List<String> tickets = jdbc.sql("select ticket_id from history_turn where agency_id = ? order by ticket_id")
                    .param(edge.id().toString())
                    .query(String.class)
                    .list();
            called(tickets.get(0), "2008-05-05 15:59:59.999999");
            called(tickets.get(1), "2008-05-05 16:00:00.000000");
            for (String zone : List.of("UTC", "America/Los_Angeles", "Asia/Jayapura")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(on(edge, LocalDate.of(2008, 5, 5))).as(zone).containsExactly(tickets.get(0));
                assertThat(on(edge, LocalDate.of(2008, 5, 6))).as(zone).containsExactly(tickets.get(1));
            }
        } finally {
            TimeZone.setDefault(before);
            past.clear(edge);
        }
    }

    private List<String> on(Hall.TestAgency of, LocalDate day) {
        return hall
                .as(
                        of.admin(),
                        () -> history.page(HistoryFilter.of(day, day), HistoryOrder.NEWEST_FIRST, Optional.empty(), 10))
                .stream()
                .map(entry -> entry.key().ticket().value().toString())
                .toList();
    }

    private void called(String ticket, String at) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update history_turn set at = :at, service_day = date(:at + interval 8 hour) where ticket_id = :ticket")
                .param("at", at)
                .param("ticket", ticket)
                .update());
    }

    private static Search with(HistoryFilter all) {
        return new Search(all);
    }
}
