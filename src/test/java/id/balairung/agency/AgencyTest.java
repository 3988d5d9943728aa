package id.balairung.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.balairung.tenancy.AgencyId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agency that exists is valid. */
class AgencyTest {

    @ParameterizedTest
    @ValueSource(strings = {"DUKCAPIL", "BPJS-TK", "P3A", "ABCDEFGHIJKLMNOPQRST"})
    void aCodeIsMadeOfCapitalsDigitsAndHyphens(String code) {
        assertThat(agency(code).code()).isEqualTo(code);
    }

    /** It stands in addresses, and what is typed there is compared without regard to case. */
    @ParameterizedTest
    @ValueSource(strings = {"", "dukcapil", "A&B", "A B", "É", "ABCDEFGHIJKLMNOPQRSTU"})
    void noOtherCodeIsTaken(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> agency(code));
    }

    private static Agency agency(String code) {
        return new Agency(AgencyId.next(), code, "D", "Dinas Kependudukan dan Pencatatan Sipil");
    }
}
