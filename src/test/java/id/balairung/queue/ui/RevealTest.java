package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.queue.CommandId;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.Visitor;
import id.balairung.security.StaffPrincipal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a visitor told is masked on a list, and revealed by a click that is recorded, for a while. */
class RevealTest extends AtTheCounter {

    @Test
    void theAdminRevealsAVisitorForAWhile() {
        leftOpen();
        clock.advance(Duration.ofDays(1));
        BrowserlessUIContext window = settlement(agency.admin());
        VisitorLine line = line(window);
        assertThat(words(line)).isEqualTo("W* O** S******, 08** **** *789");
        button(line).click();
        assertThat(words(line)).isEqualTo("Wa Ode Samsiah, 081234567789");
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip();
            assertThat(words(line)).isEqualTo("W* O** S******, 08** **** *789");
        });
    }

    @Test
    void itIsHiddenSoonerByTheSameButton() {
        leftOpen();
        clock.advance(Duration.ofDays(1));
        VisitorLine line = line(settlement(agency.admin()));
        button(line).click();
        assertThat(button(line).getText()).isEqualTo("Sembunyikan");
        button(line).click();
        assertThat(words(line)).doesNotContain("Samsiah");
    }

    @Test
    void anOfficerIsOfferedNothingToRevealOfAnotherDay() {
        leftOpen();
        clock.advance(Duration.ofDays(1));
        VisitorLine line = line(settlement(agency.officer()));
        assertThat(words(line)).isEqualTo("W* O** S******, 08** **** *789");
        assertThat(line.getChildren()).noneMatch(Button.class::isInstance);
    }

    @Test
    void theNameIsThereAgainAfterTheCounterPageWasLoadedAnew() {
        leftOpen();
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
        BrowserlessUIContext window = screens.of(agency.officer());
        window.navigate("loket", ConsoleView.class);
        assertThat(window.find(Paragraph.class).withClassName("bl-who").single().getText())
                .isEqualTo("Wa Ode Samsiah");
    }

    private void leftOpen() {
        hall.issue(
                agency.service(),
                PriorityClass.GENERAL,
                new Visitor(Optional.of("Wa Ode Samsiah"), Optional.of("081234567789")));
    }

    private BrowserlessUIContext settlement(StaffPrincipal staff) {
        BrowserlessUIContext window = screens.of(staff);
        window.navigate("antrean/penyelesaian", SettlementView.class);
        return window;
    }

    private static VisitorLine line(BrowserlessUIContext window) {
        Component service = window.test(window.find(Grid.class).single()).getCellComponent(0, 1);
        return service.getChildren()
                .filter(VisitorLine.class::isInstance)
                .map(VisitorLine.class::cast)
                .findAny()
                .orElseThrow();
    }

    private static String words(Div line) {
        return line.getChildren()
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .map(Span::getText)
                .findFirst()
                .orElseThrow();
    }

    private static Button button(Div line) {
        return line.getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
