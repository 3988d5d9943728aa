package id.balairung.counter.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDetails;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency's admin sets counters up on the screen. */
@BalairungTest
class CountersViewTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    CounterAdministration counters;

    Hall.TestAgency agency;
    BrowserlessUIContext window;

    @BeforeEach
    void openTheScreen() {
        agency = hall.agency(2, 2);
        window = screens.of(agency.admin());
    }

    @Test
    void theOwnCountersAreListedAndANewOneIsAdded() {
        window.navigate("kelola/loket", CountersView.class);
        assertThat(rows()).isEqualTo(2);
        click("Tambah loket");
        // Far from the numbers that the hall gives to the counters of other tests.
        window.find(IntegerField.class).withLabel("Nomor").single().setValue(9_002);
        window.test(field("Sebutan")).setValue("Prioritas");
        window.test(field("Zona gedung")).setValue("Podium lantai 1");
        click("Simpan");
        assertThat(rows()).isEqualTo(3);
        assertThat(hall.as(agency.admin(), counters::counters).getLast().label())
                .isEqualTo("Prioritas");
    }

    @Test
    void aTakenNumberIsToldAtItsField() {
        int taken = hall.as(hall.agency(1, 1).admin(), counters::counters)
                .getFirst()
                .number();
        window.navigate("kelola/loket", CountersView.class);
        click("Tambah loket");
        IntegerField number = window.find(IntegerField.class).withLabel("Nomor").single();
        number.setValue(taken);
        click("Simpan");
        assertThat(number.isInvalid()).isTrue();
        assertThat(number.getErrorMessage()).contains("Nomor " + taken + " sudah dipakai");
        assertThat(hall.as(agency.admin(), counters::counters)).hasSize(2);
    }

    @Test
    void whoComesTooLateIsToldWhoSaved() {
        CounterDetails counter = hall.as(agency.admin(), counters::counters).getFirst();
        choose(counter.id().value().toString());
        hall.as(agency.admin(), () -> {
            counters.disable(counter.id(), counter.revision());
            return counter;
        });
        window.test(field("Sebutan")).setValue("Terlambat");
        click("Simpan");
        assertThat(window.find(Paragraph.class).all())
                .anySatisfy(sentence -> assertThat(sentence.getText())
                        .contains("diubah oleh " + agency.admin().displayName()));
        assertThat(hall.as(agency.admin(), counters::counters).getFirst().label())
                .isEmpty();
    }

    @Test
    void aLinkToAnotherAgencysCounterShowsNothingOfIt() {
        String foreign = hall.agency(1, 1).counters().getFirst().value().toString();
        choose(foreign);
        assertThat(window.find(IntegerField.class).exists()).isFalse();
    }

    private void choose(String id) {
        window.activate();
        window.getUI().navigate("kelola/loket", QueryParameters.of("pilih", id));
        window.roundTrip();
    }

    private long rows() {
        return window.test(window.find(Grid.class).single()).size();
    }

    private TextField field(String label) {
        return window.find(TextField.class).withLabel(label).single();
    }

    private void click(String label) {
        window.test(window.find(Button.class).withText(label).single()).click();
    }
}
