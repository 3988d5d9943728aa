package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would carry out is seen. */
class TransfersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "a,=1+1",
                "a;\"=HYPERLINK(1)\"",
                "a\n@SUM(1)",
                "a,\"  +cmd|x\"",
                "a,-2+3",
                "a\t=1",
                "a,\"\t=1\""
            })
    void aFormulaIsSeen(String csv) {
        assertThatThrownBy(() -> Transfers.assertNoFormula(csv)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,'=1+1", "a,\"'=1+1\"", "a,-2", "a,-2.5,b", "a=b,c", "nama@contoh.id"})
    void anOrdinaryCellIsNone(String csv) {
        assertThatCode(() -> Transfers.assertNoFormula(csv)).doesNotThrowAnyException();
    }
}
