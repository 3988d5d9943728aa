package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import id.balairung.agency.ServiceSummary;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An older system's file, as an agency's admin brings it in. */
@BalairungTest
class HistoryImportViewTest {

    private static final int MANY = 60_000;
    private static final String HEADINGS = "Layanan;Nomor;Masuk antrean;Dipanggil;Selesai;Hasil\r\n";

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    JdbcClient jdbc;

    private Hall.TestAgency agency;
    private AdminScreen screen;

    @BeforeEach
    void theScreen() {
        agency = hall.agency(2, 1);
        screen = new AdminScreen(screens.ofProven(agency.admin()), "riwayat/impor");
    }

    @Test
    void aGoodFileIsShownImportedListedAndUndone() {
        screen.upload(HEADINGS + agency.service().nameIndonesian()
                + ";1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Selesai\r\n");
        awaitText("1 baris: 1 baru, 0 sudah ada, 0 salah.");
        assertThat(previewed()).isEqualTo(1);

        click("Impor 1 giliran");
        awaitLine("1 giliran, 0 sudah ada. Tanggal 1 Jan 2020.");
        assertThat(turns()).isEqualTo(1);

        click("Batalkan impor");
        assertThat(screen.all(ConfirmDialog.class).getFirst().getElement().getProperty("cancelText"))
                .isEqualTo("Tidak");
        screen.confirm();
        awaitLine("Dibatalkan");
        assertThat(turns()).isZero();
    }

    @Test
    void whoImportedStaysWithTheAgencyAndTheAccountsFormSaysWhy() {
        screen.upload(HEADINGS + agency.service().nameIndonesian()
                + ";1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Selesai\r\n");
        awaitText("1 baris: 1 baru, 0 sudah ada, 0 salah.");
        click("Impor 1 giliran");
        awaitLine("1 giliran, 0 sudah ada.");
        Hall.TestAgency other = hall.agency(1, 1);
        StaffPrincipal mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AdminScreen accounts = new AdminScreen(screens.ofProven(mallAdmin), "kelola/akun")
                .choose(agency.admin().id().value().toString());

        accounts.window()
                .test(ComboBoxTester.class, accounts.field(ComboBox.class, "Instansi"))
                .selectItem(other.name());
        accounts.click("Simpan");

        assertThat(accounts.refusal())
                .contains("Akun ini tercatat dalam riwayat instansinya", "Nonaktifkan akun ini, lalu buat akun baru.");
    }

    @Test
    void whatWasImportedIsALinkAway() {
        screen.upload(HEADINGS + agency.service().nameIndonesian()
                + ";1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Selesai\r\n"
                + agency.service().nameIndonesian()
                + ";2;2020-03-31 08:00;2020-03-31 08:10;2020-03-31 08:20;Selesai\r\n");
        awaitText("2 baris: 2 baru, 0 sudah ada, 0 salah.");
        click("Impor 2 giliran");
        awaitLine("2 giliran, 0 sudah ada.");

        assertThat(screen.all(RouterLink.class).stream()
                        .filter(link -> link.getText().equals("Lihat di riwayat"))
                        .map(RouterLink::getHref))
                .hasSize(2)
                .containsOnly("riwayat?dari=2020-01-01&sampai=2020-03-31");
    }

    @Test
    void theWayInStandsInTheHistoryForAnAdminAlone() {
        screen.go("riwayat");
        screen.click("Impor");
        assertThat(screen.address()).isEqualTo("riwayat/impor");

        AdminScreen officers = new AdminScreen(screens.of(agency.officer()), "riwayat");
        assertThat(officers.all(Button.class))
                .noneMatch(button -> button.getText().equals("Impor"));
    }

