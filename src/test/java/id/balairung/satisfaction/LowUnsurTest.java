package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** An unsur is low where its IKM, as the report tells it, is below 76.61. */
class LowUnsurTest {

    private static final Unsur TIME = new Unsur(
            new UnsurCode("TIME"),
            Weight.typed("1/9").orElseThrow(),
            new Unsur.Words("Waktu", "Time"),
            new Unsur.Words("Bagaimana waktunya?", "How was the time?"),
            Collections.nCopies(Unsur.ANSWERS, new Unsur.Words("Baik", "Good")));

    @Test
    void theRoundedIkmCountsAndOnlyOfTenAnswersOrMore() {
        // 429 / 140 x 25 = 76.607..., which is 76.61; 428 / 140 x 25 = 76.43
        assertThat(isLow(Tally.of(3, 131).plus(Tally.of(4, 9)))).isFalse();
        assertThat(isLow(Tally.of(3, 132).plus(Tally.of(4, 8)))).isTrue();
        assertThat(isLow(Tally.of(1, 9))).isFalse();
        assertThat(isLow(Tally.of(1, 10))).isTrue();
        assertThat(isLow(Tally.NONE)).isFalse();
    }

    private static boolean isLow(Tally answers) {
        return LowUnsur.isLow(new Responses.Found(TIME, answers));
    }
}
