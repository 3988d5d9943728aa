package id.balairung.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.CurrentMall;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done for a visitor isn't lost by a wrong key, nor by another language. */
@BalairungTest
class KeptVisitTest {

    private static final String SEARCH = "Cari layanan atau instansi";
    private static final String ISSUE = "Terbitkan nomor";
    private static final String NEW = "Kunjungan baru";
    private static final String UNDO = "Urungkan";

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    CurrentMall mall;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    String first;
    String second;
    BrowserlessUIContext window;

    @BeforeEach
    void openTheDesk() {
        agency = hall.agency(2, 1);
        first = agency.services().get(0).prefix();
        second = agency.services().get(1).prefix();
        arrive();
    }

    @Test
    void anotherLanguageKeepsTheBasketAndTheVisitor() {
        add(first);
        add(second);
        choose("Lansia");
        write("Nama (boleh kosong)", "Wa Ode");
        write("Telepon (boleh kosong)", "081");
        speak("English");
        assertThat(basket()).containsExactly(first, second);
        assertThat(priority("Priority").getSelected()).hasToString("ELDERLY");
        assertThat(field("Name (optional)").getValue()).isEqualTo("Wa Ode");
        assertThat(field("Phone (optional)").getValue()).isEqualTo("081");
        assertThat(texts()).contains("2 services chosen", "Service " + first);
    }

    @Test
    void anotherLanguageKeepsTheNumbersAndWhatThePersonMayWantBesides() {
        add(first);
        choose("Lansia");
        click(ISSUE);
        speak("English");
        assertThat(texts()).contains(first + "-001", "1 number issued", "0 people ahead");
        click("Add a service for the same person");
        assertThat(priority("Priority").getSelected()).hasToString("ELDERLY");
        speak("Bahasa Indonesia");
        add(second);
        click(ISSUE);
        assertThat(texts()).contains(first + "-001", second + "-001", "2 nomor terbit");
    }

    @Test
    void aVisitLeftTooEarlyComesBack() {
        add(first);
        add(second);
        choose("Lansia");
        write("Nama (boleh kosong)", "Wa Ode");
        click(NEW);
        assertThat(basket()).isEmpty();
        assertThat(texts()).contains("Kunjungan ditutup. 2 layanan belum mendapat nomor.");
        click(UNDO);
        assertThat(basket()).containsExactly(first, second);
        assertThat(priority("Prioritas").getSelected()).hasToString("ELDERLY");
        assertThat(field("Nama (boleh kosong)").getValue()).isEqualTo("Wa Ode");
        assertThat(notices()).isEmpty();
        click(ISSUE);
        assertThat(texts()).contains(first + "-001", second + "-001");
    }

    @Test
    void whatWasBegunSinceIsNotOverwritten() {
        add(first);
        click(NEW);
        Button undo = button(UNDO);
        add(second);
        assertThat(notices()).isEmpty();
        undo.click();
        assertThat(basket()).containsExactly(second);
    }

    @Test
    void aVisitThatHasAllItsNumbersIsLeftWithoutAWord() {
        add(first);
        click(ISSUE);
        click(NEW);
        click(NEW);
        assertThat(notices()).isEmpty();
    }

    @Test
    void afterHoursTheDeskSaysSoAndStillIssues() {
        assertThat(closedSince()).isEmpty();
        clock.set(mall.today()
                .date()
                .atTime(LocalTime.of(23, 59, 30))
                .atZone(mall.rules().zone())
                .toInstant());
        arrive();
        assertThat(closedSince()).isEqualTo("Tutup sejak 23.59");
        add(first);
        click(ISSUE);
        assertThat(texts()).contains(first + "-001");
    }

    private void arrive() {
        window = screens.of(hall.frontDesk());
        window.navigate("penerimaan", FrontDeskView.class);
    }

    private String closedSince() {
        field(SEARCH).setValue(first);
        return new GridTester<OfferGrid, FinderRow>(window.find(OfferGrid.class).single())
                .getLitRendererPropertyValue(0, 1, "closed", String.class);
    }

    private void add(String prefix) {
        TextField search = window.find(
                        TextField.class, window.find(ServiceFinder.class).single())
                .single();
        search.setValue(prefix);
        new Search(search).enter();
        window.roundTrip();
    }

    private void choose(String group) {
        priority("Prioritas").selectItem(group);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroupTester<RadioButtonGroup<Object>, Object> priority(String label) {
        return new RadioButtonGroupTester<>(
                window.find(RadioButtonGroup.class).withLabel(label).single());
    }

    private void write(String label, String text) {
        field(label).setValue(text);
    }

    private TextField field(String label) {
        return window.find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return window.find(Button.class).withText(text).single();
    }

    private void speak(String language) {
        window.find(Button.class).withClassName("bl-avatar-button").single().click();
        click(language);
    }

    private void click(String text) {
        button(text).click();
        window.roundTrip();
    }

    private List<String> basket() {
        return window.find(Basket.class).all().stream()
                .flatMap(shown -> window.find(ListItem.class, shown).all().stream())
                .map(item -> window.find(Span.class, item)
                        .withClassName("bl-letter")
                        .single()
                        .getText())
                .toList();
    }

    private List<Notification> notices() {
        return window.find(Notification.class).all();
    }

    private List<String> texts() {
        return window.find(Component.class).all().stream()
                .map(component -> component.getElement().getText())
                .toList();
    }
}
