package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CounterDesk;
import id.balairung.queue.QueueSubscription;
import id.balairung.queue.QueueUpdate;
import id.balairung.queue.Retention;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** An officer reads totals and unsigned comments, and finds out nobody's: whatever two readings are compared, five lie between them. */
@BalairungTest
class OfficerReadingTest {

    private static final LocalDate DAY = LocalDate.of(2032, 5, 12);

    @Autowired
    Hall hall;

    @Autowired
    Satisfaction satisfaction;

    @Autowired
    Ratings ratings;

    @Autowired
    Questionnaires questionnaires;

    @Autowired
    Releases releases;

    @Autowired
    SatisfactionRows rows;

    @Autowired
    CounterDesk desk;

    @Autowired
    Retention retention;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TablesOwner owner;

    Opinions opinions;
    Hall.TestAgency agency;
    ServiceSummary service;

    @BeforeEach
    void anAgency() {
        opinions = new Opinions(hall, ratings, questionnaires, clock);
        agency = hall.agency(2, 2);
        service = agency.service();
        at(DAY.atTime(9, 10));
    }

    @Test
    void whileAMonthGoesOnFiveStayBehindAndFiveAreReadAtAFullHour() {
        opinions.rated(service, 9, 3);
        at(DAY.atTime(10, 0));
        releases.round();
        assertThat(read("2032-05").ratings().count()).isZero();
        at(DAY.atTime(10, 20));
        opinions.rated(service, 1, 1);
        at(DAY.atTime(10, 59));
        releases.round();
        assertThat(read("2032-05").isEmpty()).isTrue();
        at(DAY.atTime(11, 0));
        releases.round();
        assertThat(read("2032-05").ratings()).isEqualTo(Tally.of(3, 5));
        at(DAY.atTime(12, 0));
        releases.round();
        assertThat(read("2032-05").ratings().count()).isEqualTo(5);
    }

    @Test
    void onceNobodyCanSayMoreOfAMonthTheRestIsRead() {
        opinions.rated(service, 7, 4);
        opinions.rated(agency.services().get(1), 4, 2);
        at(LocalDate.of(2032, 6, 9).atTime(0, 0));
        releases.round();
        assertThat(read("2032-05").isEmpty()).isTrue();
        at(LocalDate.of(2032, 6, 9).atTime(1, 0));
        releases.round();
        assertThat(read("2032-05").services())
                .extracting(each -> each.ratings().count())
                .containsExactly(7L, 0L);
        assertThat(read("2032-Q2").ratings().count()).isEqualTo(7);
        assertThat(read("2032-06").isEmpty()).isTrue();
    }

    @Test
    void noBatchStraddlesTwoMonths() {
        at(LocalDate.of(2032, 5, 31).atTime(20, 0));
        opinions.rated(service, 7, 4);
        at(LocalDate.of(2032, 6, 1).atTime(9, 0));
        opinions.rated(service, 7, 1);
        at(LocalDate.of(2032, 6, 1).atTime(12, 0));
        releases.round();
        assertThat(read("2032-Q2").isEmpty()).isTrue();
        at(LocalDate.of(2032, 7, 20).atTime(12, 0));
        releases.round();
        assertThat(read("2032-05").ratings()).isEqualTo(Tally.of(4, 7));
        assertThat(read("2032-06").ratings()).isEqualTo(Tally.of(1, 7));
    }

    @Test
    void theIndexIsReadFromResponsesThatWereLetOut() {
        opinions.filledIn(service, 5, 4);
        opinions.filledIn(service, 5, 1);
        at(DAY.atTime(11, 0));
        releases.round();
        OwnSatisfaction read = read("2032-05");
        assertThat(read.responses().count()).isEqualTo(5);
        assertThat(read.ikm().orElseThrow().value()).isEqualByComparingTo("100.00");
    }

