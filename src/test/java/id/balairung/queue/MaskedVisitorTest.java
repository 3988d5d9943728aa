package id.balairung.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedVisitorTest {

    @ParameterizedTest
    @CsvSource({
        "Siti Rahmawati, S*** R********",
        "A, *",
        "Siti A, S*** *",
        "Yo, Y*",
        "I Ketut  Sudarma, * K**** S******",
        "Ñandú, Ñ****",
        // A letter of two characters, and one made of a letter and a mark, stay whole.
        "𠮷野家, 𠮷**",
        "e\u0301lan, e\u0301***",
        "👩‍👩‍👧, *",
        "Nur\u00A0Aini, N** A***"
    })
    void onlyTheFirstLetterOfEachWordIsLeft(String name, String masked) {
        assertThat(mask(name, "").name()).contains(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "081234567789, 08** **** *789",
        "+62 812-3456-7789, +62** **** **78 9",
        "(0401) 312345, 04** ***3 45",
        "123456, **** 56",
        "12345678, **** **78"
    })
    void onlyTheEndsOfANumberAreLeft(String phone, String masked) {
        assertThat(mask("", phone).phone()).contains(masked);
    }

    @Test
    void whoToldNothingHasNothingToMask() {
        assertThat(MaskedVisitor.of(Visitor.unnamed(), true).empty()).isTrue();
    }

    @Test
    void whatComesIntoALogTellsNoName() {
        Visitor visitor = new Visitor(Optional.of("Wa Ode Samsiah"), Optional.of("081234567789"));
        assertThat(visitor.toString()).doesNotContain("Samsiah").doesNotContain("081234567789");
    }

    private static MaskedVisitor mask(String name, String phone) {
        return MaskedVisitor.of(new Visitor(Optional.of(name), Optional.of(phone)), false);
    }
}
