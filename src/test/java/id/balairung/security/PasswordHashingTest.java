package id.balairung.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing(4, 2, 8, Duration.ofSeconds(5));

    @Test
    void aLongPassphraseCountsToItsLastLetter() {
        String long128 = "kereta ungu menyanyi di bawah jembatan ".repeat(4).substring(0, 127);
        String hash = hashing.encode(long128 + "a");
        assertThat(hashing.matches(long128 + "a", hash)).isTrue();
        assertThat(hashing.matches(long128 + "b", hash)).isFalse();
    }

    @Test
    void theSameLettersTypedOnAnotherKeyboardAreTheSamePassword() {
        String hash = hashing.encode("caf\u00e9 di teluk \uff11\uff12");
        assertThat(hashing.matches("cafe\u0301 di teluk 12", hash)).isTrue();
    }

    @Test
    void aMillionCombiningMarksKeepNobodyWaiting() {
        String hash = hashing.encode("tiga kapal");
        String marks = "a" + "\u0301".repeat(500_000) + "\u0323".repeat(500_000);
        assertThat(CompletableFuture.supplyAsync(() -> hashing.matches(marks, hash)))
                .succeedsWithin(Duration.ofSeconds(60))
                .isEqualTo(false);
    }

    @Test
    void hashesOfAnEarlierKindOrStrengthAreUnderstoodAndReplaced() {
        String earlier = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("kereta ungu");
        assertThat(hashing.matches("kereta ungu", earlier)).isTrue();
        assertThat(hashing.upgradeEncoding(earlier)).isTrue();
        String present = hashing.encode("kereta ungu");
        assertThat(hashing.upgradeEncoding(present)).isFalse();
        assertThat(new PasswordHashing(5, 1, 1, Duration.ofSeconds(1)).upgradeEncoding(present))
                .isTrue();
    }

    /** One is reckoned, two wait, and whoever comes then is told at once. */
    @Test
    void noMoreAreReckonedOrWaitThanMay() throws Exception {
        PasswordHashing narrow = new PasswordHashing(11, 1, 2, Duration.ofSeconds(60));
        int all = 12;
        CyclicBarrier together = new CyclicBarrier(all);
        List<Future<String>> hashes = new ArrayList<>();
        int busy = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(all)) {
            for (int one = 0; one < all; one++) {
                hashes.add(threads.submit(() -> {
                    together.await();
                    return narrow.encode("kereta ungu");
                }));
            }
            for (Future<String> hash : hashes) {
                try {
                    assertThat(narrow.upgradeEncoding(hash.get())).isFalse();
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(HashingBusy.class);
                    busy++;
                }
            }
        }
        assertThat(busy).isBetween(1, all - 3);
        assertThat(narrow.encode("kereta ungu")).isNotBlank();
    }

    @Test
    void whoWaitedLongEnoughIsToldToTryAgain() throws Exception {
        PasswordHashing impatient = new PasswordHashing(12, 1, 100, Duration.ofMillis(1));
        int all = 6;
        CyclicBarrier together = new CyclicBarrier(all);
        List<Future<String>> hashes = new ArrayList<>();
        long busy = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(all)) {
            for (int one = 0; one < all; one++) {
                hashes.add(threads.submit(() -> {
                    together.await();
                    return impatient.encode("kereta ungu");
                }));
            }
            for (Future<String> hash : hashes) {
                try {
                    hash.get();
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(HashingBusy.class);
                    busy++;
                }
            }
        }
        assertThat(busy).isPositive();
    }
}
