package id.balairung.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a suspended agency's people see of it: their screens close at once, and stay closed to them alone. */
@BalairungTest
class SuspendedAgencyTest {

    private static final Duration IN_TIME = Duration.ofSeconds(2);

    @Autowired
    Hall hall;

    @Autowired
    AgencyRegister agencies;

    @Autowired
    Sessions sessions;

    @LocalServerPort
    int port;

    @Test
    void itsPeoplesScreensCloseAndNobodyElses() {
        Hall.TestAgency suspended = hall.agency(1, 2);
        Hall.TestAgency other = hall.agency(1, 1);
        StaffPrincipal mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        List<Seat> theirs = Stream.concat(suspended.officers().stream(), Stream.of(suspended.admin()))
                .map(this::sit)
                .toList();
        List<Seat> others = Stream.of(
                        other.officer(), other.admin(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))
                .map(this::sit)
                .toList();

        hall.asProven(mallAdmin, () -> {
            AgencyDetails shown = details(suspended);
            agencies.suspend(shown.id(), shown.version());
            return shown;
        });

        for (Seat seat : theirs) {
            await().atMost(IN_TIME).until(seat.socket()::isClosed);
            assertThat(seat.socket().heard()).contains("masuk?berakhir=perubahan");
            assertThat(signedIn(seat.wire())).isFalse();
            assertThat(signIn(seat.staff())).isFalse();
        }
        for (Seat seat : others) {
            assertThat(seat.socket().isClosed()).isFalse();
            assertThat(signedIn(seat.wire())).isTrue();
            assertThat(signIn(seat.staff())).isTrue();
        }

        hall.asProven(mallAdmin, () -> {
            AgencyDetails shown = details(suspended);
            agencies.resume(shown.id(), shown.version());
            return shown;
        });
        assertThat(signIn(suspended.officer())).isTrue();
    }

    private record Seat(StaffPrincipal staff, Wire wire, Wire.Socket socket) {}

    /** Signs in and waits until the server can tell the screen something. */
    private Seat sit(StaffPrincipal staff) {
        Wire wire = new Wire(port);
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        Wire.Screen screen = wire.screen();
        Wire.Socket socket = screen.socket();
        await().until(() -> sessions.with(
                        wire.session(),
                        screen.id(),
                        ui -> ui.getInternals().getPushConnection().isConnected())
                .orElse(false));
        return new Seat(staff, wire, socket);
    }

    private boolean signIn(StaffPrincipal staff) {
        Wire wire = new Wire(port);
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        return signedIn(wire);
    }

    private static boolean signedIn(Wire wire) {
        return wire.get("/sesi").statusCode() == 204;
    }

    private AgencyDetails details(Hall.TestAgency agency) {
        return agencies.all().stream()
                .filter(one -> one.id().equals(agency.id()))
                .findAny()
                .orElseThrow();
    }
}
