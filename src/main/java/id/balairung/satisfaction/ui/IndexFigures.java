package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Part;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.Mutu;
import id.balairung.satisfaction.Sample;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of the card: the index on its bands, the sample, and the trend. */
class IndexFigures extends Part<Standing> {

    private static final double LEAST = 25;
    private static final double RANGE = 75;
    private static final List<Mutu> FROM_LOWEST = List.of(Mutu.D, Mutu.C, Mutu.B, Mutu.A);

    private final transient SatisfactionWords words;
    private final TrendLine trend;

    IndexFigures(SatisfactionWords words) {
        this.words = words;
        this.trend = new TrendLine(words);
        addClassName("bl-body");
    }

    @Override
    protected void draw(Standing now) {
        removeAll();
        trend.show(now.trend());
        add(now.ikm().map(ikm -> headline(ikm, now)).orElseGet(() -> untold(now)));
        add(band(now.ikm()));
        if (now.sample().population() > 0) {
            add(sample(now.sample()));
        }
        add(note(now), trend);
    }

    private Component headline(Ikm ikm, Standing now) {
        Span value = new Span(words.figure(ikm.value()));
        value.addClassName("value");
        Div headline = new Div(value, new MutuBadge(words, ikm.mutu()), before(now));
        headline.addClassName("bl-index-head");
        return headline;
    }

    private Component before(Standing now) {
        Div before = new Div();
        before.addClassNames("before", "bl-s", "bl-sec");
        now.before()
                .flatMap(past -> past.ikm()
                        .map(ikm -> words.text(
                                "satisfaction.before", words.before(past.period()), words.figure(ikm.value()))))
                .ifPresent(sentence -> before.add(new Span(sentence)));
        now.change().ifPresent(change -> before.add(change(change)));
        return before;
    }

    private Component change(BigDecimal change) {
        String figure = words.figure(change.abs());
        Span told = switch (change.signum()) {
            case 0 -> new Span(words.text("satisfaction.same"));
            case 1 -> new Span(Icons.UP.create(), new Span(words.text("satisfaction.risen", figure)));
            default -> new Span(Icons.FALLING.create(), new Span(words.text("satisfaction.fallen", figure)));
        };
        told.addClassName(change.signum() > 0 ? "risen" : change.signum() < 0 ? "fallen" : "same");
        return told;
    }

    private Component untold(Standing now) {
        boolean nobody = now.sample().responses() == 0;
        Span headline = new Span(words.text("satisfaction.untold"));
        headline.addClassName("untold");
        Paragraph why = new Paragraph(
                nobody
                        ? words.text("satisfaction.untold.nobody")
                        : words.text(
                                "satisfaction.untold.unsur",
                                now.unanswered().stream()
                                        .map(unsur -> unsur.name().in(words.language()))
                                        .collect(Collectors.joining("; "))));
        why.addClassNames("bl-s", "bl-sec");
        Div told = new Div(headline, why);
        told.addClassName("bl-index-untold");
        return told;
    }

    private Component band(Optional<Ikm> ikm) {
        Div scale = new Div();
        scale.addClassName("bands");
        Div ticks = new Div();
        ticks.addClassNames("ticks", "bl-num");
        for (Mutu mutu : FROM_LOWEST) {
            Span part = new Span(mutu.name());
            part.addClassName(look(mutu));
            scale.add(part);
            ticks.add(new Span(mutu == Mutu.D ? words.count((long) LEAST) : words.figure(mutu.least())));
        }
        ticks.add(new Span(words.count((long) (LEAST + RANGE))));
        ikm.ifPresent(found -> {
            Span marker = new Span(words.figure(found.value()));
            marker.addClassName("marker");
            marker.getStyle().set("--at", String.valueOf((found.value().doubleValue() - LEAST) / RANGE));
            scale.add(marker);
        });
        Div band = new Div(scale, ticks);
        band.addClassName("bl-band");
        band.getElement().setAttribute("role", "img");
        band.getElement()
                .setAttribute(
                        "aria-label",
                        ikm.map(found -> words.text(
                                        "satisfaction.band",
                                        words.figure(found.value()),
                                        found.mutu().name()))
                                .orElseGet(() -> words.text("satisfaction.band.none")));
        return band;
    }

    private Component sample(Sample sample) {
        Span text = new Span(
                words.text("satisfaction.sample", words.count(sample.responses()), words.count(sample.needed())));
        text.addClassName("said");
        Span rest = new Span(
                sample.sufficient()
                        ? words.text("satisfaction.sample.enough")
                        : words.text("satisfaction.sample.missing", words.count(sample.missing())));
        rest.addClassNames("bl-num", "bl-push");
        Div line = new Div(text, rest);
        line.addClassNames("bl-row", "bl-s");
        Div bar = new Div(new Fill());
        bar.addClassNames("bl-bar", sample.sufficient() ? "enough" : "near");
        bar.getStyle().set("--progress", String.valueOf((double) sample.responses() / sample.needed()));
        bar.getElement().setAttribute("aria-hidden", "true");
        Div box = new Div(line, bar);
        box.addClassNames("bl-sample-box", sample.sufficient() ? "b-completed" : "b-near");
        return box;
    }

    private Component note(Standing now) {
        Sample sample = now.sample();
        StringBuilder note = new StringBuilder(
                sample.population() > 0
                        ? words.text("satisfaction.population", words.count(sample.population()))
                        : sample.responses() > 0
                                ? words.text("satisfaction.sample.unserved", words.count(sample.responses()))
                                : words.text("satisfaction.sample.nothing"));
        if (now.goesOn()) {
            note.append(' ').append(words.text("satisfaction.goes-on"));
        } else if (now.ikm().isPresent() && sample.population() > 0 && !sample.sufficient()) {
            note.append(' ').append(words.text("satisfaction.below-sample"));
        }
        Paragraph told = new Paragraph(note.toString());
        told.addClassNames("bl-s", "bl-sec");
        return told;
    }

    static String look(Mutu mutu) {
        return "m-" + mutu.name().toLowerCase(Locale.ROOT);
    }
}
