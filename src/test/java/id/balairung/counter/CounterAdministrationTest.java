package id.balairung.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InvalidInput;
import id.balairung.common.TypedText;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** An agency's admin sets its counters up; nobody else's. */
@BalairungTest
class CounterAdministrationTest {

    @Autowired
    Hall hall;

    @Autowired
    CounterAdministration counters;

    @Autowired
    CounterDesk desk;

    @Autowired
    JdbcClient jdbc;

    Hall.TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 2);
    }

    @Test
    void aNewCounterIsOfferedToOfficersAndRecorded() {
        // Far from the numbers that the hall gives to the counters of other tests.
        int number = 9_001;
        assertThat(hall.as(agency.admin(), counters::freeNumber))
                .isEqualTo(details(agency.counters().getLast()).number() + 1);
        CounterId id = create(agency, number);
        assertThat(details(id).area()).isEqualTo("Podium lantai 1");
        assertThat(hall.as(agency.officer(), desk::counters))
                .extracting(CounterSummary::number)
                .contains(number);
        assertThat(trail().getLast())
                .containsEntry("kind", "COUNTER_CREATED")
                .containsEntry("subject", "Loket " + number);
    }

    @Test
    void whatTheMallSetsUpForAnAgencyIsRecordedInTheAgencysTrailToo() {
        assertThat(trail().stream().filter(row -> row.get("kind").equals("COUNTER_CREATED")))
                .extracting(row -> row.get("subject"))
                .containsExactlyElementsOf(agency.counters().stream()
                        .map(counter -> "Loket %02d".formatted(details(counter).number()))
                        .toList());
    }

    @Test
    void aNumberOfAnotherAgencyIsRefusedAtTheFieldAndAFreeOneIsNamed() {
        Hall.TestAgency other = hall.agency(1, 1);
        int taken = hall.as(other.admin(), counters::counters).getFirst().number();
        assertThatThrownBy(() -> create(agency, taken)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.faults().getFirst().field()).isEqualTo("number");
            assertThat(refused.key()).isEqualTo("counter.refused.number-taken");
        });
        CounterId own = agency.counters().getFirst();
        assertThatThrownBy(() -> change(agency.admin(), own, 0, taken))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.number-taken"));
        assertThat(details(own).revision()).isZero();
    }

    @Test
    void aFormFilledBeforeSomebodyElseSavedIsRefusedAndSaysWho() {
        CounterId id = agency.counters().getFirst();
        int number = details(id).number();
        change(agency.admin(), id, 0, number);
        assertThatThrownBy(() -> change(agency.admin(), id, 0, number))
                .isInstanceOfSatisfying(
                        ChangedMeanwhile.class,
                        change -> assertThat(change.who())
                                .isEqualTo(agency.admin().displayName()));
        assertThatThrownBy(() -> disable(agency.admin(), id, 0)).isInstanceOf(ChangedMeanwhile.class);
        Map<String, Object> row = trail().getLast();
        assertThat(row.get("kind")).isEqualTo("COUNTER_CHANGED");
        assertThat(row.get("was").toString()).contains("\"area\":\"\"").doesNotContain("number");
        assertThat(row.get("became").toString()).contains("Podium lantai 1");
    }

    @Test
    void ofTwoWhoSaveAtTheSameMomentOneIsTold() throws Exception {
        CounterId id = agency.counters().getFirst();
        int number = details(id).number();
        List<Throwable> refused =
                together(() -> change(agency.admin(), id, 0, number), () -> change(agency.admin(), id, 0, number));
        assertThat(refused).singleElement().isInstanceOf(ChangedMeanwhile.class);
        assertThat(details(id).revision()).isOne();
    }

    @Test
    void anOpenCounterKeepsItsNumberAndTheServicesOfItsShiftAndCantBeDisabled() {
        hall.open(agency, 0);
        CounterId id = agency.counters().getFirst();
        int number = details(id).number();
        assertThatThrownBy(() -> change(agency.admin(), id, 0, number + 5_000))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.key())
                                .isIn("counter.refused.number-open", "counter.refused.number-range"));
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> {
                    counters.change(
                            id,
                            0,
                            new CounterDraft(
                                    number,
                                    new TypedText(""),
                                    new TypedText(""),
                                    Set.of(agency.service().id())));
                    return id;
                }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.service-open"));
        assertThatThrownBy(() -> disable(agency.admin(), id, 0))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.disable-open"));
    }

    @Test
    void aDisabledCounterIsNeitherOfferedNorOpenedUntilItIsEnabled() {
        CounterId id = agency.counters().getFirst();
        disable(agency.admin(), id, 0);
        assertThat(hall.as(agency.officer(), desk::counters))
                .extracting(CounterSummary::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> hall.open(agency, 0))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.disabled"));
        hall.as(agency.admin(), () -> {
            counters.enable(id, 1);
            return id;
        });
        hall.open(agency, 0);
    }

    @Test
    void aCounterIsNeverBothOpenAndDisabled() throws Exception {
        for (int round = 0; round < 8; round++) {
            Hall.TestAgency one = hall.agency(1, 1);
            CounterId id = one.counters().getFirst();
            List<Throwable> refused = together(
                    () -> {
                        hall.open(one, 0);
                        return id;
                    },
                    () -> disable(one.admin(), id, 0));
            assertThat(refused).hasSize(1);
            CounterDetails now = hall.as(one.admin(), counters::counters).getFirst();
            assertThat(now.open()).isNotEqualTo(!now.enabled());
        }
    }

    @Test
    void anotherAgencysCounterDoesntExistAndItsServicesCantBeServedHere() {
        Hall.TestAgency other = hall.agency(1, 1);
        CounterId foreign = other.counters().getFirst();
        assertThat(hall.as(agency.admin(), counters::counters))
                .extracting(CounterDetails::id)
                .doesNotContain(foreign);
        assertThatThrownBy(() -> disable(agency.admin(), foreign, 0))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.no-such-counter"));
        assertThatThrownBy(() -> change(agency.admin(), foreign, 0, 5)).isInstanceOf(BusinessRuleViolation.class);
        assertThatThrownBy(() -> hall.as(
                        agency.admin(),
                        () -> counters.create(new CounterDraft(
                                990,
                                new TypedText(""),
                                new TypedText(""),
                                Set.of(other.service().id())))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.key()).isEqualTo("counter.refused.service-not-ours"));
    }

    @Test
    void anOfficerAdministersNothing() {
        assertThatThrownBy(() -> hall.as(agency.officer(), counters::counters))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> disable(agency.officer(), agency.counters().getFirst(), 0))
                .isInstanceOf(AccessDeniedException.class);
    }

    private CounterId create(Hall.TestAgency at, int number) {
        return hall.as(at.admin(), () -> counters.create(draft(at, number)));
    }

    private CounterId change(StaffPrincipal by, CounterId id, int revision, int number) {
        return hall.as(by, () -> {
            counters.change(id, revision, draft(agency, number));
            return id;
        });
    }

    private CounterId disable(StaffPrincipal by, CounterId id, int revision) {
        return hall.as(by, () -> {
            counters.disable(id, revision);
            return id;
        });
    }

    private CounterDetails details(CounterId id) {
        return hall.as(agency.admin(), counters::counters).stream()
                .filter(counter -> counter.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static CounterDraft draft(Hall.TestAgency at, int number) {
        Set<ServiceId> services = at.services().stream().map(ServiceSummary::id).collect(Collectors.toSet());
        return new CounterDraft(number, new TypedText(""), new TypedText("Podium lantai 1"), services);
    }

    private List<Map<String, Object>> trail() {
        return jdbc.sql("select * from audit_event where trail_id = ? order by id")
                .param(agency.id().toString())
                .query()
                .listOfRows();
    }

    private static List<Throwable> together(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Throwable> refused = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> work : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<Object> done : running) {
                try {
                    done.get();
                } catch (ExecutionException failed) {
                    refused.add(failed.getCause());
                }
            }
        }
        return refused;
    }
}
