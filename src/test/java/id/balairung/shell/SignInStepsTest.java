package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.security.StaffPrincipal;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.OwnAccount;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Phone;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes between the right password and being signed in. */
@BalairungTest
class SignInStepsTest {

    private static final String GIVEN = "kxtm-7hqp-4wad-9bcd";
    private static final String CHOSEN = "mangga terbang di atas payung 47";

    @Autowired
    Hall hall;

    @Autowired
    OwnAccount ownAccount;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Wire wire;

    @BeforeEach
    void aBrowser() {
        wire = new Wire(port);
    }

    @Test
    void aPasswordThatSomebodyElseGaveIsChangedBeforeAnybodyIsSignedIn() {
        StaffPrincipal newcomer = hall.newcomer(InitialPassword.toBeChanged(GIVEN), false);
        assertThat(location(wire.signIn(newcomer.getUsername(), GIVEN))).isEqualTo("/masuk/langkah");
        assertThat(isSignedIn(wire)).isFalse();
        assertThat(location(wire.get("/antrean"))).isEqualTo("/masuk");
        assertThat(wire.screen().go("masuk/langkah")).contains("Ganti kata sandi");

        assertThat(choose("Kendari12345!")).isEqualTo("/masuk/langkah");
        assertThat(wire.screen().go("masuk/langkah")).contains("paling dulu ditebak");
        assertThat(location(wire.step("NEW_PASSWORD", "password", CHOSEN, "repeated", CHOSEN + "8")))
                .isEqualTo("/masuk/langkah");
        assertThat(wire.screen().go("masuk/langkah")).contains("tidak sama").doesNotContain(CHOSEN);
        assertThat(choose(GIVEN)).isEqualTo("/masuk/langkah");
        assertThat(isSignedIn(wire)).isFalse();

        assertThat(choose(CHOSEN)).startsWith("/antrean");
        assertThat(isSignedIn(wire)).isTrue();
        assertThat(location(new Wire(port).signIn(newcomer.getUsername(), GIVEN)))
                .isEqualTo("/masuk?error");
        assertThat(location(new Wire(port).signIn(newcomer.getUsername(), CHOSEN)))
                .isEqualTo("/");
        assertThat(recorded(newcomer)).containsExactly("PASSWORD_CHANGED");
    }

    @Test
    void aDeepLinkSurvivesTheSteps() {
        StaffPrincipal newcomer = hall.newcomer(InitialPassword.toBeChanged(GIVEN), false);
        assertThat(location(wire.get("/antrean"))).isEqualTo("/masuk");
        wire.signIn(newcomer.getUsername(), GIVEN);
        assertThat(choose(CHOSEN)).startsWith("/antrean");
    }

    @Test
    void aRequiredSecondFactorIsSetUpAtTheFirstSignInAndAskedForAtTheNext() {
        StaffPrincipal newcomer = hall.newcomer(InitialPassword.toBeChanged(GIVEN), true);
        wire.signIn(newcomer.getUsername(), GIVEN);
        assertThat(choose(CHOSEN)).isEqualTo("/masuk/langkah");
        assertThat(isSignedIn(wire)).isFalse();
        Phone phone = shownTo(wire);

        assertThat(location(wire.step("ENROLMENT", "code", "000000"))).isEqualTo("/masuk/langkah");
        assertThat(wire.screen().go("masuk/langkah")).contains("Kode tidak cocok");
        String shown = now(phone);
        assertThat(location(wire.step("ENROLMENT", "code", shown))).isEqualTo("/masuk/langkah");
        assertThat(recoveryCodes(wire)).hasSize(10).doesNotHaveDuplicates();
        assertThat(isSignedIn(wire)).isFalse();
        assertThat(location(wire.step("RECOVERY_CODES"))).isEqualTo("/");
        assertThat(isSignedIn(wire)).isTrue();

        Wire next = new Wire(port);
        assertThat(location(next.signIn(newcomer.getUsername(), CHOSEN))).isEqualTo("/masuk/langkah");
        assertThat(isSignedIn(next)).isFalse();
        assertThat(location(next.step("CODE", "code", shown))).isEqualTo("/masuk/langkah");
        assertThat(next.screen().go("masuk/langkah")).contains("sudah dipakai");
        clock.advance(Duration.ofSeconds(30));
        assertThat(location(next.step("CODE", "code", now(phone)))).isEqualTo("/");
        assertThat(isSignedIn(next)).isTrue();
        assertThat(recorded(newcomer)).containsExactly("PASSWORD_CHANGED", "SECOND_FACTOR_ADDED");
    }