    @Test
    void anUnsurThatFewerThanFiveOfABatchAnsweredIsNotRead() {
        opinions.filledIn(service, 1, 1, "COST");
        opinions.filledIn(service, 9, 4);
        at(DAY.atTime(11, 0));
        releases.round();
        OwnSatisfaction few = read("2032-05");
        assertThat(few.responses().count()).isEqualTo(5);
        assertThat(answers(few, "TIME")).isEqualTo(5);
        assertThat(answers(few, "COST")).isZero();
        assertThat(few.ikm()).isEmpty();
        opinions.filledIn(agency.services().get(1), 10, 4);
        at(DAY.atTime(12, 0));
        releases.round();
        assertThat(answers(read("2032-05"), "COST"))
                .as("the other service's alone")
                .isEqualTo(5);
        at(LocalDate.of(2032, 6, 9).atTime(1, 0));
        releases.round();
        assertThat(answers(read("2032-05"), "COST"))
                .as("without the first batch's four, so that no two readings differ by one")
                .isEqualTo(15);
        assertThat(read("2032-05").ikm()).isPresent();
    }

    private static long answers(OwnSatisfaction read, String code) {
        return read.responses().unsur(read.asked()).stream()
                .filter(found -> found.unsur().code().value().equals(code))
                .mapToLong(found -> found.answers().count())
                .sum();
    }

    @Test
    void commentsAreUnsignedAndInAnOrderThatTellsNothing() {
        List<String> written =
                IntStream.range(0, 12).mapToObj(number -> "Komentar " + number).toList();
        written.forEach(text -> opinions.rated(service, 3, text));
        at(DAY.atTime(11, 0));
        releases.round();
        List<String> read = read("2032-05").services().getFirst().comments();
        assertThat(read).containsExactlyInAnyOrderElementsOf(written.subList(0, 7));
        List<String> sorted = new ArrayList<>(read);
        Collections.sort(sorted);
        assertThat(read).isNotEqualTo(written.subList(0, 7)).isNotEqualTo(sorted);
        // The same words have the same place, whenever they were written.
        Hall.TestAgency backwards = hall.agency(1, 1);
        at(DAY.atTime(12, 10));
        written.subList(0, 7).reversed().forEach(text -> opinions.rated(backwards.service(), 1, text));
        opinions.rated(backwards.service(), 5, 1);
        at(DAY.atTime(13, 0));
        releases.round();
        assertThat(own(backwards.officer(), "2032-05").services().getFirst().comments())
                .isEqualTo(read);
    }

    @Test
    void aMonthsCommentsEndTogether() {
        opinions.rated(service, 3, "Kemarin");
        at(DAY.plusDays(1).atTime(9, 0));
        IntStream.range(0, 9).forEach(number -> opinions.rated(service, 3, "Hari ini " + number));
        at(DAY.plusDays(1).atTime(11, 0));
        releases.round();
        assertThat(read("2032-05").services().getFirst().comments()).hasSize(5).contains("Kemarin");
        at(DAY.plusDays(366).atTime(11, 0));
        hall.asProven(hall.staff(Role.MALL_ADMIN, Optional.empty()), retention::run)
                .join();
        assertThat(read("2032-05").services().getFirst().comments()).isEmpty();
        assertThat(read("2032-05").ratings().count()).isEqualTo(5);
    }

    /** Whether a month had comments on its first day doesn't matter, nor whether they were taken away. */
    @Test
    void aMonthsCommentsEndWithItsFirstDay() {
        IntStream.range(0, 10).forEach(number -> opinions.rated(service, 3, "Komentar " + number));
        at(DAY.atTime(11, 0));
        releases.round();
        at(LocalDate.of(2033, 5, 1).atTime(9, 0));
        releases.round();
        assertThat(read("2032-05").services().getFirst().comments()).hasSize(10);
        at(LocalDate.of(2033, 5, 2).atTime(9, 0));
        assertThat(read("2032-05").services().getFirst().comments()).isEmpty();
    }

    @Test
    void atMost200CommentsOfAServiceAreRead() {
        IntStream.range(0, 206).forEach(number -> opinions.rated(service, 3, "Komentar " + number));
        at(DAY.atTime(11, 0));
        releases.round();
        assertThat(read("2032-05").ratings().count()).isEqualTo(201);
        assertThat(read("2032-05").services().getFirst().comments()).hasSize(200);
    }

