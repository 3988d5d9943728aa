package id.balairung.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.flow.component.UI;
import id.balairung.common.ui.ChartData.Axis;
import id.balairung.common.ui.ChartData.Look;
import id.balairung.common.ui.ChartData.Point;
import id.balairung.common.ui.ChartData.Row;
import id.balairung.common.ui.ChartData.Series;
import id.balairung.common.ui.ChartData.Target;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a chart tells the browser. */
@BalairungTest
class ChartTest {

    private static final Axis MINUTES = Axis.of("mnt");

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    private Chart chart;

    @BeforeEach
    void onAScreen() {
        screens.of(hall.agency(1, 1).admin()).activate();
        chart = new Chart("Waktu tunggu");
        UI.getCurrent().add(chart);
    }

    @Test
    void linesAreToldWithTheirGapsTextsAndAddresses() {
        chart.show(new ChartData.Lines(
                "Median 11 menit, n 248.",
                "Pukul",
                List.of("08.00", "08.15"),
                4,
                List.of(series(
                        Point.gap(),
                        Point.of(11.5, "11,5 mnt").counting("n 248").leadingTo("riwayat?jam=8"))),
                Axis.between(5, 20, "mnt"),
                Optional.of(new Target(15, "standar 15"))));

        JsonNode told = told();
        assertThat(told.get("kind").asString()).isEqualTo("Lines");
        assertThat(told.get("summary").asString()).isEqualTo("Median 11 menit, n 248.");
        assertThat(told.get("every").asInt()).isEqualTo(4);
        assertThat(told.at("/axis/least").asDouble()).isEqualTo(5);
        assertThat(told.at("/target/word").asString()).isEqualTo("standar 15");
        JsonNode points = told.at("/series/0/points");
        assertThat(points.get(0).get("value").isNull()).isTrue();
        assertThat(points.get(1))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"value\":11.5,\"text\":\"11,5 mnt\",\"n\":\"n 248\",\"href\":\"riwayat?jam=8\"}"));
        assertThat(told.at("/series/0/look").asString()).isEqualTo("MAIN");
    }

    @Test
    void aHeatMapIsToldByItsRows() {
        chart.show(new ChartData.Heat(
                "Puncak Senin.",
                "Hari",
                List.of("08"),
                List.of(new Row("Sen", true, List.of(Point.of(99, "99")))),
                MINUTES));
        JsonNode told = told();
        assertThat(told.get("kind").asString()).isEqualTo("Heat");
        assertThat(told.at("/rows/0/marked").asBoolean()).isTrue();
        assertThat(told.at("/rows/0/cells/0/text").asString()).isEqualTo("99");
        assertThat(told.at("/axis/most").isNull()).isTrue();
    }

    @Test
    void barsWithoutATargetHaveNone() {
        chart.show(new ChartData.Bars(
                "Satu instansi.",
                "Instansi",
                List.of("Dukcapil"),
                true,
                List.of(series(Point.of(1, "1"))),
                MINUTES,
                Optional.empty()));
        assertThat(told().get("target").isNull()).isTrue();
        assertThat(told().get("lying").asBoolean()).isTrue();
    }

    @Test
    void itIsNamedAndSpeaksThePersonsLanguage() {
        assertThat(chart.getElement().getAttribute("role")).isEqualTo("figure");
        assertThat(chart.getElement().getAttribute("aria-label")).isEqualTo("Waktu tunggu");
        JsonNode words = JsonMapper.shared().readTree(chart.getElement().getProperty("words"));
        assertThat(words.get("table").asString()).isEqualTo("Tabel");
    }

    @Test
    void aSmallOneIsAPictureOfItsSummary() {
        Chart small = Chart.small("7 hari");
        small.show(new ChartData.Lines(
                "Turun dari 90 ke 71.",
                "Hari",
                List.of("Sen"),
                1,
                List.of(series(Point.of(71, "71%"))),
                MINUTES,
                Optional.empty()));
        assertThat(small.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(small.getElement().getAttribute("aria-label")).isEqualTo("7 hari. Turun dari 90 ke 71.");
    }

    @Test
    void noPointGetsLostOrTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartData.Lines(
                        "", "", List.of("08", "09"), 1, List.of(series(Point.gap())), MINUTES, Optional.empty()))
                .withMessageContaining("1 points in 2 categories");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ChartData.Heat("", "", List.of("08"), List.of(new Row("Sen", false, List.of())), MINUTES))
                .withMessageContaining("Sen has 0 cells in 1 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartData.Bars("", "", List.of(), false, List.of(), MINUTES, Optional.empty()));
    }

    private static Series series(Point... points) {
        return new Series("Median", Look.MAIN, List.of(points));
    }

    private JsonNode told() {
        return JsonMapper.shared().readTree(chart.getElement().getProperty("data"));
    }
}
