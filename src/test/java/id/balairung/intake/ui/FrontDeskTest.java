package id.balairung.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.DayHours;
import id.balairung.agency.NewService;
import id.balairung.common.ui.Connection;
import id.balairung.common.ui.QrCode;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.DatabaseOutage;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The front desk issues numbers: find, choose, issue, print. */
@BalairungTest
class FrontDeskTest {

    private static final String NAME = "Nama (boleh kosong)";
    private static final String PHONE = "Telepon (boleh kosong)";
    private static final String ISSUE = "Terbitkan nomor";
    private static final String UNREACHABLE = "Basis data tidak dapat dihubungi.";

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    AgencyAdministration agencies;

    @Autowired
    CurrentMall mall;

    @Autowired
    JdbcClient database;

    @Autowired
    DatabaseOutage outage;

    @Autowired
    QueueDesk queue;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    String first;
    String second;
    BrowserlessUIContext window;

    @BeforeEach
    void openTheDesk() {
        agency = hall.agency(2, 1);
        first = agency.services().get(0).prefix();
        second = agency.services().get(1).prefix();
        arrive();
    }

    @Test
    void aServiceIsFoundByPrefixByNameInBothLanguagesAndByAgency() {
        type(first.toLowerCase());
        assertThat(found()).first().isEqualTo(first);
        // Behind it stand those in whose words the letters happen to be, as AYA in "layanan".
        type("layanan " + first);
        assertThat(found()).startsWith(first).doesNotContain(second);
        type("service " + first);
        assertThat(found()).startsWith(first).doesNotContain(second);
        type(agency.name());
        // Among them stand those with the letters in a word, as CE in "service", or in their prefix, as CA in BCA.
        assertThat(found()).containsSubsequence(first, second);
        type("tidak ada yang begini");
        assertThat(found()).isEmpty();
        assertThat(texts()).contains("Tidak ada layanan yang cocok");
    }

    @Test
    void whatIsTypedBeyondSixtyCharactersIsNotLookedFor() {
        type(first + " ".repeat(60) + "tidak ada");
        assertThat(found()).startsWith(first).doesNotContain(second);
    }

    @Test
    void aNameThatWouldReorderItsSlipIsRefusedAtItsField() {
        for (String name : List.of("Wa\u202eOde", "Wa\nOde", "Wa\u0007Ode", "Wa\u2066Ode")) {
            add(first);
            write(NAME, name);
            click(ISSUE);
            assertThat(numbers()).isEmpty();
            assertThat(field(NAME).single().getErrorMessage()).contains("tidak tercetak");
        }
        write(NAME, "Wa Ode Zam'iah-Ñ");
        click(ISSUE);
        assertThat(numbers()).hasSize(1);
    }

    @Test
    void aServiceIsPausedOnlyForAReasonThatTheFrontDeskCanRead() {
        assertThatThrownBy(() -> hall.pause(agency, agency.service(), "  "))
                .hasMessage("agency.refused.pause-reason-missing");
        assertThatThrownBy(() -> hall.pause(agency, agency.service(), "a".repeat(201)))
                .hasMessage("agency.refused.pause-reason-too-long");
        hall.pause(agency, agency.service(), "a".repeat(200));
    }

    @Test
    void oneNumberIsIssued() {
        add(first);
        click(ISSUE);
        assertThat(numbers()).containsExactly(first + "-001");
        assertThat(texts()).contains("0 orang di depan");

        click("Kunjungan baru");
        assertThat(numbers()).isEmpty();
        add(first);
        click(ISSUE);
        assertThat(numbers()).containsExactly(first + "-002");
        assertThat(texts()).contains("1 orang di depan");
    }

    @Test
    void numbersAtTwoAgenciesShareOneVisit() {
        Hall.TestAgency other = hall.agency(1, 1);
        arrive();
        add(first);
        add(other.service().prefix());
        click(ISSUE);
        assertThat(numbers()).containsExactly(first + "-001", other.service().prefix() + "-001");
        assertThat(visitsOf(agency, other)).isEqualTo(1);
    }

    @Test
    void theNextPersonIsANewVisitEvenWithoutSayingSo() {
        add(first);
        choose("Lansia");
        click(ISSUE);
        add(second);
        assertThat(priority().getSelected()).hasToString("GENERAL");
        click(ISSUE);
        assertThat(numbers()).containsExactly(second + "-001");
        assertThat(visitsOf(agency)).isEqualTo(2);
    }

