package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody who was called doesn't come: recalls, the no-show, and the late return. */
class NoShowTest extends AtTheCounter {

    @Test
    void noShowIsPossibleOnlyAfterTheRecalls() {
        issue();
        Counter counter = counter();
        counter.click(CALL_NEXT);
        counter.click("Panggil ulang").says("baru saja dipanggil");
        assertThat(counter.can("Tidak hadir")).isFalse();
        clock.advance(Duration.ofMinutes(2));
        counter.click("Panggil ulang").says("Dipanggil, panggilan ke-2");
        clock.advance(Duration.ofMinutes(2));
        counter.click("Panggil ulang").says("Tidak hadir dapat dipilih sekarang");
        counter.click("Tidak hadir").confirm().says("1 tidak hadir");

        counter.choose("Datang terlambat (1)");
        counter.click("Antrekan lagi").soon("the number waits again", () -> counter.can(CALL_NEXT));
    }
}
