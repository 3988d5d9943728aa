package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.balairung.security.Role;
import id.balairung.testing.Hall;
import id.balairung.testing.Told;
import id.balairung.testing.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every event that the server listens to, on every screen of every role, told with what belongs to another agency: that one
 * stays as it is, and nothing of it is told.
 */
class ForgedMessagesTest extends OnTheWire {

    private static final List<String> ACTS =
            List.of("counter", "ask-back", "reassign", "abandon", "acknowledge", "agency", "service", "");

    @Autowired
    ApplicationContext context;

    private final Set<String> tried = new TreeSet<>();

    @TestFactory
    Stream<DynamicTest> nobodyReachesAnotherAgencyByAnyEvent() {
        World world = new World(context);
        world.other().bring(State.ALERT);
        world.other().bring(State.WAITING);
        return Stream.concat(
                Arrays.stream(Role.values()).map(role -> dynamicTest(role.name(), () -> forge(world, role))),
                Stream.of(dynamicTest(
                        "all the house's own events were tried",
                        () -> assertThat(tried).contains("bl-asked", "bl-reconnected", "keydown", "click"))));
    }

    private void forge(World world, Role role) {
        world.own().bring(State.SERVING);
        List<Row> rows = IsolationMatrix.screensOf(role);
        assertThat(rows).isNotEmpty();
        for (Row row : rows) {
            Map<String, String> before = others(world);
            Wire wire = signedIn(world, role);
            Wire.Screen screen = wire.screen();
            Told told = Told.by(screen.go(row.address()));
            assertThat(told.listened()).as(row.toString()).isNotEmpty();
            StringBuilder answers = new StringBuilder();
            for (Told.Listened listened : told.listened()) {
                tried.add(listened.event());
                ids(world).stream()
                        .map(id -> listened.saying(expression -> said(expression, id)))
                        .distinct()
                        .forEach(call -> answers.append(screen.say(call)));
            }
            assertThat(others(world)).as("%s at %s", role, row).isEqualTo(before);
            if (role != Role.MALL_HEAD) {
                assertThat(answers.toString())
                        .as("%s at %s", role, row)
                        .doesNotContain(
                                role == Role.MALL_ADMIN
                                        ? world.other().visitors()
                                        : world.other().secrets());
            }
        }
    }

    /** What is the other agency's, by id, with each act. */
    private static List<String> ids(World world) {
        Hall.TestAgency other = world.other().agency();
        return Stream.of(
                        world.other().ticket().id().value(),
                        other.service().id().value(),
                        other.counters().getFirst().value(),
                        other.id().value(),
                        world.other().alert().value())
                .flatMap(id -> ACTS.stream().map(act -> act + " " + id))
                .toList();
    }

    private static String said(String expression, String actAndId) {
        String act = actAndId.substring(0, actAndId.indexOf(' '));
        String id = actAndId.substring(actAndId.indexOf(' ') + 1);
        if (expression.endsWith(".act")) {
            return "\"" + act + "\"";
        }
        if (expression.endsWith("Key")) {
            return "false";
        }
        return Stream.of("detail", "button", "clientX", "clientY", "screenX", "screenY", "key")
                        .anyMatch(number -> expression.equals("event." + number))
                ? "1"
                : "\"" + id + "\"";
    }

    /** The head and the mall's admin change nothing, whatever an agency's admin could do with the same words. */
    @Test
    void theEventsOfAnAdminsScreenDoNothingOnTheHeads() {
        World world = new World(context);
        world.own().bring(State.WAITING);
        Wire admins = signedIn(world, Role.AGENCY_ADMIN);
        List<Told.Listened> listened = Told.by(admins.screen().go("antrean")).listened();
        Map<String, Long> before = tables.sums();
        for (Role role : List.of(Role.MALL_HEAD, Role.MALL_ADMIN, Role.FRONT_DESK)) {
            Wire wire = signedIn(world, role);
            Wire.Screen screen = wire.screen();
            screen.go("antrean");
            String id = "abandon " + world.own().ticket().id().value();
            listened.forEach(event -> screen.say(event.saying(expression -> said(expression, id))));
        }
        assertThat(tables.sums()).isEqualTo(before);
    }

    /** No method of a view or a component is a page's to call. */
    @Test
    void noMethodIsCalledByItsName() {
        World world = new World(context);
        world.own().bring(State.WAITING);
        Map<String, Long> before = tables.sums();
        Wire wire = signedIn(world, Role.AGENCY_ADMIN);
        Wire.Screen screen = wire.screen();
        Told told = Told.by(screen.go("antrean"));
        for (int node : told.nodes()) {
            for (String method :
                    List.of("removeAll", "acknowledge", "abandon", "whenAsked", "setVisible", "getClass")) {
                assertThat(screen.say("[{\"type\":\"publishedEventHandler\",\"node\":" + node
                                + ",\"templateEventMethodName\":\"" + method
                                + "\",\"templateEventMethodArgs\":[],\"promise\":-1}]"))
                        .doesNotContain("Exception", "\"type\":\"remove\"", "\"type\":\"splice\",\"remove\"");
            }
        }
        assertThat(sessions.view(wire.session(), screen.id())).isEqualTo("BoardView");
        assertThat(tables.sums()).isEqualTo(before);
    }

    private Map<String, String> others(World world) {
        return tables.rowsOf(world.other().agency().id().toString());
    }

    private Wire signedIn(World world, Role role) {
        return signedIn(world.person(role));
    }
}
