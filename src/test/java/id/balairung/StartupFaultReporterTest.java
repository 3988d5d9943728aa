package id.balairung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

/** A start that fails tells a person in one line what to do. */
@ExtendWith(OutputCaptureExtension.class)
class StartupFaultReporterTest {

    @Test
    void aTakenPortNamesAnother(CapturedOutput console) {
        report(new PortInUseException(8080));

        assertThat(console.getErr())
                .isEqualToIgnoringNewLines(
                        "Port 8080 is in use: stop the program that uses it, or choose another: ./balairung run --port 8081.");
    }

    @Test
    void aDamagedTableSaysWhatToDo(CapturedOutput console) {
        report(new BeanCreationException(
                "seat", "broken", new SQLException("(conn=6) Got error 194 from storage engine", "HY000", 1030)));

        assertThat(console.getErr())
                .contains("files are broken: put a backup in their place")
                .doesNotContain("SQLException");
    }

    @Test
    void anythingElseNamesItsCauseInOneLineWithoutAStackTrace(CapturedOutput console) {
        report(new BeanCreationException("seat", "broken", new IllegalStateException("first line\nsecond line")));

        assertThat(console.getErr().lines()).singleElement().asString().contains("IllegalStateException: first line");
    }

    @Test
    void aTakenPortIsRefusedBeforeAnyBeanExists(CapturedOutput console) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            SpringApplication application = new SpringApplication(Never.class);
            application.setRegisterShutdownHook(false);

            assertThatThrownBy(() -> application.run("--server.port=" + taken.getLocalPort()))
                    .isInstanceOf(PortInUseException.class);
        }
        assertThat(console.getErr()).contains("is in use: stop the program");
    }

    static class Never {

        Never() {
            throw new IllegalStateException("made");
        }
    }

    private static void report(Throwable failure) {
        assertThat(new StartupFaultReporter(null).reportException(failure)).isTrue();
    }
}
