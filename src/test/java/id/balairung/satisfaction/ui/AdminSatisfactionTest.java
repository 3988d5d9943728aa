package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Svg;
import id.balairung.queue.QueueSubscription;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.Satisfaction;
import id.balairung.satisfaction.SurveyPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The agency's figures as its admin sees them. */
class AdminSatisfactionTest extends SatisfactionOfAnAgency {

    private static final Locale INDONESIAN = Locale.of("id");

    @Autowired
    Satisfaction satisfaction;

    @Test
    void theFiguresAreThoseThatTheServiceReckons() {
        said.filledIn(first(), 4);
        said.filledIn(first(), 3);
        said.filledIn(second(), 3);
        said.served(first());
        said.served(second());

        SatisfactionScreen screen = admin();

        AgencySatisfaction reckoned = reckoned();
        assertThat(reckoned.ikm().orElseThrow().value()).isEqualTo(new BigDecimal("83.33"));
        assertThat(screen.card("bl-index"))
                .contains("83,33", "Mutu B", "Baik", "3 tanggapan dari 5 yang diperlukan", "kurang 2")
                .contains("Populasi 5 layanan selesai.", "Angka masih sementara.");
        assertThat(screen.card("bl-unsur")).contains("Sembilan unsur", "Persyaratan", "3,33", "n 3");
        assertThat(screen.rows())
                .anySatisfy(row -> assertThat(row)
                        .startsWith(first().prefix())
                        .contains("2 dari 3", "kurang 1", "87,50", "sementara", "3,50", "n 2"))
                .anySatisfy(row -> assertThat(row).startsWith(second().prefix()).contains("1 dari 2", "75,00"));
        assertThat(screen.card("bl-newest")).contains("hari ini 3,33 dari 4, n 3");
    }

    @Test
    void aServiceOfWhichNobodySaidAnythingCountsInThePopulation() {
        said.filledIn(first(), 4);
        said.served(second());

        SatisfactionScreen screen = admin();

        assertThat(screen.card("bl-index")).contains("Populasi 2 layanan selesai.", "1 tanggapan dari 2");
        assertThat(screen.rows())
                .anySatisfy(row -> assertThat(row).startsWith(second().prefix()).contains("0 dari 1", "kurang 1"));
    }

    @Test
    void aRatingIsSeenWithoutReloadAndItsRowIsTinted() {
        said.rated(first(), 4, "");
        SatisfactionScreen screen = admin();
        assertThat(screen.all("bl-rate")).hasSize(1);
        assertThat(screen.all("changed")).isEmpty();

        said.rated(second(), 2, "");

        screen.soon("the rating", () -> screen.all("bl-rate").size() == 2);
        assertThat(screen.all("bl-rate").getFirst()).contains(second().nameIndonesian(), "Kurang baik");
        assertThat(screen.all("changed")).anySatisfy(row -> assertThat(row).contains("Kurang baik"));
        assertThat(screen.card("bl-newest")).contains("hari ini 3,00 dari 4, n 2");
        assertThat(screen.rows())
                .as("by the hour, too")
                .anySatisfy(row -> assertThat(row).startsWith("10.00").contains("3,00"));
    }

    @Test
    void ofAnotherAgencyNothingIsSeenWhateverTheAddressSays() {
        said.rated(first(), 4, "");
        elsewhere.filledIn(other.service(), 1);

        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan?instansi=" + code(other));

        assertThat(screen.all("bl-rate")).hasSize(1);
        assertThat(screen.text())
                .contains(agency.name())
                .doesNotContain(other.name(), other.service().nameIndonesian());
    }

    @Test
    void theDayOfACommentStaysOnOneLine() {
        said.rated(first(), 4, "Petugasnya ramah");

        assertThat(admin().card("bl-comments")).containsPattern("\\p{L}{3},\u00a0\\d{1,2}\u00a0\\p{L}{3} ");
    }

    @Test
    void nobodyRatedYet() {
        SatisfactionScreen screen = admin();

        assertThat(screen.card("bl-index"))
                .contains("IKM belum dapat dihitung", "Belum ada yang mengisi survei")
                .contains("Belum ada layanan selesai dalam laporan harian periode ini.")
                .doesNotContain("Mutu", "0 tanggapan", "Populasi");
        assertThat(screen.shows("bl-sample-box")).isFalse();
        assertThat(screen.card("bl-newest")).contains("Belum ada penilaian");
        assertThat(screen.card("bl-comments")).contains("Belum ada komentar");
        assertThat(screen.card("bl-tasks")).contains("Tidak ada tindak lanjut");
        assertThat(screen.card("bl-by-service")).contains("Belum ada layanan selesai dalam laporan harian");
    }

