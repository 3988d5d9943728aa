package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.TimeField;
import id.balairung.queue.CommandId;
import id.balairung.queue.EndOfDay;
import id.balairung.queue.Outcome;
import id.balairung.queue.Retention;
import id.balairung.queue.TicketCorrections;
import id.balairung.queue.TicketId;
import id.balairung.queue.TicketSnapshot;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** An admin puts right what came of a service and when it ended; what was decided at the counter stays readable. */
class CorrectionsTest extends OneTicket {

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    @Autowired
    TicketCorrections corrections;

    @Autowired
    EndOfDay endOfDay;

    @Autowired
    Retention retention;

    @Test
    void aCorrectionChangesTheRowAndTheTimelineTellsBoth() {
        TicketId ticket = served();
        List<String> events = events(ticket);
        pass(30);
        BrowserlessUIContext page = open(agency.admin(), ticket);
        Instant wrong = ticketNow(ticket).finishedAt().orElseThrow();
        LocalTime right = minute(wrong.plus(Duration.ofMinutes(6)));

        click(page, "Koreksi");
        pick(page, "Berkas kurang");
        time(page).setValue(right);
        assertThat(preview(page)).startsWith("Waktu layanan: 4 mnt menjadi ").doesNotContain("menjadi 4 mnt");
        reason(page).setValue("Salah tekan");
        confirm(page);

        TicketSnapshot after = ticketNow(ticket);
        assertThat(after.outcome()).contains(Outcome.DOCUMENTS_MISSING);
        assertThat(minute(after.finishedAt().orElseThrow())).isEqualTo(right);
        assertThat(past(agency.admin(), ticket).turns().stream().map(OneTicket::reckoned))
                .containsExactlyElementsOf(rows(ticket));
        assertThat(jdbc.sql("select concat(outcome, ' ', corrections) from history_turn where ticket_id = ?")
                        .param(ticket.value().toString())
                        .query(String.class)
                        .list())
                .containsExactly("DOCUMENTS_MISSING 1");
        assertThat(events(ticket)).startsWith(events.toArray(String[]::new)).hasSize(events.size() + 1);
        assertThat(titles(page)).endsWith("Selesai", "Dikoreksi");
        assertThat(page.find(Notification.class).single().getElement().getTextRecursively())
                .isEqualTo("Koreksi disimpan.");
        assertThat(page.find(ListItem.class)
                        .withClassName("changed")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Dikoreksi");
        assertThat(lines(page))
                .contains(
                        "Hasil: Selesai menjadi Berkas kurang",
                        "Salah tekan",
                        agency.admin().displayName())
                .anyMatch(line -> line.startsWith("Selesai: ") && line.endsWith(clockOf(right)));
    }

    @Test
    void whatCannotBeIsToldAtItsField() {
        TicketId ticket = served();
        Instant end = ticketNow(ticket).finishedAt().orElseThrow();
        BrowserlessUIContext page = open(agency.admin(), ticket);
        click(page, "Koreksi");

        confirm(page);
        assertThat(reason(page).getErrorMessage()).isEqualTo("Alasan perlu diisi.");
        assertThat(reason(page).isInvalid()).isTrue();

        reason(page).setValue("Salah tekan");
        confirm(page);
        assertThat(outcome(page).isInvalid()).isTrue();
        assertThat(reason(page).isInvalid()).isFalse();

        time(page).setValue(minute(end.minus(Duration.ofMinutes(10))));
        confirm(page);
        assertThat(time(page).isInvalid()).isTrue();
        time(page).setValue(minute(end.plus(Duration.ofMinutes(10))));
        confirm(page);
        assertThat(time(page).isInvalid()).isTrue();
        time(page).clear();
        confirm(page);
        assertThat(time(page).getErrorMessage()).isEqualTo("Pilih jamnya dulu.");
        assertThat(reason(page).getValue()).isEqualTo("Salah tekan");
        assertThat(ticketNow(ticket).finishedAt()).contains(end);
    }

    @Test
    void whoeverComesSecondIsToldAndCanThenGoOn() {
        TicketId ticket = served();
        BrowserlessUIContext page = open(agency.admin(), ticket);
        click(page, "Koreksi");
        pick(page, "Konsultasi");
        reason(page).setValue("Salah tekan");
        correct(ticket, Outcome.NOT_POSSIBLE);

        confirm(page);
        assertThat(words(page)).anyMatch(word -> word.contains("sudah tidak di langkah ini"));
        assertThat(ticketNow(ticket).outcome()).contains(Outcome.NOT_POSSIBLE);

        confirm(page);
        assertThat(ticketNow(ticket).outcome()).contains(Outcome.CONSULTATION);
        assertThat(lines(page))
                .contains(
                        "Hasil: Selesai menjadi Tidak dapat dipenuhi",
                        "Hasil: Tidak dapat dipenuhi menjadi Konsultasi");
    }

    @Test
    void nobodyButTheAgencysAdminCorrects() {
        TicketId ticket = served();
        TicketSnapshot now = ticketNow(ticket);
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        for (StaffPrincipal other : List.of(agency.officer(), head)) {
            assertThat(labels(open(other, ticket))).contains("Cetak").doesNotContain("Koreksi");
            assertThatThrownBy(() -> hall.as(other, () -> correct(now, Outcome.CONSULTATION)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        StaffPrincipal foreign = hall.agency(1, 1).admin();
        assertThatThrownBy(() -> hall.as(foreign, () -> correct(now, Outcome.CONSULTATION)))
                .isInstanceOf(BusinessRuleViolation.class);
        assertThat(ticketNow(ticket)).isEqualTo(now);
    }

    @Test
    void onlyACompletedTicketIsOfferedForIt() {
        hall.issue(agency);
        TicketId ticket = call(0);
        assertThat(labels(open(agency.admin(), ticket))).contains("Catatan").doesNotContain("Koreksi");
    }

    @Test
    void aCorrectionIsNotUndoneButCorrectedAgain() {
        TicketId ticket = served();
        correct(ticket, Outcome.NOT_POSSIBLE);
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> desk.undo(CommandId.next(), ticket)))
                .isInstanceOf(BusinessRuleViolation.class);
        correct(ticket, Outcome.FULFILLED);
        assertThat(ticketNow(ticket).outcome()).contains(Outcome.FULFILLED);
    }

    @Test
    void whoWasHeldBeforeServiceAndSettledAsServedHasAnOutcomeToPutRight() {
        hall.issue(agency);
        TicketId ticket = call(0);
        by(
                0,
                () -> desk.hold(
                        CommandId.next(), ticket, "Ke kantin", clock.instant().plusSeconds(600)));
        hall.as(
                agency.admin(),
                () -> endOfDay.complete(
                        CommandId.next(), ticket, ticketNow(ticket).version(), Outcome.FULFILLED));
        correct(ticket, Outcome.CONSULTATION);
        assertThat(rows(ticket)).hasSize(1);
        assertThat(ticketNow(ticket).outcome()).contains(Outcome.CONSULTATION);
    }

    @Test
    void aTicketOfAnEarlierDayIsCorrectedAndTheReasonGoesWhenItsTimeIsOver() {
        TicketId ticket = served();
        clock.advance(Duration.ofDays(400));
        retire();
        BrowserlessUIContext page = open(agency.admin(), ticket);
        click(page, "Koreksi");
        pick(page, "Tidak dapat dipenuhi");
        reason(page).setValue("Laporan Ibu Samsiah");
        confirm(page);
        assertThat(lines(page)).contains("Hasil: Selesai menjadi Tidak dapat dipenuhi", "Laporan Ibu Samsiah");
        assertThat(jdbc.sql("select outcome from history_turn where ticket_id = ?")
                        .param(ticket.value().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_POSSIBLE");

        clock.advance(Duration.ofDays(400));
        retire();
        BrowserlessUIContext later = open(agency.admin(), ticket);
        assertThat(lines(later))
                .contains(
                        "Hasil: Selesai menjadi Tidak dapat dipenuhi",
                        "Isinya sudah dihapus karena masa simpannya lewat")
                .noneMatch(line -> line.contains("Samsiah"));
    }

    private void retire() {
        hall.asProven(
                hall.staff(Role.MALL_ADMIN, Optional.empty()),
                () -> retention.run().join());
    }

    private void correct(TicketId ticket, Outcome outcome) {
        hall.as(agency.admin(), () -> correct(ticketNow(ticket), outcome));
    }

    private Object correct(TicketSnapshot now, Outcome outcome) {
        return corrections.correct(
                CommandId.next(),
                now.id(),
                now.version(),
                outcome,
                now.finishedAt().orElseThrow(),
                "Salah tekan");
    }

    private TicketSnapshot ticketNow(TicketId ticket) {
        return past(agency.admin(), ticket).ticket();
    }

    private List<String> events(TicketId ticket) {
        return jdbc.sql("select concat(id, type, details) from ticket_event where ticket_id = ? order by id")
                .param(ticket.value().toString())
                .query(String.class)
                .list();
    }

    private static LocalTime minute(Instant moment) {
        return LocalTime.ofInstant(moment, ZONE).withSecond(0).withNano(0);
    }

    private static String clockOf(LocalTime time) {
        return "%02d.%02d".formatted(time.getHour(), time.getMinute());
    }

    @SuppressWarnings("unchecked")
    private static void pick(BrowserlessUIContext page, String item) {
        page.activate();
        page.test(RadioButtonGroupTester.class, outcome(page)).selectItem(item);
    }

    private static RadioButtonGroup<?> outcome(BrowserlessUIContext page) {
        page.activate();
        return page.find(RadioButtonGroup.class).withLabel("Hasil layanan").single();
    }

    private static TimeField time(BrowserlessUIContext page) {
        page.activate();
        return page.find(TimeField.class).withLabel("Jam selesai").single();
    }

    private static TextField reason(BrowserlessUIContext page) {
        page.activate();
        return page.find(TextField.class).withLabel("Alasan koreksi").single();
    }

    private static String preview(BrowserlessUIContext page) {
        page.activate();
        return page.find(Component.class)
                .withClassName("bl-correction-preview")
                .single()
                .getElement()
                .getText();
    }
}
