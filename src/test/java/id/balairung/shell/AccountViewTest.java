package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.OwnAccount;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Phone;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What people do to their own account's safety on /akun. */
@BalairungTest
class AccountViewTest {

    private static final String CHOSEN = "mangga terbang di atas payung 47";

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    OwnAccount account;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    StaffPrincipal officer;
    BrowserlessUIContext window;

    @BeforeEach
    void anOfficerAtHome() {
        officer = hall.agency(1, 1).officer();
        window = screens.of(officer);
        window.navigate(AccountView.ROUTE, AccountView.class);
    }

    @Test
    void theOwnPasswordIsChangedAndTheFieldsAreEmptyAfterwards() {
        change(Hall.PASSWORD, CHOSEN, CHOSEN);
        assertThat(note()).isEqualTo("Kata sandi sudah diganti.");
        assertThat(window.find(PasswordField.class).all()).allMatch(PasswordField::isEmpty);
        assertThat(encoder.matches(
                        CHOSEN,
                        accounts.loadUserByUsername(officer.getUsername()).getPassword()))
                .isTrue();
    }

    @Test
    void whyAPasswordIsNotTakenIsToldAtTheFieldThatIsWrong() {
        change("salah", CHOSEN, CHOSEN);
        assertThat(refusals()).containsExactly("Kata sandi sekarang: Kata sandi Anda yang sekarang tidak cocok.");
        change(Hall.PASSWORD, CHOSEN, CHOSEN + "8");
        assertThat(refusals())
                .containsExactly("Ulangi kata sandi baru: Kedua kata sandi tidak sama. Ketik ulang keduanya.");
        change(Hall.PASSWORD, "Kendari12345!", "Kendari12345!");
        assertThat(refusals())
                .singleElement()
                .asString()
                .startsWith("Kata sandi baru: ")
                .contains("ditebak");
        change(Hall.PASSWORD, "singkat", "singkat");
        assertThat(refusals())
                .singleElement()
                .asString()
                .startsWith("Kata sandi baru: ")
                .contains("paling sedikit 12");
        change(Hall.PASSWORD, Hall.PASSWORD, Hall.PASSWORD);
        assertThat(refusals())
                .singleElement()
                .asString()
                .startsWith("Kata sandi baru: ")
                .contains("Ini kata sandi Anda yang sekarang");
        assertThat(encoder.matches(
                        Hall.PASSWORD,
                        accounts.loadUserByUsername(officer.getUsername()).getPassword()))
                .isTrue();
        change(Hall.PASSWORD, CHOSEN, CHOSEN);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void aSecondFactorIsSetUpByTheCodeThatThePhoneShows() {
        click("Pasang");
        Phone phone = shown();
        answer("000000", Hall.PASSWORD, "");
        assertThat(refusals())
                .containsExactly(
                        "Kode 6 angka: Kode tidak cocok dengan kode QR ini. Tunggu kode berikutnya di aplikasi.");
        answer(now(phone), "salah", "");
        assertThat(refusals()).containsExactly("Kata sandi sekarang: Kata sandi Anda yang sekarang tidak cocok.");
        assertThat(hall.as(officer, account::safety).secondFactor()).isFalse();
        answer(now(phone), Hall.PASSWORD, "");
        assertThat(codes()).hasSize(10).doesNotHaveDuplicates();
        click("Sudah saya simpan");
        assertThat(codes()).isEmpty();
        assertThat(card()).contains("Terpasang. Sisa kode pemulihan: 10.");

        Wire wire = new Wire(port);
        wire.signIn(officer.getUsername(), Hall.PASSWORD);
        clock.advance(Duration.ofSeconds(30));
        wire.step("CODE", "code", now(phone));
        assertThat(wire.get("/sesi").statusCode()).isEqualTo(204);
    }

    @Test
    void eachRecoveryCodeOpensOnce() {
        List<String> codes = enrol().codes();
        for (String code : codes.subList(0, 2)) {
            Wire wire = new Wire(port);
            wire.signIn(officer.getUsername(), Hall.PASSWORD);
            wire.step("CODE", "recovery", code);
            assertThat(wire.get("/sesi").statusCode()).isEqualTo(204);
            Wire again = new Wire(port);
            again.signIn(officer.getUsername(), Hall.PASSWORD);
            again.step("CODE", "recovery", code);
            assertThat(again.get("/sesi").statusCode()).isEqualTo(401);
        }
        assertThat(hall.as(officer, account::safety).recoveryCodesLeft()).isEqualTo(8);
    }

    @Test
    void newRecoveryCodesTakeACodeOfThePhoneAndReplaceTheOldOnes() {
        Enrolled enrolled = enrol();
        click("Buat kode pemulihan baru");
        answer("", Hall.PASSWORD, "000000");
        assertThat(refusals()).singleElement().asString().startsWith("Kode dari ponsel yang sekarang: ");
        answer("", Hall.PASSWORD, now(enrolled.phone()));
        assertThat(codes()).hasSize(10).doesNotContainAnyElementsOf(enrolled.codes());
    }

    @Test
    void anotherPhoneReplacesThePresentOneByACodeOfEach() {
        Enrolled enrolled = enrol();
        click("Pasang di ponsel lain");
        Phone other = shown();
        answer(now(other), Hall.PASSWORD, "");
        assertThat(refusals()).singleElement().asString().startsWith("Kode dari ponsel yang sekarang: ");
        answer(now(other), Hall.PASSWORD, now(enrolled.phone()));
        assertThat(codes()).hasSize(10);
        click("Sudah saya simpan");
        clock.advance(Duration.ofMinutes(1));
        click("Lepas");
        answer("", Hall.PASSWORD, now(enrolled.phone()));
        assertThat(refusals()).singleElement().asString().startsWith("Kode dari ponsel yang sekarang: ");
        answer("", Hall.PASSWORD, now(other));
        assertThat(note()).isEqualTo("Verifikasi dua langkah sudah dilepas.");
        assertThat(card()).contains("Belum dipasang.");
        assertThat(hall.as(officer, account::safety).secondFactor()).isFalse();
    }

    @Test
    void whoMustHaveASecondFactorCanReplaceItButNotTakeItAway() {
        officer = hall.newcomer(InitialPassword.lasting(Hall.PASSWORD), true);
        window = screens.of(officer);
        window.navigate(AccountView.ROUTE, AccountView.class);
        enrol();
        assertThat(window.find(Button.class).withText("Lepas").exists()).isFalse();
        assertThat(window.find(Button.class).withText("Pasang di ponsel lain").exists())
                .isTrue();
        assertThat(card()).contains("Untuk peran Anda verifikasi dua langkah wajib.");
    }

    @Test
    void anOwnSessionElsewhereIsEndedFromHere() {
        Wire elsewhere = new Wire(port);
        elsewhere.signIn(officer.getUsername(), Hall.PASSWORD);
        Wire other = new Wire(port);
        StaffPrincipal bystander = hall.staff(Role.MALL_HEAD, Optional.empty());
        other.signIn(bystander.getUsername(), Hall.PASSWORD);
        window.navigate(AccountView.ROUTE, AccountView.class);
        click("Keluarkan");
        assertThat(note()).isNotEmpty();
        await().untilAsserted(
                        () -> assertThat(elsewhere.get("/sesi").statusCode()).isEqualTo(401));
        assertThat(other.get("/sesi").statusCode()).isEqualTo(204);
    }

    private record Enrolled(Phone phone, List<String> codes) {}

    private Enrolled enrol() {
        click("Pasang");
        Phone phone = shown();
        answer(now(phone), Hall.PASSWORD, "");
        List<String> codes = codes();
        click("Sudah saya simpan");
        clock.advance(Duration.ofMinutes(1));
        return new Enrolled(phone, codes);
    }

    /** The phone that was given the secret on the screen. */
    private Phone shown() {
        return new Phone(window.find(Span.class).all().stream()
                .filter(span -> span.hasClassName("secret"))
                .map(Span::getText)
                .reduce((before, latest) -> latest)
                .orElseThrow());
    }

    private String now(Phone phone) {
        return phone.codeAt(clock.instant());
    }

    private void answer(String newCode, String password, String presentCode) {
        type("Kode 6 angka", newCode);
        type("Kode dari ponsel yang baru", newCode);
        PasswordField own = dialog().getChildren()
                .flatMap(part -> part.getChildren())
                .filter(PasswordField.class::isInstance)
                .map(PasswordField.class::cast)
                .findFirst()
                .orElseThrow();
        window.test(own).setValue(password);
        type("Kode dari ponsel yang sekarang", presentCode);
        Button go = window.find(Button.class).withTheme("primary").all().getLast();
        window.test(go).click();
        MockVaadin.clientRoundtrip();
    }

    private void type(String label, String text) {
        window.find(TextField.class).withLabel(label).all().stream()
                .reduce((before, latest) -> latest)
                .ifPresent(field -> window.test(field).setValue(text));
    }

    private Dialog dialog() {
        return window.find(Dialog.class).all().getLast();
    }

    private List<String> codes() {
        return window.find(RecoveryCodes.class).all().stream()
                .flatMap(shown -> window.find(ListItem.class, shown).all().stream())
                .map(ListItem::getText)
                .toList();
    }

    private String card() {
        return window.find(SecondFactorCard.class).single().getElement().getTextRecursively();
    }

    private String note() {
        return window.find(Notification.class).last().getElement().getTextRecursively();
    }

    private List<String> refusals() {
        return Stream.concat(
                        window.find(PasswordField.class).all().stream()
                                .filter(PasswordField::isInvalid)
                                .map(field -> field.getLabel() + ": " + field.getErrorMessage()),
                        window.find(TextField.class).all().stream()
                                .filter(TextField::isInvalid)
                                .map(field -> field.getLabel() + ": " + field.getErrorMessage()))
                .toList();
    }

    private void change(String present, String password, String repeated) {
        List<PasswordField> fields = window.find(PasswordField.class).all();
        window.test(fields.get(0)).setValue(present);
        window.test(fields.get(1)).setValue(password);
        window.test(fields.get(2)).setValue(repeated);
        click("Ganti kata sandi");
    }

    private void click(String label) {
        window.test(window.find(Button.class).withText(label).single()).click();
        MockVaadin.clientRoundtrip();
    }
}
