package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import id.balairung.common.ui.Part;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.SurveyPeriod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the index moved over the last periods, as a line. A period without an index is a gap. */
class TrendLine extends Part<List<Standing.Past>> {

    private static final double WIDTH = 424;
    private static final double SIDE = 20;
    private static final double TOP = 12;
    private static final double HEIGHT = 30;
    private static final double BASE = 62;

    /** What lies closer together isn't told apart by height: a hundredth would look like a leap. */
    private static final double LEAST_RANGE = 3;

    private final transient SatisfactionWords words;

    TrendLine(SatisfactionWords words) {
        this.words = words;
        addClassName("bl-trend");
        getElement().setAttribute("role", "img");
    }

    @Override
    protected void draw(List<Standing.Past> points) {
        removeAll();
        boolean drawn = points.stream().anyMatch(point -> point.ikm().isPresent());
        setVisible(drawn);
        if (drawn) {
            getElement()
                    .setAttribute(
                            "aria-label",
                            words.text(
                                    "satisfaction.trend",
                                    points.stream().map(this::told).collect(Collectors.joining("; "))));
            Div picture = new Div(new Svg(svg(points)));
            picture.getElement().setAttribute("aria-hidden", "true");
            add(picture);
        }
    }

    private String told(Standing.Past point) {
        return words.text(
                "satisfaction.trend.point",
                words.period(point.period()),
                point.ikm().isPresent() ? words.ikm(point.ikm()) : words.text("satisfaction.untold.short"),
                words.count(point.responses()));
    }

    private String svg(List<Standing.Past> points) {
        double lowest = points.stream()
                .flatMap(point -> point.ikm().stream())
                .mapToDouble(TrendLine::value)
                .min()
                .orElse(0);
        double highest = points.stream()
                .flatMap(point -> point.ikm().stream())
                .mapToDouble(TrendLine::value)
                .max()
                .orElse(0);
        double range = Math.max(LEAST_RANGE, highest - lowest);
        double bottom = (lowest + highest - range) / 2;
        double step = (WIDTH - 2 * SIDE) / Math.max(1, points.size() - 1);
        StringBuilder line = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        boolean joined = false;
        for (int index = 0; index < points.size(); index++) {
            Standing.Past point = points.get(index);
            double x = SIDE + index * step;
            boolean last = index == points.size() - 1;
            Optional<Ikm> ikm = point.ikm();
            if (ikm.isPresent()) {
                double y = TOP + HEIGHT * (1 - (value(ikm.get()) - bottom) / range);
                line.append(joined ? 'L' : 'M').append(number(x)).append(' ').append(number(y));
                marks.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"><title>%s</title></circle>"
                        .formatted(number(x), number(y), last ? "4" : "2.5", escaped(told(point))));
            }
            joined = ikm.isPresent();
            marks.append("<text x=\"%s\" y=\"%s\"%s>%s</text>"
                    .formatted(
                            number(x),
                            number(BASE),
                            last ? " class=\"last\"" : "",
                            escaped(axis(points, point.period()))));
        }
        return "<svg viewBox=\"0 0 424 66\" width=\"100%%\"><path d=\"%s\"/>%s</svg>".formatted(line, marks);
    }

    private String axis(List<Standing.Past> points, SurveyPeriod period) {
        return points.size() > 1 ? words.shortPeriod(period) : words.period(period);
    }

    private static double value(Ikm ikm) {
        return ikm.value().doubleValue();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
