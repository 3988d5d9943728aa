package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody learns which addresses there are, or leaves words of their own in the log. */
@BalairungTest
@ExtendWith(OutputCaptureExtension.class)
class AddressesAndLogTest {

    private static final List<String> NOWHERE =
            List.of("tidak-ada", "loketx", "loket/x", "antrean/penyelesaiax", "a/b/c");

    @Autowired
    Hall hall;

    @LocalServerPort
    int port;

    @BeforeEach
    void aMall() {
        hall.establish();
    }

    @Test
    void beforeSigningInEveryAddressIsAnsweredAlikeAndSilently(CapturedOutput log) {
        List<String> real = answerToNobody("loket");
        assertThat(real.toString()).doesNotContain("Exception");
        assertThat(NOWHERE)
                .allSatisfy(address -> assertThat(answerToNobody(address)).isEqualTo(real));
        assertThat(answerToNobody("zz\n2026-11-24 INFO FORGED")).isEqualTo(real);
        assertThat(answerToNobody("q".repeat(100_000))).isEqualTo(real);
        assertThat(log.getAll()).doesNotContain("FORGED").hasSizeLessThan(10_000);
    }

    @Test
    void whoIsSignedInCannotTellAnAddressOfAnotherRoleFromNone() {
        StaffPrincipal officer = hall.agency(1, 1).officer();
        List<String> forbidden = answerTo(officer, "penerimaan");
        assertThat(forbidden.toString()).contains("Tidak ditemukan");
        assertThat(NOWHERE)
                .allSatisfy(address -> assertThat(answerTo(officer, address)).isEqualTo(forbidden));
    }

    @Test
    void aLineInTheLogIsOurs(CapturedOutput log) {
        LoggerFactory.getLogger(getClass())
                .error(
                        "one\r\nFORGED\u2028FORGED",
                        new IllegalStateException(
                                "two\nFORGED\u0000\u001b[2J\n\nFORGED", new IllegalStateException("x\r\nFORGED")));
        assertThat(log.getAll()).contains("FORGED").doesNotContain("\nFORGED", "\u2028", "\u0000", "\u001b");
        assertThat(log.getAll().lines().filter(line -> line.contains("two"))).hasSize(1);
    }

    @Test
    void whoProvokesFaultsFillsNoLog(CapturedOutput log) {
        Wire nobody = new Wire(port);
        nobody.get("/masuk");
        Wire.Screen screen = nobody.screen();
        String call = "{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\""
                + "x".repeat(5_000) + "\",\"templateEventMethodArgs\":[],\"promise\":0}";
        screen.say("[" + String.join(",", Collections.nCopies(200, call)) + "]");
        assertThat(log.getAll())
                .contains("Fault ")
                .contains("no more of them are written")
                .hasSizeLessThan(250_000);
    }

    private List<String> answerToNobody(String address) {
        Wire nobody = new Wire(port);
        nobody.get("/masuk");
        return answer(nobody, address);
    }

    private List<String> answerTo(StaffPrincipal staff, String address) {
        Wire wire = new Wire(port);
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        return answer(wire, address);
    }

    /** The answer's parts without the time on the clock; the server doesn't keep their order. */
    private static List<String> answer(Wire wire, String address) {
        String answer = wire.screen().go(address).replace(address, "(address)").replaceAll("\\d\\.\\d+E12", "(time)");
        return Stream.of(answer.split("[,{}\\[\\]]")).sorted().toList();
    }
}
