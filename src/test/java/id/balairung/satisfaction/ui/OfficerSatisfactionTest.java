package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import id.balairung.satisfaction.OwnSatisfaction;
import id.balairung.satisfaction.OwnService;
import id.balairung.satisfaction.Responses;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.Tally;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an officer sees: whole batches, and nothing that tells who said it. */
class OfficerSatisfactionTest extends SatisfactionOfAnAgency {

    @Test
    void belowFiveNothingIsSeenAndItIsSaidWhy() {
        for (int rating = 0; rating < 4; rating++) {
            said.rated(first(), 1, "Petugas menjawab ketus");
        }
        said.released();

        SatisfactionScreen screen = officer();

        assertThat(screen.text())
                .contains("Belum ada angka untuk periode ini", "sedikitnya 5", "Angka muncul berkelompok")
                .doesNotContain("Petugas menjawab ketus", "n 4");
        assertThat(screen.card("bl-own-figures")).contains("n 0");
        assertThat(screen.shows("bl-unsur")).isFalse();
    }

    /** Of ten, five stay behind as long as more may come. */
    @Test
    void fiveAreSeenTogetherUnsignedOnceTheyAreLetOut() {
        said.rated(first(), 2, "Menunggu lama");
        for (int rating = 0; rating < 9; rating++) {
            said.rated(first(), 4, "");
        }
        SatisfactionScreen screen = officer();
        assertThat(screen.card("bl-own-figures")).contains("n 0");

        said.released();

        screen.soon("the batch", () -> screen.card("bl-own-figures").contains("3,60"));
        assertThat(screen.card("bl-own-figures")).contains("n 5", first().nameIndonesian());
        assertThat(screen.all("bl-quote"))
                .singleElement()
                .asString()
                .contains("Menunggu lama", first().nameIndonesian());
        assertThat(screen.shows("bl-rate")).as("no rating alone").isFalse();

        said.rated(first(), 1, "Yang terakhir");
        said.released();
        SatisfactionScreen again = officer();
        assertThat(again.card("bl-own-figures")).contains("n 5");
        assertThat(again.text()).doesNotContain("Yang terakhir");
    }

    @Test
    void theIkmStandsWithItsQualityAndTheFiguresBeforeTheirExplanation() {
        for (int response = 0; response < 10; response++) {
            said.filledIn(first(), 3);
        }
        said.released();

        SatisfactionScreen screen = officer();

        assertThat(screen.card("bl-own-figures")).contains("75,00 n 5 Mutu C Kurang baik", "Layanan Rata-rata");
        assertThat(screen.all("bl-card").getLast()).startsWith("Angka muncul berkelompok");
    }

    @Test
    void anUnsurThatFewAnsweredTellsNeitherItsMeanNorHowMany() {
        said.filledIn(first(), 4, "COST");
        for (int response = 0; response < 9; response++) {
            said.filledIn(first(), 4);
        }
        said.released();

        SatisfactionScreen screen = officer();

        assertThat(screen.card("bl-unsur")).contains("n 5", "kurang dari 5").doesNotContain(" n 4 ", " n 0 ");
        assertThat(screen.card("bl-own-figures")).doesNotContain("100,00");
    }

    @Test
    void anotherAgencyInTheAddressChangesNothing() {
        for (int rating = 0; rating < 10; rating++) {
            elsewhere.rated(other.service(), 4, "Kata orang lain");
        }
        elsewhere.released();

        SatisfactionScreen screen = screen(agency.officer()).open("kepuasan?instansi=" + code(other));

        assertThat(screen.text())
                .contains(agency.name())
                .doesNotContain(other.name(), "Kata orang lain", other.service().nameIndonesian());
    }

    @Test
    void anOfficerMovesTheOwnTaskAndLearnsNothingOfWhatItGoesBackTo() {
        said.rated(first(), 1, "Lama sekali");
        SatisfactionScreen admin = admin();
        admin.soon("the task", () -> admin.card("bl-tasks").contains("Tanggapi penilaian terendah"));
        admin.clickRow("Tanggapi penilaian terendah")
                .owner(agency.officer().displayName())
                .type("Keterangan", "Rapikan map")
                .confirm();
        assertThat(admin.asks())
                .as("an officer is asked in the admin's own words")
                .isTrue();
        assertThat(admin.fault("Yang akan dilakukan")).contains("Tulis dengan kata sendiri");
        assertThat(admin.value("Keterangan")).isEqualTo("Rapikan map");
        assertThat(officer().card("bl-own-tasks")).contains("Tidak ada tindak lanjut");

        admin.type("Yang akan dilakukan", "Perbaiki urutan berkas").confirm();
        assertThat(admin.asks()).isFalse();

        SatisfactionScreen screen = officer();
        assertThat(screen.card("bl-own-tasks")).contains("Perbaiki urutan berkas", "Belum mulai");
        assertThat(screen.text()).doesNotContain("Lama sekali", "penilaian terendah", "dibuka");

        screen.clickRow("Perbaiki urutan berkas").pick("Selesai").confirm();
        assertThat(screen.asks()).as("without a result").isTrue();
        screen.type("Hasil", "Berkas diurutkan").confirm();
        assertThat(screen.card("bl-own-tasks")).contains("Selesai");
        admin.soon("it is done", () -> admin.card("bl-tasks").contains("1 selesai"));
    }

    @Test
    void commentsThatAreTooManySaySo() {
        SatisfactionScreen screen = officer();
        assertThat(screen.card("bl-own-comments")).doesNotContain("Paling banyak");
        screen.window().activate();
        OwnComments card =
                new OwnComments(application.getBean(SatisfactionServices.class).words(Locale.of("id")));
        UI.getCurrent().add(card);
        card.show(saying(OwnService.MOST_COMMENTS - 1));
        assertThat(screen.text()).doesNotContain("Paling banyak");
        card.show(saying(OwnService.MOST_COMMENTS));
        assertThat(screen.text()).contains("Paling banyak 200 komentar untuk tiap layanan yang ditampilkan.");
    }

    private OwnSatisfaction saying(int comments) {
        return new OwnSatisfaction(
                SurveyPeriod.of(SurveyPeriod.Length.MONTH, today()),
                List.of(),
                List.of(new OwnService(
                        first().id(),
                        Tally.NONE,
                        Responses.NONE,
                        IntStream.range(0, comments)
                                .mapToObj(one -> "Komentar " + one)
                                .toList())));
    }

    private SatisfactionScreen officer() {
        return screen(agency.officer()).open("kepuasan");
    }
}
