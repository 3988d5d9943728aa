package id.balairung.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share in percent is as near as a whole number can be, and says all and nothing only of all and nothing. */
class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "0, 7, 0",
        "7, 7, 100",
        "2, 3, 67",
        "1, 3, 33",
        "1, 8, 13",
        "199, 200, 99",
        "2999, 3000, 99",
        "1, 3000, 1",
        "0, 3000, 0",
        "3000000000, 4000000000, 75"
    })
    void aShareIsRoundedToTheNearestPercent(long part, long whole, int percent) {
        assertThat(new Share(part, whole).percent()).contains(percent);
    }

    @Test
    void nothingHasNoShare() {
        assertThat(new Share(0, 0).percent()).isEmpty();
    }
}
