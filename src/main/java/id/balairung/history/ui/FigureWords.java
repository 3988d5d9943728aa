package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.balairung.history.FigureFilter;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.WaitFigure;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a figure counts, in a person's language. */
final class FigureWords {

    private final Component speaker;
    private final Locale language = UI.getCurrent().getLocale();

    FigureWords(Component speaker) {
        this.speaker = speaker;
    }

    String wait(WaitFigure wait) {
        return speaker.getTranslation(
                switch (wait) {
                    case CALLED -> "history.figure.wait.called";
                    case JUDGED -> "history.figure.wait.judged";
                    case WITHIN -> "history.figure.wait.within";
                    case MISSED -> "history.figure.wait.missed";
                });
    }

    String serviceTime(ServiceTimeFigure time) {
        return speaker.getTranslation(
                switch (time) {
                    case MEASURED -> "history.figure.service.measured";
                    case WITHIN -> "history.figure.service.within";
                    case OVER -> "history.figure.service.over";
                });
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language);
    }

    String hour(int hour) {
        return "%02d.00–%02d.59".formatted(hour, hour);
    }

    /** Each thing that is asked for, with what is left when it isn't. */
    Map<String, FigureFilter> parts(FigureFilter figure) {
        Map<String, FigureFilter> parts = new LinkedHashMap<>();
        if (figure.arrivals()) {
            parts.put(
                    speaker.getTranslation("history.filter.arrivals"),
                    new FigureFilter(false, figure.waiting(), figure.serviceTime(), figure.weekday(), figure.hour()));
        }
        figure.waiting()
                .ifPresent(wait -> parts.put(named("history.filter.wait", wait(wait)), figure.with(Optional.empty())));
        figure.serviceTime()
                .ifPresent(time -> parts.put(
                        named("history.filter.service-time", serviceTime(time)),
                        new FigureFilter(
                                figure.arrivals(),
                                figure.waiting(),
                                Optional.empty(),
                                figure.weekday(),
                                figure.hour())));
        figure.weekday()
                .ifPresent(day -> parts.put(
                        named("history.filter.weekday", weekday(day)),
                        new FigureFilter(
                                figure.arrivals(),
                                figure.waiting(),
                                figure.serviceTime(),
                                Optional.empty(),
                                figure.hour())));
        figure.hour()
                .ifPresent(hour -> parts.put(
                        named("history.filter.hour", hour(hour)),
                        new FigureFilter(
                                figure.arrivals(),
                                figure.waiting(),
                                figure.serviceTime(),
                                figure.weekday(),
                                Optional.empty())));
        return parts;
    }

    private String named(String field, String value) {
        return speaker.getTranslation("history.exports.filtered", speaker.getTranslation(field), value);
    }
}
