package id.balairung.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.OfficerAdministration;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency's admin runs its officers on the screen. */
@BalairungTest
class OfficersViewTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    OfficerAdministration officers;

    Hall.TestAgency agency;
    BrowserlessUIContext window;
    String username;

    @BeforeEach
    void openTheScreen() {
        agency = hall.agency(1, 2);
        username = "v-" + agency.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        window = screens.ofProven(agency.admin());
    }

    @Test
    void aNewOfficersPasswordIsShownOnce() {
        window.navigate("kelola/petugas", OfficersView.class);
        click("Tambah petugas");
        window.test(field("Nama")).setValue("Siti Rahmawati");
        window.test(field("Nama pengguna")).setValue(username);
        click("Simpan");
        String slip = window.find(Article.class)
                .all()
                .getFirst()
                .getChildren()
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .map(Span::getText)
                .collect(Collectors.joining("|"));
        assertThat(slip).contains("Siti Rahmawati", username).containsPattern("[a-z0-9]{4}(-[a-z0-9]{4}){3}");
        click("Sudah dicatat");
        assertThat(window.find(Article.class).exists()).isFalse();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsToldAtTheFieldsAndNothingIsMade() {
        window.navigate("kelola/petugas", OfficersView.class);
        click("Tambah petugas");
        window.test(field("Nama pengguna")).setValue("Bukan Nama");
        click("Simpan");
        assertThat(field("Nama").getErrorMessage()).isEqualTo("Perlu diisi.");
        assertThat(field("Nama pengguna").getErrorMessage()).contains("huruf kecil");
        assertThat(hall.as(agency.admin(), officers::officers)).hasSize(2);
    }

    @Test
    void withoutAFreshProofAnOfficerIsMadeOnlyAfterThePasswordAndWhatWasTypedStays() {
        AdminScreen screen = unproven().click("Tambah petugas").type("Nama", "Siti Rahmawati");
        screen.type("Nama pengguna", username).click("Simpan").prove("salah");
        assertThat(screen.refusal()).contains("Kata sandi Anda yang sekarang tidak cocok.");
        assertThat(screen.field("Nama").getValue()).isEqualTo("Siti Rahmawati");
        assertThat(hall.as(agency.admin(), officers::officers)).hasSize(2);
        screen.prove(Hall.PASSWORD);
        assertThat(screen.slip()).contains("Siti Rahmawati", username);
        assertThat(hall.as(agency.admin(), officers::officers)).hasSize(3);
    }

    @Test
    void withoutAFreshProofATableIsImportedOnlyAfterThePassword() {
        AdminScreen screen = unproven();
        window = screen.window();
        click("Impor");
        upload(
                "petugas.csv",
                (header() + username + ";Satu;ya;\n" + username + "2;Dua;tidak;\n").getBytes(StandardCharsets.UTF_8));
        screen.click("Impor 2 baris").prove("salah");
        assertThat(screen.refusal()).contains("Kata sandi Anda yang sekarang tidak cocok.");
        assertThat(hall.as(agency.admin(), officers::officers)).hasSize(2);
        screen.prove(Hall.PASSWORD);
        assertThat(hall.as(agency.admin(), officers::officers)).hasSize(4);
    }

    @Test
    void withoutAFreshProofAnOfficerIsEnabledOnlyAfterThePassword() {
        hall.disable(agency.officer());
        AdminScreen screen = unproven().choose(agency.officer().id().value().toString());
        screen.act("Aktifkan lagi").confirm();
        assertThat(screen.asksWhoSitsThere()).isTrue();
        screen.prove(Hall.PASSWORD);
        assertThat(screen.note()).isEqualTo(agency.officer().displayName() + " aktif lagi.");
        assertThat(hall.as(agency.admin(), officers::officers)).allMatch(AccountDetails::enabled);
    }

    @Test
    void aLinkToAnotherAgencysOfficerOrToTheAdminShowsNothing() {
        for (StaffPrincipal foreign : List.of(hall.agency(1, 1).officer(), agency.admin())) {
            choose(foreign.id().value().toString());
            assertThat(window.find(TextField.class).withLabel("Nama").exists()).isFalse();
        }
        choose(agency.officer().id().value().toString());
        assertThat(field("Nama").getValue()).isEqualTo(agency.officer().displayName());
    }

    @Test
    void nobodyElseOpensTheScreen() {
        for (StaffPrincipal staff : List.of(
                agency.officer(),
                hall.frontDesk(),
                hall.staff(Role.MALL_HEAD, Optional.empty()),
                hall.staff(Role.MALL_ADMIN, Optional.empty()))) {
            assertThat(new AdminScreen(screens.of(staff), "kelola/petugas").shown())
                    .as(staff.toString())
                    .isEqualTo("ClosedPage");
        }
        assertThat(unproven().shown()).startsWith("OfficersView");
    }

    @Test
    void aTableWithABadRowIsShownAndCantBeImported() {
        importing(header() + username + ";;ya;\n" + username + "2;Baik;tidak;\n");
        assertThat(texts()).contains("1 baris benar, 1 baris salah.");
        Button confirm = window.find(Button.class).withText("Impor 2 baris").single();
        assertThat(confirm.isEnabled()).isFalse();
    }

    @Test
    void aGoodTableIsImportedAndThePasswordsAreShown() {
        importing(header() + username + ";Satu;ya;\n" + username + "2;Dua;tidak;\n");
        click("Impor 2 baris");
        assertThat(window.find(Article.class).all()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(hall.as(agency.admin(), officers::officers))
                .extracting(AccountDetails::name)
                .contains("Satu", "Dua");
    }

    @Test
    void whateverTheBrowserClaimsAFileThatIsNoTableIsRefused() {
        window.navigate("kelola/petugas", OfficersView.class);
        click("Impor");
        upload("petugas.xlsx", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal()).contains("Bukan tabel XLSX atau CSV");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedThoughTheBrowserSentIt() {
        window.navigate("kelola/petugas", OfficersView.class);
        click("Impor");
        window.find(Upload.class).single().setMaxFileSize(Integer.MAX_VALUE);
        upload("petugas.csv", new byte[6 * 1024 * 1024]);
        assertThat(refusal()).contains("lebih besar dari 5 MB");
    }

    private AdminScreen unproven() {
        return new AdminScreen(screens.of(agency.admin()), "kelola/petugas");
    }

    private String header() {
        return "Nama pengguna;Nama;Boleh memilih;Loket\n";
    }

    private void importing(String csv) {
        window.navigate("kelola/petugas", OfficersView.class);
        click("Impor");
        upload("petugas.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private void upload(String name, byte[] content) {
        window.test(UploadTester.class, window.find(Upload.class).single()).upload(name, "text/csv", content);
        MockVaadin.clientRoundtrip();
    }

    private String refusal() {
        return window.find(Div.class).all().stream()
                .filter(div -> div.hasClassName("bl-refusal"))
                .map(Div::getText)
                .collect(Collectors.joining());
    }

    private String texts() {
        return window.find(Div.class).all().stream().map(Div::getText).collect(Collectors.joining("\n"));
    }

    private void choose(String id) {
        window.activate();
        window.getUI().navigate("kelola/petugas", QueryParameters.of("pilih", id));
        window.roundTrip();
    }

    private long rows() {
        return window.test(window.findInView(Grid.class).single()).size();
    }

    private TextField field(String label) {
        return window.find(TextField.class).withLabel(label).single();
    }

    private void click(String label) {
        window.test(window.find(Button.class).withText(label).single()).click();
        MockVaadin.clientRoundtrip();
    }
}
