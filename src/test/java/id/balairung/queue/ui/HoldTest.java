package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import org.junit.jupiter.api.Test;

/** A number is held, so that the counter is free meanwhile, and gone on with. */
class HoldTest extends AtTheCounter {

    @Test
    void aHeldNumberFreesTheCounterAndGoesOn() {
        TicketSnapshot first = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Layani").click("Tunda");
        counter.confirmDialog().says("Alasan perlu diisi.");
        String typed = "<b>KK</b> \uD83D\uDE42 ".repeat(1000);
        counter.type("Alasan", typed).confirmDialog().says("Alasan paling panjang 200 huruf");
        counter.type("Alasan", "<b>KK asli</b> \uD83D\uDE42").confirmDialog().says("<b>KK asli</b> \uD83D\uDE42");
        assertThat(counter.number()).isEqualTo(NOBODY_WAITS);
        counter.click("Lanjutkan " + first.number());
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(counter.can("Selesai")).isTrue();
    }
}
