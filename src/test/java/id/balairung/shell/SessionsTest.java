package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.balairung.security.CredentialsChanged;
import id.balairung.security.Role;
import id.balairung.security.StaffAccessChanged;
import id.balairung.security.StaffDisabled;
import id.balairung.security.StaffPrincipal;
import id.balairung.security.StaffSession;
import id.balairung.security.StaffSessions;
import id.balairung.security.StaffSessionsEnded;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** How sessions end that nobody signs out of, and what people see and end of their own. */
@BalairungTest
class SessionsTest {

    private static final String USER_AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/140.0.0.0 Safari/537.36";

    @Autowired
    Hall hall;

    @Autowired
    StaffSessions sessions;

    @Autowired
    Sessions open;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    StaffPrincipal head;

    @BeforeEach
    void aHead() {
        head = hall.staff(Role.MALL_HEAD, Optional.empty());
    }

    @Test
    void allScreensOfAnAccountCloseWhenWhatItMayDoChanges() {
        Wire one = signIn(head);
        Wire.Socket shown = show(one.screen(), one);
        Wire.Socket shownBeside = show(one.screen(), one);
        Wire another = signIn(head);
        Wire.Socket shownElsewhere = show(another.screen(), another);
        Wire bystander = signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        Wire.Socket shownToOthers = show(bystander.screen(), bystander);

        transaction.executeWithoutResult(change -> events.publishEvent(new StaffAccessChanged(head.id())));

        for (Wire.Socket socket : List.of(shown, shownBeside, shownElsewhere)) {
            await().until(socket::isClosed);
            assertThat(socket.heard()).contains("masuk?berakhir=perubahan");
        }
        assertThat(signedIn(one)).isFalse();
        assertThat(signedIn(another)).isFalse();
        assertThat(signedIn(bystander)).isTrue();
        assertThat(shownToOthers.isClosed()).isFalse();
    }