    /** The first takes a while to be read; the second is there at once. */
    @Test
    void theLatestFileCountsHoweverLongAnEarlierOneTakes() {
        String row = agency.service().nameIndonesian() + ";%d;2020-01-%02d 08:%02d;2020-01-01 09:10;;Selesai\r\n";
        screen.upload(HEADINGS
                + IntStream.range(0, MANY)
                        .mapToObj(number -> row.formatted(1 + number, 1 + number % 28, number % 60))
                        .collect(Collectors.joining()));
        screen.upload(HEADINGS + agency.service().nameIndonesian()
                + ";1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Selesai\r\n");

        await().pollInSameThread().until(() -> {
            boolean idle = isIdle();
            roundtrip();
            return idle && isIdle();
        });
        assertThat(screen.texts()).contains("1 baris: 1 baru, 0 sudah ada, 0 salah.");
        click("Impor 1 giliran");
        awaitLine("1 giliran, 0 sudah ada.");
    }

    private static boolean isIdle() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("history-import-check"));
    }

    @Test
    void officersWhomNobodyKnowsAreNamed() {
        screen.upload("Layanan;Nomor;Masuk antrean;Dipanggil;Selesai;Petugas\r\n"
                + agency.service().nameIndonesian()
                + ";1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Budi\r\n");

        awaitText("diimpor tanpa petugas: \u201cBudi\u201d.");
    }

    @Test
    void aBadRowIsNamedAndListedInAFileAndNothingCanBeImported() {
        screen.upload(HEADINGS + agency.service().nameIndonesian()
                + ";satu;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Selesai\r\n");
        awaitText("1 baris: 0 baru, 0 sudah ada, 1 salah.");

        assertThat(screen.texts()).contains("Belum dapat diimpor. Perbaiki dulu 1 baris di berkas, lalu unggah lagi.");
        assertThat(confirmations()).isEmpty();
        assertThat(fileOfProblems()).contains("2;Nomor;\u201csatu\u201d bukan nomor antrean.");
    }

    @Test
    void anUnknownServiceIsChosenAndTheFileCheckedAgain() {
        screen.upload(HEADINGS + "KTP lama;1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Selesai\r\n");
        awaitText("1 baris: 0 baru, 0 sudah ada, 1 salah.");
        assertThat(screen.texts()).contains("Pilih dulu layanannya di bawah atau perbaiki 1 baris di berkas.");
        assertThat(confirmations()).isEmpty();

        @SuppressWarnings("unchecked")
        ComboBox<ServiceSummary> choice = screen.field(ComboBox.class, "KTP lama (1 baris)");
        screen.enter(choice, agency.services().get(1));
        click("Periksa lagi");

        awaitText("1 baris: 1 baru, 0 sudah ada, 0 salah.");
        assertThat(confirmations()).containsExactly("Impor 1 giliran");
    }

    @Test
    void aFileThatIsInTheHistoryAlreadySaysThatThereIsNothingToDo() {
        String file = HEADINGS + agency.service().nameIndonesian()
                + ";1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20;Selesai\r\n";
        screen.upload(file);
        awaitText("1 baris: 1 baru, 0 sudah ada, 0 salah.");
        click("Impor 1 giliran");
        awaitLine("1 giliran, 0 sudah ada.");

        screen.upload(file);
        awaitText("1 baris: 0 baru, 1 sudah ada, 0 salah.");

        assertThat(screen.texts()).contains("Tidak ada yang perlu diimpor.");
        assertThat(confirmations()).isEmpty();
    }

    @Test
    void momentsAndDaysAreToldAsEverywhere() {
        screen.upload(HEADINGS + agency.service().nameIndonesian()
                + ";1;2020-01-01 23:58;2020-01-02 00:10;2020-01-02 00:20;Selesai\r\n"
                + agency.service().nameIndonesian()
                + ";2;2020-03-31 08:00:30;2020-03-31 08:10;2020-03-31 08:20;Selesai\r\n"
                + agency.service().nameIndonesian() + ";3;1969-03-31 08:00;;;\r\n");
        awaitText("3 baris: 2 baru, 0 sudah ada, 1 salah.");

        assertThat(previewedCells(0)).contains("1 Jan 2020, 23.58.00", "2 Jan 2020, 00.10.00", "2 Jan 2020, 00.20.00");
        assertThat(previewedCells(1)).contains("31 Mar 2020, 08.00.30", "08.10.00", "08.20.00");
        assertThat(fileOfProblems()).contains("4;Masuk antrean;Sebelum 1 Jan 2000.");
    }

    @Test
    void aHeadingThatNobodyGuessesIsChosen() {
        screen.upload("Layanan;Nomor;Kapan;Dipanggil;Selesai\r\n"
                + agency.service().nameIndonesian() + ";1;2020-01-01 08:00;2020-01-01 08:10;2020-01-01 08:20\r\n");
        await().pollInSameThread().until(() -> {
            roundtrip();
            return screen.all(Select.class).stream()
                    .anyMatch(select -> "Masuk antrean".equals(select.getLabel()) && select.isVisible());
        });
        click("Periksa");
        awaitRefusal("Pilih dulu kolom");

        @SuppressWarnings("unchecked")
        Select<String> queued = screen.field(Select.class, "Masuk antrean");
        screen.enter(queued, "Kapan");
        click("Periksa");

        awaitText("1 baris: 1 baru, 0 sudah ada, 0 salah.");
    }

    @Test
    void aBrokenFileIsRefusedInWords() {
        screen.upload("PK\u0003\u0004 bukan arsip");

        awaitRefusal("rusak");
        assertThat(turns()).isZero();
    }

    private void click(String text) {
        screen.window().test(button(text)).click();
        MockVaadin.clientRoundtrip();
    }

    private Button button(String text) {
        return screen.all(Button.class).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private void awaitText(String words) {
        await().pollInSameThread().until(() -> {
            roundtrip();
            return screen.texts().contains(words);
        });
    }

    private void awaitRefusal(String words) {
        await().pollInSameThread().until(() -> {
            roundtrip();
            return screen.refusal().contains(words);
        });
    }

    private void awaitLine(String words) {
        await().pollInSameThread().until(() -> {
            roundtrip();
            return screen.all(ListItem.class).stream()
                    .map(item -> item.getElement().getTextRecursively())
                    .collect(Collectors.joining())
                    .contains(words);
        });
    }

    private void roundtrip() {
        screen.window();
        MockVaadin.clientRoundtrip();
    }

    private String fileOfProblems() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        Anchor link = screen.all(Anchor.class).stream()
                .filter(anchor -> anchor.getHref().contains("/dynamic/"))
                .findFirst()
                .orElseThrow();
        new AnchorTester(link).download(list);
        return list.toString(StandardCharsets.UTF_8);
    }

    /** What the button that imports is called, while there is one. */
    private List<String> confirmations() {
        return screen.all(Button.class).stream()
                .filter(button -> button.isVisible() && button.hasThemeName("primary"))
                .map(Button::getText)
                .toList();
    }

    private List<String> previewedCells(int row) {
        @SuppressWarnings("unchecked")
        Grid<Object> grid = (Grid<Object>) screen.all(Grid.class).stream()
                .filter(one -> one.hasClassName("bl-preview"))
                .findFirst()
                .orElseThrow();
        GridTester<Grid<Object>, Object> cells = screen.window().test(GridTester.class, grid);
        return IntStream.range(0, grid.getColumns().size())
                .mapToObj(column -> cells.getCellText(row, column))
                .toList();
    }

    private int previewed() {
        return screen.all(Grid.class).stream()
                .filter(grid -> grid.hasClassName("bl-preview"))
                .mapToInt(grid -> grid.getListDataView().getItemCount())
                .sum();
    }

    private int turns() {
        return jdbc.sql("select count(*) from history_turn where agency_id = ?")
                .param(agency.id().toString())
                .query(Integer.class)
                .single();
    }
}
