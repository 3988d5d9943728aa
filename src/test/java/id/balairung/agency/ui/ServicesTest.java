package id.balairung.agency.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import id.balairung.agency.Requirement;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDetails;
import id.balairung.agency.ServiceDraft;
import id.balairung.counter.CounterAdministration;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency's admin keeps its services on the screen. */
@BalairungTest
class ServicesTest {

    private static final Predicate<String> WARNING =
            sentence -> sentence.startsWith("Belum ada loket yang melayani layanan ini");

    @Autowired
    private Hall hall;

    @Autowired
    private Screens screens;

    @Autowired
    private ServiceAdministration services;

    @Autowired
    private CounterAdministration counters;

    private Hall.TestAgency agency;

    @BeforeEach
    void open() {
        agency = hall.agency(2, 1);
    }

    @Test
    void aServiceIsAddedAndStaysChosen() {
        BrowserlessUIContext window = open(agency.admin(), "kelola/layanan?pilih=baru");
        type(window, "Huruf", "C");
        type(window, "Nama dalam bahasa Indonesia", "Legalisasi");
        type(window, "Nama dalam bahasa Inggris", "Legalisation");
        number(window, "Target tunggu", 20);
        number(window, "Target layanan", 10);
        click(window, "Simpan");
        assertThat(stored()).extracting(ServiceDetails::nameIndonesian).contains("Legalisasi");
        assertThat(address()).startsWith("kelola/layanan?pilih=").endsWith("C");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
        BrowserlessUIContext window = open(agency.admin(), "kelola/layanan?pilih=baru");
        type(window, "Huruf", "A");
        type(window, "Nama dalam bahasa Indonesia", "Kembarannya");
        number(window, "Target tunggu", 0);
        click(window, "Simpan");
        assertThat(field(window, "Nama dalam bahasa Inggris").isInvalid()).isTrue();
        assertThat(field(window, "Nama dalam bahasa Inggris").getErrorMessage()).isEqualTo("Perlu diisi.");
        assertThat(field(window, "Nama dalam bahasa Indonesia").isInvalid()).isFalse();
        assertThat(field(window, "Nama dalam bahasa Indonesia").getValue()).isEqualTo("Kembarannya");
        assertThat(stored()).hasSize(2);
        type(window, "Nama dalam bahasa Inggris", "Its twin");
        number(window, "Target tunggu", 20);
        number(window, "Target layanan", 10);
        click(window, "Simpan");
        assertThat(field(window, "Huruf").getErrorMessage()).startsWith("Huruf ini sudah dipakai");
        assertThat(stored()).hasSize(2);
    }

