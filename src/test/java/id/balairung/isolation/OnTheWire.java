package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.Tables;
import id.balairung.testing.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People with browsers in front of the real server. */
@BalairungTest
abstract class OnTheWire {

    private static final int SIGNED_IN = 204;

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @Autowired
    Tables tables;

    @LocalServerPort
    int port;

    private final List<Wire> opened = Collections.synchronizedList(new ArrayList<>());

    /** Somebody signed in, in a browser of their own. */
    Wire signedIn(StaffPrincipal staff) {
        Wire wire = anonymous();
        assertThat(wire.signIn(staff.getUsername(), Hall.PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("masuk"));
        return wire;
    }

    /** Somebody who has come to the page for signing in, and no further. */
    Wire anonymous() {
        Wire wire = new Wire(port);
        opened.add(wire);
        wire.get("/masuk");
        return wire;
    }

    static boolean isSignedIn(Wire wire) {
        return wire.get("/sesi").statusCode() == SIGNED_IN;
    }

    /** A screen that stays open keeps its board alive under the tests that come after. */
    @AfterEach
    void endTheSessions() {
        opened.stream().filter(OnTheWire::isSignedIn).forEach(wire -> sessions.end(wire.session()));
        opened.clear();
    }
}
