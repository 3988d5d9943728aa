package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.alert.Alert;
import id.balairung.alert.Alerts;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A board's lists take what a browser sends. Whatever it forges, nobody does or learns more than their role lets them. */
class BoardForgeryTest extends BoardOfAnAgency {

    private static final String TOLD = "Wa Ode Rahasia";
    private static final String PHONE = "081234509876";
    private static final Pattern LIST = Pattern.compile(
            "\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"bl-board-[a-z]+\"");

    @Autowired
    Alerts alerts;

    @Autowired
    ServiceCatalogue catalogue;

    private final List<Wire> wires = new ArrayList<>();

    @Autowired
    Sessions sessions;

    @LocalServerPort
    int port;

    private TicketSnapshot waiting;
    private StaffPrincipal head;

    @BeforeEach
    void somebodyWaitsWhoToldAName() {
        hall.open(agency, 0);
        lunch(0, Duration.ofMinutes(5));
        waiting = hall.issue(first(), PriorityClass.ELDERLY, new Visitor(Optional.of(TOLD), Optional.of(PHONE)))
                .ticket();
        clock.advance(Duration.ofMinutes(25));
        raiseAlerts();
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
    }

    @Test
    void noBoardTellsWhatAVisitorTold() {
        String number = waiting.number().toString();
        assertThat(board(agency.officer(), "antrean", "")).contains(number).doesNotContain(TOLD, PHONE);
        assertThat(board(agency.admin(), "antrean", "")).contains(number).doesNotContain(TOLD, PHONE);
        assertThat(board(agency.admin(), "antrean/peringatan", ""))
                .contains(agency.name())
                .doesNotContain(TOLD, PHONE);
        assertThat(board(head, "antrean", "")).contains(agency.name()).doesNotContain(TOLD, PHONE);
        assertThat(board(head, "antrean", code())).contains(number).doesNotContain(TOLD, PHONE);
    }

    @Test
    void anotherAgencyHearsNothingWhateverItAsksFor() {
        Hall.TestAgency other = hall.agency(1, 1);
        for (StaffPrincipal stranger : List.of(other.officer(), other.admin())) {
            Wire.Screen screen = signedIn(stranger).screen();
            Wire.Socket socket = screen.socket();
            String shown = go(screen, "antrean", code()) + forge(screen, go(screen, "antrean", code()));
            assertThat(shown + socket.heard())
                    .contains(other.name())
                    .doesNotContain(
                            agency.name(),
                            waiting.number().toString(),
                            waiting.id().value().toString(),
                            agency.officer().displayName());
        }
        assertUntouched();
    }

    @Test
    void whoOnlyReadsActsOnNothing() {
        for (StaffPrincipal reader : List.of(agency.officer(), head)) {
            Wire.Screen screen = signedIn(reader).screen();
            String shown = go(screen, "antrean", code());
            assertThat(lists(shown)).hasSizeGreaterThanOrEqualTo(5);
            assertThat(forge(screen, shown)).doesNotContain("Alihkan", "Tutup loket", "Tandai");
        }
        assertUntouched();
    }

