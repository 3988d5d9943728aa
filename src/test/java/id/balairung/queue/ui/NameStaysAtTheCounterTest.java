package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.queue.PriorityClass;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A visitor's name goes to the officer who called them, and over no other channel to anybody. */
@BalairungTest
class NameStaysAtTheCounterTest {

    private static final String NAME = "Zulkhairiah";
    private static final String PHONE = "085299887766";

    @Autowired
    Hall hall;

    @LocalServerPort
    int port;

    @Value("${logging.file.name}")
    Path log;

    @Test
    void onlyTheOfficerWhoCalledIsToldTheName() throws IOException {
        Hall.TestAgency agency = hall.agency(1, 2);
        hall.open(agency, 0);
        hall.open(agency, 1);
        hall.issue(agency.service(), PriorityClass.GENERAL, new Visitor(Optional.of(NAME), Optional.of(PHONE)));
        Wire.Screen caller = screen(agency.officer());
        caller.go("loket");
        Map<Wire.Socket, StringBuilder> others = new LinkedHashMap<>();
        listen(others, agency.officers().get(1), "loket", "antrean");
        listen(others, agency.admin(), "antrean", "antrean/penyelesaian", "antrean/peringatan", "antrean");
        listen(others, hall.staff(Role.MALL_HEAD, Optional.empty()), "antrean");
        listen(
                others,
                hall.staff(Role.MALL_HEAD, Optional.empty()),
                "antrean?instansi=UJI" + agency.service().prefix().substring(0, 2));
        listen(others, hall.frontDesk(), "penerimaan");
        Wire.Socket colleague = others.keySet().iterator().next();
        assertThat(caller.press("F2")).contains(NAME).doesNotContain(PHONE);

        String number = agency.service().prefix() + "-001";
        await().until(() -> colleague.heard().contains(number));
        others.forEach((socket, answers) -> assertThat(answers + socket.heard())
                .isNotEmpty()
                .doesNotContain(NAME)
                .doesNotContain(PHONE));
        assertThat(Files.readString(log)).doesNotContain(NAME).doesNotContain(PHONE);
    }

    private void listen(Map<Wire.Socket, StringBuilder> others, StaffPrincipal staff, String... routes) {
        Wire.Screen screen = screen(staff);
        Wire.Socket socket = screen.socket();
        StringBuilder answers = new StringBuilder();
        for (String route : routes) {
            answers.append(screen.go(route));
        }
        others.put(socket, answers);
    }

    private Wire.Screen screen(StaffPrincipal staff) {
        Wire wire = new Wire(port);
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        return wire.screen();
    }
}
