package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Rows;
import id.balairung.queue.ui.LiveText;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.NewRating;
import id.balairung.satisfaction.Tally;
import java.time.LocalDate;

/** The ratings as they come, the newest first. */
class NewestCard extends Section {

    private final transient SatisfactionWords words;
    private final LiveText mean = new LiveText();
    private final UnorderedList list = new UnorderedList();
    private final EmptyState empty;
    private final transient Rows<Line, RatingRow> rows;

    /** A rating as it is shown. */
    private record Line(NewRating rating, String when) {}

    NewestCard(SatisfactionWords words) {
        this.words = words;
        addClassNames("bl-card", "bl-newest");
        String title = words.text("satisfaction.newest");
        setAriaLabel(title);
        mean.addClassNames("bl-quiet", "bl-s", "bl-push", "bl-num");
        Header head = new Header(new H2(title), mean);
        head.addClassName("bl-head");
        this.empty = new EmptyState(
                Icons.SMILE, words.text("satisfaction.newest.none"), words.text("satisfaction.newest.none-next"));
        this.rows = new Rows<>(list, line -> line.rating().id(), RatingRow::new);
        list.addClassName("bl-satisfaction-list");
        add(head, new Scroll(title, list), empty);
    }

    void show(AgencySatisfaction now, LocalDate today) {
        boolean present = now.period().contains(today);
        Tally said = present ? now.today() : now.ratings();
        mean.setText(
                said.count() == 0
                        ? ""
                        : words.text(
                                present ? "satisfaction.newest.today" : "satisfaction.newest.period",
                                words.mean(said),
                                words.count(said.count())));
        rows.show(now.newest().stream()
                .map(rating -> new Line(rating, words.moment(rating.at(), today)))
                .toList());
        empty.setVisible(now.newest().isEmpty());
        list.setVisible(!now.newest().isEmpty());
    }

    private final class RatingRow extends ListItem implements Rows.Row<Line> {

        RatingRow() {
            addClassName("bl-rate");
        }

        @Override
        public void draw(Line line) {
            removeAll();
            Span when = new Span(line.when());
            when.addClassNames("bl-num", "bl-quiet");
            Span service = new Span(words.service(line.rating().service()));
            service.addClassName("cut");
            Span score = new Span(
                    new Span(words.score(line.rating().score())),
                    new Pips(words, line.rating().score()));
            score.addClassName("score");
            add(when, service, score);
        }
    }
}
