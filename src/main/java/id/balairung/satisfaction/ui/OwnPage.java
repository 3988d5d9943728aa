package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.OwnSatisfaction;
import java.util.List;

/** What an officer may read of the own services, by whole batches, and the officer's own tasks. */
class OwnPage extends Div implements LivePage<OwnSatisfaction> {

    private final transient SatisfactionServices services;
    private final OwnFigures figures;
    private final UnsurCard unsur;
    private final OwnComments comments;
    private final OwnTasks tasks;
    private final Section nothing;

    OwnPage(SatisfactionServices services, PeriodChoice periods) {
        this.services = services;
        SatisfactionWords words = services.words(getLocale());
        addClassNames("bl-main", "bl-satisfaction", "bl-own-satisfaction");
        this.figures = new OwnFigures(words, periods);
        this.unsur = new UnsurCard(words, OwnSatisfaction.FEWEST);
        this.comments = new OwnComments(words);
        this.tasks = new OwnTasks(services, words);
        this.nothing = new Section(new EmptyState(
                Icons.SMILE,
                words.text("satisfaction.own.none"),
                words.text("satisfaction.own.none-next", OwnSatisfaction.FEWEST)));
        nothing.addClassNames("bl-card", "bl-own-nothing");
        nothing.setAriaLabel(words.text("satisfaction.own.none"));
        add(figures, unsur, nothing, comments, tasks, why(words));
    }

    @Override
    public void show(OwnSatisfaction now) {
        figures.show(now);
        unsur.show(Standing.of(now));
        comments.show(now);
        tasks.refresh(services.today());
        nothing.setVisible(now.isEmpty());
        List.of(unsur, comments).forEach(card -> card.setVisible(!now.isEmpty()));
    }

    private static Section why(SatisfactionWords words) {
        Span sentence = new Span(words.text("satisfaction.own.why", OwnSatisfaction.FEWEST));
        sentence.addClassNames("bl-s", "bl-sec");
        Header head = new Header(Icons.INFO.create(), new H2(words.text("satisfaction.own.why-title")));
        head.addClassName("bl-head");
        Div body = new Div(sentence);
        body.addClassName("bl-body");
        Section card = new Section(head, body);
        card.addClassNames("bl-card", "bl-own-why");
        card.setAriaLabel(words.text("satisfaction.own.why-title"));
        return card;
    }
}
