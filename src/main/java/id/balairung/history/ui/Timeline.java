package id.balairung.history.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.ui.LostFocus;
import id.balairung.queue.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened to a ticket, in order: when, what, and what there is to say of it. */
class Timeline extends OrderedList {

    private final transient TicketPanelWords words;
    private final LocalDate day;

    /**
     * A timeline.
     *
     * @param steps what happened, in order
     * @param day the ticket's service day
     */
    Timeline(List<TimelineItem> steps, LocalDate day, TicketPanelWords words) {
        this.words = words;
        this.day = day;
        addClassName("bl-timeline");
        getElement().setAttribute("aria-label", words.text("history.timeline"));
        steps.forEach(step -> add(item(step)));
    }

    /** Gives the last step the focus, so that it stands in sight. */
    void focusLast() {
        getChildren().map(ListItem.class::cast).reduce((one, next) -> next).ifPresent(last -> {
            last.getElement().setAttribute("tabindex", "-1");
            last.addClassName("changed");
            new LostFocus(last, 0).pass();
        });
    }

    private ListItem item(TimelineItem step) {
        Span point = new Span(TimelineWords.icon(step.type()).create());
        point.addClassNames("point", "b-" + TimelineWords.colours(step.type()));
        Div told = new Div(new Marked(step.title()));
        if (step.undone()) {
            Span taken = new Span(words.text("history.undone"));
            taken.addClassNames("bl-quiet", "bl-xs");
            told.add(taken);
        }
        step.lines().forEach(line -> told.add(new Paragraph(line)));
        told.addClassName("told");
        ListItem item = new ListItem(new Moment(step.at()), point, told);
        item.setClassName("is-undone", step.undone());
        item.setClassName("is-note", step.type() == EventType.NOTED);
        return item;
    }

    @Tag("b")
    private static final class Marked extends HtmlContainer {
        Marked(String text) {
            setText(text);
        }
    }

    /** The mall's clock, and the day where it isn't the ticket's own. */
    @Tag("time")
    private final class Moment extends HtmlContainer {
        Moment(Instant at) {
            LocalDate date = words.dateOf(at);
            getElement().setAttribute("datetime", at.toString());
            add(new Span(words.clock(at)));
            if (!date.equals(day)) {
                Span other = new Span(words.shortDay(date));
                other.addClassName("bl-xs");
                add(other);
            }
        }
    }
}
