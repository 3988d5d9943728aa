package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Comments are looked through, and what follows from them is kept. */
class FollowUpOnScreenTest extends SatisfactionOfAnAgency {

    @Test
    void commentsAreLookedForByWordsAndByTag() {
        said.rated(first(), 4, "Petugasnya ramah dan sabar");
        said.rated(second(), 3, "Mohon tambah kursi untuk lansia");
        SatisfactionScreen screen = admin();
        assertThat(screen.all("bl-quote")).hasSize(2);
        assertThat(screen.card("bl-comments")).contains("tanpa nama");
        assertThat(screen.all("bl-quote")).allMatch(quote -> quote.contains("Belum ditinjau"));

        screen.type("Cari", "kursi");
        assertThat(screen.all("bl-quote")).singleElement().asString().contains("lansia", second().nameIndonesian());

        screen.choose("Tanda", "Pujian");
        assertThat(screen.all("bl-quote")).isEmpty();
        assertThat(screen.card("bl-comments")).contains("Tidak ada komentar yang cocok");
    }

    @Test
    void aTagIsSeenOnOtherScreensOfTheAgency() {
        said.rated(first(), 4, "Petugasnya ramah");
        SatisfactionScreen screen = admin();
        SatisfactionScreen another = admin();

        screen.clickRow("Petugasnya ramah").pick("Pujian").confirm();

        assertThat(screen.asks()).isFalse();
        screen.soon("the tag", () -> screen.all("bl-quote").getFirst().contains("Pujian"));
        another.soon("the tag", () -> another.all("bl-quote").getFirst().contains("Pujian"));
    }

    @Test
    void aFollowUpIsAddedAndChangedAndOneWhoseTimeIsOverShows() {
        SatisfactionScreen screen = admin();
        screen.click("Tambah").confirm();
        assertThat(screen.asks()).as("nothing was filled in").isTrue();
        assertThat(screen.text()).contains("Belum disimpan: 1 isian perlu diperiksa.");
        screen.type("Yang akan dilakukan", "Buka loket kedua").confirm();
        assertThat(screen.asks()).isFalse();
        screen.soon("the task", () -> screen.card("bl-tasks").contains("Buka loket kedua"));
        assertThat(screen.card("bl-tasks")).contains("Belum mulai", "belum ditunjuk", "1 belum selesai, 0 selesai");

        screen.clickRow("Buka loket kedua").pick("Berjalan").confirm();
        screen.soon("its state", () -> screen.card("bl-tasks").contains("Berjalan"));

        clock.advance(Duration.ofDays(15));
        SatisfactionScreen later = admin();
        assertThat(later.card("bl-tasks")).contains("1 lewat batas", "lewat, ");
        assertThat(later.all("bl-over")).anySatisfy(due -> assertThat(due).startsWith("lewat, "));

        later.clickRow("Buka loket kedua").pick("Selesai").confirm();
        assertThat(later.asks()).as("without a result").isTrue();
        later.type("Hasil", "Loket kedua buka setiap pagi").confirm();
        later.soon("it is done", () -> later.card("bl-tasks").contains("0 belum selesai, 1 selesai"));
        assertThat(later.open("kepuasan/tindak-lanjut?keadaan=done").text())
                .contains("Buka loket kedua", "Hasil: Loket kedua buka setiap pagi");
    }

    @Test
    void aComplaintIsRegisteredWithItsNumberAtLapor() {
        said.rated(first(), 2, "Petugas menjawab ketus");
        SatisfactionScreen screen = admin();

        screen.clickRow("Petugas menjawab ketus").click("Daftarkan pengaduan");
        assertThat(screen.text()).contains("Petugas menjawab ketus", "Batas waktu menurut aturan: ");
        screen.type("Yang akan dilakukan", "Minta maaf dan bina petugas")
                .type("Nomor LAPOR!", "9182736")
                .confirm();

        assertThat(screen.asks()).isFalse();
        screen.soon("the complaint", () -> screen.card("bl-tasks").contains("Pengaduan LAPOR! 9182736"));
        assertThat(screen.all("bl-quote").getFirst()).contains("Pengaduan");
        screen.clickRow("Petugas menjawab ketus");
        assertThat(screen.offers("Daftarkan pengaduan")).as("once").isFalse();
        assertThat(screen.offers("Buat tindak lanjut")).isTrue();
    }

    @Test
    void theLowestRatingOpensATaskByItself() {
        SatisfactionScreen screen = admin();
        said.rated(first(), 1, "Lama sekali");

        screen.soon(
                "the task",
                () -> screen.card("bl-tasks")
                        .contains("Tanggapi penilaian terendah untuk " + first().nameIndonesian()));
    }

    @Test
    void allCommentsStandInAListOfTheirOwn() {
        said.rated(first(), 4, "Petugasnya ramah");
        said.rated(first(), 3, "Kursinya kurang");
        elsewhere.rated(other.service(), 4, "Kata orang lain");

        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan/komentar?cari=ramah");
        assertThat(screen.all("bl-quote")).singleElement().asString().contains("Petugasnya ramah");

        screen.open("kepuasan/komentar?instansi=" + code(other));
        assertThat(screen.all("bl-quote")).hasSize(2).noneMatch(quote -> quote.contains("Kata orang lain"));

        said.rated(first(), 4, "Baru saja");
        screen.soon("the comment", () -> screen.all("bl-quote").size() == 3);
        assertThat(screen.open("kepuasan/komentar?periode=2026-13").text()).contains("Tidak ada periode");
    }
}
