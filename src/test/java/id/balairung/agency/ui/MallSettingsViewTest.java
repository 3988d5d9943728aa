package id.balairung.agency.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import id.balairung.agency.MallDetails;
import id.balairung.agency.MallDraft;
import id.balairung.agency.MallRules;
import id.balairung.agency.MallSettings;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mall's admin sets the mall's rules on the screen. */
@BalairungTest
class MallSettingsViewTest {

    private static final String LATE_RETURN = "Toleransi kembali terlambat";
    private static final String COOLDOWN = "Jeda antarpanggilan";

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    MallSettings settings;

    StaffPrincipal mallAdmin;
    MallRules before;

    @BeforeEach
    void keepTheRules() {
        hall.establish();
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        before = stored().rules();
    }

    /** All tests share one mall. */
    @AfterEach
    void putTheRulesBack() {
        if (!stored().rules().equals(before)) {
            change(mallAdmin, (int) before.lateReturnTolerance().toMinutes());
        }
    }

    @Test
    void theRulesAreChangedOnceTheAdminHasProvedWhoSitsThere() {
        AdminScreen screen = open(mallAdmin);
        screen.number(LATE_RETURN, 77);
        screen.click("Simpan");
        assertThat(stored().rules()).isEqualTo(before);
        screen.click("Batal");
        assertThat(screen.field(IntegerField.class, LATE_RETURN).getValue()).isEqualTo(77);
        screen.click("Simpan");
        screen.prove();
        assertThat(stored().rules().lateReturnTolerance()).hasMinutes(77);
        assertThat(stored().rules().name()).isEqualTo(before.name());
        screen.number(LATE_RETURN, 78);
        screen.click("Simpan");
        assertThat(stored().rules().lateReturnTolerance()).hasMinutes(78);
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
        AdminScreen screen = open(mallAdmin);
        screen.type("Nama mal", "");
        screen.number(COOLDOWN, 901);
        screen.number(LATE_RETURN, 77);
        screen.click("Simpan");
        assertThat(screen.fault("Nama mal")).isEqualTo("Perlu diisi.");
        assertThat(AdminScreen.fault(screen.field(IntegerField.class, COOLDOWN)))
                .contains("0", "900");
        assertThat(AdminScreen.fault(screen.field(IntegerField.class, LATE_RETURN)))
                .isEmpty();
        assertThat(screen.field(IntegerField.class, LATE_RETURN).getValue()).isEqualTo(77);
        assertThat(screen.asksWhoSitsThere()).isFalse();
        assertThat(stored().rules()).isEqualTo(before);
    }

    @Test
    void whoComesTooLateIsToldByWhomAndKeepsWhatWasTyped() {
        StaffPrincipal colleague = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AdminScreen late = open(mallAdmin);
        change(colleague, 66);
        late.number(COOLDOWN, 31);
        late.click("Simpan");
        late.prove();
        assertThat(late.texts()).contains("diubah oleh " + colleague.displayName());
        assertThat(stored().rules().recallCooldown()).isEqualTo(before.recallCooldown());
        late.click("Muat ulang");
        assertThat(late.field(IntegerField.class, COOLDOWN).getValue()).isEqualTo(31);
        assertThat(late.field(IntegerField.class, LATE_RETURN).getValue()).isEqualTo(66);
    }

    @Test
    void nobodyElseOpensTheScreen() {
        Hall.TestAgency agency = hall.agency(1, 1);
        for (StaffPrincipal other : List.of(
                agency.admin(), agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            assertThat(open(other).shown()).isEqualTo("ClosedPage");
        }
    }

    private AdminScreen open(StaffPrincipal staff) {
        return new AdminScreen(screens.of(staff), "kelola/mal");
    }

    private MallDetails stored() {
        return hall.as(mallAdmin, () -> settings.read());
    }

    private void change(StaffPrincipal by, int lateReturn) {
        hall.asProven(by, () -> {
            settings.change(
                    stored().version(),
                    new MallDraft(
                            before.name(),
                            before.zone().getId(),
                            before.recallsBeforeNoShow(),
                            (int) before.recallCooldown().toSeconds(),
                            lateReturn,
                            before.priorityRatePercent(),
                            (int) before.vulnerableMaximumWait().toMinutes()));
            return lateReturn;
        });
    }
}
