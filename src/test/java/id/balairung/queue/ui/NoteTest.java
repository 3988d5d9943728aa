package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import id.balairung.queue.EventType;
import id.balairung.queue.TicketPasts;
import id.balairung.queue.TicketSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer notes something of a number without leaving the counter. */
class NoteTest extends AtTheCounter {

    @Autowired
    TicketPasts pasts;

    @Test
    void somethingIsNotedOfThePresentNumberAndTheLastActCanStillBeUndone() {
        TicketSnapshot first = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Layani").click("Catatan");
        assertThat(title(counter)).isEqualTo("Catatan untuk " + first.number());
        counter.confirmDialog();
        assertThat(field(counter).getErrorMessage()).isEqualTo("Catatan perlu diisi.");
        field(counter).setValue("KK lama belum dibawa");
        counter.confirmDialog().says("Catatan disimpan.");
        assertThat(notes(first)).containsExactly("KK lama belum dibawa");
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.offers("Urungkan")).isTrue();
        counter.click("Urungkan");
        assertThat(counter.can("Layani")).isTrue();
    }

    @Test
    void atAFreeCounterItIsNotedOfTheNumberThatEndedLast() {
        Counter counter = counter();
        assertThat(counter.can("Catatan")).isFalse();
        TicketSnapshot first = issue();
        counter.soon("somebody waits", () -> counter.can(CALL_NEXT));
        counter.click(CALL_NEXT).click("Layani").click("Selesai");
        counter.click("Catatan");
        assertThat(title(counter)).isEqualTo("Catatan untuk " + first.number());
        field(counter).setValue("Datang lagi besok");
        counter.confirmDialog();
        assertThat(notes(first)).containsExactly("Datang lagi besok");
    }

    private static String title(Counter counter) {
        counter.window().activate();
        return counter.window().find(Dialog.class).single().getHeaderTitle();
    }

    private static TextArea field(Counter counter) {
        counter.window().activate();
        return counter.window().find(TextArea.class).withLabel("Catatan").single();
    }

    private List<String> notes(TicketSnapshot ticket) {
        return hall.as(agency.officer(), () -> pasts.of(ticket.id())).orElseThrow().events().stream()
                .filter(event -> event.type() == EventType.NOTED)
                .flatMap(event -> event.reason().stream())
                .toList();
    }
}
