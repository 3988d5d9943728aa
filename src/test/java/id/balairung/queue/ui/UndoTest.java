package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.balairung.queue.Outcome;
import id.balairung.queue.TicketSnapshot;
import org.junit.jupiter.api.Test;

/** What was done by mistake is taken back. */
class UndoTest extends AtTheCounter {

    @Test
    void theLastActIsTakenBack() {
        TicketSnapshot first = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Layani").click("Selesai").click("Urungkan");
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.can("Selesai")).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theOutcomeThatWasChosenIsStillChosen() {
        issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Layani");
        counter.window().find(RadioButtonGroup.class).single().setValue(Outcome.DOCUMENTS_MISSING);
        counter.click("Selesai").click("Urungkan");
        assertThat(counter.window().find(RadioButtonGroup.class).single().getValue())
                .isEqualTo(Outcome.DOCUMENTS_MISSING);
    }
}
