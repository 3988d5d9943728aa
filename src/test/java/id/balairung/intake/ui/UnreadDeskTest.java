package id.balairung.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import id.balairung.queue.UnreadBoards;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A front desk whose first reading fails is left for the page that says so, and the feed doesn't hold it. */
@BalairungTest
class UnreadDeskTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    UnreadBoards unread;

    @Test
    void aDeskThatCouldNotBeReadIsNotFollowed() {
        Hall.TestAgency agency = hall.agency(1, 1);
        try (var broken = unread.of(agency.id())) {
            int before = unread.followers();
            // The front desk is led on to its screen.
            BrowserlessUIContext window = screens.of(hall.frontDesk());
            assertThat(window.find(Component.class).all())
                    .extracting(component -> component.getElement().getText())
                    .contains("Halaman ini belum dapat ditampilkan");
            assertThat(unread.followers()).isEqualTo(before);
        }
    }
}
