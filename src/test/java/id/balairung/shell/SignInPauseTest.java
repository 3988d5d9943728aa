package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who tries too many passwords waits, for a while that the page tells; nobody else does. */
@BalairungTest
class SignInPauseTest {

    private static final String WRONG = "/masuk?error";
    private static final String PAUSED = "/masuk?tunggu";
    private static final int FREE = 5;
    private static final int FREE_FOR_AN_ADDRESS = 150;
    private static final Pattern MINUTES = Pattern.compile("Tunggu paling lama (\\d+) menit, lalu coba lagi");

    /** Each test comes from networks of its own: an address is remembered. */
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Autowired
    Hall hall;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    StaffPrincipal officer;
    String network;

    @BeforeEach
    void anOfficer() {
        officer = hall.agency(1, 1).officer();
        network = "198.18." + NETWORKS.incrementAndGet() + ".";
    }

    @Test
    void afterFiveWrongTriesEvenTheRightPasswordWaitsAndThePageSaysHowLong() {
        Wire browser = from(1);
        for (int tries = 0; tries < FREE; tries++) {
            assertThat(wrong(browser, officer.getUsername())).isEqualTo(WRONG);
        }
        assertThat(right(browser)).isEqualTo(PAUSED);
        assertThat(browser.screen().go("masuk", "tunggu"))
                .contains("Terlalu banyak percobaan yang salah", "Tunggu paling lama 1 menit, lalu coba lagi");

        assertThat(wrong(browser, officer.getUsername())).isEqualTo(PAUSED);
        Wire.Screen english = browser.screen();
        assertThat(english.go("masuk", "bahasa=en&tunggu"))
                .contains("Too many wrong attempts", "Wait 1 minute at most, then try again");
    }

    @Test
    void thePauseEnds() {
        pause(officer.getUsername());
        clock.advance(Duration.ofSeconds(13));
        assertThat(right(from(1))).isEqualTo(PAUSED);
        clock.advance(Duration.ofSeconds(2));
        assertThat(right(from(1))).isEqualTo("/");
    }

    /** From wherever they come, and however long somebody goes on. */
    @Test
    void thePauseGrowsAndTheOwnerNeverWaitsLongerThanFifteenMinutes() {
        int looked = 0;
        long longest = 0;
        for (int tries = 0; looked < 60; tries++) {
            Wire attacker = from(tries % 200);
            if (wrong(attacker, officer.getUsername()).equals(WRONG)) {
                looked++;
            } else {
                long minutes = minutes(attacker);
                assertThat(minutes).isBetween(1L, 15L).isGreaterThanOrEqualTo(longest);
                longest = minutes;
                clock.advance(Duration.ofMinutes(minutes));
            }
        }
        assertThat(longest).isEqualTo(15);

        Instant attacked = clock.instant();
        assertThat(right(from(1))).isEqualTo(PAUSED);
        clock.advance(Duration.ofMinutes(15));
        assertThat(right(from(1))).isEqualTo("/");
        assertThat(Duration.between(attacked, clock.instant())).isLessThan(Duration.ofMinutes(16));
    }

    @Test
    void aBrowserInWhichTheOwnerSignedInBeforeIsNotHinderedByAnAttack() {
        Wire counter = from(1);
        assertThat(right(counter)).isEqualTo("/");
        counter.signOut();

        pause(officer.getUsername());

        assertThat(right(from(1))).isEqualTo(PAUSED);
        assertThat(right(counter)).isEqualTo("/");
        counter.signOut();
        for (int tries = 0; tries < FREE; tries++) {
            assertThat(wrong(counter, officer.getUsername())).isEqualTo(WRONG);
        }
        assertThat(right(counter)).as("there too one guesses five times").isEqualTo(PAUSED);
    }

    /** The cookie is for one account, and only this installation can make it. */
    @Test
    void aColleaguesBrowserIsNoOnesElse() {
        StaffPrincipal colleague = hall.staff(Role.MALL_HEAD, Optional.empty());
        Wire browser = from(1);
        assertThat(to(browser.signIn(colleague.getUsername(), Hall.PASSWORD))).isEqualTo("/");
        browser.signOut();
        pause(officer.getUsername());
        assertThat(right(browser)).isEqualTo(PAUSED);
        assertThat(to(browser.signIn(colleague.getUsername(), Hall.PASSWORD))).isEqualTo("/");
    }

    @Test
    void aPauseIsRecordedWhereTheAccountBelongsAndKeepsNoNameThatNobodyHas() {
        pause(officer.getUsername());
        String unknown = "tak.ada." + network + "uji";
        pause(unknown);
        UUID agency = officer.agency().orElseThrow().value();
        await().untilAsserted(() -> assertThat(paused("trail_id = '" + agency + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("subject", officer.getUsername())
                        .containsEntry("address", network + "99")
                        .containsEntry("actor_id", null)));
        await().untilAsserted(() -> assertThat(paused("address = '" + network + "99' and subject = ''"))
                .hasSize(1));
        assertThat(jdbc.sql("select count(*) from audit_event where subject like ? or became like ?")
                        .param("%" + unknown + "%")
                        .param("%" + unknown + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoTriesManyNamesFromOneAddressWaits() {
        assertThat(guessed(number -> from(7))).isBetween(FREE_FOR_AN_ADDRESS, FREE_FOR_AN_ADDRESS + 20);
        assertThat(right(from(7))).isEqualTo(PAUSED);
        assertThat(right(from(8))).isEqualTo("/");
    }

    /** Whoever asks the server past its proxy comes from one address, whatever the request says. */
    @Test
    void nobodyButTheProxySaysFromWhereARequestComes() throws SocketException {
        Optional<String> outside = outside();
        assumeThat(outside)
                .as("an address of this machine that isn't the loopback's")
                .isPresent();
        assertThat(guessed(number -> new Wire(port).by(outside.get()).from(network + number % 250)))
                .isBetween(FREE_FOR_AN_ADDRESS, FREE_FOR_AN_ADDRESS + 20);
        assertThat(right(from(1))).isEqualTo("/");
    }

    private interface Guesser {
        Wire of(int number);
    }

    /** How many names, each another, can be tried before one has to wait. */
    private int guessed(Guesser guesser) {
        return (int) IntStream.range(0, 2 * FREE_FOR_AN_ADDRESS)
                .takeWhile(number ->
                        wrong(guesser.of(number), "tak.ada." + network + number).equals(WRONG))
                .count();
    }

    /** Somebody elsewhere guesses until they have to wait. */
    private void pause(String username) {
        Wire attacker = from(99);
        for (int tries = 0; tries < FREE; tries++) {
            assertThat(wrong(attacker, username)).isEqualTo(WRONG);
        }
        assertThat(wrong(attacker, username)).isEqualTo(PAUSED);
    }

    private Wire from(int host) {
        return new Wire(port).from(network + host);
    }

    private static String wrong(Wire browser, String username) {
        return to(browser.signIn(username, "kata-sandi-yang-salah"));
    }

    private String right(Wire browser) {
        return to(browser.signIn(officer.getUsername(), Hall.PASSWORD));
    }

    private static String to(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private static long minutes(Wire browser) {
        Matcher told = MINUTES.matcher(browser.screen().go("masuk", "tunggu"));
        assertThat(told.find()).isTrue();
        return Long.parseLong(told.group(1));
    }

    private List<Map<String, Object>> paused(String where) {
        return jdbc.sql("select * from audit_event where kind = 'SIGN_IN_PAUSED' and " + where)
                .query()
                .listOfRows();
    }

    private static Optional<String> outside() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
