package id.balairung.agency.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import id.balairung.agency.AgencyDetails;
import id.balairung.agency.AgencyRegister;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mall's admin keeps the agencies on the screen. */
@BalairungTest
class AgenciesViewTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    AgencyRegister agencies;

    Hall.TestAgency agency;
    StaffPrincipal mallAdmin;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(1, 1);
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    @Test
    void anAgencyIsAddedOnceTheAdminHasProvedWhoSitsThere() {
        AdminScreen screen = open(mallAdmin, "kelola/instansi?pilih=baru");
        screen.type("Nama instansi", "Kantor Pertanahan");
        screen.type("Kode", "TANAH-UJI");
        screen.type("Huruf nomor", "LQ");
        screen.click("Simpan");
        assertThat(stored("TANAH-UJI")).isEmpty();
        screen.click("Batal");
        assertThat(screen.typed("Nama instansi")).isEqualTo("Kantor Pertanahan");
        assertThat(screen.typed("Huruf nomor")).isEqualTo("LQ");
        screen.click("Simpan");
        screen.prove();
        assertThat(stored("TANAH-UJI")).map(AgencyDetails::name).contains("Kantor Pertanahan");
        assertThat(screen.address()).isEqualTo("kelola/instansi?pilih=TANAH-UJI");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
        AdminScreen screen = open(mallAdmin, "kelola/instansi?pilih=baru");
        screen.type("Nama instansi", "Kembarannya");
        screen.type("Kode", "kode salah");
        screen.type("Huruf nomor", "L7");
        screen.click("Simpan");
        assertThat(screen.fault("Kode")).isNotEmpty();
        assertThat(screen.fault("Huruf nomor")).isNotEmpty();
        assertThat(screen.fault("Nama instansi")).isEmpty();
        assertThat(screen.asksWhoSitsThere()).isFalse();
        assertThat(screen.typed("Nama instansi")).isEqualTo("Kembarannya");
        screen.type("Kode", details().code());
        screen.type("Huruf nomor", "LX");
        screen.click("Simpan");
        screen.prove();
        assertThat(screen.fault("Kode")).isNotEmpty();
        assertThat(screen.typed("Nama instansi")).isEqualTo("Kembarannya");
    }

    @Test
    void whoComesTooLateIsToldByWhomAndKeepsWhatWasTyped() {
        StaffPrincipal colleague = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AdminScreen late = open(mallAdmin, chosen());
        AdminScreen early = open(colleague, chosen());
        early.type("Nama instansi", "Nama dari rekan");
        early.click("Simpan");
        late.type("Nama instansi", "Nama dari saya");
        late.click("Simpan");
        assertThat(late.texts()).contains("diubah oleh " + colleague.displayName());
        assertThat(details().name()).isEqualTo("Nama dari rekan");
        late.click("Muat ulang");
        assertThat(late.typed("Nama instansi")).isEqualTo("Nama dari saya");
        late.click("Simpan");
        assertThat(details().name()).isEqualTo("Nama dari saya");
    }

    @Test
    void suspendingSaysWhoStillWaitsAsksAndWantsAProof() {
        hall.issue(agency);
        AdminScreen screen = open(mallAdmin, chosen());
        screen.type("Nama instansi", "Belum disimpan");
        screen.click("Tangguhkan");
        assertThat(screen.question())
                .contains("Tangguhkan " + agency.name() + "?")
                .contains("masih ada 1 nomor terbuka");
        screen.decline();
        assertThat(details().suspended()).isFalse();
        screen.click("Tangguhkan");
        screen.confirm();
        assertThat(screen.asksWhoSitsThere()).isTrue();
        assertThat(details().suspended()).isFalse();
        screen.prove();
        assertThat(details().suspended()).isTrue();
        assertThat(screen.texts()).contains("Ditangguhkan: tidak ada nomor baru");
        assertThat(screen.typed("Nama instansi")).isEqualTo("Belum disimpan");
        screen.click("Aktifkan lagi");
        assertThat(screen.asksWhoSitsThere()).isFalse();
        assertThat(details().suspended()).isFalse();
    }

    @Test
    void resumingWantsAProofToo() {
        AgencyDetails shown = details();
        hall.asProven(mallAdmin, () -> {
            agencies.suspend(shown.id(), shown.version());
            return shown;
        });
        AdminScreen screen = open(mallAdmin, chosen());
        screen.click("Aktifkan lagi");
        assertThat(details().suspended()).isTrue();
        screen.prove();
        assertThat(details().suspended()).isFalse();
    }

    @Test
    void whoSuspendsWhatAColleagueChangedMeanwhileIsTold() {
        StaffPrincipal colleague = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AdminScreen screen = open(mallAdmin, chosen());
        AgencyDetails shown = details();
        hall.as(colleague, () -> {
            agencies.rename(shown.id(), shown.version(), "Nama dari rekan");
            return shown;
        });
        screen.click("Tangguhkan");
        screen.confirm();
        screen.prove();
        assertThat(screen.texts()).contains("diubah oleh " + colleague.displayName());
        assertThat(details().suspended()).isFalse();
    }

    @Test
    void nobodyElseOpensTheScreen() {
        for (StaffPrincipal other : List.of(
                agency.admin(), agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            AdminScreen screen = open(other, chosen());
            assertThat(screen.shown()).isEqualTo("ClosedPage");
            assertThat(screen.all(Button.class)).extracting(Button::getText).doesNotContain("Tangguhkan");
        }
    }

    private String chosen() {
        return "kelola/instansi?pilih=" + details().code();
    }

    private AgencyDetails details() {
        return hall.as(mallAdmin, () -> agencies.all()).stream()
                .filter(one -> one.id().equals(agency.id()))
                .findAny()
                .orElseThrow();
    }

    private Optional<AgencyDetails> stored(String code) {
        return hall.as(mallAdmin, () -> agencies.all()).stream()
                .filter(one -> one.code().equals(code))
                .findAny();
    }

    private AdminScreen open(StaffPrincipal staff, String address) {
        return new AdminScreen(screens.of(staff), address);
    }
}