    @Test
    void theSamePersonMayWantOneMore() {
        add(first);
        choose("Lansia");
        click(ISSUE);
        click("Tambah layanan untuk orang yang sama");
        add(second);
        assertThat(priority().getSelected()).hasToString("ELDERLY");
        click(ISSUE);
        assertThat(numbers()).containsExactly(first + "-001", second + "-001");
        assertThat(visitsOf(agency)).isEqualTo(1);
    }

    @Test
    void anAgencyThatIsClosedTodayAndAPausedServiceSaySoAndGiveNoNumber() {
        String closed = closedService();
        hall.pause(agency, agency.service(), "Alat rusak <b>");
        arrive();
        type(closed);
        assertThat(reason()).startsWith("Tutup hari ini, buka lagi");
        enter();
        assertThat(texts())
                .anySatisfy(text -> assertThat(text).startsWith(closed + " ").contains("Tutup hari ini"));
        type(first);
        assertThat(reason()).isEqualTo("Dijeda: Alat rusak <b>");
        enter();
        assertThat(button(ISSUE).isEnabled()).isFalse();
        assertThat(texts())
                .anySatisfy(text -> assertThat(text).startsWith(first + " ").contains("Dijeda: Alat rusak <b>"));
    }

    @Test
    void whatOneAgencyRefusesKeepsItsRowAndTheRestIsIssued() {
        add(first);
        add(second);
        write(NAME, "Wa Ode");
        hall.pause(agency, agency.service(), "Alat rusak");
        click(ISSUE);
        assertThat(numbers()).containsExactly(second + "-001");
        assertThat(texts()).contains("Layanan %s sedang dijeda: Alat rusak. Pilih layanan lain.".formatted(first));
        assertThat(field(NAME).single().getValue()).isEqualTo("Wa Ode");

        hall.reopen(agency, agency.service());
        click(ISSUE);
        assertThat(numbers()).containsExactly(second + "-001", first + "-001");
        assertThat(visitsOf(agency)).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() {
        add(first);
        write(NAME, "a".repeat(81));
        write(PHONE, "nol delapan");
        click(ISSUE);
        assertThat(numbers()).isEmpty();
        assertThat(field(PHONE).single().getErrorMessage()).contains("6 sampai 20");
        assertThat(field(PHONE).single().getValue()).isEqualTo("nol delapan");
        assertThat(field(NAME).single().getErrorMessage()).contains("80");

        write(NAME, "Wa Ode");
        write(PHONE, "+62 811 400 100");
        click(ISSUE);
        assertThat(numbers()).hasSize(1);
    }

    @Test
    void aNameLikeABookAndAPhoneOfSmileysAreRefusedAtTheirFields() {
        String book = "<script>alert('Wa Ode')</script> \uD83D\uDE42 ".repeat(300);
        add(first);
        write(NAME, book);
        write(PHONE, "\uD83D\uDE42".repeat(5_000));
        click(ISSUE);
        assertThat(ticketsOf(agency)).isZero();
        assertThat(field(NAME).single().getErrorMessage()).contains("80");
        assertThat(field(NAME).single().getValue()).hasSizeGreaterThan(10_000).isEqualTo(book);
        assertThat(field(PHONE).single().getErrorMessage()).contains("6 sampai 20");
        assertThat(field(PHONE).single().getValue()).hasSize(10_000);

        write(PHONE, "<i>0811400100</i>");
        click(ISSUE);
        assertThat(field(PHONE).single().getErrorMessage()).contains("6 sampai 20");
    }

    @Test
    void theLongestNameAndPhoneNumberAreIssuedAsTheyAreTyped() {
        String longest = "<b>\uD83D\uDE42</b>".repeat(8) + "Wa Ode S";
        add(first);
        write(NAME, longest);
        write(PHONE, "+6281140010012345678");
        click(ISSUE);
        assertThat(numbers()).containsExactly(first + "-001");
        assertThat(slip()).contains(longest);
    }

    @Test
    void aPhoneNumberHasSixDigitsAndTwentyCharactersAtMost() {
        add(first);
        for (String wrong : List.of("+62811400100123456789", "(-) (-) (-)", "0811 4")) {
            write(PHONE, wrong);
            click(ISSUE);
            assertThat(ticketsOf(agency)).as(wrong).isZero();
            assertThat(field(PHONE).single().getErrorMessage()).as(wrong).contains("6 sampai 20");
        }
        write(PHONE, "+62 (811) 400-100");
        click(ISSUE);
        assertThat(numbers()).containsExactly(first + "-001");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldOfAndRecoveredFromWithoutReload() {
        add(first);
        write(NAME, "Wa Ode");
        assertThat(button(ISSUE).isEnabled()).isTrue();
        // What the mall offers was read a while ago, and would be read again.
        clock.advance(Duration.ofMinutes(1));
        try (var frozen = outage.freeze()) {
            soon("the banner", () -> texts().stream().anyMatch(text -> text.startsWith(UNREACHABLE)));
            assertThat(button(ISSUE).isEnabled()).isFalse();
            assertThat(live()).isFalse();
        }
        soon("the end of the banner", () -> texts().stream().noneMatch(text -> text.startsWith(UNREACHABLE)));
        assertThat(live()).isTrue();
        assertThat(field(NAME).single().getValue()).isEqualTo("Wa Ode");
        click(ISSUE);
        assertThat(numbers()).containsExactly(first + "-001");
    }

    @Test
    void aDoubleClickIssuesOnce() {
        add(first);
        Button issue = button(ISSUE);
        issue.click();
        issue.click();
        assertThat(numbers()).hasSize(1);
        assertThat(ticketsOf(agency)).isEqualTo(1);
    }

    @Test
    void theSlipSaysWhatTheVisitorNeedsAndNeverThePhoneNumber() throws Exception {
        add(first);
        choose("Lansia");
        write(NAME, "<b>Wa</b> Ode 🙂");
        write(PHONE, "0811400100");
        click(ISSUE);
        assertThat(slip())
                .contains(
                        mall.rules().name(),
                        agency.name(),
                        first + "-001",
                        agency.service().nameIndonesian(),
                        "Lansia",
                        "<b>Wa</b> Ode 🙂",
                        "0 orang di depan Anda",
                        "Simpan karcis ini untuk menilai layanan")
                .anySatisfy(line -> assertThat(line).endsWith("WITA"))
                .noneSatisfy(line -> assertThat(line).contains("0811400100"));
        String token = database.sql("select public_token from ticket where agency_id = ?")
                .param(agency.id().value().toString())
                .query(String.class)
                .single();
        assertThat(decoded(window.find(QrCode.class).single())).endsWith("/nilai/" + token);

        click("Kunjungan baru");
        assertThat(slip()).contains(first + "-001");
        assertThat(button("Cetak ulang").isEnabled()).isTrue();
    }

    @Test
    void theWaitIsToldBesideTheServiceWithTheNumberAndOnTheSlip() {
        type(first);
        hall.open(agency, 0);
        IntStream.range(0, 5).forEach(turn -> serveOne(Duration.ofMinutes(10)));
        soon("the estimate", () -> estimate().equals("kira-kira 0–2 mnt"));
        enter();
        click(ISSUE);
        assertThat(texts()).contains("Perkiraan tunggu 0–2 menit");
        assertThat(slip()).contains("Perkiraan tunggu 0–2 menit");
        type(first);
        // Ten minutes of work ahead; the last ones hadn't waited, which halves the shorter wait.
        soon("the next one's estimate", () -> estimate().equals("kira-kira 5–11 mnt"));
    }

    @Test
    void whereTheWaitIsNotKnownTheSlipSaysWhy() {
        hall.issue(agency);
        type(first);
        soon("the closed counter", () -> estimate().equals("tidak ada loket buka"));
        enter();
        click(ISSUE);
        assertThat(slip()).contains("Perkiraan tunggu: tidak ada loket buka");
        hall.open(agency, 0);
        click("Kunjungan baru");
        type(first);
        soon("the open counter", () -> estimate().equals("belum cukup data"));
        enter();
        click(ISSUE);
        assertThat(slip()).contains("Perkiraan tunggu: belum cukup data");
    }

    @Test
    void othersDoNotSeeTheFrontDesk() {
        for (StaffPrincipal other :
                List.of(agency.officer(), agency.admin(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            BrowserlessUIContext elsewhere = screens.of(other);
            assertThatThrownBy(() -> elsewhere.navigate("penerimaan", FrontDeskView.class))
                    .as(other.role().name())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void arrive() {
        window = screens.of(hall.frontDesk());
        window.navigate("penerimaan", FrontDeskView.class);
    }

    private String estimate() {
        return grid().getLitRendererPropertyValue(0, 2, "estimate", String.class);
    }

    private void serveOne(Duration time) {
        TicketId ticket = hall.issue(agency).ticket().id();
        hall.as(agency.officer(), () -> queue.callNext(CommandId.next()));
        hall.as(agency.officer(), () -> queue.serve(CommandId.next(), ticket));
        clock.advance(time);
        hall.as(agency.officer(), () -> queue.complete(CommandId.next(), ticket, Outcome.FULFILLED));
    }

    private void soon(String what, BooleanSupplier shown) {
        Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip();
            return shown.getAsBoolean();
        });
    }

    private boolean live() {
        return !window.find(Connection.class).single().getElement().getProperty("interrupted", false);
    }

    private String closedService() {
        DayOfWeek tomorrow = mall.today().date().plusDays(1).getDayOfWeek();
        hall.as(
                hall.staff(Role.MALL_ADMIN, Optional.empty()),
                () -> agencies.register(
                        "TUTUP",
                        "ZW",
                        "Instansi Tutup",
                        List.of(new NewService(
                                "A", "Layanan tutup", "Closed service", Duration.ofMinutes(20), Duration.ofMinutes(5))),
                        Map.of(tomorrow, new DayHours(LocalTime.of(8, 0), LocalTime.of(15, 0)))));
        return "ZWA";
    }

    private void type(String text) {
        field("Cari layanan atau instansi").single().setValue(text);
    }

    private void enter() {
        new Search(field("Cari layanan atau instansi").single()).enter();
    }

    private void add(String prefix) {
        type(prefix);
        enter();
    }

    private void choose(String group) {
        priority().selectItem(group);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroupTester<RadioButtonGroup<Object>, Object> priority() {
        return new RadioButtonGroupTester<>(
                window.find(RadioButtonGroup.class).withLabel("Prioritas").single());
    }

    private void write(String label, String text) {
        field(label).single().setValue(text);
    }

    private ComponentQuery<TextField> field(String label) {
        return window.find(TextField.class).withLabel(label);
    }

    private Button button(String text) {
        return window.find(Button.class).withText(text).single();
    }

    private void click(String text) {
        button(text).click();
    }

    private List<String> found() {
        return window.find(OfferGrid.class).exists()
                ? IntStream.range(0, grid().size())
                        .mapToObj(row -> grid().getLitRendererPropertyValue(row, 0, "prefix", String.class))
                        .toList()
                : List.of();
    }

    private String reason() {
        return grid().getLitRendererPropertyValue(0, 1, "reason", String.class);
    }

    private GridTester<OfferGrid, FinderRow> grid() {
        return new GridTester<>(window.find(OfferGrid.class).single());
    }

    private List<String> numbers() {
        return window.find(Span.class).withClassName("number").all().stream()
                .map(Span::getText)
                .toList();
    }

    private List<String> slip() {
        return window.find(Paragraph.class, window.find(Slip.class).single()).all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    private List<String> texts() {
        return window.find(Component.class).all().stream()
                .map(component -> component.getElement().getText())
                .toList();
    }

    private long visitsOf(Hall.TestAgency... among) {
        return count("select count(distinct visit_id) from ticket where agency_id in (:agencies)", among);
    }

    private long ticketsOf(Hall.TestAgency... among) {
        return count("select count(*) from ticket where agency_id in (:agencies)", among);
    }

    private long count(String sql, Hall.TestAgency... among) {
        return database.sql(sql)
                .param(
                        "agencies",
                        Arrays.stream(among)
                                .map(one -> one.id().value().toString())
                                .toList())
                .query(Long.class)
                .single();
    }

    /** Reads the code as a phone would. */
    private static String decoded(QrCode code) throws Exception {
        String svg = URLDecoder.decode(code.getSrc(), StandardCharsets.UTF_8);
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(svg);
        assertThat(box.find()).isTrue();
        int scale = 4;
        int width = Integer.parseInt(box.group(1)) * scale;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            int left = Integer.parseInt(square.group(1)) * scale;
            int top = Integer.parseInt(square.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + scale, 0);
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
                .getText();
    }
}
