package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.zaxxer.hikari.HikariDataSource;
import id.balairung.common.ui.DateField;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A download that nobody waits for any more isn't read to its end, and holds nothing. */
@BalairungTest
class BrokenOffDownloadTest {

    private static final LocalDate FIRST = LocalDate.of(2015, 4, 1);
    private static final int TURNS = 9_900;
    private static final int LITTLE = 4_096;
    private static final String END_OF_AN_ANSWER = "\r\n0\r\n\r\n";

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Hall.TestAgency agency;
    private Wire wire;
    private Wire.Screen screen;
    private Span told;

    @BeforeEach
    void aScreenOfExports() {
        agency = hall.agency(1, 1);
        new PastTurns(batches, transaction, 5).add(agency, FIRST, 30, TURNS);
        wire = new Wire(port);
        wire.get("/masuk");
        wire.signIn(agency.admin().getUsername(), Hall.PASSWORD);
        screen = wire.screen();
        screen.go("riwayat/ekspor");
    }

    @AfterEach
    void endTheSession() {
        sessions.end(wire.session());
    }

    @Test
    void aBrowserThatGoesAwayEndsTheReading() throws Exception {
        try (Socket browser = asking(asked())) {
            assertThat(browser.getInputStream().readNBytes(LITTLE)).hasSize(LITTLE);
        }

        await().until(this::isOver);
        assertThat(rowsTold()).isLessThan(TURNS);
        await().until(() -> connectionsInUse() == 0);
    }

    @Test
    void cancelEndsTheReadingAndTheAnswerIsSeenToBeBroken() throws Exception {
        try (Socket browser = asking(asked())) {
            assertThat(browser.getInputStream().readNBytes(LITTLE)).hasSize(LITTLE);
            onScreen(ui -> {
                click(all(ui, Button.class)
                        .filter(button -> button.getText().equals("Batal"))
                        .findFirst()
                        .orElseThrow());
                return true;
            });

            String rest = rest(browser);

            assertThat(rest.lines().count()).isLessThan(TURNS - 1_000);
            assertThat(rest).doesNotEndWith(END_OF_AN_ANSWER);
        }
        assertThat(rowsTold()).isLessThan(TURNS);
        await().until(() -> connectionsInUse() == 0);
    }

    @Test
    void whoWaitsGetsAllOfItAndAWholeAnswer() throws Exception {
        try (Socket browser = asking(asked())) {
            String answer = rest(browser);

            assertThat(answer).startsWith("HTTP/1.1 200").endsWith(END_OF_AN_ANSWER);
            assertThat(answer.lines().filter(line -> line.startsWith("2015-04-")))
                    .hasSizeGreaterThan(TURNS - 100);
        }
        await().until(this::isOver);
    }

    /** Asks for the file as a click does, and tells its address. */
    private String asked() {
        return onScreen(ui -> {
            Stream.of("Dari", "Sampai")
                    .forEach(label -> all(ui, DateField.class)
                            .filter(field -> field.getLabel().equals(label))
                            .forEach(field -> field.setValue(label.equals("Dari") ? FIRST : FIRST.plusDays(29))));
            click(all(ui, MenuBar.class)
                    .flatMap(menu -> menu.getItems().stream())
                    .flatMap(item -> item.getSubMenu().getItems().stream())
                    .filter(item -> item.getText().equals("Teks (CSV)"))
                    .findFirst()
                    .orElseThrow());
            told = all(ui, Span.class)
                    .filter(span -> span.getText().equals("0 dari 9.900 giliran"))
                    .findFirst()
                    .orElseThrow();
            return "/"
                    + all(ui, Anchor.class)
                            .map(link -> link.getElement().getAttribute("href"))
                            .filter(address -> address != null && address.contains("/dynamic/"))
                            .findFirst()
                            .orElseThrow();
        });
    }

    /** A browser on a line so slow that the server can't send much ahead. */
    private Socket asking(String link) throws IOException {
        Socket browser = new Socket();
        browser.setReceiveBufferSize(LITTLE);
        browser.connect(new InetSocketAddress("localhost", port));
        browser.getOutputStream()
                .write(("GET " + link + " HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID=" + wire.session()
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return browser;
    }

    private static String rest(Socket browser) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            browser.getInputStream().transferTo(rest);
        } catch (SocketException broken) {
            rest.write(' ');
        }
        return rest.toString(StandardCharsets.UTF_8);
    }

    private boolean isOver() {
        return onScreen(ui -> told.getParent().flatMap(Component::getParent).isEmpty());
    }

    private int rowsTold() {
        return onScreen(ui -> Integer.parseInt(
                told.getText().substring(0, told.getText().indexOf(' ')).replace(".", "")));
    }

    private int connectionsInUse() throws SQLException {
        return dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    private <T> T onScreen(Function<UI, T> work) {
        return hall.as(
                agency.admin(),
                () -> sessions.with(wire.session(), screen.id(), ui -> {
                            AtomicReference<T> result = new AtomicReference<>();
                            ui.accessSynchronously(() -> result.set(work.apply(ui)));
                            return result.get();
                        })
                        .orElseThrow());
    }

    private static void click(Component component) {
        if (component instanceof MenuItem item) {
            ComponentUtil.fireEvent(item, new ClickEvent<>(item));
        } else {
            ComponentUtil.fireEvent((Button) component, new ClickEvent<>(component));
        }
    }

    private static <T extends Component> Stream<T> all(Component root, Class<T> type) {
        return all(root).filter(type::isInstance).map(type::cast);
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(BrokenOffDownloadTest::all));
    }
}