    @Test
    void whoComesTooLateIsToldByWhomAndKeepsWhatWasTyped() {
        StaffPrincipal colleague = hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id()));
        String first = stored().getFirst().prefix();
        BrowserlessUIContext late = open(agency.admin(), "kelola/layanan?pilih=" + first);
        BrowserlessUIContext early = open(colleague, "kelola/layanan?pilih=" + first);
        type(early, "Nama dalam bahasa Indonesia", "Nama rekan");
        number(early, "Target tunggu", 33);
        click(early, "Simpan");
        late.activate();
        type(late, "Nama dalam bahasa Indonesia", "Nama saya");
        click(late, "Simpan");
        assertThat(late.find(Paragraph.class).all())
                .anySatisfy(said -> assertThat(said.getText()).contains(colleague.displayName(), "pukul"));
        assertThat(stored().getFirst().nameIndonesian()).isEqualTo("Nama rekan");
        click(late, "Muat ulang");
        assertThat(field(late, "Nama dalam bahasa Indonesia").getValue()).isEqualTo("Nama saya");
        assertThat(field(late, "Nama dalam bahasa Indonesia").getHelperText()).contains("Nama rekan");
        assertThat(late.find(IntegerField.class)
                        .withLabel("Target tunggu")
                        .single()
                        .getValue())
                .isEqualTo(33);
        click(late, "Simpan");
        assertThat(stored().getFirst().nameIndonesian()).isEqualTo("Nama saya");
        assertThat(stored().getFirst().targetWait()).isEqualTo(33);
    }

    @Test
    void aServiceThatNoCounterInUseServesIsWarnedAboutWhileItGivesOutNumbers() {
        ServiceDetails first = stored().getFirst();
        String address = "kelola/layanan?pilih=" + first.prefix();
        assertThat(sentences(new AdminScreen(screens.of(agency.admin()), address)))
                .noneMatch(WARNING);
        disableTheCounter();
        AdminScreen screen = new AdminScreen(screens.of(agency.admin()), address);
        assertThat(sentences(screen)).anyMatch(WARNING);
        assertThat(lineOf(screen, first)).contains("Belum ada loket");
        assertThat(screen.all(Anchor.class)).extracting(Anchor::getHref).contains("kelola/loket");
        hall.pause(agency, agency.service(), "Mesin rusak");
        hall.as(agency.admin(), () -> {
            ServiceDetails other = stored().getLast();
            services.withdraw(other.id(), other.version());
            return other;
        });
        screen = new AdminScreen(screens.of(agency.admin()), address);
        assertThat(sentences(screen)).noneMatch(WARNING);
        assertThat(lineOf(screen, first)).doesNotContain("Belum ada loket");
        assertThat(lineOf(screen, stored().getLast())).doesNotContain("Belum ada loket");
    }

    @Test
    void theImportSaysHowRequirementsAreWrittenBeforeAFileIsChosen() {
        AdminScreen screen = new AdminScreen(screens.of(agency.admin()), "kelola/layanan");
        screen.click("Impor");
        assertThat(screen.texts()).contains("satu persyaratan per baris").contains("Kartu Keluarga / Family card");
    }

    @Test
    void whatIsExportedIsTheSameWhenItIsImportedAgain() {
        ServiceDetails first = stored().getFirst();
        ServiceDetails second = stored().getLast();
        hall.as(agency.admin(), () -> {
            services.change(
                    first.id(),
                    first.version(),
                    new ServiceDraft(
                            first.letter(),
                            "Perekaman",
                            "Recording",
                            20,
                            15,
                            40,
                            List.of(new Requirement("KTP / SIM", "ID / licence"), new Requirement("Surat /", ""))));
            services.withdraw(second.id(), second.version());
            return first;
        });
        List<ServiceDetails> before = stored();
        AdminScreen screen = new AdminScreen(screens.of(agency.admin()), "kelola/layanan");
        String file = screen.exported();
        assertThat(file).contains("KTP // SIM / ID // licence", ";Aktif", ";Nonaktif");
        screen.click("Impor");
        screen.upload(file);
        assertThat(screen.texts()).contains("0 baru, 0 mengubah yang sudah ada, 2 sudah sama.");
        screen.click("Impor 2 baris");
        screen.prove();
        assertThat(stored()).isEqualTo(before);
        screen.click("Impor");
        screen.upload(file.replace(";Nonaktif", ";Aktif"));
        assertThat(screen.texts()).contains("0 baru, 1 mengubah yang sudah ada, 1 sudah sama.");
        screen.click("Impor 2 baris");
        assertThat(stored().getLast().withdrawn()).isFalse();
    }

    @Test
    void aTableWithBadRowsIsShownAndNothingOfItIsImported() {
        List<ServiceDetails> before = stored();
        AdminScreen screen = new AdminScreen(screens.of(agency.admin()), "kelola/layanan");
        screen.click("Impor");
        String header = "Huruf;Nama dalam bahasa Indonesia;Nama dalam bahasa Inggris;Target tunggu;Target layanan;"
                + "Kuota per hari;Persyaratan";
        screen.upload(header + ";Keadaan\nC;Baik;Good;20;15;;;\nD;;Bad;20;15;;;\nE;Buruk;Bad;20;15;;;entah\n");
        assertThat(screen.texts()).contains("1 baris benar, 2 baris salah.");
        assertThat(screen.button("Impor 3 baris").isEnabled()).isFalse();
        assertThat(stored()).isEqualTo(before);
        screen.upload(header + "\nC;Dari berkas lama;From an old file;20;15;;\n");
        assertThat(screen.texts()).contains("1 baru,");
        screen.click("Impor 1 baris");
        assertThat(stored()).isEqualTo(before);
        screen.prove();
        assertThat(stored()).extracting(ServiceDetails::nameIndonesian).contains("Dari berkas lama");
    }

    @Test
    void leavingAChangedFormIsAskedAbout() {
        BrowserlessUIContext window = open(
                agency.admin(), "kelola/layanan?pilih=" + stored().getFirst().prefix());
        type(window, "Nama dalam bahasa Indonesia", "Belum disimpan");
        UI.getCurrent().navigate("kelola/jam");
        MockVaadin.clientRoundtrip();
        assertThat(window.find(ConfirmDialog.class).exists()).isTrue();
        assertThat(window.find(HoursView.class).exists()).isFalse();
        assertThat(field(window, "Nama dalam bahasa Indonesia").getValue()).isEqualTo("Belum disimpan");
        window.test(window.find(ConfirmDialog.class).single()).reject();
        MockVaadin.clientRoundtrip();
        assertThat(window.find(HoursView.class).exists()).isTrue();
        assertThat(stored()).extracting(ServiceDetails::nameIndonesian).doesNotContain("Belum disimpan");
    }

    @Test
    void anotherAgencysServiceIsNotOpenedByItsAddress() {
        Hall.TestAgency other = hall.agency(1, 1);
        BrowserlessUIContext window =
                open(agency.admin(), "kelola/layanan?pilih=" + other.service().prefix());
        assertThat(window.find(TextField.class)
                        .withLabel("Nama dalam bahasa Indonesia")
                        .exists())
                .isFalse();
    }

    @Test
    void everybodyIsLedToTheOwnSectionsOnly() {
        assertThat(sections(agency.admin()))
                .containsExactly("Layanan", "Loket", "Papan penilaian", "Petugas", "Jam layanan");
        assertThat(sections(hall.staff(Role.MALL_ADMIN, Optional.empty())))
                .containsExactly("Instansi", "Akun", "Kalender", "Kuesioner", "Pengaturan mal", "Data pribadi");
        BrowserlessUIContext officer = open(agency.officer(), "kelola/layanan");
        assertThat(officer.find(ServicesView.class).exists()).isFalse();
        BrowserlessUIContext admin = open(agency.admin(), "kelola/instansi");
        assertThat(admin.find(AgenciesView.class).exists()).isFalse();
    }

    private List<String> sections(StaffPrincipal staff) {
        BrowserlessUIContext window = open(staff, "kelola");
        return window.find(RouterLink.class).withClassName("bl-section-tile").all().stream()
                .map(tile -> tile.getElement().getChild(1).getChild(0).getText())
                .toList();
    }

    private BrowserlessUIContext open(StaffPrincipal staff, String address) {
        BrowserlessUIContext window = screens.of(staff);
        window.activate();
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        MockVaadin.clientRoundtrip();
        return window;
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static void type(BrowserlessUIContext window, String label, String text) {
        window.activate();
        window.test(field(window, label)).setValue(text);
    }

    private static void number(BrowserlessUIContext window, String label, int number) {
        window.activate();
        window.find(IntegerField.class).withLabel(label).single().setValue(number);
    }

    private static TextField field(BrowserlessUIContext window, String label) {
        window.activate();
        return window.find(TextField.class).withLabel(label).single();
    }

    private static void click(BrowserlessUIContext window, String text) {
        window.activate();
        Component button = window.find(Button.class)
                .withCondition(one -> text.equals(one.getText()) && one.isVisible())
                .first();
        window.test((Button) button).click();
        MockVaadin.clientRoundtrip();
    }

    private static Stream<String> sentences(AdminScreen screen) {
        return screen.all(Span.class).stream().map(Span::getText);
    }

    private void disableTheCounter() {
        hall.as(agency.admin(), () -> {
            counters.counters().forEach(counter -> counters.disable(counter.id(), counter.revision()));
            return agency;
        });
    }

    @SuppressWarnings("unchecked")
    private static String lineOf(AdminScreen screen, ServiceDetails service) {
        Grid<ServiceDetails> list = screen.all(Grid.class).getFirst();
        ComponentRenderer<Component, ServiceDetails> renderer = (ComponentRenderer<Component, ServiceDetails>)
                list.getColumns().getFirst().getRenderer();
        return renderer.createComponent(service).getElement().getTextRecursively();
    }

    private List<ServiceDetails> stored() {
        return hall.as(agency.admin(), () -> services.all());
    }
}
