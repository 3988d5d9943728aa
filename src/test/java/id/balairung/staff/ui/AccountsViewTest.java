package id.balairung.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.AgencySummary;
import id.balairung.common.TypedText;
import id.balairung.common.ui.ListFilter;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.AccountDraft;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The mall's admin runs all accounts on the screen. */
@BalairungTest
class AccountsViewTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    AccountAdministration accounts;

    @LocalServerPort
    int port;

    Hall.TestAgency agency;
    StaffPrincipal admin;
    String username;

    @BeforeEach
    void aMallAdmin() {
        agency = hall.agency(1, 1);
        admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        username = "a-" + agency.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    @Test
    void aNewAccountsPasswordIsShownOnceAndHasToBeChanged() {
        AdminScreen screen = proven().click("Tambah akun").type("Nama", "Siti Rahmawati");
        screen.type("Nama pengguna", username);
        chooseAgency(screen);
        screen.click("Simpan");
        assertThat(screen.slip()).contains("Siti Rahmawati", username).containsPattern("[a-z0-9]{4}(-[a-z0-9]{4}){3}");
        screen.click("Sudah dicatat");
        assertThat(screen.slip()).isEmpty();
        assertThat(made()).hasValueSatisfying(account -> {
            assertThat(account.role()).isEqualTo(Role.AGENCY_ADMIN);
            assertThat(account.agency()).contains(agency.id());
            assertThat(account.passwordDue()).isTrue();
        });
    }

    @Test
    void whatIsWrongIsToldAtTheFieldsAndWhatWasTypedStays() {
        AdminScreen screen = proven().click("Tambah akun").type("Nama pengguna", "Bukan Nama");
        screen.click("Simpan");
        assertThat(screen.field("Nama").getErrorMessage()).isEqualTo("Perlu diisi.");
        assertThat(screen.field("Nama pengguna").getErrorMessage()).contains("huruf kecil");
        assertThat(agencyField(screen).getErrorMessage()).isEqualTo("Pilih instansinya.");
        assertThat(screen.field("Nama pengguna").getValue()).isEqualTo("Bukan Nama");
        assertThat(screen.refusal()).contains("Belum disimpan: 3 isian perlu diperiksa.");

        screen.type("Nama", "Siti").type("Nama pengguna", agency.officer().getUsername());
        chooseAgency(screen);
        screen.click("Simpan");
        assertThat(screen.field("Nama pengguna").getErrorMessage()).contains("sudah dipakai");
        assertThat(screen.field("Nama").getValue()).isEqualTo("Siti");
    }

    @Test
    void withoutAFreshProofThePasswordIsAskedForAndWhatWasTypedIsSavedAfterIt() {
        AdminScreen screen = unproven().click("Tambah akun").type("Nama", "Siti Rahmawati");
        screen.type("Nama pengguna", username);
        chooseAgency(screen);
        screen.click("Simpan");
        assertThat(screen.asksWhoSitsThere()).isTrue();
        screen.prove("salah");
        assertThat(screen.refusal()).contains("Kata sandi Anda yang sekarang tidak cocok.");
        assertThat(screen.field("Nama").getValue()).isEqualTo("Siti Rahmawati");
        assertThat(made()).isEmpty();
        screen.prove(Hall.PASSWORD);
        assertThat(screen.slip()).contains("Siti Rahmawati", username);
        assertThat(made()).isPresent();
    }

    @Test
    void aSecondFactorIsRequiredOfSomebody() {
        AdminScreen screen = proven().choose(id(agency.officer()));
        assertThat(details(agency.officer()).secondFactorRequired()).isFalse();
        screen.act("Wajibkan verifikasi dua langkah").confirm();
        assertThat(details(agency.officer()).secondFactorRequired()).isTrue();
    }

    @Test
    void whoSavesLaterIsToldWhoSavedAndKeepsWhatWasTyped() {
        AdminScreen screen = unproven().choose(id(agency.officer())).type("Nama", "Nama Kedua");
        StaffPrincipal other = hall.staff(Role.MALL_ADMIN, Optional.empty());
        rename(other, agency.officer(), "Nama Pertama");
        screen.click("Simpan");
        assertThat(screen.meanwhile()).contains("Sementara itu diubah oleh " + other.displayName());
        assertThat(details(agency.officer()).name()).isEqualTo("Nama Pertama");
        screen.click("Muat ulang");
        assertThat(screen.field("Nama").getValue()).isEqualTo("Nama Kedua");
        assertThat(screen.field("Nama").getHelperText()).isEqualTo("Kini tersimpan: Nama Pertama");
        screen.click("Simpan");
        assertThat(details(agency.officer()).name()).isEqualTo("Nama Kedua");
    }

    @Test
    void disablingIsAskedAboutTwiceAndEnablingToo() {
        AdminScreen screen = unproven().choose(id(agency.officer()));
        screen.act("Nonaktifkan").decline();
        assertThat(details(agency.officer()).enabled()).isTrue();
        screen.act("Nonaktifkan").confirm();
        assertThat(screen.asksWhoSitsThere()).isTrue();
        assertThat(details(agency.officer()).enabled()).isTrue();
        screen.prove(Hall.PASSWORD);
        assertThat(screen.note()).isEqualTo(agency.officer().displayName() + " dinonaktifkan.");
        assertThat(details(agency.officer()).enabled()).isFalse();
        screen.act("Aktifkan lagi").confirm();
        assertThat(details(agency.officer()).enabled()).isTrue();
    }

    @Test
    void enablingAsksForThePasswordToo() {
        hall.disable(agency.officer());
        AdminScreen screen = unproven().choose(id(agency.officer()));
        screen.act("Aktifkan lagi").confirm();
        assertThat(details(agency.officer()).enabled()).isFalse();
        screen.prove(Hall.PASSWORD);
        assertThat(screen.note()).isEqualTo(agency.officer().displayName() + " aktif lagi.");
        assertThat(details(agency.officer()).enabled()).isTrue();
    }

    @Test
    void theOwnAccountIsNotDisabledAndTheFormSaysWhy() {
        AdminScreen screen = proven().choose(id(admin));
        screen.act("Nonaktifkan").confirm();
        assertThat(screen.refusal()).contains("Akun Anda sendiri tidak dapat Anda nonaktifkan.");
        assertThat(details(admin).enabled()).isTrue();
    }

    @Test
    void aResetPasswordIsShownOnceAfterTheProof() {
        AdminScreen screen = unproven().choose(id(agency.admin()));
        screen.act("Atur ulang kata sandi").confirm();
        assertThat(screen.slip()).isEmpty();
        screen.prove(Hall.PASSWORD);
        assertThat(screen.slip()).contains(agency.admin().getUsername());
        screen.click("Sudah dicatat");
        assertThat(screen.slip()).isEmpty();
        assertThat(details(agency.admin()).passwordDue()).isTrue();
    }

    @Test
    void sessionsThatAreEndedAreOver() {
        Wire wire = new Wire(port);
        wire.signIn(agency.officer().getUsername(), Hall.PASSWORD);
        assertThat(wire.get("/sesi").statusCode()).isEqualTo(204);
        AdminScreen screen = unproven().choose(id(agency.officer()));
        screen.act("Akhiri semua sesi").confirm();
        assertThat(screen.note()).contains("Semua sesi " + agency.officer().displayName() + " diakhiri.");
        await().untilAsserted(() -> assertThat(wire.get("/sesi").statusCode()).isEqualTo(401));
    }

    @Test
    void theListGoesOutOnlyAfterThePassword() {
        AdminScreen screen = unproven().export("Teks (CSV)");
        assertThat(screen.offersFile()).isFalse();
        screen.prove(Hall.PASSWORD);
        assertThat(screen.offersFile()).isTrue();
    }

    @Test
    void aLinkOpensTheFormAndAnUnknownOneNone() {
        AdminScreen screen = unproven().choose(id(agency.officer()));
        assertThat(screen.field("Nama").getValue()).isEqualTo(agency.officer().displayName());
        screen.choose("00000000-0000-0000-0000-000000000000");
        assertThat(screen.window().find(TextField.class).withLabel("Nama").exists())
                .isFalse();
        assertThat(screen.window().findInView(Grid.class).exists()).isTrue();
    }

    @Test
    void theListIsNarrowedToOneAgencyOrToTheMallsOwnStaffAndTheAddressKeepsIt() {
        Hall.TestAgency other = hall.agency(1, 1);
        AdminScreen screen = unproven();
        assertThat(listed(screen))
                .contains(agency.officer().id(), other.officer().id(), admin.id());

        narrow(screen, agency.name());
        assertThat(listed(screen))
                .containsOnly(agency.officer().id(), agency.admin().id());
        screen.go("kelola/akun?instansi=mpp");
        assertThat(listed(screen))
                .contains(admin.id())
                .doesNotContain(
                        agency.officer().id(),
                        other.officer().id(),
                        other.admin().id());
        screen.go("kelola/akun?instansi=tidak-ada");
        assertThat(listed(screen))
                .contains(agency.officer().id(), other.officer().id(), admin.id());
    }

    @Test
    void anEntryThatIsOpenedKeepsTheFilterInTheAddress() {
        AdminScreen screen = unproven();
        narrow(screen, agency.name());
        screen.click("Tambah akun");
        assertThat(screen.address()).contains("pilih=baru", "instansi=" + code());
        assertThat(listed(screen))
                .containsOnly(agency.officer().id(), agency.admin().id());
    }

    @Test
    void aListNarrowedToNothingSaysSoAndIsWidenedAgain() {
        AdminScreen screen = unproven();
        screen.go("kelola/akun?instansi=" + code() + "&cari=tidak+ada+yang+bernama+begini");
        assertThat(listed(screen)).isEmpty();
        assertThat(emptiness(screen)).contains("Tidak ada yang cocok.");
        screen.click("Hapus penyaring");
        assertThat(listed(screen)).contains(agency.officer().id(), admin.id());
        assertThat(filter(screen).getValue().name()).isEqualTo("Semua instansi");
    }

    @Test
    void nobodyElseOpensTheScreen() {
        for (StaffPrincipal staff : List.of(
                agency.admin(), agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            assertThat(new AdminScreen(screens.of(staff), "kelola/akun").shown())
                    .as(staff.toString())
                    .isEqualTo("ClosedPage");
        }
        assertThat(unproven().shown()).startsWith("AccountsView");
    }

    private AdminScreen unproven() {
        return new AdminScreen(screens.of(admin), "kelola/akun");
    }

    private AdminScreen proven() {
        return new AdminScreen(screens.ofProven(admin), "kelola/akun");
    }

    @SuppressWarnings("unchecked")
    private static ListFilter<AccountDetails> filter(AdminScreen screen) {
        return screen.heardAs(ListFilter.class, "Instansi");
    }

    private static void narrow(AdminScreen screen, String part) {
        screen.window().test(ComboBoxTester.class, filter(screen)).selectItem(part);
        MockVaadin.clientRoundtrip();
    }

    @SuppressWarnings("unchecked")
    private static List<StaffId> listed(AdminScreen screen) {
        Grid<AccountDetails> grid = screen.window().findInView(Grid.class).single();
        return grid.getListDataView().getItems().map(AccountDetails::id).toList();
    }

    private static String emptiness(AdminScreen screen) {
        return screen.window()
                .findInView(Grid.class)
                .single()
                .getEmptyStateComponent()
                .getElement()
                .getTextRecursively();
    }

    private String code() {
        return hall.as(admin, accounts::agencies).stream()
                .filter(known -> known.id().equals(agency.id()))
                .map(AgencySummary::code)
                .findAny()
                .orElseThrow();
    }

    private void chooseAgency(AdminScreen screen) {
        screen.window().test(ComboBoxTester.class, agencyField(screen)).selectItem(agency.name());
    }

    private static ComboBox<?> agencyField(AdminScreen screen) {
        return screen.window().find(ComboBox.class).withLabel("Instansi").single();
    }

    private void rename(StaffPrincipal by, StaffPrincipal whom, String name) {
        hall.as(by, () -> {
            AccountDetails now = details(whom);
            accounts.change(
                    now.id(),
                    now.revision(),
                    new AccountDraft(now.username(), new TypedText(name), now.role(), now.agency(), true, Set.of()));
            return now;
        });
    }

    private static String id(StaffPrincipal staff) {
        return staff.id().value().toString();
    }

    private Optional<AccountDetails> made() {
        return all().stream()
                .filter(account -> account.username().equals(username))
                .findAny();
    }

    private AccountDetails details(StaffPrincipal staff) {
        return all().stream()
                .filter(account -> account.id().equals(staff.id()))
                .findAny()
                .orElseThrow();
    }

    private List<AccountDetails> all() {
        return hall.as(admin, accounts::accounts);
    }
}
