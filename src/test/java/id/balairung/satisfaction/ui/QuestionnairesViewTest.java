package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.satisfaction.QuestionnaireAdministration;
import id.balairung.satisfaction.QuestionnaireDraft;
import id.balairung.satisfaction.QuestionnaireVersion;
import id.balairung.satisfaction.Unsur;
import id.balairung.satisfaction.UnsurDraft;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mall's admin plans what will be asked, on the screen. */
@BalairungTest
class QuestionnairesViewTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    private static final String NEW = "kelola/kuesioner?pilih=baru";

    /** Of no other test. */
    private static final YearMonth NEXT = YearMonth.of(2043, 6);

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    QuestionnaireAdministration administration;

    @Autowired
    TestClock clock;

    StaffPrincipal mallAdmin;

    @BeforeEach
    void aMallInThatYear() {
        hall.establish();
        clock.set(LocalDate.of(2043, 5, 20).atTime(10, 0).atZone(ZONE).toInstant());
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    @AfterEach
    void theVersionsOfOtherTestsStay() {
        versions().stream()
                .filter(QuestionnaireVersion::changeable)
                .forEach(version -> hall.asProven(mallAdmin, () -> {
                    administration.delete(version.questionnaire().version(), version.madeAt());
                    return version;
                }));
    }

    @Test
    void aVersionWithAnUnsurOfOnesOwnIsPlannedOnceTheWeightsSumToOne() {
        AdminScreen screen = open(NEW);
        assertThat(total(screen)).isEqualTo("Jumlah bobot: 1");
        screen.enter(from(screen), NEXT);
        screen.click("Tambah unsur sendiri");
        assertThat(total(screen)).isEqualTo("Jumlah bobot belum dapat dihitung");
        screen.type("Kode", "ANTREAN");
        screen.type("Nama (Indonesia)", "Waktu antre").type("Nama (Inggris)", "Time in the queue");
        screen.type("Pertanyaan (Indonesia)", "Berapa lama?").type("Pertanyaan (Inggris)", "How long?");
        for (int answer = 1; answer <= Unsur.ANSWERS; answer++) {
            screen.type("Jawaban " + answer + " (Indonesia)", "Jawaban " + answer);
            screen.type("Jawaban " + answer + " (Inggris)", "Answer " + answer);
        }
        screen.enter(weight(screen, "Unsur baru"), "0,1");
        assertThat(total(screen)).isEqualTo("Jumlah bobot: 11/10, lebih 1/10");
        screen.click("Simpan");
        assertThat(screen.refusal()).contains("1 isian perlu diperiksa", "harus tepat 1. Sekarang 11/10, lebih 1/10.");
        screen.enter(weight(screen, "Persyaratan"), "1/1000");
        assertThat(total(screen)).isEqualTo("Jumlah bobot: 8909/9000, kurang 91/9000");
        assertThat(screen.typed("Kode")).isEqualTo("ANTREAN");
        screen.enter(weight(screen, "Persyaratan"), "1/90");
        assertThat(total(screen)).isEqualTo("Jumlah bobot: 1");
        screen.click("Simpan");
        assertThat(versions()).hasSize(1);
        screen.prove();
        QuestionnaireVersion planned = versions().getFirst();
        assertThat(planned.questionnaire().validFrom()).isEqualTo(NEXT.atDay(1));
        assertThat(planned.questionnaire().unsur().getLast().name().indonesian())
                .isEqualTo("Waktu antre");
        assertThat(screen.address())
                .isEqualTo("kelola/kuesioner?pilih=" + planned.questionnaire().version());
    }

    @Test
    void whatIsWrongInsideAnUnsurIsToldThereAndOpensIt() {
        AdminScreen screen = open(NEW);
        screen.enter(from(screen), NEXT);
        screen.enter(weight(screen, "Biaya/tarif"), "banyak");
        screen.click("Tambah unsur sendiri");
        screen.enter(weight(screen, "Unsur baru"), "1/9");
        screen.click("Simpan");
        assertThat(AdminScreen.fault(weight(screen, "Biaya/tarif"))).contains("1/9 atau 0,15");
        assertThat(screen.fault("Kode")).contains("huruf kapital");
        assertThat(screen.fault("Nama (Inggris)")).isEqualTo("Perlu diisi.");
        // That weight; the code, two names, two questions and eight answers of the added one.
        assertThat(screen.refusal()).isEqualTo("Belum disimpan: 14 isian perlu diperiksa.");
        assertThat(screen.all(UnsurField.class))
                .singleElement()
                .satisfies(field ->
                        assertThat(AdminScreen.fault(field)).as("told again").isEmpty());
        assertThat(screen.asksWhoSitsThere()).isFalse();
    }

    @Test
    void whatHasToBeFilledInIsMarkedAndTheWeightsHaveAHeading() {
        AdminScreen screen = open(NEW);
        screen.click("Tambah unsur sendiri");
        for (String label : List.of("Kode", "Nama (Indonesia)", "Pertanyaan (Inggris)", "Jawaban 4 (Inggris)")) {
            assertThat(screen.field(label).isRequiredIndicatorVisible())
                    .as(label)
                    .isTrue();
        }
        assertThat(weight(screen, "Unsur baru").isRequiredIndicatorVisible()).isTrue();
        assertThat(screen.texts()).contains("Jumlah bobot belum dapat dihitungBobot *");
        assertThat(open("kelola/kuesioner?pilih=1").texts()).contains("Jumlah bobot: 1Bobot\n");
    }

    @Test
    void theOrderIsChangedByButtonsAndTheNineStay() {
        int added = add();
        AdminScreen screen = open("kelola/kuesioner?pilih=" + added);
        Button down = named(screen, "Turunkan Persyaratan").orElseThrow();
        screen.window().test(down).click();
        assertThat(named(screen, "Hapus Persyaratan")).isEmpty();
        screen.click("Simpan");
        screen.prove();
        assertThat(versions().getFirst().questionnaire().unsur())
                .extracting(unsur -> unsur.code().value())
                .startsWith("PROCEDURE", "REQUIREMENTS", "TIME");
    }

    @Test
    void oneInForceIsOnlyRead() {
        AdminScreen screen = open("kelola/kuesioner?pilih=1");
        assertThat(screen.texts()).contains("sudah berlaku dan hanya dapat dibaca");
        assertThat(weight(screen, "Persyaratan").isReadOnly()).isTrue();
        assertThat(screen.all(Button.class))
                .extracting(Button::getText)
                .doesNotContain("Simpan", "Tambah unsur sendiri", "Hapus versi ini");
    }

    @Test
    void leavingWhatWasTypedIsAskedAboutAndAPlannedOneIsDeleted() {
        int added = add();
        AdminScreen screen = open("kelola/kuesioner?pilih=" + added);
        screen.enter(weight(screen, "Persyaratan"), "1/8");
        screen.click("Batal");
        assertThat(screen.question()).contains("belum disimpan");
        screen.confirm();
        assertThat(weight(screen, "Persyaratan").getValue()).isEqualTo("1/8");
        screen.click("Hapus versi ini");
        assertThat(screen.question()).contains("Hapus versi " + added, "Juni 2043", "akan dihapus");
        screen.confirm();
        screen.prove();
        assertThat(versions()).hasSize(1);
        assertThat(screen.address()).isEqualTo("kelola/kuesioner");
    }

    private static Optional<Button> named(AdminScreen screen, String label) {
        return screen.all(Button.class).stream()
                .filter(button -> button.isVisible() && button.getAriaLabel().equals(Optional.of(label)))
                .findFirst();
    }

    private AdminScreen open(String address) {
        return new AdminScreen(screens.of(mallAdmin), address);
    }

    private List<QuestionnaireVersion> versions() {
        return hall.as(mallAdmin, administration::versions);
    }

    private int add() {
        return hall.asProven(
                mallAdmin,
                () -> administration.add(new QuestionnaireDraft(
                        NEXT,
                        versions().getFirst().questionnaire().unsur().stream()
                                .map(UnsurDraft::of)
                                .toList())));
    }

    @SuppressWarnings("unchecked")
    private static Select<YearMonth> from(AdminScreen screen) {
        return screen.field(Select.class, "Berlaku mulai tanggal 1");
    }

    private static TextField weight(AdminScreen screen, String unsur) {
        return screen.heardAs(TextField.class, "Bobot " + unsur);
    }

    private static String total(AdminScreen screen) {
        return screen.all(Span.class).stream()
                .filter(span -> span.hasClassName("bl-unsur-total"))
                .map(span -> span.getElement().getTextRecursively())
                .findFirst()
                .orElseThrow();
    }
}