    @Test
    void whoIsGivenOtherCountersReadsTheirServicesFromThenOn() {
        List<OwnSatisfaction> told = new CopyOnWriteArrayList<>();
        opinions.rated(service, 10, 4);
        opinions.rated(agency.services().get(1), 10, 2);
        at(DAY.atTime(11, 0));
        releases.round();
        try (QueueSubscription<OwnSatisfaction> open = hall.as(
                agency.officer(),
                () -> satisfaction.subscribeOwn(period("2032-05"), update -> {
                    if (update instanceof QueueUpdate.Current<OwnSatisfaction>(OwnSatisfaction reading)) {
                        told.add(reading);
                    }
                }))) {
            await().until(() -> !told.isEmpty());
            assertThat(told.getLast().ratings().count()).isEqualTo(10);
            giveTheSecondServiceAlone();
            assertThat(open.current().ratings()).isEqualTo(Tally.of(2, 5));
            opinions.rated(service, 5, 4);
            opinions.rated(agency.services().get(1), 5, 2);
            at(DAY.atTime(12, 0));
            releases.round();
            await().until(() -> told.getLast().ratings().equals(Tally.of(2, 10)));
        }
    }

    @Test
    void onlyTheServicesOfTheCountersOneMayOpenAreRead() {
        Hall.TestAgency other = hall.agency(1, 1);
        opinions.rated(other.service(), 12, 1);
        opinions.rated(service, 12, 4);
        opinions.rated(agency.services().get(1), 12, 2);
        at(DAY.atTime(11, 0));
        releases.round();
        assertThat(read("2032-05").services())
                .extracting(OwnService::service)
                .containsExactlyElementsOf(
                        agency.services().stream().map(ServiceSummary::id).toList());
        giveTheSecondServiceAlone();
        assertThat(read("2032-05").ratings()).isEqualTo(Tally.of(2, 7));
        for (StaffPrincipal staff :
                List.of(agency.admin(), hall.staff(Role.MALL_HEAD, Optional.empty()), hall.frontDesk())) {
            assertThatThrownBy(() -> own(staff, "2032-05")).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theScreenIsToldOfWhatWasLetOutAndNotOfWhatIsSaidNow() {
        List<OwnSatisfaction> told = new CopyOnWriteArrayList<>();
        opinions.rated(service, 9, 2);
        try (QueueSubscription<OwnSatisfaction> open = hall.as(
                agency.officer(),
                () -> satisfaction.subscribeOwn(period("2032-05"), update -> {
                    if (update instanceof QueueUpdate.Current<OwnSatisfaction>(OwnSatisfaction reading)) {
                        told.add(reading);
                    }
                }))) {
            await().until(() -> !told.isEmpty());
            int before = told.size();
            List<AgencySatisfaction> admins = new CopyOnWriteArrayList<>();
            try (QueueSubscription<AgencySatisfaction> admin = hall.as(
                    agency.admin(),
                    () -> satisfaction.subscribe(agency.id(), period("2032-05"), update -> {
                        if (update instanceof QueueUpdate.Current<AgencySatisfaction>(AgencySatisfaction reading)) {
                            admins.add(reading);
                        }
                    }))) {
                opinions.rated(service, 1, 1);
                await().until(() ->
                        admins.stream().anyMatch(reading -> reading.ratings().count() == 10));
            }
            assertThat(told).hasSize(before);
            at(DAY.atTime(11, 0));
            releases.round();
            await().until(() -> told.getLast().ratings().count() == 5);
        }
    }

    @Test
    void twoNodesLetOutTheSameOnce() throws Exception {
        opinions.rated(service, 23, 3);
        opinions.rated(agency.services().get(1), 14, 3);
        at(DAY.atTime(11, 0));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(8, (Callable<Boolean>) () -> {
                releases.round();
                return true;
            }))) {
                done.get();
            }
        }
        assertThat(jdbc.sql("""
                        select concat(many, ' ', (select count(*) from rating where release_batch = satisfaction_batch.id))
                        from satisfaction_batch where agency_id = ? order by many""")
                        .param(agency.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("9 9", "18 18");
    }

    /**
     * Looks each hour at every service and every period that there is, for two months and after them, while people rate at random: the
     * counts of any two looks at the same services differ by nobody or by five, and so do a look's and those of a report at the end.
     */
    @Test
    void whateverIsComparedFiveLieBetween() {
        Random chance = new Random(20_320_512);
        List<String> codes = List.of("2032-05", "2032-06", "2032-Q2", "2032-S1", "2032");
        Map<String, List<Long>> looks = new HashMap<>();
        for (LocalDate day = LocalDate.of(2032, 5, 29); !day.isAfter(LocalDate.of(2032, 6, 3)); day = day.plusDays(1)) {
            for (int hour = 8; hour < 17; hour++) {
                at(day.atTime(hour, 5));
                for (ServiceSummary each : agency.services()) {
                    opinions.rated(each, chance.nextInt(4), 1 + chance.nextInt(4));
                }
                at(day.atTime(hour + 1, 0));
                look(codes, looks);
            }
        }
        for (LocalDate day : List.of(LocalDate.of(2032, 6, 10), LocalDate.of(2032, 7, 10))) {
            at(day.atTime(3, 0));
            look(codes, looks);
        }
        for (String code : codes) {
            SurveyPeriod period = period(code);
            Map<SatisfactionRows.Place, Tally> all = rows.ratings(agency.id(), period.from(), period.to());
            all.forEach((place, tally) -> looks.get(code + place.service()).add(tally.count()));
            looks.get(code).add(all.values().stream().mapToLong(Tally::count).sum());
        }
        assertThat(looks).allSatisfy((what, counts) -> {
            assertThat(counts.getLast()).as(what).isGreaterThan(20);
            assertThat(counts)
                    .as(what)
                    .allSatisfy(one -> assertThat(counts)
                            .allMatch(other -> one.equals(other) || Math.abs(one - other) >= Releases.FEWEST));
        });
        for (ServiceId each : agency.services().stream().map(ServiceSummary::id).toList()) {
            assertThat(looks.get("2032-05" + each).getLast()
                            + looks.get("2032-06" + each).getLast())
                    .isEqualTo(looks.get("2032" + each).getLast());
        }
    }

    private void look(List<String> codes, Map<String, List<Long>> looks) {
        releases.round();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Opinions.ZONE);
        for (String code : codes) {
            if (period(code).from().isAfter(today)) {
                continue;
            }
            OwnSatisfaction read = read(code);
            looks.computeIfAbsent(code, first -> new ArrayList<>())
                    .add(read.ratings().count());
            read.services()
                    .forEach(each -> looks.computeIfAbsent(code + each.service(), first -> new ArrayList<>())
                            .add(each.ratings().count()));
        }
    }

    /** To the agency's first officer, at the first counter. */
    private void giveTheSecondServiceAlone() {
        owner.jdbc()
                .sql("delete from counter_service where counter_id = ? and service_id = ?")
                .params(
                        agency.counters().getFirst().value().toString(),
                        service.id().value().toString())
                .update();
        owner.jdbc()
                .sql("insert into assigned_counter (id, agency_id, officer_id, counter_id) values (uuid(), ?, ?, ?)")
                .params(
                        agency.id().toString(),
                        agency.officer().id().value().toString(),
                        agency.counters().getFirst().value().toString())
                .update();
    }

    private OwnSatisfaction read(String code) {
        return own(agency.officer(), code);
    }

    private OwnSatisfaction own(StaffPrincipal officer, String code) {
        try (QueueSubscription<OwnSatisfaction> open =
                hall.as(officer, () -> satisfaction.subscribeOwn(period(code), update -> {}))) {
            return open.current();
        }
    }

    private static SurveyPeriod period(String code) {
        return SurveyPeriod.read(code).orElseThrow();
    }

    private void at(LocalDateTime moment) {
        clock.set(moment.atZone(Opinions.ZONE).toInstant());
    }
}
