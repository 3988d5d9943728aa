package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.vaadin.flow.component.Component;
import id.balairung.queue.QueueSubscription;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every way in has a row in {@link IsolationMatrix}, and every cell of it is so on the real application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationMatrixTest extends OnTheWire {

    private static final Path WRITTEN = Path.of("docs/isolation-matrix.md");
    private static final String BEGINNING = "## Every way in";
    private static final Set<String> NOT_FOUND_PAGES = Set.of("ClosedPage", "NoSuchPage", "RefusedPage");

    @Autowired
    ApplicationContext context;

    @Autowired
    ServletContext servlets;

    private EntryPoints entryPoints;
    private World world;

    @BeforeAll
    void lookAtTheApplication() {
        entryPoints = new EntryPoints(context, servlets);
        world = new World(context, staff -> signedIn(staff).screen());
    }

    @AfterAll
    void tidy() {
        world.tidy();
    }

    @Test
    void everyWayInHasARowAndEveryRowAWayIn() {
        Set<EntryPoint> found = entryPoints.all();
        Set<EntryPoint> declared =
                IsolationMatrix.rows().stream().map(Row::entry).collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).as("rows that are there twice").hasSameSizeAs(IsolationMatrix.rows());
        assertThat(found.stream()
                        .filter(entry -> !declared.contains(entry))
                        .map(entry -> "\n  " + entry + "\n    in IsolationMatrix: " + entry.missingRow()))
                .as("ways in that have no row")
                .isEmpty();
        assertThat(declared.stream()
                        .filter(entry -> !found.contains(entry))
                        .map(entry -> "\n  " + entry + "\n    take its row out of IsolationMatrix, or rename it"))
                .as("rows of ways in that are gone")
                .isEmpty();
    }

    @Test
    void thereIsNoActuator() {
        assertThat(entryPoints.all().stream().map(EntryPoint::name).filter(name -> name.startsWith("actuator ")))
                .isEmpty();
        assertThat(new Wire(port).get("/actuator/health").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/masuk"));
    }

    /** A rule of its own, for such a method asks nobody for a role. */
    @Test
    void noScreenCallsWhatIsForTheBackground() {
        Set<String> background = IsolationMatrix.rows().stream()
                .filter(Row::inBackground)
                .map(Row::toString)
                .map(name -> name.substring(0, name.indexOf('(')))
                .collect(Collectors.toSet());
        assertThat(entryPoints.house().stream()
                        .filter(IsolationMatrixTest::isScreen)
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call ->
                                background.contains(call.getTargetOwner().getSimpleName() + "." + call.getName()))
                        .map(JavaMethodCall::getDescription))
                .isEmpty();
    }

    private static boolean isScreen(JavaClass type) {
        return type.getPackageName().endsWith(".ui")
                || type.getPackageName().endsWith(".shell")
                || type.isAssignableTo(Component.class);
    }

    @TestFactory
    Stream<DynamicTest> byAServicesMethod() {
        return IsolationMatrix.rows().stream()
                .filter(row -> row.call().isPresent())
                .map(row -> dynamicTest(row.toString(), () -> tryCall(row)));
    }

    private void tryCall(Row row) {
        for (Column column : Column.values()) {
            if (row.outcome(column).isEmpty()) {
                continue;
            }
            World.Place place = column.foreign() ? world.other() : world.own();
            if (column.foreign()) {
                // So that nothing but the other agency stands in the way.
                world.own().bring(row.state() == State.CLOSED ? State.CLOSED : State.FREE);
            }
            place.bring(row.state());
            Cell cell = new Cell(world, place);
            Map<String, Long> before = tables.sums();
            Outcome outcome = as(column, () -> told(column, row, cell));
            assertThat(outcome)
                    .as("%s by %s", row, column.heading())
                    .isEqualTo(row.outcome(column).orElseThrow());
            assertThat(cell.named() && !column.foreign() && isMissingOther(row, column))
                    .as("%s names something of an agency: say what comes of another's", row)
                    .isFalse();
            if (outcome.gives()) {
                world.own().disturb();
                world.other().disturb();
            } else {
                assertThat(tables.sums())
                        .as("%s was refused to %s and yet changed", row, column.heading())
                        .isEqualTo(before);
            }
        }
    }

    private static boolean isMissingOther(Row row, Column column) {
        return Arrays.stream(Column.values())
                .anyMatch(other -> other.foreign()
                        && other.role().equals(column.role())
                        && row.outcome(other).isEmpty());
    }

    private Outcome told(Column column, Row row, Cell cell) {
        Object answer;
        try {
            answer = row.call().orElseThrow().by(cell);
        } catch (RuntimeException refused) {
            return Outcome.of(refused);
        }
        if (column.role().filter(Role::belongsToAgency).isPresent()) {
            assertThat(text(answer))
                    .as("%s tells %s", row, column.heading())
                    .doesNotContain(world.other().secrets());
        }
        Outcome outcome = Outcome.of(answer);
        if (answer instanceof QueueSubscription<?> subscription) {
            subscription.close();
        }
        return outcome;
    }

    private static String text(@Nullable Object answer) {
        if (answer instanceof QueueSubscription<?> subscription) {
            return String.valueOf(subscription.current());
        }
        return String.valueOf(answer);
    }

    private Outcome as(Column column, java.util.function.Supplier<Outcome> act) {
        if (column.role().isPresent()) {
            return world.as(world.person(column.role().get()), act::get);
        }
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "test", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }

    /** As a browser does: the page by its address, then the view by a message; with the other agency's code in the query. */
    @TestFactory
    Stream<DynamicTest> byAScreensAddress() {
        world.other().bring(State.WAITING);
        world.own().bring(State.FREE);
        return Arrays.stream(Column.values())
                .filter(column -> !column.foreign())
                .map(column -> {
                    Wire wire = column.role()
                            .map(role -> signedIn(world.person(role)))
                            .orElseGet(this::anonymous);
                    return dynamicTest(
                            column.heading(),
                            () -> IsolationMatrix.rows().stream()
                                    .filter(row -> row.entry().kind() == EntryPoint.Kind.SCREEN)
                                    .forEach(row -> tryScreen(column, row, wire)));
                });
    }

    private void tryScreen(Column column, Row row, Wire wire) {
        HttpResponse<String> page = wire.get("/" + row.address());
        Wire.Screen screen = wire.screen();
        String answer = page.body() + screen.go(row.address(), "instansi=" + world.codeOf(world.other()));
        String view = sessions.view(wire.session(), screen.id());
        assertThat(view)
                .as("%s lets %s in, and only what it reads doesn't", row, column.heading())
                .isNotEqualTo("RefusedPage");
        assertThat(outcome(row, view))
                .as("%s for %s: %s", row, column.heading(), view)
                .isEqualTo(row.outcome(column).orElseThrow());
        if (row.outcome(column).filter(Outcome.SIGN_IN::equals).isPresent()
                && !row.address().startsWith("masuk")) {
            assertThat(page.headers().firstValue("Location"))
                    .as(row.toString())
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/masuk"));
        }
        if (column != Column.HEAD) {
            assertThat(answer)
                    .as("%s for %s", row, column.heading())
                    .doesNotContain(
                            column == Column.MALL_ADMIN
                                    ? world.other().visitors()
                                    : world.other().secrets());
        }
        screen.leave();
    }

    private static Outcome outcome(Row row, String view) {
        if (NOT_FOUND_PAGES.contains(view)) {
            return Outcome.NO_SUCH_PAGE;
        }
        if (row.toString().endsWith(" " + view)) {
            return Outcome.SHOWN;
        }
        return view.isEmpty() || view.equals("SignInView") ? Outcome.SIGN_IN : Outcome.SENT_ON;
    }

    @TestFactory
    Stream<DynamicTest> byAnotherAddress() {
        Wire somebody = signedIn(world.person(Role.MALL_HEAD));
        return IsolationMatrix.rows().stream()
                .filter(row -> row.entry().kind() == EntryPoint.Kind.ADDRESS
                        && !row.address().isEmpty())
                .map(row -> dynamicTest(row.toString(), () -> {
                    assertThat(new Wire(port).get(row.address()).statusCode())
                            .as("anonymous")
                            .isEqualTo(row.anonymousStatus());
                    assertThat(somebody.get(row.address()).statusCode())
                            .as("signed in")
                            .isEqualTo(row.signedInStatus());
                }));
    }

    /** The account changes while its screens are open, on every screen that the role may open. */
    @TestFactory
    Stream<DynamicTest> onceTheAccountChanged() {
        return Arrays.stream(AccountChange.values())
                .flatMap(change -> Arrays.stream(Role.values())
                        .map(role -> dynamicTest(role + ", " + change.heading(), () -> tryAfter(change, role))));
    }

    private void tryAfter(AccountChange change, Role role) {
        StaffPrincipal staff = world.another(role);
        Wire wire = signedIn(staff);
        List<Row> rows = IsolationMatrix.screensOf(role);
        List<Wire.Screen> screens = rows.stream().map(row -> wire.screen()).toList();
        for (int at = 0; at < rows.size(); at++) {
            assertThat(screens.get(at).go(rows.get(at).address())).contains(staff.displayName());
        }
        List<Wire.Socket> sockets = screens.stream().map(Wire.Screen::socket).toList();
        change.happensTo(staff, world);
        await().until(() -> !isSignedIn(wire));
        List<Integer> heard =
                sockets.stream().map(socket -> socket.heard().length()).toList();
        String number = hall.issue(world.own().agency()).ticket().number().toString();
        Map<String, Long> before = tables.sums();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            Wire.Screen screen = screens.get(at);
            for (String answer : List.of(screen.resynchronize(), screen.go(row.address()), screen.go("antrean"))) {
                assertThat(answer)
                        .as("%s after %s", row, change)
                        .doesNotContain(staff.displayName(), number, "\"changes\":[{");
            }
            assertThat(wire.get("/" + row.address()).headers().firstValue("Location"))
                    .as(row.toString())
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/masuk"));
            assertThat(sockets.get(at).heard().substring(heard.get(at)))
                    .as("%s by push after %s", row, change)
                    .doesNotContain(number);
        }
        assertThat(tables.sums()).isEqualTo(before);
        Wire again = anonymous();
        String to = again.signIn(staff.getUsername(), Hall.PASSWORD)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        if (change.signsInAgain()) {
            assertThat(to).doesNotContain("/masuk");
            rows.stream().filter(row -> !world.opens(row, staff)).forEach(row -> assertClosed(row, again));
        } else {
            assertThat(to).contains("/masuk");
        }
    }

    private void assertClosed(Row row, Wire wire) {
        Wire.Screen screen = wire.screen();
        screen.go(row.address());
        assertThat(sessions.view(wire.session(), screen.id()))
                .as("%s with the new role", row)
                .matches(view -> !row.toString().endsWith(" " + view));
        screen.leave();
    }

    /** Rewrites the table below what is written by hand, and fails where that changed anything. */
    @Test
    void isWrittenDown() throws IOException {
        String before = Files.readString(WRITTEN);
        int at = before.indexOf(BEGINNING);
        String now = (at < 0 ? before.stripTrailing() + "\n\n" : before.substring(0, at))
                + WrittenMatrix.of(BEGINNING, IsolationMatrix.rows(), entryPoints.jobs());
        Files.writeString(WRITTEN, now);
        assertThat(now).contains("| native reader |", "QueueDesk.callNext");
        assertThat(now.equals(before))
                .as("%s was stale; it is written anew: commit it", WRITTEN)
                .isTrue();
    }
}
