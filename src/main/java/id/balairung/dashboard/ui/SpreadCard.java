package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import id.balairung.common.Share;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Figure;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Part;
import id.balairung.dashboard.DashboardReading;
import id.balairung.rollup.Figures;
import id.balairung.rollup.OfficerLoad;
import java.time.Duration;
import java.util.OptionalLong;

/** How the work was spread over the officers, without anybody's name, and how right the waits were that visitors were told. */
class SpreadCard extends Section {

    private final transient DashboardWords words;
    private final Load load = new Load();
    private final Estimates estimates = new Estimates();

    SpreadCard(DashboardWords words) {
        this.words = words;
        addClassNames("bl-card", "bl-spread");
        setAriaLabel(words.text("dashboard.load"));
        add(half("dashboard.load", load), half("dashboard.estimate", estimates));
    }

    private Div half(String key, Div figures) {
        Header head = new Header(new H2(words.text(key)));
        head.addClassName("bl-head");
        Div half = new Div(head, figures);
        half.addClassName("half");
        return half;
    }

    void show(DashboardReading reading) {
        load.show(reading.drawn().once(Key.LOAD, () -> loads(reading)));
        estimates.show(reading.drawn().once(Key.ESTIMATES, () -> told(reading.total())));
    }

    /** What is the same for all screens of a reading, in any language. */
    private enum Key {
        LOAD,
        ESTIMATES
    }

    private static Loads loads(DashboardReading reading) {
        OfficerLoad spread = reading.figures().load();
        return new Loads(
                spread.turns().n(),
                spread.turns().median(),
                spread.turns().p90(),
                spread.serving().median(),
                spread.serving().p90(),
                spread.tells(),
                reading.query().service().isPresent());
    }

    private static Told told(Figures total) {
        return new Told(
                total.estimated(), total.estimatedInside(), total.estimateMiss().median());
    }

    private record Loads(
            long days,
            OptionalLong turnsMedian,
            OptionalLong turnsMost,
            OptionalLong servingMedian,
            OptionalLong servingMost,
            boolean told,
            boolean ofService) {}

    private record Told(long n, long inside, OptionalLong miss) {}

    private final class Load extends Part<Loads> {

        @Override
        protected void draw(Loads newer) {
            removeAll();
            if (newer.days() == 0) {
                add(new EmptyState(
                        Icons.PEOPLE,
                        words.text(newer.ofService() ? "dashboard.load.whole" : "dashboard.load.none"),
                        words.text(newer.ofService() ? "dashboard.load.whole-next" : "dashboard.load.none-next")));
                return;
            }
            if (!newer.told()) {
                add(new EmptyState(
                        Icons.PEOPLE, words.text("dashboard.load.few"), words.text("dashboard.load.few-next")));
                return;
            }
            Div strip = new Div(
                    new Figure(words.text("dashboard.load.turns"))
                            .show(
                                    words.count(newer.turnsMedian().orElse(0)),
                                    words.text("dashboard.load.turns-unit"),
                                    words.text(
                                            "dashboard.p90-of",
                                            words.count(newer.turnsMost().orElse(0)))),
                    new Figure(words.text("dashboard.load.serving"))
                            .show(
                                    hours(newer.servingMedian()),
                                    words.text("dashboard.load.hours-unit"),
                                    words.text("dashboard.p90-of", hours(newer.servingMost()))),
                    new Figure(words.text("dashboard.load.days"))
                            .show(words.count(newer.days()), "", words.text("dashboard.load.days-note")));
            strip.addClassName("bl-strip");
            Paragraph note = new Paragraph(words.text("dashboard.load.note"));
            note.addClassName("bl-foot");
            add(strip, note);
        }

        private String hours(OptionalLong millis) {
            return words.tenths(Duration.ofMillis(millis.orElse(0)).toMinutes() / 60.0);
        }
    }

    private final class Estimates extends Part<Told> {

        @Override
        protected void draw(Told newer) {
            removeAll();
            if (newer.n() == 0) {
                add(new EmptyState(
                        Icons.CLOCK,
                        words.text("dashboard.estimate.none"),
                        words.text("dashboard.estimate.none-next")));
                return;
            }
            Div strip = new Div(
                    new Figure(words.text("dashboard.estimate.inside"))
                            .show(words.percent(new Share(newer.inside(), newer.n())), "", words.n(newer.n())),
                    new Figure(words.text("dashboard.estimate.miss"))
                            .show(
                                    newer.miss().isPresent()
                                            ? words.count(Math.ceilDiv(
                                                    newer.miss().getAsLong(),
                                                    Duration.ofMinutes(1).toMillis()))
                                            : DashboardWords.NOTHING,
                                    newer.miss().isPresent() ? words.text("dashboard.minutes-median") : "",
                                    words.text("dashboard.estimate.miss-n", words.count(newer.n() - newer.inside()))));
            strip.addClassName("bl-strip");
            add(strip);
        }
    }
}
