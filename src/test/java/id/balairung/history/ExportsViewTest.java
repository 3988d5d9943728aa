package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import id.balairung.common.ui.DateField;
import id.balairung.queue.PriorityClass;
import id.balairung.security.Reauthentication;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetFormat;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TablesOwner;
import id.balairung.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports as people ask for them, follow them and fetch them. */
@BalairungTest
class ExportsViewTest {

    private static final LocalDate FIRST = LocalDate.of(2017, 2, 1);
    private static final int FEW = 300;
    private static final int MANY = 10_400;

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    ExportJobs jobs;

    @Autowired
    ExportQueue queue;

    @Autowired
    ExportExpiry expiry;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TablesOwner owner;

    @Autowired
    TestClock clock;

    @Value("${balairung.exports.dir}")
    Path folder;

    private Hall.TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(1, 1);
    }

    @AfterEach
    void nothingWaits() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from history_export").update());
        expiry.round();
    }

    @Test
    void aFewTurnsComeAtOnce() {
        past(FEW);
        AdminScreen screen = open(agency.admin());

        export(screen, "Teks (CSV)");

        assertThat(words(screen)).contains("0 dari 300 giliran");
        assertThat(downloaded(screen).lines()).hasSize(FEW + 1);
        MockVaadin.clientRoundtrip();
        assertThat(words(screen)).doesNotContain("dari 300 giliran");
    }

    @Test
    void noTurnsAreNoFile() {
        AdminScreen screen = open(agency.admin());

        export(screen, "Teks (CSV)");

        assertThat(told(screen)).contains("Tidak ada giliran yang cocok");
        assertThat(links(screen)).isEmpty();
    }

    @Test
    void manyAreMadeInTheBackgroundUnderOnesEyes() {
        past(MANY);
        AdminScreen screen = open(agency.admin());

        export(screen, "Teks (CSV)");

        assertThat(told(screen)).contains("di latar belakang");
        assertThat(line(screen)).contains("Menunggu giliran", "Batal");
        queue.round();
        awaitLine(screen, "Siap");
        assertThat(told(screen)).contains("Ekspor siap diunduh");
        assertThat(line(screen)).contains("10.400 giliran", "Unduh", "Hapus", "tersedia sampai");
        assertThat(downloaded(screen).lines()).hasSize(MANY + 1);

        screen.click("Hapus");
        assertThat(words(screen)).contains("Belum ada ekspor");
    }

    @Test
    void oneThatWaitsIsCancelled() {
        past(MANY);
        AdminScreen screen = open(agency.admin());
        export(screen, "Excel (XLSX)");

        screen.click("Batal");

        assertThat(line(screen)).contains("Dibatalkan").doesNotContain("Unduh");
    }

    @Test
    void notesComeOnlyAfterThePassword() {
        past(FEW);
        AdminScreen screen = open(agency.admin());
        screen.window().test(MenuBarTester.class, menu(screen)).clickItem("Ekspor", "Sertakan catatan petugas");

        export(screen, "Teks (CSV)");

        assertThat(screen.window().find(PasswordField.class).exists()).isTrue();
        assertThat(links(screen)).isEmpty();
        screen.window().test(screen.window().find(PasswordField.class).single()).setValue(Hall.PASSWORD);
        screen.click("Lanjutkan");
        assertThat(downloaded(screen)).contains("Catatan");
    }

    @Test
    void oneWithNotesIsFetchedOnlyAfterThePasswordHoweverItWasMade() {
        past(MANY);
        AdminScreen screen = open(agency.admin());
        screen.window().test(MenuBarTester.class, menu(screen)).clickItem("Ekspor", "Sertakan catatan petugas");
        export(screen, "Teks (CSV)");
        screen.prove();
        queue.round();
        awaitLine(screen, "Siap");
        clock.advance(Reauthentication.FRESH.plusMinutes(1));

        screen.click("Unduh");

        assertThat(screen.asksWhoSitsThere()).isTrue();
        assertThat(links(screen)).isEmpty();
        screen.prove();
        assertThat(downloaded(screen)).contains("Catatan").hasLineCount(MANY + 1);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefusedAtItsFieldAndStays() {
        past(FEW);
        AdminScreen screen = open(agency.admin());
        DateField to = screen.field(DateField.class, "Sampai");

        screen.enter(to, FIRST.minusDays(1));
        export(screen, "Teks (CSV)");

        assertThat(AdminScreen.fault(to)).isEqualTo("Lebih awal daripada Dari.");
        assertThat(to.getValue()).isEqualTo(FIRST.minusDays(1));
        assertThat(links(screen)).isEmpty();
        assertThat(told(screen)).isEmpty();
        screen.enter(screen.field(DateField.class, "Dari"), FIRST.minusDays(1));
        assertThat(AdminScreen.fault(to)).isEmpty();
    }

    @Test
    void aDayBeforeAnyMallIsRefusedAtItsField() {
        AdminScreen screen = open(agency.admin());
        DateField from = screen.field(DateField.class, "Dari");

        screen.enter(from, LocalDate.of(-100_000, 1, 1));
        export(screen, "Teks (CSV)");

        assertThat(AdminScreen.fault(from)).isEqualTo("Paling awal 1 Januari 2000.");
        assertThat(links(screen)).isEmpty();
    }

    @Test
    void aMissingDayIsRefusedAtItsField() {
        AdminScreen screen = open(agency.admin());
        DateField from = screen.field(DateField.class, "Dari");

        screen.enter(from, null);
        export(screen, "Teks (CSV)");

        assertThat(AdminScreen.fault(from)).startsWith("Isi dengan tanggal");
        assertThat(links(screen)).isEmpty();
    }

    @Test
    void aLineTellsWhatWasFilteredInTheListsWords() {
        HistoryFilter filter = new HistoryFilter(
                FIRST,
                FIRST.plusDays(40),
                Optional.empty(),
                Optional.of(agency.service().id()),
                Optional.of(3),
                Optional.of(agency.officer().id()),
                Optional.of(TurnResult.DOCUMENTS_MISSING),
                Optional.of(PriorityClass.ELDERLY),
                FigureFilter.of(WaitFigure.MISSED),
                Optional.of(2),
                NumberSearch.of("DA-012"),
                "surat nikah");
        past(FEW);
        asked(agency.admin(), filter);

        AdminScreen screen = open(agency.admin());

        assertThat(line(screen))
                .contains("Layanan: " + agency.service().prefix() + " "
                        + agency.service().nameIndonesian())
                .contains(
                        "Loket: 03",
                        "Petugas: " + agency.officer().displayName(),
                        "Hasil layanan: Berkas kurang",
                        "Kelas prioritas: Lansia",
                        "Nilai pengunjung: 2",
                        "Nomor: DA-012",
                        "Catatan memuat: surat nikah",
                        "Waktu tunggu: Lewat standar");
    }

    @Test
    @Timeout(120)
    void aLineGoesWithoutTheOfficersNameWhenTheListOfThemDoesNotComeInTime() {
        asked(
                agency.admin(),
                HistoryFilter.of(FIRST, FIRST.plusDays(40)).by(agency.officer().id()));

        owner.whileLocked(
                "history_turn",
                () -> assertThat(line(open(agency.admin()))).contains("Petugas: –", "Menunggu giliran"));
    }

    @Test
    void aFileThatIsNotReadyYetOrNotAnyMoreOrSomebodyElsesIsToldOf() {
        past(FEW);
        ExportId id = asked(agency.admin(), HistoryFilter.of(FIRST, FIRST.plusDays(40)));
        String address = "riwayat/ekspor?unduh=" + id;

        assertThat(told(new AdminScreen(screens.of(agency.admin()), address))).contains("Ekspor itu belum siap.");
        queue.round();
        await().until(() -> hall.as(agency.admin(), jobs::own).getFirst().state() == ExportState.READY);
        AdminScreen ready = new AdminScreen(screens.of(agency.admin()), address);
        assertThat(told(ready)).isEmpty();
        assertThat(downloaded(ready).lines()).hasSize(FEW + 1);

        String others = told(new AdminScreen(screens.of(hall.agency(1, 1).admin()), address));
        hall.as(agency.admin(), () -> {
            jobs.delete(id);
            return id;
        });
        assertThat(told(new AdminScreen(screens.of(agency.admin()), address)))
                .isEqualTo(others)
                .contains("Berkas ekspor itu tidak ada atau sudah dihapus.");
    }

    @Test
    void howManyAreWrittenIsToldWhileItIsMade() throws Exception {
        past(MANY);
        AdminScreen screen = open(agency.admin());
        export(screen, "Teks (CSV)");
        ExportId id = hall.as(agency.admin(), jobs::own).getFirst().id();
        Path part = Files.createDirectories(folder).resolve(id + ".part");
        assertThat(new ProcessBuilder("mkfifo", part.toString()).start().waitFor())
                .isZero();
        queue.round();
        try (InputStream pipe = Files.newInputStream(part)) {
            pipe.read();
            screen.go("riwayat/ekspor");
            assertThat(line(screen)).contains("Sedang dibuat", "0 dari 10.400 giliran", "Batal");

            screen.click("Batal");
            assertThat(line(screen)).contains("Dibatalkan");
            pipe.transferTo(OutputStream.nullOutputStream());
        }
        await().until(() -> Files.notExists(part));
    }

    @Test
    void anOfficerIsOfferedNoNotes() {
        AdminScreen screen = open(agency.officer());

        assertThat(menu(screen).getItems().getFirst().getSubMenu().getItems().stream()
                        .map(item -> item.getText()))
                .contains("Teks (CSV)")
                .doesNotContain("Sertakan catatan petugas");
    }

    private ExportId asked(StaffPrincipal staff, HistoryFilter filter) {
        return hall.as(
                staff, () -> jobs.request(new ExportWish(filter, SheetFormat.CSV, false, Locale.forLanguageTag("id"))));
    }

    private void past(int turns) {
        new PastTurns(batches, transaction, 3).add(agency, FIRST, 20, turns);
    }

    private AdminScreen open(StaffPrincipal staff) {
        AdminScreen screen = new AdminScreen(screens.of(staff), "riwayat/ekspor");
        screen.enter(screen.field(DateField.class, "Dari"), FIRST);
        screen.enter(screen.field(DateField.class, "Sampai"), FIRST.plusDays(40));
        return screen;
    }

    private static void awaitLine(AdminScreen screen, String words) {
        await().pollInSameThread().until(() -> {
            screen.window();
            MockVaadin.clientRoundtrip();
            return line(screen).contains(words);
        });
    }

    private static void export(AdminScreen screen, String format) {
        screen.window().test(MenuBarTester.class, menu(screen)).clickItem("Ekspor", format);
        MockVaadin.clientRoundtrip();
    }

    private static MenuBar menu(AdminScreen screen) {
        return screen.window().find(MenuBar.class).all().stream()
                .filter(menu -> menu.getItems().stream()
                        .anyMatch(item -> item.getElement().getTextRecursively().contains("Ekspor")))
                .findFirst()
                .orElseThrow();
    }

    private static String downloaded(AdminScreen screen) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        screen.window().test(AnchorTester.class, links(screen).getFirst()).download(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static List<Anchor> links(AdminScreen screen) {
        return screen.window().find(Anchor.class).all().stream()
                .filter(link -> link.getHref().contains("/dynamic/"))
                .toList();
    }

    private static String line(AdminScreen screen) {
        return screen.window().find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .filter(text -> text.contains("Riwayat 1 Feb 2017"))
                .collect(Collectors.joining("\n"));
    }

    private static String told(AdminScreen screen) {
        return screen.window().find(Notification.class).all().stream()
                .map(ExportsViewTest::text)
                .collect(Collectors.joining(" "));
    }

    private static String words(AdminScreen screen) {
        BrowserlessUIContext window = screen.window();
        return window.find(Component.class).all().stream()
                .map(ExportsViewTest::text)
                .collect(Collectors.joining(" "));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