    @Test
    void anUnsurThatNobodyAnsweredIsNamedAsTheReasonWhyThereIsNoIndex() {
        said.filledIn(first(), 3, "TIME");

        SatisfactionScreen screen = admin();

        assertThat(screen.card("bl-index"))
                .contains("IKM belum dapat dihitung", "Belum ada jawaban untuk: Waktu penyelesaian.")
                .contains("1 tanggapan dari 1 yang diperlukan", "cukup");
        assertThat(screen.rows())
                .anySatisfy(
                        row -> assertThat(row).startsWith("Waktu penyelesaian").contains("-", "n 0"));
    }

    @Test
    void theTrendIsToldToThoseWhoCannotSeeIt() {
        said.filledIn(first(), 3);
        SatisfactionScreen screen = admin();

        String present = DateTimeFormatter.ofPattern("LLLL uuuu", INDONESIAN).format(today());
        screen.window().activate();
        assertThat(screen.window().find(TrendLine.class).single().getElement().getAttribute("aria-label"))
                .startsWith("IKM beberapa periode: ")
                .contains(present + " 75,00, n 1", " belum ada, n 0; ");
        assertThat(screen.window().find(Svg.class).single().getElement().getProperty("innerHTML"))
                .contains("<circle");
    }

    @Test
    void aPeriodIsChosenAndStandsInTheAddress() {
        said.filledIn(first(), 3);
        SatisfactionScreen screen = admin();
        YearMonth month = YearMonth.from(today());

        screen.click("Periode sebelumnya");
        assertThat(screen.address()).isEqualTo("kepuasan?periode=" + month.minusMonths(1));
        assertThat(screen.card("bl-index")).contains("IKM belum dapat dihitung").doesNotContain("Angka masih");

        screen.choose("Periode", "Tahun " + month.getYear());
        assertThat(screen.address()).isEqualTo("kepuasan?periode=" + month.getYear());
        assertThat(screen.card("bl-index")).contains("75,00", "Angka masih sementara.");
        assertThat(screen.button("Periode berikutnya").isEnabled()).isFalse();

        // As the browser goes back.
        screen.open("kepuasan?periode=" + month.minusMonths(1));
        assertThat(screen.card("bl-index")).contains("IKM belum dapat dihitung");
        screen.open("kepuasan");
        assertThat(screen.card("bl-index")).contains("75,00");
    }

    @Test
    void whatIsSaidInOnePeriodDoesNotComeToAScreenOfAnother() {
        SatisfactionScreen screen = admin().click("Periode sebelumnya");
        SatisfactionScreen present = admin();

        said.rated(first(), 4, "");

        present.soon("the rating", () -> present.all("bl-rate").size() == 1);
        assertThat(screen.all("bl-rate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12", "1999", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-S3", "2091-01", "9999", "0000",
                "kemarin", "2026-1", ""
            })
    void anAddressThatNamesNoPeriodSaysSoAndLeadsToThisMonth(String typed) {
        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan?periode=" + typed);

        assertThat(screen.text()).contains("Tidak ada periode di alamat ini", "Buka bulan ini");
        assertThat(screen.shows("bl-index")).isFalse();
        assertThat(screen.open("kepuasan").shows("bl-index")).isTrue();
    }

    @Test
    void theFirstAndThePresentPeriodHaveNoneBeforeAndAfterThem() {
        SatisfactionScreen screen = screen(agency.admin()).open("kepuasan?periode=2000-01");
        assertThat(screen.button("Periode sebelumnya").isEnabled()).isFalse();
        assertThat(screen.button("Periode berikutnya").isEnabled()).isTrue();
    }

    private AgencySatisfaction reckoned() {
        LocalDate day = today();
        return hall.as(agency.admin(), () -> {
            try (QueueSubscription<AgencySatisfaction> read = satisfaction.subscribe(
                    agency.id(), SurveyPeriod.of(SurveyPeriod.Length.MONTH, day), update -> {})) {
                return read.current();
            }
        });
    }
}
