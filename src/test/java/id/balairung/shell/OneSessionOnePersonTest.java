package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.Wire;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session's screens serve only the person who opened them, and no longer than that person may work. */
@BalairungTest
class OneSessionOnePersonTest {

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @LocalServerPort
    int port;

    Hall.TestAgency agency;
    StaffPrincipal officer;

    @BeforeEach
    void anOfficerAtAnOpenCounter() {
        agency = hall.agency(1, 1);
        officer = agency.officer();
        hall.open(agency, 0);
    }

    @Test
    void aSocketOpenedBeforeSigningInDoesNotActAsThePersonWhoSignsIn() {
        Wire attacker = new Wire(port);
        attacker.get("/masuk");
        Wire.Screen screen = attacker.screen();
        Wire.Socket socket = screen.socket();
        Wire victim = attacker.withSameCookie();
        assertSignedIn(victim, officer);

        socket.go("loket");

        await().until(() -> socket.isClosed() || socket.heard().contains(officer.displayName()));
        assertThat(socket.heard()).doesNotContain(officer.displayName());
    }

    @Test
    void aScreenOpenedBeforeSigningInAnswersNobodyAfterwards() {
        Wire person = new Wire(port);
        person.get("/masuk");
        Wire.Screen before = person.screen();
        assertSignedIn(person, officer);

        assertThat(before.go("loket")).doesNotContain(officer.displayName());
        assertThat(person.screen().go("loket")).contains(officer.displayName());
    }

    @Test
    void whoSignsInInSomebodysSessionHearsNothingOfTheirAgency() {
        Wire wire = new Wire(port);
        assertSignedIn(wire, officer);
        Wire.Screen board = wire.screen();
        assertThat(board.go("loket")).contains(officer.displayName());
        Wire.Socket socket = board.socket();

        Hall.TestAgency other = hall.agency(1, 1);
        assertSignedIn(wire, other.officer());
        hall.issue(agency);

        String number = agency.service().prefix() + "-001";
        await().until(() -> socket.isClosed() || socket.heard().contains(number));
        assertThat(socket.heard()).doesNotContain(number);
        assertThat(wire.screen().go("loket"))
                .contains(other.officer().displayName())
                .doesNotContain(number);
    }

    @Test
    void aScreenServesNobodyElseHoweverTheyCameIntoItsSession() {
        Wire wire = new Wire(port);
        wire.get("/masuk");
        Wire.Screen before = wire.screen();
        Wire.Socket socket = before.socket();
        sessions.slipIn(wire.session(), officer);
        assertThat(before.go("loket")).doesNotContain(officer.displayName());
        assertThat(wire.screen().go("loket")).contains(officer.displayName());
        await().until(socket::isClosed);
    }

    @Test
    void whoWasIdleTooLongIsSignedOut() {
        Wire wire = new Wire(port);
        assertSignedIn(wire, officer);
        Wire.Screen screen = wire.screen();
        screen.go("loket");
        sessions.idle(wire.session(), Duration.ofMinutes(59));
        screen.heartbeat();
        assertThat(wire.get("/sesi").statusCode()).isEqualTo(204);

        sessions.idle(wire.session(), Duration.ofMinutes(2));
        screen.heartbeat();

        assertThat(wire.get("/sesi").statusCode()).isEqualTo(401);
        assertThat(wire.get("/loket").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/masuk"));
    }

    @Test
    void anAccountThatWasDisabledWhileItSignedInOpensNoScreen() {
        Wire wire = new Wire(port);
        wire.get("/masuk");
        hall.disable(officer);
        sessions.slipIn(wire.session(), officer);

        assertThat(wire.screen().go("loket")).doesNotContain(officer.displayName());
        assertThat(wire.get("/loket").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/masuk"));
    }

    private static void assertSignedIn(Wire wire, StaffPrincipal staff) {
        assertThat(wire.signIn(staff.getUsername(), Hall.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).doesNotContain("masuk"));
    }
}
