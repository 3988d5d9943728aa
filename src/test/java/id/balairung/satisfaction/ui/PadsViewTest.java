package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import id.balairung.common.ui.Countdown;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.QrCode;
import id.balairung.satisfaction.PadWatch;
import id.balairung.satisfaction.PairingResult;
import id.balairung.satisfaction.RatingPads;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency's admin sets the rating pads up on the screen. */
@BalairungTest
class PadsViewTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    RatingPads pads;

    Hall.TestAgency agency;
    BrowserlessUIContext window;

    @BeforeEach
    void openTheScreen() {
        agency = hall.agency(1, 2);
        window = screens.of(agency.admin());
        window.navigate("kelola/papan-nilai", PadsView.class);
    }

    @Test
    void everyCounterIsListedAndHasNoPadYet() {
        assertThat(lines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line).contains("Loket", "Belum ada papan", "Belum pernah dipasangkan", "Buat kode"))
                .noneMatch(line -> line.contains("Terpasang sejak"));
    }

    @Test
    void theCodeIsShownLargeWithTheAddressAndPairsATabletWhileTheScreenWatches() {
        click("Buat kode", 0);
        String code = digits();
        assertThat(code).matches("\\d{4} \\d{4}");
        assertThat(window.find(Countdown.class).exists()).isTrue();
        assertThat(window.find(QrCode.class).exists()).isTrue();
        assertThat(spans()).anyMatch(words -> words.startsWith("http") && words.endsWith("/papan-nilai"));

        String secret = pair(code);

        await().pollInSameThread().until(() -> lines().getFirst().contains("Terpasang sejak"));
        assertThat(lines().getFirst())
                .contains(
                        "kode dibuat oleh " + agency.admin().displayName(),
                        "Tidak tersambung",
                        "Pasangkan ulang",
                        "Putuskan")
                .doesNotContain(code, code.replace(" ", ""))
                .as("this year's")
                .doesNotContainPattern(" 20\\d{2} ");
        assertThat(lines().getLast()).contains("Belum ada papan");
        assertThat(window.find(PairingDialog.class).all()).noneMatch(PairingDialog::isOpened);
        assertThat(said()).anyMatch(words -> words.contains("sudah terpasang"));

        PadWatch open = pads.watch(secret, now -> {}, () -> {}).orElseThrow();
        await().pollInSameThread().until(() -> lines().getFirst().contains("Tersambung"));
        open.close();
        await().pollInSameThread().until(() -> lines().getFirst().contains("Tidak tersambung"));
    }

    @Test
    void anotherCodeTakesThePlaceOfTheFirstAndOneThatIsOverGoes() {
        click("Buat kode", 0);
        String first = digits();
        click("Buat kode baru", 0);
        String second = digits();
        assertThat(pads.pair(first)).isInstanceOf(PairingResult.Wrong.class);
        ComponentUtil.fireEvent(
                window.find(Countdown.class).single(),
                new Countdown.ElapsedEvent(window.find(Countdown.class).single(), true));
        assertThat(spans())
                .contains("Kode ini sudah tidak berlaku. Buat kode baru.")
                .doesNotContain(second);
    }

    @Test
    void aPadIsPartedOnlyAfterAQuestion() {
        pair(hall.as(agency.admin(), () -> pads.code(agency.counters().getFirst()))
                .digits());
        await().pollInSameThread().until(() -> lines().getFirst().contains("Terpasang sejak"));
        click("Putuskan", 0);
        assertThat(lines().getFirst()).contains("Terpasang sejak");
        window.test(window.find(ConfirmDialog.class).single()).confirm();
        assertThat(lines().getFirst()).contains("Belum ada papan").doesNotContain("Putuskan");
        assertThat(said()).anyMatch(words -> words.contains("sudah diputuskan"));
    }

    @Test
    void whatAColleagueDoesShowsWithoutAReload() {
        BrowserlessUIContext colleague = window;
        pair(hall.as(agency.admin(), () -> pads.code(agency.counters().getLast()))
                .digits());
        await().pollInSameThread().until(() -> lines().getLast().contains("Terpasang sejak"));
        hall.as(agency.admin(), () -> {
            pads.unpair(agency.counters().getLast());
            return null;
        });
        await().pollInSameThread().until(() -> lines().getLast().contains("Belum ada papan"));
        assertThat(colleague.find(PadsView.class).exists()).isTrue();
    }

    @Test
    void anAgencyWithoutCountersIsToldWhatComesFirst() {
        BrowserlessUIContext empty = screens.of(hall.agency(1, 0).admin());
        empty.navigate("kelola/papan-nilai", PadsView.class);
        assertThat(empty.find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Belum ada loket", "Tambahkan loket dulu");
    }

    private String pair(String code) {
        return ((PairingResult.Paired) pads.pair(code)).secret();
    }

    private String digits() {
        return spans().stream()
                .filter(words -> words.matches("\\d{4} \\d{4}"))
                .findAny()
                .orElseThrow();
    }

    private List<String> spans() {
        window.activate();
        return window.find(Span.class).all().stream().map(Span::getText).toList();
    }

    private List<String> said() {
        window.activate();
        return window.find(Notification.class).all().stream()
                .map(note -> note.getElement().getTextRecursively())
                .toList();
    }

    private void click(String text, int at) {
        window.activate();
        window.test(window.find(Button.class).withText(text).all().get(at)).click();
    }

    private List<String> lines() {
        window.activate();
        return window.find(PadLine.class).all().stream()
                .map(line -> line.getElement().getChild(0).getTextRecursively() + " "
                        + line.getElement().getChild(1).getTextRecursively() + visibleActs(line))
                .toList();
    }

    private static String visibleActs(PadLine line) {
        return line.getChildren()
                .flatMap(Component::getChildren)
                .filter(part -> part instanceof Button button && button.isVisible())
                .map(part -> " " + ((Button) part).getText())
                .reduce("", String::concat);
    }
}
