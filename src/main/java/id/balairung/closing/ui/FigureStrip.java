package id.balairung.closing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import id.balairung.closing.DayFigures;
import id.balairung.closing.TurnTimes;
import id.balairung.common.ui.Figure;
import java.util.Optional;

/** A day in figures: how many, and how long. */
class FigureStrip extends Section {

    private final transient ReportWords words;

    /** Of a day: an agency's, or of all agencies together. */
    FigureStrip(ReportWords words, DayFigures day, boolean goesOn) {
        this.words = words;
        addClassNames("bl-card", "bl-closing-figures");
        setAriaLabel(words.text("closing.figures"));
        Div counts = new Div(
                count("arrivals", day.arrivals(), ""),
                count("called", day.called(), ""),
                count("served", day.served(), ""),
                count("no-shows", day.noShows(), ""),
                count("abandoned", day.abandoned(), goesOn ? "" : unsettled(day)),
                count("transferred", day.transferred(), ""));
        if (goesOn) {
            counts.add(count("under-way", day.unsettled(), ""));
        }
        counts.addClassName("bl-strip");
        Div times = new Div(within(day), time("wait", day.waitingTime()), time("service", day.serviceTime()));
        times.addClassName("bl-strip");
        add(counts, times);
    }

    private Figure count(String key, int count, String note) {
        return new Figure(words.text("closing.figure." + key)).show(words.count(count), "", note);
    }

    private String unsettled(DayFigures day) {
        return day.unsettled() == 0 ? "" : words.text("closing.unsettled", day.unsettled());
    }

    private Figure within(DayFigures day) {
        Optional<Integer> percent = day.withinTargetPercent();
        return new Figure(words.text("closing.figure.within"))
                .show(
                        percent.map(String::valueOf).orElse(ReportWords.NOTHING),
                        percent.isPresent() ? "%" : "",
                        percent.isPresent()
                                ? words.text("closing.within-n", day.withinTarget(), day.judged())
                                : words.n(0));
    }

    private Figure time(String key, TurnTimes times) {
        Figure figure = new Figure(words.text("closing.figure." + key));
        return times.median().isPresent()
                ? figure.show(words.minutes(times.median()), words.text("closing.minutes-median"), words.times(times))
                : figure.show(
                        ReportWords.NOTHING,
                        "",
                        times.n() == 0
                                ? words.n(0)
                                : words.text("closing.mean-only", words.minutes(times.mean()), times.n()));
    }
}
