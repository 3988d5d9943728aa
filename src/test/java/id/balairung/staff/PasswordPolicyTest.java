package id.balairung.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.balairung.common.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();
    private final PersonalWords wulan =
            PersonalWords.of("Wulandari Pasaribu", "dukcapil1", "Dinas Kependudukan dan Pencatatan Sipil DUKCAPIL");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mangga terbang di atas payung 47",
                "kereta ungu menyanyi 93",
                "x7#Kq!2pZw9$",
                "tjqvbhgkxwmf",
                "kopi pagi jendela sepeda",
                "ᨀᨔᨗ ᨕᨗᨊ ᨑᨘᨆ ᨒᨚᨄᨗ",
                "837461920573",
            })
    void longOnesThatNobodyTriesFirstAreTaken(String password) {
        assertThatCode(() -> policy.check(password, wulan)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x7#Kq!2pZw9", "elevenchars", "           ", ""})
    void shortOnesAreRefused(String password) {
        assertThat(reason(password)).isEqualTo("staff.password.too-short");
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThat(reason("🥭🛵🌋🐟🎺🧵")).isEqualTo("staff.password.too-short");
        String longest = "kereta ungu menyanyi 93 ".repeat(6).substring(0, 128);
        assertThatCode(() -> policy.check(longest, wulan)).doesNotThrowAnyException();
        assertThat(reason(longest + "x")).isEqualTo("staff.password.too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kendari12345",
                "Kendari2026!",
                "kendarikendari",
                "k3nd4r1-2o26!",
                "K.e.n.d.a.r.i.2026",
                "passwordpassword",
                "P@ssw0rd1234",
                "Balairung2026",
                "balairung-demo",
                "mppkendari17081945",
                "Indonesia1945!!",
                "loket03petugas",
                "bismillah123456",
                "rahasiarahasiarahasia",
                "admin1234567890",
            })
    void commonAndLocalWordsAreRefusedWhateverIsPutRoundThem(String password) {
        assertThat(reason(password)).isEqualTo("staff.password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "qwertyuiop123",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "lkjhgfdsapoiu",
                "1qaz2wsx3edc",
                "170819452026",
                "xyxyxyxyxyxyxy",
                "!!!!????####",
            })
    void patternsAreRefused(String password) {
        assertThat(reason(password)).isEqualTo("staff.password.pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wulandari2026!", "Pasaribu-Wulandari", "Wulandari&Dukcapil1", "PencatatanPasaribu1"})
    void whatEverybodyKnowsOfItsOwnerIsRefused(String password) {
        assertThat(reason(password)).isEqualTo("staff.password.personal");
        assertThatCode(() -> policy.check(password, PersonalWords.of("Orang Lain")))
                .doesNotThrowAnyException();
    }

    @Test
    void anInitialPasswordIsLongAndRandom() {
        InitialPassword one = InitialPassword.random();
        assertThat(one.due()).isTrue();
        assertThat(one.text()).hasSize(19).isNotEqualTo(InitialPassword.random().text());
        assertThat(one.toString()).doesNotContain(one.text());
        assertThatCode(() -> policy.check(one.text(), wulan)).doesNotThrowAnyException();
    }

    private String reason(String password) {
        BusinessRuleViolation refused =
                catchThrowableOfType(BusinessRuleViolation.class, () -> policy.check(password, wulan));
        assertThat(refused).as(password).isNotNull();
        return refused.key();
    }
}
