package id.balairung.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.audit.AuditEntry;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditFilter;
import id.balairung.audit.AuditGroup;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditReading;
import id.balairung.audit.AuditTrail;
import id.balairung.audit.AuditedMall;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.EmptyState;
import id.balairung.security.Founder;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** An agency's admin reads the own trail, a mall admin all of them, and the agency sees that. */
@BalairungTest
class AuditViewTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditReading reading;

    @Autowired
    Founder founder;

    @Autowired
    AuditedMall mall;

    @Autowired
    I18NProvider texts;

    @Autowired
    Clock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;

    @BeforeEach
    void twoAgencies() {
        agency = hall.agency(1, 1);
        other = hall.agency(1, 1);
        record(agency, AuditKind.SERVICE_CHANGED, "Layanan sendiri");
        record(other, AuditKind.SERVICE_CHANGED, "Layanan orang lain");
    }

    @Test
    void anAdminReadsTheOwnTrailWhateverTheAddressSays() {
        BrowserlessUIContext window = open(agency.admin(), Map.of("instansi", code(other)));
        assertThat(subjects(window)).contains("Layanan sendiri").doesNotContain("Layanan orang lain");
        assertThat(window.find(H2.class).all()).extracting(H2::getText).contains(agency.name());
    }

    @Test
    void anotherAgencysTrailIsReadByNobodyOfThisOne() {
        assertThat(hall.as(agency.admin(), () -> reading.page(Optional.of(other.id()), all(), Optional.empty(), 100)))
                .extracting(AuditEntry::subject)
                .contains("Layanan sendiri")
                .doesNotContain("Layanan orang lain");
        assertThat(hall.asProven(agency.admin(), () -> reading.export(Optional.of(other.id()), all())))
                .extracting(AuditEntry::subject)
                .contains("Layanan sendiri")
                .doesNotContain("Layanan orang lain");
        for (StaffPrincipal staff :
                List.of(agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            assertThatThrownBy(() ->
                            hall.as(staff, () -> reading.page(Optional.of(agency.id()), all(), Optional.empty(), 100)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> reading.export(Optional.of(agency.id()), all())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hall.as(staff, () -> reading.count(Optional.of(agency.id()), all())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(open(staff, Map.of()).find(AuditGrid.class).exists()).isFalse();
        }
    }

    @Test
    void aMallAdminsReadingIsSeenByTheAgency() {
        StaffPrincipal admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        BrowserlessUIContext window = open(admin, Map.of("instansi", code(agency)));
        assertThat(subjects(window)).contains("Layanan sendiri").doesNotContain("Layanan orang lain");
        BrowserlessUIContext own = open(agency.admin(), Map.of("jenis", "read-across"));
        assertThat(entries(own)).hasSize(1);
        assertThat(entries(own).getFirst().person().orElseThrow()).contains(admin.getUsername());
    }

    @Test
    void aMallAdminReadsTheMallsTrailFirstAndNoAgencyThatThereIsNot() {
        StaffPrincipal admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        assertThat(subjects(open(admin, Map.of()))).doesNotContain("Layanan sendiri", "Layanan orang lain");
        assertThatThrownBy(() ->
                        hall.as(admin, () -> reading.page(Optional.of(AgencyId.next()), all(), Optional.empty(), 1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theAddressFiltersAndTheQuickFilterStandsInIt() {
        record(agency, AuditKind.COUNTER_CREATED, "Loket 07");
        assertThat(subjects(open(agency.admin(), Map.of("cari", "ket 07")))).containsExactly("Loket 07");
        assertThat(subjects(open(agency.admin(), Map.of("jenis", "counters"))))
                .contains("Loket 07")
                .doesNotContain(agency.admin().getUsername());
        assertThat(subjects(open(agency.admin(), Map.of("orang", agency.admin().getUsername()))))
                .contains("Loket 07");
        BrowserlessUIContext window = open(agency.admin(), Map.of("cari", "100%"));
        assertThat(window.find(EmptyState.class).exists()).isTrue();
        assertThat(window.find(AuditGrid.class).exists()).isFalse();
        window.test(window.find(Button.class).withText("Dibaca oleh MPP").single())
                .click();
        assertThat(address()).contains("jenis=read-across");
    }

    @Test
    void whatIsTypedInTheFiltersIsSearchedForAndStandsInTheAddress() {
        record(agency, AuditKind.COUNTER_CREATED, "Loket 07");
        BrowserlessUIContext window = open(agency.admin(), Map.of());
        window.test(window.find(TextField.class).withLabel("Objek memuat").single())
                .setValue("ket 07");
        assertThat(subjects(window)).containsExactly("Loket 07");
        window.test(window.find(TextField.class).withLabel("Objek memuat").single())
                .clear();
        window.test(
                        ComboBoxTester.class,
                        window.find(ComboBox.class).withLabel("Jenis").single())
                .selectItem("Loket");
        assertThat(subjects(window)).contains("Loket 07").doesNotContain("Layanan sendiri");
        assertThat(address()).contains("jenis=counters").doesNotContain("cari=");
        window.test(window.find(TextField.class).withLabel("Nama orang").single())
                .setValue("tidak ada orang itu");
        assertThat(window.find(EmptyState.class).exists()).isTrue();
        assertThat(address()).contains("jenis=counters", "orang=");
    }

    @Test
    void aDayOutsideThePeriodIsNotShownAndALaterOneThanTodayIsToday() {
        BrowserlessUIContext window = open(agency.admin(), Map.of("sampai", "2020-02-01"));
        assertThat(window.find(EmptyState.class).exists()).isTrue();
        window.test(window.find(DateField.class).withLabel("Sampai tanggal").single())
                .setValue(LocalDate.ofInstant(clock.instant(), mall.zone()));
        assertThat(subjects(window)).contains("Layanan sendiri");
        assertThat(address()).contains("dari=2020-01-03").doesNotContain("sampai=");
    }

    @Test
    void theFileComesOnlyAfterThePasswordAndHoldsWhatIsShown() {
        BrowserlessUIContext window = open(agency.admin(), Map.of("jenis", "services"));
        MenuBar menu = window.find(ExportMenu.class)
                .single()
                .getChildren()
                .filter(MenuBar.class::isInstance)
                .map(MenuBar.class::cast)
                .findFirst()
                .orElseThrow();
        window.test(MenuBarTester.class, menu).clickItem("Ekspor", "Teks (CSV)");
        assertThat(window.find(Anchor.class).all())
                .noneMatch(link -> link.getHref().contains("/dynamic/"));
        for (String typed : List.of("salah", Hall.PASSWORD)) {
            assertThat(window.find(PasswordField.class).exists()).isTrue();
            window.test(window.find(PasswordField.class).single()).setValue(typed);
            window.test(window.find(Button.class).withText("Lanjutkan").single())
                    .click();
        }
        assertThat(window.find(PasswordField.class).exists()).isFalse();
        Anchor link = window.find(Anchor.class).all().stream()
                .filter(one -> one.getHref().contains("/dynamic/"))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        window.test(AnchorTester.class, link).download(csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("Layanan sendiri")
                .doesNotContain("Layanan orang lain");
    }

    @Test
    void aLongTrailIsReadByKeyInAnyOrderAndNothingMovesUnderTheReader() {
        IntStream.range(0, 130).forEach(number -> record(agency, AuditKind.SERVICE_CHANGED, "Nomor " + number));
        LazyTrail lazy = hall.as(agency.admin(), () -> new LazyTrail(reading, Optional.empty(), all()));
        record(agency, AuditKind.SERVICE_CHANGED, "Baru");
        List<String> read = new ArrayList<>();
        hall.as(agency.admin(), () -> {
            for (List<AuditEntry> page = lazy.fetch(0, 50); !page.isEmpty(); page = lazy.fetch(read.size(), 50)) {
                page.forEach(entry -> read.add(entry.subject()));
            }
            assertThat(lazy.fetch(75, 10)).extracting(AuditEntry::subject).isEqualTo(read.subList(75, 85));
            return lazy;
        });
        assertThat(read).startsWith("Nomor 129").doesNotContain("Baru").doesNotHaveDuplicates();
        assertThat(read).hasSizeGreaterThanOrEqualTo(131);
    }

    @Test
    void anExportCannotActAsAFormulaAndIsItselfRecorded() throws IOException {
        record(agency, AuditKind.SERVICE_CHANGED, "=HYPERLINK(\"http://contoh\")");
        AuditTable table = hall.asProven(
                agency.admin(), () -> new AuditTable(words(), "Uji", reading.export(Optional.empty(), all())));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        hall.as(agency.admin(), () -> {
            SheetFormat.CSV.write(table.sheet(), csv);
            return csv;
        });
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("'=HYPERLINK")
                .contains("Layanan sendiri")
                .doesNotContain(";=HYPERLINK")
                .doesNotContain(";\"=HYPERLINK");
        List<AuditEntry> recorded = hall.as(
                agency.admin(), () -> reading.page(Optional.empty(), of(AuditGroup.FILES), Optional.empty(), 10));
        assertThat(recorded).hasSize(1);
        assertThat(recorded.getFirst().kind()).isEqualTo(AuditKind.EXPORTED);
        assertThat(Integer.parseInt(recorded.getFirst().after().get("rows")))
                .isEqualTo(csv.toString(StandardCharsets.UTF_8).lines().count() - 1);
    }

    @Test
    void whatTheInstallationDidIsToldInThePersonsLanguage() throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> founder.establish(() ->
                        trail.recordAlone(AuditEvent.of(AuditKind.ACCOUNT_CREATED, agency.id(), "Admin MPP (admin)"))))
                .join();
        assertThat(entries(open(agency.admin(), Map.of("cari", "Admin MPP"))))
                .extracting(entry -> words().person(entry) + words().role(entry))
                .containsExactly("Pemasangan sistem");
    }

    @Test
    void withoutAFreshProofTheTrailIsNotExported() {
        assertThatThrownBy(() -> hall.as(agency.admin(), () -> reading.export(Optional.empty(), all())))
                .isInstanceOf(ReauthenticationRequired.class);
        assertThat(hall.as(
                        agency.admin(),
                        () -> reading.page(Optional.empty(), of(AuditGroup.FILES), Optional.empty(), 10)))
                .isEmpty();
    }

    @Test
    void everyKindIsInOneGroupAndHasAWordInBothLanguages() {
        assertThat(Arrays.stream(AuditGroup.values()).flatMap(group -> group.kinds().stream()))
                .containsExactlyInAnyOrder(AuditKind.values());
        for (Locale language : List.of(Locale.of("id"), Locale.ENGLISH)) {
            AuditWords words = new AuditWords(texts, language, mall);
            assertThat(AuditKind.values())
                    .allSatisfy(kind -> assertThat(words.kind(kind)).isNotEqualTo(kind.name()));
            assertThat(AuditGroup.values())
                    .allSatisfy(group -> assertThat(words.group(group)).doesNotStartWith("!"));
        }
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private AuditWords words() {
        return new AuditWords(texts, Locale.of("id"), mall);
    }

    private void record(Hall.TestAgency where, AuditKind kind, String subject) {
        hall.as(where.admin(), () -> {
            trail.recordAlone(AuditEvent.of(kind, where.id(), subject));
            return subject;
        });
    }

    private AuditFilter all() {
        return filter(Optional.empty());
    }

    private AuditFilter of(AuditGroup group) {
        return filter(Optional.of(group));
    }

    private AuditFilter filter(Optional<AuditGroup> group) {
        return new AuditFilter(
                clock.instant().minus(Duration.ofDays(1)), clock.instant().plus(Duration.ofDays(1)), group, "", "");
    }

    private BrowserlessUIContext open(StaffPrincipal staff, Map<String, String> asked) {
        BrowserlessUIContext window = screens.of(staff);
        window.activate();
        UI.getCurrent().navigate("jejak-audit", QueryParameters.simple(asked));
        return window;
    }

    private static List<String> subjects(BrowserlessUIContext window) {
        return entries(window).stream().map(AuditEntry::subject).toList();
    }

    private static List<AuditEntry> entries(BrowserlessUIContext window) {
        window.activate();
        return window.find(AuditGrid.class)
                .single()
                .getDataProvider()
                .fetch(new Query<>(0, 100, List.of(), null, null))
                .toList();
    }

    private static String code(Hall.TestAgency of) {
        return "UJI" + of.service().prefix().substring(0, 2);
    }
}
