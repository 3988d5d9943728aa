package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.counter.CounterDesk;
import id.balairung.queue.CommandId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer closes the counter. */
class CloseCounterTest extends AtTheCounter {

    private static final String CLOSE = "Tutup loket";

    @Autowired
    CounterDesk counters;

    @Test
    void theCounterIsClosed() {
        Counter counter = counter();
        counter.choose(CLOSE).confirm().says("Pilih loket tempat Anda duduk");
        assertThat(hall.as(agency.officer(), counters::current)).isEmpty();
    }

    @Test
    void nobodyClosesWhileSomebodyIsAtTheCounter() {
        issue();
        Counter counter = counter();
        assertThat(counter.canChoose(CLOSE)).isTrue();
        counter.click(CALL_NEXT);
        assertThat(counter.canChoose(CLOSE)).isFalse();
        counter.click("Layani");
        assertThat(counter.canChoose(CLOSE)).isFalse();
        counter.click("Selesai");
        assertThat(counter.canChoose(CLOSE)).isTrue();
    }

    @Test
    void closingIsRefusedWhenSomebodyWasCalledMeanwhile() {
        issue();
        Counter counter = counter();
        counter.choose(CLOSE);
        hall.as(agency.officer(), () -> desk.callNext(CommandId.next()));
        counter.confirm().says("Masih ada nomor yang dipanggil atau dilayani. Selesaikan atau tunda dulu.");
        assertThat(counter.can("Layani")).isTrue();
        assertThat(hall.as(agency.officer(), counters::current)).isPresent();
    }
}
