package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.common.TypedText;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterDetails;
import id.balairung.counter.CounterDraft;
import id.balairung.counter.CounterSummary;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer opens a counter. */
@BalairungTest
class OpenCounterTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    CounterDesk counters;

    @Autowired
    CounterAdministration administration;

    Hall.TestAgency agency;

    @BeforeEach
    void makeAnAgency() {
        agency = hall.agency(2, 2);
    }

    @Test
    void aFreeCounterIsOpenedWithAllItsServices() {
        Counter counter = Counter.of(screens.of(agency.officer()));
        choose(counter.window(), 0);
        counter.click("Buka loket");
        assertThat(counter.number()).isEqualTo("Belum ada yang menunggu");
        assertThat(counter.window().find(H1.class).single().getText()).startsWith("Loket ");
        assertThat(hall.as(agency.officer(), counters::current).orElseThrow().services())
                .hasSize(2);
    }

    @Test
    void whereACounterStandsIsToldWhereOneChoosesItAndWhereOneWorks() {
        describe(0, "Prioritas", "Zona A");
        describe(1, "", "Zona B");
        Hall.TestAgency plain = hall.agency(1, 1);
        Counter counter = Counter.of(screens.of(agency.officer()));
        counter.says(" · Prioritas · Zona A").says(" · Zona B");
        choose(counter.window(), 0);
        counter.click("Buka loket");
        assertThat(where(counter)).isEqualTo("Prioritas · Zona A · " + agency.name());

        hall.open(plain, 0);
        assertThat(where(Counter.of(screens.of(plain.officer())))).isEqualTo(plain.name());
    }

    @Test
    void aCounterMustBeChosenFirst() {
        Counter counter = Counter.of(screens.of(agency.officer()));
        counter.click("Buka loket").says("Pilih loketnya dulu.");
    }

    @Test
    void aCounterOpenedByAnotherMeanwhileIsRefusedAndShownAsTaken() {
        Counter counter = Counter.of(screens.of(agency.officer()));
        choose(counter.window(), 1);
        hall.open(agency, 1);
        counter.click("Buka loket").says("baru saja dibuka petugas lain");
        counter.soon("the counter as taken", () -> counter.text().contains(", dipakai"));
        choose(counter.window(), 0);
        counter.click("Buka loket");
        assertThat(counter.number()).isEqualTo("Belum ada yang menunggu");
    }

    private void describe(int desk, String label, String area) {
        hall.as(agency.admin(), () -> {
            CounterDetails now = administration.counters().stream()
                    .filter(one -> one.id().equals(agency.counters().get(desk)))
                    .findAny()
                    .orElseThrow();
            administration.change(
                    now.id(),
                    now.revision(),
                    new CounterDraft(now.number(), new TypedText(label), new TypedText(area), now.services()));
            return now;
        });
    }

    private static String where(Counter counter) {
        return counter.window()
                .find(Span.class)
                .withClassName("bl-where")
                .single()
                .getText();
    }

    @SuppressWarnings("unchecked")
    private void choose(BrowserlessUIContext window, int desk) {
        window.activate();
        RadioButtonGroup<CounterSummary> group =
                window.find(RadioButtonGroup.class).withLabel("Loket").single();
        group.setValue(group.getListDataView()
                .getItems()
                .filter(counter -> counter.id().equals(agency.counters().get(desk)))
                .findAny()
                .orElseThrow());
    }
}
