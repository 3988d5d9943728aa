package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import id.balairung.queue.UnreadBoards;
import id.balairung.security.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A screen whose first reading fails is left for the page that says so, and the feed doesn't hold it. */
class UnreadScreenTest extends BoardOfAnAgency {

    private static final String NOT_SHOWN = "Halaman ini belum dapat ditampilkan";

    @Autowired
    UnreadBoards unread;

    @Test
    void aConsoleThatCouldNotBeReadIsNotFollowed() {
        try (var broken = unread.of(agency.id())) {
            int before = unread.followers();
            // An officer is led on to the console.
            BrowserlessUIContext window = screens.of(agency.officer());
            assertThat(texts(window)).contains(NOT_SHOWN);
            assertThat(unread.followers()).isEqualTo(before);
        }
    }

    @Test
    void aBoardThatCouldNotBeReadIsNotFollowed() {
        assertNotFollowedBy(screens.of(agency.admin()));
    }

    @Test
    void aMallThatCouldNotBeReadIsNotFollowed() {
        assertNotFollowedBy(screens.of(hall.staff(Role.MALL_HEAD, Optional.empty())));
    }

    /** The page stays, and only what it shows is another one. */
    @Test
    void whoGoesOnToAnAgencyThatCannotBeReadFollowsNothingAnyMore() {
        BrowserlessUIContext window = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
        Board board = Board.of(window);
        try (var broken = unread.of(agency.id())) {
            int before = unread.followers();
            board.open("UJI" + first().prefix().substring(0, 2));
            assertThat(texts(window)).contains(NOT_SHOWN);
            assertThat(unread.followers()).isEqualTo(before);
        }
    }

    private void assertNotFollowedBy(BrowserlessUIContext window) {
        try (var broken = unread.of(agency.id())) {
            int before = unread.followers();
            window.navigate("antrean", Component.class);
            assertThat(texts(window)).contains(NOT_SHOWN);
            assertThat(unread.followers()).isEqualTo(before);
        }
    }

    private static List<String> texts(BrowserlessUIContext window) {
        window.activate();
        return window.find(Component.class).all().stream()
                .map(component -> component.getElement().getText())
                .toList();
    }
}
