package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of Krejcie and Morgan (1970), as far as Permenpan RB 14/2017 repeats it, and its edges. */
class SampleSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "10, 10",
        "15, 14",
        "20, 19",
        "50, 44",
        "100, 80",
        "220, 140",
        "300, 169",
        "500, 217",
        "1000, 278",
        "1200, 291",
        "2000, 322",
        "3140, 342",
        "5000, 357",
        "10000, 370",
        "75000, 382",
        "1000000, 384"
    })
    void asInTheTable(long population, long needed) {
        assertThat(SampleSize.needed(population)).isEqualTo(needed);
    }
}
