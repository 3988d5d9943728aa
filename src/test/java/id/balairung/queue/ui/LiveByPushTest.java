package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one officer does comes by push to the open consoles of the same agency, over the real channel, and to no other. */
@BalairungTest
class LiveByPushTest {

    @Autowired
    Hall hall;

    @LocalServerPort
    int port;

    @Test
    void aCallIsHeardAtTheNextCounterAndNotInTheOtherAgency() {
        Hall.TestAgency agency = hall.agency(1, 2);
        Hall.TestAgency other = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.open(agency, 1);
        hall.open(other, 0);
        hall.issue(agency);
        hall.issue(agency);
        Wire.Screen caller = screen(agency.officers().get(0));
        Wire.Screen colleague = screen(agency.officers().get(1));
        Wire.Screen stranger = screen(other.officer());
        Wire.Socket heardByColleague = colleague.socket();
        Wire.Socket heardByStranger = stranger.socket();
        caller.go("loket");
        colleague.go("loket");
        stranger.go("loket");

        assertThat(caller.press("F2")).contains(number(agency, 1));

        await().until(() -> heardByColleague.heard().contains(text(number(agency, 2))));
        hall.issue(other);
        await().until(() -> heardByStranger.heard().contains(text(number(other, 1))));
        assertThat(heardByStranger.heard()).doesNotContain(agency.service().prefix());
    }

    private Wire.Screen screen(StaffPrincipal officer) {
        Wire wire = new Wire(port);
        wire.signIn(officer.getUsername(), Hall.PASSWORD);
        return wire.screen();
    }

    private static String number(Hall.TestAgency agency, int value) {
        return "%s-%03d".formatted(agency.service().prefix(), value);
    }

    /** A text on the screen; a grid's rows are sent otherwise. */
    private static String text(String shown) {
        return "\"key\":\"text\",\"feat\":7,\"value\":\"" + shown + "\"";
    }
}
