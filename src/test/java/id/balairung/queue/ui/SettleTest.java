package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import id.balairung.queue.TicketSnapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a day left open is settled one by one. */
class SettleTest extends AtTheCounter {

    @Test
    void whatADayLeftOpenIsSettledByAPerson() {
        TicketSnapshot left = issue();
        clock.advance(Duration.ofDays(1));
        Counter counter = counter();
        counter.says("1 nomor dari hari yang sudah tutup").click("Selesaikan");
        Grid<?> list = counter.window().find(Grid.class).last();
        Button settle = (Button) counter.window().test(list).getCellComponent(0, 4);
        assertThat(settle.getAriaLabel()).contains("Selesaikan " + left.number());
        settle.click();
        counter.window()
                .test(counter.window().find(Button.class).withTheme("primary").last())
                .click();
        assertThat(hall.as(agency.officer(), endOfDay::leftOver)).isEmpty();
    }
}
