package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

        // Another month, whose figures nobody has read yet.
        clock.advance(Duration.ofDays(31));
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
        LocalDate day = today();
        clock.advance(Duration.ofDays(1));
        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan?periode=" + YearMonth.from(day));

        screen.clickRow("Petugas menjawab ketus").click("Daftarkan pengaduan");
        assertThat(screen.value("Diterima pada")).as("as it was said").isEqualTo(day.toString());
        screen.type("Nomor LAPOR!", "<9182736>").confirm();
        assertThat(screen.fault("Nomor LAPOR!")).contains("huruf, angka");
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
    void aPlanIsMadeForOneOfTheThreeLowestUnsur() {
        said.filledIn(first(), 4);
        SatisfactionScreen screen = admin();
        assertThat(screen.offers("Buat rencana untuk Biaya/tarif"))
                .as("the fourth")
                .isFalse();

        screen.click("Buat rencana untuk Waktu penyelesaian");
        assertThat(screen.value("Yang akan dilakukan")).isEqualTo("Perbaiki unsur Waktu penyelesaian");
        screen.type("Yang akan dilakukan", "Buka loket kedua").confirm();

        assertThat(screen.asks()).isFalse();
        screen.soon("the plan", () -> screen.card("bl-tasks").contains("Buka loket kedua"));
        assertThat(screen.card("bl-tasks")).contains("Waktu penyelesaian, belum ditunjuk");
        screen.soon("the way to it", () -> screen.offers("Lihat rencana untuk Waktu penyelesaian"));
        screen.click("Lihat rencana untuk Waktu penyelesaian");
        assertThat(screen.value("Yang akan dilakukan")).isEqualTo("Buka loket kedua");
        screen.choose("Unsur", "Biaya/tarif").confirm();
        screen.soon("the other unsur", () -> screen.card("bl-tasks").contains("Biaya/tarif, belum ditunjuk"));
        assertThat(head("kepuasan?instansi=" + code(agency)).offers("Buat rencana untuk Waktu penyelesaian"))
                .as("to who reads")
                .isFalse();
    }

    @Test
    void anAdminSeesHowTheCommentBeginsAndWhenItWasOpened() {
        said.rated(first(), 1, "Saya datang pukul delapan dan baru dipanggil pukul sebelas tanpa penjelasan apa pun");
        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan/tindak-lanjut");

        String opened = DateTimeFormatter.ofPattern("d MMM", Locale.of("id")).format(today());
        assertThat(screen.all("bl-todo"))
                .singleElement()
                .asString()
                .contains("“Saya datang pukul delapan dan baru dipanggil pukul sebelas…”", "dibuka " + opened);
    }

    @Test
    void tasksAreNarrowedByStateKindAndOwnerInTheAddress() {
        said.rated(first(), 1, "");
        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan/tindak-lanjut");
        screen.click("Tambah")
                .type("Yang akan dilakukan", "Buka loket kedua")
                .owner(agency.officer().displayName())
                .confirm();
        screen.soon("both", () -> screen.all("bl-todo").size() == 2);

        screen.choose("Jenis", "Penilaian terendah");
        assertThat(screen.all("bl-todo")).singleElement().asString().contains("Tanggapi");
        screen.choose("Penanggung jawab", agency.officer().displayName());
        assertThat(screen.all("bl-todo")).isEmpty();
        assertThat(screen.card("bl-tasks")).contains("Tidak ada tindak lanjut yang cocok");

        screen.click("Hapus penyaring");
        assertThat(screen.all("bl-todo")).hasSize(2);

        String person = agency.officer().id().value().toString();
        assertThat(screen.open("kepuasan/tindak-lanjut?penanggung-jawab=" + person)
                        .all("bl-todo"))
                .singleElement()
                .asString()
                .contains("Buka loket kedua");
        assertThat(screen.open("kepuasan/tindak-lanjut?penanggung-jawab=belum-ditunjuk&jenis=rating")
                        .all("bl-todo"))
                .singleElement()
                .asString()
                .contains("Tanggapi");
    }

    @Test
    void aCommentIsOpenedByAClickAnywhereOnIt() {
        said.rated(first(), 4, "Petugasnya ramah");
        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan/komentar");

        screen.clickBeside("Petugasnya ramah");

        assertThat(screen.asks()).isTrue();
        assertThat(screen.offers("Buat tindak lanjut")).isTrue();
    }

    @Test
    void whatHasToBeFilledInIsMarked() {
        said.rated(first(), 2, "Petugas menjawab ketus");
        SatisfactionScreen screen = admin();
        screen.clickRow("Petugas menjawab ketus").click("Daftarkan pengaduan");
        assertThat(screen.requires("Jenis pengaduan")).isTrue();
        assertThat(screen.requires("Diterima pada")).isTrue();
        screen.type("Yang akan dilakukan", "Bina petugas").confirm();

        screen.soon("the task", () -> screen.card("bl-tasks").contains("Bina petugas"));
        screen.clickRow("Bina petugas");
        assertThat(screen.requires("Hasil")).isFalse();
        screen.pick("Selesai");
        assertThat(screen.requires("Hasil")).isTrue();
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
