package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.FigureTable;
import id.balairung.common.ui.Icons;
import id.balairung.queue.ui.LiveText;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.satisfaction.FollowUpState;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.OverdueFollowUps;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What should be done by now, of every agency; each leads to the overdue ones of its agency. */
class OverdueCard extends Section {

    private final transient SatisfactionWords words;
    private final transient SatisfactionAddress here;
    private final LiveText count = new LiveText();
    private final FigureTable<Line> table;
    private final EmptyState empty;

    private record Line(
            FollowUpId id, AgencySummary agency, String title, String about, FollowUpState state, LocalDate due) {

        /** The first cell is drawn once: another title is another row. */
        private Object key() {
            return List.of(id, title);
        }
    }

    OverdueCard(SatisfactionWords words, SatisfactionAddress here) {
        this.words = words;
        this.here = here;
        addClassNames("bl-card", "bl-overdue-tasks");
        String title = words.text("satisfaction.overdue");
        setAriaLabel(title);
        count.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(title), count);
        head.addClassName("bl-head");
        TaskWords said = new TaskWords(words, List.of());
        this.table = new FigureTable<>(
                title,
                words.text("satisfaction.task"),
                this::about,
                Line::key,
                List.of(
                        new FigureTable.Column<>(
                                words.text("satisfaction.agency"),
                                "",
                                line -> new Text(line.agency().name())),
                        new FigureTable.Column<>(
                                words.text("satisfaction.task.state"), "", line -> said.badge(line.state())),
                        new FigureTable.Column<>(words.text("satisfaction.task.due"), "r bl-num", this::due)));
        this.empty = new EmptyState(
                Icons.TASK, words.text("satisfaction.overdue.none"), words.text("satisfaction.overdue.none-next"));
        add(head, table, empty);
    }

    void show(MallSatisfaction now) {
        OverdueFollowUps overdue = now.overdue();
        TaskWords said = new TaskWords(words, now.asked());
        table.show(overdue.first().stream()
                .map(one -> new Line(
                        one.followUp().id(),
                        words.catalogue().agency(one.agency()),
                        said.title(one.followUp()),
                        said.about(one.followUp()),
                        one.followUp().state(),
                        one.followUp().due()))
                .toList());
        boolean none = overdue.first().isEmpty();
        table.setVisible(!none);
        empty.setVisible(none);
        count.setText(
                none
                        ? ""
                        : overdue.count() > overdue.first().size()
                                ? words.text(
                                        "satisfaction.overdue.first",
                                        words.count(overdue.first().size()),
                                        words.count(overdue.count()))
                                : words.text("satisfaction.overdue.count", words.count(overdue.count())));
    }

    private Component about(Line line) {
        Anchor link = new Anchor(TasksView.overdue(here.of(Optional.of(line.agency()))), line.title());
        link.getElement().setAttribute("router-link", true);
        Span under = new Span(line.about());
        under.addClassNames("bl-xs", "bl-quiet");
        Div what = new Div(link, under);
        what.addClassName("bl-figure-told");
        return what;
    }

    private Component due(Line line) {
        Span late = new Span(Icons.ALERT.create(), new Span(words.shortDay(line.due())));
        late.addClassName("bl-over");
        return late;
    }
}