    @Test
    void aCodeOfTheStepBeforeOrAfterIsTakenAndOneOfTwoStepsAgoIsNot() {
        Enrolled enrolled = enrolled();
        clock.advance(Duration.ofMinutes(5));
        Wire late = passworded(enrolled);
        assertThat(location(late.step(
                        "CODE", "code", enrolled.phone().codeAt(clock.instant().minusSeconds(60)))))
                .isEqualTo("/masuk/langkah");
        assertThat(location(late.step(
                        "CODE", "code", enrolled.phone().codeAt(clock.instant().minusSeconds(30)))))
                .isEqualTo("/");
        Wire early = passworded(enrolled);
        assertThat(location(early.step(
                        "CODE", "code", enrolled.phone().codeAt(clock.instant().plusSeconds(30)))))
                .isEqualTo("/");
        // Those from before the last one taken are worth nothing any more.
        Wire again = passworded(enrolled);
        assertThat(location(again.step("CODE", "code", now(enrolled.phone())))).isEqualTo("/masuk/langkah");
    }

    @Test
    void aCodeSentTwiceAtOnceOpensOnce() throws Exception {
        Enrolled enrolled = enrolled();
        for (int round = 0; round < 5; round++) {
            clock.advance(Duration.ofMinutes(2));
            String code = now(enrolled.phone());
            Wire first = passworded(enrolled);
            Wire second = passworded(enrolled);
            assertThat(atOnce(
                            () -> location(first.step("CODE", "code", code)),
                            () -> location(second.step("CODE", "code", code))))
                    .containsExactlyInAnyOrder("/", "/masuk/langkah");
        }
    }

    @Test
    void aRecoveryCodeStandsInForThePhoneOnce() {
        Enrolled enrolled = enrolled();
        String code = enrolled.codes().getFirst();
        Wire lost = passworded(enrolled);
        assertThat(location(lost.step("CODE", "recovery", "ABCD-ABCD-ABCD"))).isEqualTo("/masuk/langkah");
        assertThat(lost.screen().go("masuk/langkah")).contains("Kode pemulihan tidak cocok");
        assertThat(location(lost.step("CODE", "recovery", code.toLowerCase().replace("-", " "))))
                .isEqualTo("/");
        assertThat(location(passworded(enrolled).step("CODE", "recovery", code)))
                .isEqualTo("/masuk/langkah");
        assertThat(recorded(enrolled.staff())).endsWith("RECOVERY_CODE_USED");
    }

    @Test
    void aRecoveryCodeSentTwiceAtOnceOpensOnce() throws Exception {
        Enrolled enrolled = enrolled();
        String code = enrolled.codes().getLast();
        Wire first = passworded(enrolled);
        Wire second = passworded(enrolled);
        assertThat(atOnce(
                        () -> location(first.step("CODE", "recovery", code)),
                        () -> location(second.step("CODE", "recovery", code))))
                .containsExactlyInAnyOrder("/", "/masuk/langkah");
    }

    @Test
    void whoPlantedTheSessionCannotGoOnInIt() {
        StaffPrincipal newcomer = hall.newcomer(InitialPassword.toBeChanged(GIVEN), false);
        wire.get("/masuk");
        Wire attacker = wire.withSameCookie();
        assertThat(location(wire.signIn(newcomer.getUsername(), GIVEN))).isEqualTo("/masuk/langkah");

        assertThat(location(attacker.step("NEW_PASSWORD", "password", CHOSEN, "repeated", CHOSEN)))
                .isEqualTo("/masuk?ulang");
        assertThat(isSignedIn(attacker)).isFalse();
        assertThat(choose(CHOSEN)).isEqualTo("/");
    }

