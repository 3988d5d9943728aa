package id.balairung.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "\u0000", "\u0007", "\u0085", "\u2028", "\u2029", "\u061C", "\u200F", "\u202E", "\u2067", "\uFFFE",
                "\uFFFF"
            })
    void whatHidesOrBreaksOtherWordsCantBePrinted(String mark) {
        assertBroken(mark);
    }

    /** A value source can't name them. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(ints = {0xD83D, 0xDE00})
    void halvesOfCharactersCantBePrinted(int half) {
        assertBroken(Character.toString(half));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"Terima kasih, Bu Rahma!", "Bagus \uD83D\uDE00", "\u00E9\u0301 \u4E2D \uFFFD"})
    void wordsCanBePrinted(String words) {
        assertThat(new TypedText(words).printable()).isTrue();
        assertThat(new TypedText(words).readable()).isEqualTo(words);
    }

    private static void assertBroken(String mark) {
        TypedText typed = new TypedText("satu" + mark + "dua");
        assertThat(typed.printable()).isFalse();
        assertThat(typed.readable()).isEqualTo("satu dua");
    }
}
