package id.balairung.closing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.closing.ClosedDays;
import id.balairung.common.ui.Figure;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The report as its readers see it. */
@BalairungTest
class DailyReportViewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    ClosedDays days;
    LocalDate day;

    @BeforeEach
    void aDayThatIsOver() {
        agency = hall.agency(2, 1);
        other = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.open(other, 0);
        days = new ClosedDays(application, agency, other);
        day = days.served(3);
    }

    @Test
    void anAdminReadsADayInFiguresEachWithItsN() {
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/" + day);
        assertThat(text(window)).contains("Ditutup").doesNotContain("Hari ini belum ditutup");
        assertThat(figure(window, "Kedatangan")).contains("3");
        assertThat(figure(window, "Sesuai standar")).contains("100%", "3 dari 3 giliran");
        assertThat(figure(window, "Waktu tunggu")).contains("3 mnt median", "p90 3, n 3");
        assertThat(figure(window, "Waktu layanan")).contains("7 mnt median", "n 3");
        assertThat(rows(window))
                .anySatisfy(row -> assertThat(row).contains(agency.service().prefix(), "100%", "n 3"));
        assertThat(rows(window)).anySatisfy(row -> assertThat(row).startsWith("10.00"));
    }

    @Test
    void anAdminsAddressNamesNoOtherAgency() {
        BrowserlessUIContext window = screens.of(agency.admin());
        window.activate();
        UI.getCurrent().navigate("laporan-harian/" + day, QueryParameters.of(ReportAddress.AGENCY, days.code(other)));
        assertThat(figure(window, "Kedatangan")).contains("3");
        assertThat(window.find(Select.class).exists()).isFalse();
    }

    @Test
    void todayIsToldToBeUnfinished() {
        hall.issue(agency);
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian");
        assertThat(text(window)).contains("Hari ini belum ditutup");
        assertThat(figure(window, "Masih berjalan")).contains("1");
        assertThat(button(window, "Hari berikutnya").isEnabled()).isFalse();
    }

    @Test
    void oneGoesFromDayToDayAndAnEmptyOneSaysWhy() {
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/" + day);
        window.test(button(window, "Hari sebelumnya")).click();
        assertThat(address()).isEqualTo("laporan-harian/" + day.minusDays(1));
        assertThat(text(window)).contains("Tidak ada nomor");
        window.test(button(window, "Hari berikutnya")).click();
        assertThat(window.find(DatePicker.class).single().getValue()).isEqualTo(day);
        assertThat(figure(window, "Kedatangan")).contains("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-999999999-01-01", "+999999999-12-31", "1999-12-31", "2091-01-01", "2026-02-30", "kemarin"})
    void anAddressThatNamesNoDayOfAReportSaysSoAndLeadsToToday(String typed) {
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/" + typed);
        assertThat(text(window)).contains("Tidak ada laporan di alamat ini", "paling awal Sabtu, 1 Januari 2000");
        assertThat(window.find(Figure.class).exists()).isFalse();
        assertThat(window.find(DatePicker.class).exists())
                .as("nothing to go on from")
                .isFalse();
        Anchor today = window.find(Anchor.class).all().stream()
                .filter(link -> link.getText().equals("Buka laporan hari ini"))
                .findFirst()
                .orElseThrow();
        assertThat(today.getHref()).isEqualTo("laporan-harian/" + day.plusDays(1));
        UI.getCurrent().navigate(today.getHref());
        assertThat(text(window)).contains("Hari ini belum ditutup").doesNotContain("Tidak ada laporan");
    }

    @Test
    void theFirstDayThatAReportMayBeOfHasNoneBeforeIt() {
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/2000-01-01");
        assertThat(text(window)).doesNotContain("Tidak ada laporan di alamat ini");
        assertThat(button(window, "Hari sebelumnya").isEnabled()).isFalse();
        assertThat(window.find(Anchor.class).all())
                .noneMatch(link -> link.getHref().startsWith("laporan-harian/1999"));
    }

    @Test
    void aDayWhoseReportIsStillToComeSaysSo() {
        hall.issue(agency);
        days.nextMorning();
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/" + day.plusDays(1));
        assertThat(text(window)).contains("Laporan belum dibuat").doesNotContain("Tidak ada nomor");
        days.close();
        window = open(agency.admin(), "laporan-harian/" + day.plusDays(1));
        assertThat(text(window)).doesNotContain("Laporan belum dibuat");
        assertThat(figure(window, "Batal")).contains("1", "termasuk 1 yang masih terbuka saat hari berakhir");
    }

    @Test
    void aMonthWithoutAReportIsNotExported() {
        BrowserlessUIContext window =
                open(agency.admin(), "laporan-harian/" + day.minusYears(1).withDayOfMonth(3));
        export(window);
        assertThat(downloads(window)).isEmpty();
        assertThat(window.find(Notification.class).single().getElement().getTextRecursively())
                .startsWith("Belum ada laporan harian pada ");
    }

    @Test
    void aCorrectedDaySaysSoAndHowOften() {
        days.correct();
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/" + day);
        assertThat(text(window)).contains("Dihitung ulang karena data hari itu berubah: 1 kali, terakhir");
        assertThat(text(window)).doesNotContain("Ditutup");
    }

    @Test
    void theHeadSeesAllAgenciesAndChoosesOne() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        BrowserlessUIContext window = open(head, "laporan-harian/" + day);
        assertThat(rows(window)).anySatisfy(row -> assertThat(row).startsWith(agency.name() + "33"));
        assertThat(figure(window, "Waktu tunggu")).contains("mnt median", "p90");
        assertThat(text(window)).doesNotContain("median sedang dihitung");
        @SuppressWarnings("unchecked")
        SelectTester<Select<Object>, Object> choice = (SelectTester<Select<Object>, Object>)
                window.test(SelectTester.class, window.find(Select.class).single());
        choice.selectItem(agency.name());
        assertThat(address()).isEqualTo("laporan-harian/" + day + "?instansi=" + days.code(agency));
        assertThat(figure(window, "Waktu tunggu")).contains("3 mnt median");
    }

    @Test
    void whatIsPrintedSaysWhoseItIsAndWhoPrintedIt() {
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/" + day);
        assertThat(text(window))
                .contains(
                        "Mal Pelayanan Publik Uji",
                        agency.name(),
                        "Dicetak",
                        agency.admin().displayName(),
                        "Admin instansi",
                        "Kepala Mal");
    }

    @Test
    void ofAllAgenciesTheHeadAloneSigns() {
        BrowserlessUIContext window = open(hall.staff(Role.MALL_HEAD, Optional.empty()), "laporan-harian/" + day);
        assertThat(text(window)).contains("Kepala Mal").doesNotContain("Admin instansi");

        UI.getCurrent().navigate("laporan-harian/" + day, QueryParameters.of(ReportAddress.AGENCY, days.code(agency)));
        assertThat(text(window)).contains("Kepala Mal", "Admin instansi");
    }

    @Test
    void aMonthIsExported() {
        BrowserlessUIContext window = open(agency.admin(), "laporan-harian/" + day);
        export(window);
        Anchor link = downloads(window).getFirst();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        window.test(AnchorTester.class, link).download(csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains(
                        "Tanggal;Instansi;Kedatangan",
                        day + ";" + agency.name() + ";3;3;3;0;0;0;0;3;3;100;3;3",
                        ";7.0;0")
                .doesNotContain(other.name());
    }

    private BrowserlessUIContext open(StaffPrincipal staff, String address) {
        BrowserlessUIContext window = screens.of(staff);
        window.activate();
        UI.getCurrent().navigate(address);
        return window;
    }

    private static void export(BrowserlessUIContext window) {
        MenuBar menu = window.find(ExportMenu.class)
                .single()
                .getChildren()
                .filter(MenuBar.class::isInstance)
                .map(MenuBar.class::cast)
                .findFirst()
                .orElseThrow();
        window.test(MenuBarTester.class, menu).clickItem("Ekspor", "Teks (CSV)");
    }

    private static List<Anchor> downloads(BrowserlessUIContext window) {
        return window.find(Anchor.class).all().stream()
                .filter(one -> one.getHref().contains("/dynamic/"))
                .toList();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static Button button(BrowserlessUIContext window, String label) {
        return window.find(Button.class).all().stream()
                .filter(one -> one.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static String figure(BrowserlessUIContext window, String caption) {
        return window.find(Figure.class).all().stream()
                .map(DailyReportViewTest::words)
                .filter(words -> words.startsWith(caption))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(BrowserlessUIContext window) {
        return window.find(NativeTableRow.class).all().stream()
                .map(DailyReportViewTest::words)
                .toList();
    }

    private static String text(BrowserlessUIContext window) {
        return words(window.find(DailyReportView.class).single());
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
