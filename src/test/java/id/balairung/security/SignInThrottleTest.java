package id.balairung.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final String HOME = "203.0.113.7";

    private final Hand clock = new Hand();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void fiveWrongTriesAreFreeAndTheSixthWaitsFifteenSeconds() {
        wrong(5, "wulan", HOME);
        assertThatThrownBy(() -> tryOn("wulan", HOME)).isInstanceOf(SignInPaused.class);
        clock.pass(Duration.ofSeconds(14));
        assertThatThrownBy(() -> tryOn("WULAN ", HOME)).isInstanceOf(SignInPaused.class);
        clock.pass(Duration.ofSeconds(1));
        assertThatCode(() -> tryOn("wulan", HOME)).doesNotThrowAnyException();
    }

    @Test
    void rightOnesCostNothing() {
        for (int day = 0; day < 1_000; day++) {
            tryOn("wulan", HOME).wasRight();
        }
        wrong(5, "wulan", HOME);
    }

    /** However long somebody goes on. */
    @Test
    void aPauseGrowsAndNeverExceedsFifteenMinutes() {
        Duration longest = Duration.ZERO;
        for (int tries = 0; tries < 400; tries++) {
            Duration waited = waitFor("wulan", String.valueOf(HOME + tries % 50));
            assertThat(waited).isLessThanOrEqualTo(Duration.ofMinutes(15));
            assertThat(waited.compareTo(longest)).as("try " + tries).isNotNegative();
            longest = waited;
        }
        assertThat(longest).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void whoGuessesElsewhereDoesNotHinderTheBrowserThatIsKnown() {
        Optional<String> counter = Optional.of("counter-3");
        for (int tries = 0; tries < 60; tries++) {
            waitFor("wulan", HOME);
        }
        assertThatThrownBy(() -> tryOn("wulan", HOME)).isInstanceOf(SignInPaused.class);
        assertThatCode(() -> throttle.begin("wulan", HOME, counter)).doesNotThrowAnyException();
    }

    @Test
    void atTheKnownBrowserTooOneWaitsAfterWrongTries() {
        for (int tries = 0; tries < 5; tries++) {
            throttle.begin("wulan", HOME, Optional.of("counter-3"));
        }
        assertThatThrownBy(() -> throttle.begin("wulan", HOME, Optional.of("counter-3")))
                .isInstanceOf(SignInPaused.class);
    }

    @Test
    void whoCollectsMarksGetsNoMoreTries() {
        for (int mark = 0; mark < 5; mark++) {
            throttle.begin("wulan", HOME, Optional.of("counter-" + mark));
        }
        assertThatThrownBy(() -> throttle.begin("wulan", HOME, Optional.of("counter-6")))
                .isInstanceOf(SignInPaused.class);
    }

    /** 200 people in ten minutes behind one address, in new browsers; every second one mistypes once, every tenth twice. */
    @Test
    void anOfficeAtEightOClockIsNotHindered() {
        for (int officer = 0; officer < 200; officer++) {
            String name = "petugas" + officer;
            if (officer % 2 == 0) {
                tryOn(name, HOME);
            }
            if (officer % 10 == 0) {
                tryOn(name, HOME);
            }
            tryOn(name, HOME).wasRight();
            clock.pass(Duration.ofSeconds(3));
        }
        // Even when all come in the same second.
        SignInThrottle fresh = new SignInThrottle(clock);
        for (int officer = 0; officer < 140; officer++) {
            fresh.begin("petugas" + officer, HOME, Optional.empty());
        }
    }

    @Test
    void whoTriesManyAccountsFromOneAddressWaits() {
        for (int account = 0; account < 150; account++) {
            tryOn("orang" + account, HOME);
        }
        assertThatThrownBy(() -> tryOn("orang-lain", HOME)).isInstanceOf(SignInPaused.class);
        assertThatCode(() -> tryOn("orang-lain", "203.0.113.8")).doesNotThrowAnyException();
    }

    @Test
    void whoHasToWaitPushesNoAccountOut() {
        for (int tries = 0; tries < 5; tries++) {
            tryOn("wulan", HOME);
        }
        for (int account = 0; account < 25_000; account++) {
            String name = "orang" + account;
            try {
                tryOn(name, "203.0.113.66");
            } catch (SignInPaused paused) {
                continue;
            }
        }
        assertThatThrownBy(() -> tryOn("wulan", "203.0.113.8")).isInstanceOf(SignInPaused.class);
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        for (int account = 0; account < 150; account++) {
            tryOn("orang" + account, "2001:db8:1:2::" + Integer.toHexString(account));
        }
        assertThatThrownBy(() -> tryOn("orang-lain", "2001:db8:1:2:aaaa:bbbb:cccc:1"))
                .isInstanceOf(SignInPaused.class);
        assertThatCode(() -> tryOn("orang-lain", "2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    @Test
    void manyAtOnceGetNoMoreTriesThanOneAfterTheOther() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> tries = IntStream.range(0, 100)
                    .mapToObj(one -> threads.submit(() -> {
                        try {
                            tryOn("wulan", HOME);
                            return true;
                        } catch (SignInPaused paused) {
                            return false;
                        }
                    }))
                    .toList();
            int looked = 0;
            for (Future<Boolean> one : tries) {
                looked += one.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        }
    }

    @Test
    void provingItAgainWhileSignedInIsCountedByItself() {
        StaffId wulan = StaffId.next();
        wrong(5, "wulan", HOME);
        for (int tries = 0; tries < 5; tries++) {
            throttle.begin(wulan);
        }
        assertThatThrownBy(() -> throttle.begin(wulan)).isInstanceOf(SignInPaused.class);
        assertThatCode(() -> throttle.begin(StaffId.next())).doesNotThrowAnyException();
    }

    private void wrong(int times, String name, String address) {
        for (int tries = 0; tries < times; tries++) {
            tryOn(name, address);
        }
    }

    private SignInThrottle.Attempt tryOn(String name, String address) {
        return throttle.begin(name, address, Optional.empty());
    }

    /** Tries until it is looked at, a second at a time, and tells how long that was. */
    private Duration waitFor(String name, String address) {
        Instant began = clock.instant();
        while (true) {
            try {
                tryOn(name, address);
                return Duration.between(began, clock.instant());
            } catch (SignInPaused paused) {
                assertThat(paused.minutes()).isBetween(1L, 15L);
                clock.pass(Duration.ofSeconds(1));
            }
        }
    }

    /** A clock that goes when it is told to. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
