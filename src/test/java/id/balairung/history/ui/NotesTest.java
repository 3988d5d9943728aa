package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.textfield.TextArea;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.queue.CommandId;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketNotes;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What officers note of a ticket stands in its timeline at once. */
class NotesTest extends OneTicket {

    @Autowired
    TicketNotes notes;

    @Test
    void aNoteStandsInTheTimelineAtOnce() {
        TicketId ticket = served();
        BrowserlessUIContext page = open(agency.officer(), ticket);

        click(page, "Catatan");
        field(page).setValue("KK lama belum dibawa");
        confirm(page);

        assertThat(titles(page)).endsWith("Selesai", "Catatan");
        assertThat(lines(page))
                .contains("KK lama belum dibawa", agency.officer().displayName());
        assertThat(jdbc.sql("select words from history_note where ticket_id = ?")
                        .param(ticket.value().toString())
                        .query(String.class)
                        .list())
                .containsExactly("KK lama belum dibawa");
    }

    @Test
    void whatIsWrongWithANoteIsToldAtItsFieldAndWhatWasTypedStays() {
        TicketId ticket = served();
        BrowserlessUIContext page = open(agency.admin(), ticket);
        click(page, "Catatan");

        confirm(page);
        assertThat(field(page).isInvalid()).isTrue();
        assertThat(field(page).getErrorMessage()).isEqualTo("Catatan perlu diisi.");

        String typed = "a".repeat(201);
        field(page).setValue(typed);
        confirm(page);
        assertThat(field(page).getErrorMessage()).startsWith("Catatan paling panjang 200 huruf");
        assertThat(field(page).getValue()).isEqualTo(typed);

        field(page).setValue("a".repeat(200));
        confirm(page);
        assertThat(lines(page)).contains("a".repeat(200));
    }

    @Test
    void onlyWhoHandledTheTicketAndTheAgencysAdminNoteSomethingOfIt() {
        TicketId ticket = served();
        for (StaffPrincipal stranger : new StaffPrincipal[] {
            agency.officers().getLast(),
            hall.agency(1, 1).officer(),
            hall.agency(1, 1).admin()
        }) {
            assertThatThrownBy(() -> hall.as(stranger, () -> notes.note(CommandId.next(), ticket, "Bukan milik saya")))
                    .isInstanceOf(BusinessRuleViolation.class)
                    .hasMessageContaining("no-such-ticket");
        }
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        assertThatThrownBy(() -> hall.as(head, () -> notes.note(CommandId.next(), ticket, "Bukan milik saya")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(titles(open(agency.admin(), ticket))).doesNotContain("Catatan");
    }

    private static TextArea field(BrowserlessUIContext page) {
        page.activate();
        return page.find(TextArea.class).withLabel("Catatan").single();
    }
}
