package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import id.balairung.agency.ServiceId;
import id.balairung.common.ui.Figure;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Part;
import id.balairung.satisfaction.Ikm;
import id.balairung.satisfaction.Mutu;
import id.balairung.satisfaction.OwnSatisfaction;
import id.balairung.satisfaction.Tally;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The totals of an officer's services: the mean and how often each rating was given, then each service. */
class OwnFigures extends Section {

    private static final int FOUR = 4;

    private final transient SatisfactionWords words;
    private final Figure rating;
    private final Figure index;
    private final Quality quality;
    private final List<Figure> scores;
    private final FigureTable<Line> table;

    private record Line(ServiceId service, Tally ratings, long responses) {}

    OwnFigures(SatisfactionWords words, PeriodChoice periods) {
        this.words = words;
        addClassNames("bl-card", "bl-own-figures");
        String title = words.text("satisfaction.own.title");
        setAriaLabel(title);
        Header head = new Header(new H2(title), periods);
        head.addClassName("bl-head");
        this.rating = new Figure(words.text("satisfaction.own.mean"));
        this.index = new Figure(words.text("satisfaction.index"));
        this.quality = new Quality(words);
        index.add(quality);
        Div means = new Div(rating, index);
        means.addClassName("bl-strip");
        this.scores = IntStream.rangeClosed(1, FOUR)
                .mapToObj(score -> new Figure(words.score(score)))
                .toList();
        Div counts = new Div();
        scores.reversed().forEach(counts::add);
        counts.addClassNames("bl-strip", "bl-own-scores");
        this.table = new FigureTable<>(
                words.text("satisfaction.by-service"),
                words.text("satisfaction.service"),
                this::about,
                Line::service,
                List.of(
                        new FigureTable.Column<>(
                                words.text("satisfaction.own.average"),
                                "r bl-num",
                                line -> new Text(words.mean(line.ratings()))),
                        new FigureTable.Column<>(
                                words.text("satisfaction.own.ratings"),
                                "r bl-num",
                                line -> new Text(words.count(line.ratings().count()))),
                        new FigureTable.Column<>(
                                words.text("satisfaction.own.responses"),
                                "r bl-num",
                                line -> new Text(words.count(line.responses())))));
        add(head, means, counts, table);
    }

    void show(OwnSatisfaction now) {
        Tally all = now.ratings();
        show(rating, words.mean(all), words.n(all.count()));
        show(index, words.ikm(now.ikm()), words.n(now.responses().count()));
        quality.show(now.ikm().map(Ikm::mutu));
        for (int score = 1; score <= FOUR; score++) {
            show(scores.get(score - 1), words.count(all.of(score)), "");
        }
        table.show(now.services().stream()
                .map(one ->
                        new Line(one.service(), one.ratings(), one.responses().count()))
                .toList());
    }

    private static void show(Figure figure, String value, String note) {
        figure.show(value, "", note);
    }

    private Component about(Line line) {
        return FigureTable.about(words.letters(line.service()), new ServiceName(words.service(line.service())));
    }

    private static final class Quality extends Part<Optional<Mutu>> {

        private final transient SatisfactionWords words;

        Quality(SatisfactionWords words) {
            this.words = words;
            addClassName("quality");
        }

        @Override
        protected void draw(Optional<Mutu> mutu) {
            removeAll();
            mutu.ifPresent(reached -> add(new MutuBadge(words, reached)));
        }
    }
}