    @Test
    void signingOutClosesEveryScreenOfTheAccount() {
        Wire here = signIn(head);
        Wire.Socket shownBeside = show(here.screen(), here);
        Wire elsewhere = signIn(head);
        Wire.Socket shownElsewhere = show(elsewhere.screen(), elsewhere);
        Wire bystander = signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));
        Wire.Socket shownToOthers = show(bystander.screen(), bystander);

        here.signOut();

        for (Wire.Socket socket : List.of(shownBeside, shownElsewhere)) {
            await().until(socket::isClosed);
            assertThat(socket.heard()).contains("masuk?berakhir=keluar");
        }
        assertThat(signedIn(here)).isFalse();
        assertThat(signedIn(elsewhere)).isFalse();
        assertThat(signedIn(bystander)).isTrue();
        assertThat(shownToOthers.isClosed()).isFalse();
        assertThat(signedIn(signIn(head))).isTrue();
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        Wire wire = signIn(head);
        Wire.Socket shown = show(wire.screen(), wire);
        transaction.executeWithoutResult(change -> events.publishEvent(new CredentialsChanged(head.id())));
        await().until(shown::isClosed);
        assertThat(shown.heard()).contains("masuk?berakhir=perubahan");
        assertThat(signedIn(wire)).isFalse();
    }

    @Test
    void nothingClosesWhenTheChangeIsRolledBack() {
        Wire wire = signIn(head);
        transaction.executeWithoutResult(change -> {
            events.publishEvent(new StaffAccessChanged(head.id()));
            change.setRollbackOnly();
        });
        StaffPrincipal other = hall.staff(Role.MALL_HEAD, Optional.empty());
        Wire after = signIn(other);
        transaction.executeWithoutResult(change -> events.publishEvent(new StaffDisabled(other.id())));
        await().until(() -> !signedIn(after));
        assertThat(signedIn(wire)).isTrue();
    }

    @Test
    void aScreenThatPollsHearsOfItsEndToo() {
        Wire wire = signIn(head);
        Wire.Screen screen = wire.screen();
        UUID page = UUID.randomUUID();
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<HttpResponse<String>> polled =
                    CompletableFuture.supplyAsync(() -> screen.poll(page), pages);
            await().until(() -> isPushed(wire));

            transaction.executeWithoutResult(change -> events.publishEvent(new StaffSessionsEnded(head.id())));

            assertThat(polled.orTimeout(20, TimeUnit.SECONDS).join().body()).contains("masuk?berakhir=admin");
        }
        assertThat(signedIn(wire)).isFalse();
    }

    @Test
    void aSessionEndsAfterAWorkingDayHoweverBusyItIs() {
        Wire wire = signIn(head);
        Wire.Screen screen = wire.screen();
        Wire.Socket shown = show(screen, wire);
        clock.advance(Duration.ofHours(13).plusMinutes(59));
        Wire later = signIn(head);
        screen.go("");
        assertThat(signedIn(wire)).isTrue();

        clock.advance(Duration.ofMinutes(2));

        await().until(shown::isClosed);
        assertThat(shown.heard()).contains("masuk?berakhir=batas");
        assertThat(signedIn(wire)).isFalse();
        assertThat(signedIn(later)).isTrue();
    }

    @Test
    void whoeverOpensAPageWhileTheirSessionEndsGetsThePage() {
        Wire wire = signIn(head);
        wire.screen();
        String page = "/masuk?berakhir=keluar";

        HttpResponse<String> answer = open.endWhile(wire.session(), () -> wire.get(page));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).contains(page);
        assertThat(wire.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void peopleSeeTheirOwnSessionsAndNobodyElses() {
        Wire wire = signInWithChrome(head);
        wire.screen();
        signIn(hall.staff(Role.MALL_HEAD, Optional.empty())).screen();

        List<StaffSession> own = hall.as(head, sessions::own);

        assertThat(own).hasSize(1);
        StaffSession session = own.getFirst();
        assertThat(session.browser().browser()).contains("Chrome");
        assertThat(session.browser().system()).contains("Windows");
        assertThat(session.address())
                .hasValueSatisfying(address -> assertThat(address).isIn("127.0.0.1", "0:0:0:0:0:0:0:1"));
        assertThat(session.since()).isBetween(clock.instant().minusSeconds(60), clock.instant());
        assertThat(session.lastUsed()).isBetween(session.since().minusSeconds(60), clock.instant());
    }

    @Test
    void peopleEndTheirOwnSessionsAndNobodyElses() {
        StaffPrincipal stranger = hall.staff(Role.MALL_HEAD, Optional.empty());
        Wire first = signIn(head);
        Wire.Socket shown = show(first.screen(), first);
        StaffSession session = hall.as(head, sessions::own).getFirst();

        assertThat(hall.as(stranger, () -> sessions.end(session.key()))).isFalse();
        assertThat(hall.as(head, () -> sessions.end(session.key()))).isTrue();

        await().until(shown::isClosed);
        assertThat(shown.heard()).contains("masuk?berakhir=pemilik");
        assertThat(signedIn(first)).isFalse();
        assertThat(hall.as(head, () -> sessions.end(session.key()))).isFalse();
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        Wire first = signIn(head);
        Wire second = signIn(head);
        Wire stranger = signIn(hall.staff(Role.MALL_HEAD, Optional.empty()));

        assertThat(hall.as(head, sessions::endOthers)).isEqualTo(2);

        await().until(() -> !signedIn(first) && !signedIn(second));
        assertThat(signedIn(stranger)).isTrue();
    }

    private Wire signIn(StaffPrincipal staff) {
        Wire wire = new Wire(port);
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        assertThat(signedIn(wire)).isTrue();
        return wire;
    }

    private Wire signInWithChrome(StaffPrincipal staff) {
        Wire wire = new Wire(port).saying(USER_AGENT);
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        return wire;
    }

    private static boolean signedIn(Wire wire) {
        return wire.get("/sesi").statusCode() == 204;
    }

    /** Opens a screen's socket and waits until the server knows of it: it can tell the screen nothing before. */
    private Wire.Socket show(Wire.Screen screen, Wire wire) {
        Wire.Socket socket = screen.socket();
        await().until(() -> isPushed(wire));
        return socket;
    }

    private boolean isPushed(Wire wire) {
        AtomicBoolean pushed = new AtomicBoolean(true);
        open.screens(wire.session())
                .forEach(screen -> screen.accessSynchronously(() -> pushed.compareAndSet(
                        true, screen.getInternals().getPushConnection().isConnected())));
        return pushed.get();
    }
}
