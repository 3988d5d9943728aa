package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.timepicker.TimePicker;
import id.balairung.agency.CurrentMall;
import id.balairung.counter.Break;
import id.balairung.counter.BreakReason;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.OpenShift;
import id.balairung.queue.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer takes a break. */
class BreakTest extends AtTheCounter {

    @Autowired
    CounterDesk counters;

    @Autowired
    CurrentMall mall;

    @Test
    void aBreakIsTakenAndEnded() {
        Counter counter = counter();
        counter.click("Istirahat").confirmDialog().says("Direncanakan sampai");
        assertThat(counter.number()).isEqualTo("Makan siang");
        counter.click("Kembali bertugas");
        assertThat(counter.number()).isEqualTo(NOBODY_WAITS);
        assertThat(running()).isEmpty();
    }

    @Test
    void aBreakHasAReasonAndAPlannedEnd() {
        Instant ten = tomorrowAtTen();
        clock.set(ten);
        issue();
        Counter counter = counter();
        counter.click("Istirahat")
                .pick("Alasan", "Ibadah")
                .pick("Selesai dalam", "Jam tertentu")
                .confirmDialog()
                .says("Pilih jamnya dulu.");
        time(counter, 13, 15).confirmDialog().says("paling lama tiga jam lagi");
        assertThat(running()).isEmpty();
        time(counter, 10, 45).confirmDialog().says("Direncanakan sampai 10.45");
        assertThat(counter.number()).isEqualTo("Ibadah");
        assertThat(counter.can(CALL_NEXT)).isFalse();
        assertThat(running()).hasValueSatisfying(taken -> {
            assertThat(taken.reason()).isEqualTo(BreakReason.PRAYER);
            assertThat(taken.plannedEnd()).isEqualTo(ten.plus(Duration.ofMinutes(45)));
        });
    }

    @Test
    void onABreakNoUndoIsOfferedThatWouldBringSomebodyBack() {
        issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Layani").click("Selesai");
        assertThat(counter.offers("Urungkan")).isTrue();
        counter.click("Istirahat").confirmDialog();
        assertThat(counter.offers("Urungkan")).isFalse();
        counter.click("Kembali bertugas");
        assertThat(counter.offers("Urungkan")).isTrue();
    }

    @Test
    void nobodyTakesABreakWhileSomebodyIsAtTheCounter() {
        issue();
        Counter counter = counter();
        counter.click("Istirahat");
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
        counter.confirmDialog().says("Masih ada nomor yang dipanggil atau dilayani.");
        assertThat(counter.can("Istirahat")).isFalse();
        assertThat(running()).isEmpty();
    }

    private Counter time(Counter counter, int hour, int minute) {
        counter.window().find(TimePicker.class).withLabel("Pukul").single().setValue(LocalTime.of(hour, minute));
        return counter;
    }

    private Instant tomorrowAtTen() {
        return clock.instant()
                .atZone(mall.rules().zone())
                .toLocalDate()
                .plusDays(1)
                .atTime(10, 0)
                .atZone(mall.rules().zone())
                .toInstant();
    }

    private Optional<Break> running() {
        return hall.as(agency.officer(), counters::current).flatMap(OpenShift::running);
    }
}