    @Test
    void theStepsHaveTenMinutes() {
        Enrolled enrolled = enrolled();
        Wire slow = passworded(enrolled);
        clock.advance(Duration.ofMinutes(10));
        assertThat(location(slow.step("CODE", "code", now(enrolled.phone())))).isEqualTo("/masuk?ulang");
        assertThat(isSignedIn(slow)).isFalse();
    }

    @Test
    void aPasswordThatWasChangedMeanwhileEndsTheSteps() {
        Enrolled enrolled = enrolled();
        Wire begun = passworded(enrolled);
        clock.advance(Duration.ofSeconds(30));
        hall.as(enrolled.staff(), () -> {
            ownAccount.changePassword(CHOSEN, "kereta ungu menyanyi 93", "kereta ungu menyanyi 93");
            return enrolled;
        });
        assertThat(location(begun.step("CODE", "code", now(enrolled.phone())))).isEqualTo("/masuk?ulang");
    }

    @Test
    void aStepIsNotDoneInThePlaceOfAnother() {
        Enrolled enrolled = enrolled();
        Wire begun = passworded(enrolled);
        assertThat(location(begun.step("RECOVERY_CODES"))).isEqualTo("/masuk/langkah");
        assertThat(location(begun.step("NEW_PASSWORD", "password", CHOSEN, "repeated", CHOSEN)))
                .isEqualTo("/masuk/langkah");
        assertThat(isSignedIn(begun)).isFalse();
        assertThat(location(new Wire(port).step("RECOVERY_CODES"))).isEqualTo("/masuk?ulang");
    }

    @Test
    void theDatabaseAloneTellsNoSecond() {
        Enrolled enrolled = enrolled();
        byte[] kept = jdbc.sql("select second_factor from staff_account where username = ?")
                .param(enrolled.staff().getUsername())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(enrolled.secret());
        // 12 bytes of nonce, 20 of secret, 16 of tag.
        assertThat(kept).hasSize(48);
    }

    private record Enrolled(StaffPrincipal staff, Phone phone, String secret, List<String> codes) {}

    private Enrolled enrolled() {
        StaffPrincipal newcomer = hall.newcomer(InitialPassword.lasting(CHOSEN), true);
        Wire first = new Wire(port);
        first.signIn(newcomer.getUsername(), CHOSEN);
        String secret = secretShownTo(first);
        Phone phone = new Phone(secret);
        first.step("ENROLMENT", "code", now(phone));
        List<String> codes = recoveryCodes(first);
        assertThat(location(first.step("RECOVERY_CODES"))).isEqualTo("/");
        return new Enrolled(newcomer, phone, secret, codes);
    }

    private Wire passworded(Enrolled enrolled) {
        Wire browser = new Wire(port);
        assertThat(location(browser.signIn(enrolled.staff().getUsername(), CHOSEN)))
                .isEqualTo("/masuk/langkah");
        return browser;
    }

    private String choose(String password) {
        return location(wire.step("NEW_PASSWORD", "password", password, "repeated", password));
    }

    private String now(Phone phone) {
        return phone.codeAt(clock.instant());
    }

    private static Phone shownTo(Wire browser) {
        return new Phone(secretShownTo(browser));
    }

    private static String secretShownTo(Wire browser) {
        return Pattern.compile("(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}")
                .matcher(browser.screen().go("masuk/langkah"))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static List<String> recoveryCodes(Wire browser) {
        return Pattern.compile("\"([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})\"")
                .matcher(browser.screen().go("masuk/langkah"))
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }

    private List<String> recorded(StaffPrincipal staff) {
        return jdbc.sql("""
                        select kind from audit_event
                        where actor_id = ? and address = '127.0.0.1'
                          and kind in ('PASSWORD_CHANGED', 'SECOND_FACTOR_ADDED', 'RECOVERY_CODE_USED')
                        order by id""")
                .param(staff.id().value().toString())
                .query(String.class)
                .list();
    }

    private static boolean isSignedIn(Wire browser) {
        return browser.get("/sesi").statusCode() == 204;
    }

    private static String location(HttpResponse<?> answer) {
        URI target = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return target.getQuery() == null ? target.getPath() : target.getPath() + "?" + target.getQuery();
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> {
                together.await();
                return one.call();
            });
            Future<String> second = threads.submit(() -> {
                together.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