    /** What the others are refused is what the admin's page would send: here it is done. */
    @Test
    void theAgencysAdminActsThatWay() {
        Wire.Screen screen = signedIn(agency.admin()).screen();
        forge(screen, go(screen, "antrean", ""));
        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.acknowledgement()).isPresent());
        assertThat(hall.as(agency.officer(), counterDesk::current)
                        .orElseThrow()
                        .running()
                        .orElseThrow()
                        .askedBack())
                .isPresent();
    }

    @Test
    void whoMayNotSeeABoardIsSentAway() {
        for (Role role : List.of(Role.FRONT_DESK, Role.MALL_ADMIN)) {
            StaffPrincipal nobody = hall.staff(role, Optional.empty());
            for (String address : List.of("antrean", "antrean/peringatan")) {
                assertThat(board(nobody, address, code()))
                        .doesNotContain(agency.name(), waiting.number().toString(), "bl-board-");
            }
        }
    }

    @Test
    void aBoardOfADisabledAccountHearsAndDoesNothingMore() {
        Wire wire = signedIn(agency.admin());
        Wire.Screen screen = wire.screen();
        String shown = go(screen, "antrean", "");
        Wire.Socket socket = screen.socket();
        hall.disable(agency.admin());
        await().until(() -> wire.get("/sesi").statusCode() == 401);
        int heard = socket.heard().length();
        String next = issue(first()).number().toString();
        forge(screen, shown);
        await().during(Duration.ofMillis(600))
                .until(() -> !socket.heard().substring(heard).contains(next));
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(alert.acknowledgement()).isEmpty());
    }

    @Test
    void nonsenseFromABrowserIsIgnored() {
        Wire.Screen screen = signedIn(agency.admin()).screen();
        String shown = go(screen, "antrean", "");
        for (String node : lists(shown)) {
            for (String row : List.of(
                    "null",
                    "\"\"",
                    "\"" + "a".repeat(100_000) + "\"",
                    "\"\\u0000\\u202e\"",
                    "7",
                    "\"" + UUID.randomUUID() + "\"")) {
                for (String act : List.of("null", "\"reassign\"", "\"<img src=x onerror=alert(1)>\"", "1")) {
                    assertThat(screen.say(asked(node, act, row)))
                            .as("%s at %.30s", act, row)
                            .doesNotContain("appError", "vaadin-dialog");
                }
            }
        }
        assertUntouched();
    }

    private void assertUntouched() {
        assertThat(openTickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.service()).isEqualTo(first().id());
            assertThat(ticket.version()).isEqualTo(waiting.version());
        });
        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.acknowledgement()).isEmpty());
        assertThat(hall.as(agency.officer(), counterDesk::current)
                        .orElseThrow()
                        .running()
                        .orElseThrow()
                        .askedBack())
                .isEmpty();
        assertThat(catalogue.service(first().id()).paused()).isFalse();
    }

    private List<Alert> alerts() {
        return hall.as(
                hall.staff(Role.MALL_HEAD, Optional.empty()),
                () -> alerts.raisedBetween(
                        agency.id(),
                        clock.instant().minus(Duration.ofHours(1)),
                        clock.instant().plusSeconds(1)));
    }

    /** Every act on everything of the agency, at every list of the page. */
    private String forge(Wire.Screen screen, String shown) {
        List<UUID> rows = Stream.of(
                        Stream.of(
                                waiting.id().value(),
                                first().id().value(),
                                agency.counters().getFirst().value()),
                        alerts().stream().map(alert -> alert.id().value()))
                .flatMap(ids -> ids)
                .toList();
        return lists(shown).stream()
                .flatMap(node -> Stream.of("counter", "ask-back", "reassign", "abandon", "acknowledge")
                        .flatMap(act -> rows.stream().map(row -> asked(node, "\"" + act + "\"", "\"" + row + "\""))))
                .map(screen::say)
                .collect(Collectors.joining("\n"));
    }

    private static String asked(String node, String act, String row) {
        return "[{\"type\":\"event\",\"node\":" + node + ",\"event\":\"bl-asked\",\"data\":{\"event.detail.act\":" + act
                + ",\"event.detail.row\":" + row + "}}]";
    }

    private static List<String> lists(String answer) {
        Matcher list = LIST.matcher(answer);
        return list.results().map(found -> found.group(1)).toList();
    }

    private String board(StaffPrincipal reader, String route, String code) {
        return go(signedIn(reader).screen(), route, code);
    }

    private static String go(Wire.Screen screen, String route, String code) {
        return screen.say("[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                + "\",\"query\":\"" + (code.isEmpty() ? "" : "instansi=" + code)
                + "\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]");
    }

    private Wire signedIn(StaffPrincipal staff) {
        Wire wire = new Wire(port);
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        wires.add(wire);
        return wire;
    }

    /** A screen that stays open keeps its board alive under the tests that come after. */
    @AfterEach
    void endTheSessions() {
        wires.stream()
                .filter(wire -> wire.get("/sesi").statusCode() == 204)
                .forEach(wire -> sessions.end(wire.session()));
    }

    private String code() {
        return "UJI" + first().prefix().substring(0, 2);
    }
}
