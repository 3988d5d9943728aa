package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.confirmdialog.ConfirmDialogTester;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.queue.Retention;
import id.balairung.queue.RetentionKind;
import id.balairung.queue.RetentionRun;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mall admin sets how long personal data is kept, and sees what was replaced. */
@BalairungTest
class RetentionViewTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    Retention retention;

    StaffPrincipal admin;

    @BeforeEach
    void aMallAdmin() {
        hall.establish();
        admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    @Test
    void aWrongPeriodIsToldAtTheFieldAndCannotBeSaved() {
        BrowserlessUIContext window = open();
        for (String wrong : List.of("0", "366", "", "tiga", "-1", "1e2")) {
            TextField days = window.find(TextField.class).all().getFirst();
            window.test(days).setValue(wrong);
            assertThat(days.isInvalid()).isTrue();
            assertThat(days.getErrorMessage()).contains("antara 1 dan 365 hari");
            assertThat(save(window).isEnabled()).isFalse();
        }
    }

    @Test
    void aPeriodIsSavedAndSaysWhoChangedIt() {
        BrowserlessUIContext window = open();
        window.test(window.find(TextField.class).all().getFirst()).setValue("45");
        save(window).click();
        assertThat(days()).isEqualTo(45);
        assertThat(window.find(RetentionField.class)
                        .all()
                        .getFirst()
                        .getElement()
                        .getTextRecursively())
                .contains(admin.displayName());
        window.test(window.find(TextField.class).all().getFirst()).setValue("30");
        save(window).click();
        assertThat(days()).isNotEqualTo(30);
        shorten(window);
        assertThat(days()).isEqualTo(30);
    }

    @Test
    void whoComesLaterSeesTheOthersValue() {
        BrowserlessUIContext early = open();
        StaffPrincipal second = hall.staff(Role.MALL_ADMIN, Optional.empty());
        int version = hall.as(second, retention::periods).getFirst().version();
        hall.asProven(second, () -> {
            retention.change(RetentionKind.VISITOR_NAME, 60, version);
            return version;
        });
        early.test(early.find(TextField.class).all().getFirst()).setValue("90");
        save(early).click();
        assertThat(early.find(Notification.class).last().getElement().getTextRecursively())
                .contains("baru saja diubah oleh " + second.displayName());
        assertThat(early.find(TextField.class).all().getFirst().getValue()).isEqualTo("60");
        early.test(early.find(TextField.class).all().getFirst()).setValue("30");
        save(early).click();
        shorten(early);
    }

    @Test
    void aRunIsConfirmedAndStandsInTheListWithWhoAskedForIt() {
        BrowserlessUIContext window = open();
        runNow(window);
        awaitRunBy(admin, window);
    }

    @Test
    void withoutAFreshProofThePasswordIsAskedForAndThePeriodThatWasTypedIsSavedAfterIt() {
        BrowserlessUIContext window = open(screens.of(admin));
        window.test(window.find(TextField.class).all().getFirst()).setValue("44");
        save(window).click();
        assertThat(window.find(PasswordField.class).exists()).isTrue();
        prove(window, "salah");
        assertThat(window.find(Div.class).all())
                .extracting(Div::getText)
                .contains("Kata sandi Anda yang sekarang tidak cocok.");
        assertThat(days()).isEqualTo(30);
        assertThat(window.find(TextField.class).all().getFirst().getValue()).isEqualTo("44");
        prove(window, Hall.PASSWORD);
        assertThat(days()).isEqualTo(44);
        assertThat(window.find(PasswordField.class).exists()).isFalse();
        window.test(window.find(TextField.class).all().getFirst()).setValue("30");
        save(window).click();
        assertThat(days()).isNotEqualTo(30);
        shorten(window);
        assertThat(days()).isEqualTo(30);
    }

    @Test
    void withoutAFreshProofARunBeginsOnlyAfterThePassword() {
        BrowserlessUIContext window = open(screens.of(admin));
        runNow(window);
        assertThat(window.find(PasswordField.class).exists()).isTrue();
        assertThat(window.find(Button.class)
                        .withText("Jalankan sekarang")
                        .all()
                        .getFirst()
                        .isEnabled())
                .isTrue();
        prove(window, Hall.PASSWORD);
        awaitRunBy(admin, window);
    }

    @Test
    void nobodyElseOpensTheScreen() {
        Hall.TestAgency agency = hall.agency(1, 1);
        for (StaffPrincipal staff : List.of(
                agency.admin(), agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            BrowserlessUIContext window = screens.of(staff);
            window.activate();
            window.getUI().navigate("kelola/data-pribadi");
            assertThat(window.getUI()
                            .getInternals()
                            .getActiveRouterTargetsChain()
                            .getFirst()
                            .getClass()
                            .getSimpleName())
                    .as(staff.toString())
                    .isEqualTo("ClosedPage");
        }
    }

    private void prove(BrowserlessUIContext window, String password) {
        window.test(window.find(PasswordField.class).single()).setValue(password);
        window.test(window.find(Button.class).withText("Lanjutkan").single()).click();
        MockVaadin.clientRoundtrip();
    }

    private static void runNow(BrowserlessUIContext window) {
        window.find(Button.class).withText("Jalankan sekarang").single().click();
        window.find(Button.class)
                .withText("Jalankan sekarang")
                .withTheme("primary")
                .last()
                .click();
        MockVaadin.clientRoundtrip();
    }

    private static void awaitRunBy(StaffPrincipal who, BrowserlessUIContext window) {
        await().pollInSameThread()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    MockVaadin.clientRoundtrip();
                    Grid<?> runs = window.find(Grid.class).single();
                    RetentionRun first = (RetentionRun) window.test(runs).getRow(0);
                    assertThat(first.startedBy()).contains(who.displayName());
                    assertThat(first.finishedAt()).isPresent();
                });
    }

    private int days() {
        return hall.as(admin, retention::periods).getFirst().days();
    }

    private BrowserlessUIContext open() {
        return open(screens.ofProven(admin));
    }

    private static BrowserlessUIContext open(BrowserlessUIContext window) {
        window.navigate("kelola/data-pribadi", RetentionView.class);
        return window;
    }

    /** A shorter period removes what can't be brought back. */
    private static void shorten(BrowserlessUIContext window) {
        new ConfirmDialogTester(window.find(ConfirmDialog.class).single()).confirm();
    }

    private static Button save(BrowserlessUIContext window) {
        return window.find(Button.class).withText("Simpan").all().getFirst();
    }
}
