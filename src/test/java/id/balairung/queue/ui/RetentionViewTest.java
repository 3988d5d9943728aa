package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
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
        assertThat(days()).isEqualTo(30);
    }

    @Test
    void whoComesLaterSeesTheOthersValue() {
        BrowserlessUIContext early = open();
        StaffPrincipal second = hall.staff(Role.MALL_ADMIN, Optional.empty());
        int version = hall.as(second, retention::periods).getFirst().version();
        hall.as(second, () -> {
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
    }

    @Test
    void aRunIsConfirmedAndStandsInTheListWithWhoAskedForIt() {
        BrowserlessUIContext window = open();
        window.find(Button.class).withText("Jalankan sekarang").single().click();
        window.find(Button.class)
                .withText("Jalankan sekarang")
                .withTheme("primary")
                .last()
                .click();
        await().pollInSameThread()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    MockVaadin.clientRoundtrip();
                    Grid<?> runs = window.find(Grid.class).single();
                    RetentionRun first = (RetentionRun) window.test(runs).getRow(0);
                    assertThat(first.startedBy()).contains(admin.displayName());
                    assertThat(first.finishedAt()).isPresent();
                });
    }

    private int days() {
        return hall.as(admin, retention::periods).getFirst().days();
    }

    private BrowserlessUIContext open() {
        BrowserlessUIContext window = screens.of(admin);
        window.navigate("kelola/data-pribadi", RetentionView.class);
        return window;
    }

    private static Button save(BrowserlessUIContext window) {
        return window.find(Button.class).withText("Simpan").all().getFirst();
    }
}
